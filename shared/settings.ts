import { z } from 'zod';
import { batchRequestSchema } from './batch';
import { profileChoiceSchema } from './cues/profile-schema';
import { defaultStepOptions, stepOptionsSchema } from './steps/options';

const windowSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  maximized: z.boolean(),
});

/** What a person has set, kept between sessions. Whatever is missing or wrong in the file takes its default. */
export const settingsSchema = z.object({
  /** How the steps clean files that are opened. */
  steps: stepOptionsSchema.catch(defaultStepOptions),
  /** The numbers that subtitles are cut and checked by. */
  subtitles: profileChoiceSchema.catch('netflixChinese'),
  /** How the last batch was asked for. */
  batch: batchRequestSchema.omit({ paths: true, dryRun: true }).nullable().catch(null),
  language: z.enum(['system', 'en', 'zh']).catch('system'),
  /** Paths of files opened before, the latest first. */
  recent: z.array(z.string()).max(20).catch([]),
  /** The folder that a file was last exported to. */
  exportFolder: z.string().nullable().catch(null),
  /** Where the window was, in screen pixels, and whether it filled the screen. */
  window: windowSchema.nullable().catch(null),
});
export type Settings = z.infer<typeof settingsSchema>;
