import { z } from 'zod';
import { longestWord } from '../rules/lists';

const words = z.array(z.string().min(1).max(longestWord)).max(5000).default([]);

/** Words that steps know, beyond those that they bring themselves and those that dictionaries add. */
const stepListsSchema = z.object({
  /** Words that are said without meaning anything. */
  fillers: words,
  /** Doubled words that are right: 看看, 常常. */
  doubled: words,
  /** What follows a number: 亿, 倍, GB. */
  units: words,
  /** Words in capitals that stay so: GPU, RLHF. */
  acronyms: words,
});

/** Simplified Chinese, or traditional with the characters of Taiwan (`twp`: and its words) or Hong Kong. */
export const scriptSchema = z.enum(['leave', 'cn', 'tw', 'twp', 'hk']);
export type Script = z.infer<typeof scriptSchema>;

/** How each step works. Every field has its default, so that `{}` is what most people want. */
export const stepOptionsSchema = z.object({
  numbers: z
    .object({
      enabled: z.boolean().default(true),
      /** Chinese numerals to digits, digits to Chinese numerals, or as they are. */
      numerals: z.enum(['leave', 'digits', 'chinese']).default('leave'),
    })
    .prefault({}),
  stutters: z.object({ enabled: z.boolean().default(true) }).prefault({}),
  fillers: z.object({ strength: z.enum(['off', 'safe', 'thorough']).default('safe') }).prefault({}),
  punctuation: z
    .object({
      enabled: z.boolean().default(true),
      /** Chinese or English marks between Chinese and Latin; `auto` goes by the script around a mark. */
      convention: z.enum(['auto', 'chinese', 'english']).default('auto'),
    })
    .prefault({}),
  /** Spaces between Chinese and Latin or digits. */
  spacing: z.object({ between: z.enum(['leave', 'add', 'remove']).default('leave') }).prefault({}),
  paragraphs: z
    .object({
      enabled: z.boolean().default(true),
      /** About how long a new paragraph may grow, in UTF-16 code units. */
      length: z.number().int().min(80).max(5000).default(300),
    })
    .prefault({}),
  case: z.object({ enabled: z.boolean().default(true) }).prefault({}),
  script: z.object({ to: scriptSchema.default('leave') }).prefault({}),
  /** Marks of what is no speech, and lines that a recogniser made up. */
  tags: z.object({ remove: z.boolean().default(false) }).prefault({}),
  lists: stepListsSchema.prefault({}),
});
export type StepOptions = z.infer<typeof stepOptionsSchema>;

export { defaultStepOptions } from './defaults';
