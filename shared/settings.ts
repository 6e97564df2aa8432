import { z } from 'zod';

/** What a person has set, kept between sessions. Whatever is missing or wrong in the file takes its default. */
export const settingsSchema = z.object({
  language: z.enum(['system', 'en', 'zh']).catch('system'),
  /** Paths of files opened before, the latest first. */
  recent: z.array(z.string()).max(20).catch([]),
});
export type Settings = z.infer<typeof settingsSchema>;
