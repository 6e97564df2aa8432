import { z } from 'zod';
import { type ProfileName, profiles } from './profile';

/** A width of a line, in Han characters or in Latin ones. */
const width = z.number().min(4).max(200);
const rate = z.number().min(1).max(100);
const milliseconds = z.number().int().min(0).max(60_000);

/**
 * The numbers that cues are cut, timed and checked by; times are milliseconds. Sources: Netflix's timed text guides
 * (general, Simplified Chinese, English), Pixelogic, TED and GY/T 359-2022. An error's path names the number that is
 * out of its bounds.
 */
export const cueProfileSchema = z
  .strictObject({
    /** How wide a line should be at most, in Chinese or mixed text, and how wide it may be; in Han characters. */
    lineWidth: width,
    widestLine: width,
    /** The same for lines of cues that are mostly Latin, in Latin characters. */
    latinLineWidth: width,
    widestLatinLine: width,
    /** Whether every character counts as one, or what is not full-width as a half. */
    countEvery: z.boolean(),
    mostLines: z.union([z.literal(1), z.literal(2)]),
    /** Han characters, and other characters, that are read in a second. */
    hanPerSecond: rate,
    otherPerSecond: rate,
    /** How long a cue is shown at least, and at most. */
    shortest: milliseconds.min(1),
    longest: milliseconds.min(1),
    /** The pause between two cues. */
    gap: milliseconds.max(2000),
    /** How long a cue may stay after what it says: to be read, or to close a pause before the next that is shorter. */
    linger: milliseconds.max(2000),
    /** What becomes of a full stop or comma that ends a Chinese cue, and of one inside it. */
    finalMarks: z.enum(['keep', 'drop']),
    innerMarks: z.enum(['keep', 'space']),
  })
  .superRefine((profile, context) => {
    const pairs = [
      ['lineWidth', 'widestLine'],
      ['latinLineWidth', 'widestLatinLine'],
      ['shortest', 'longest'],
    ] as const;
    for (const [least, most] of pairs) {
      if (profile[least] <= profile[most]) continue;
      context.addIssue({
        code: 'too_small',
        origin: 'number',
        minimum: profile[least],
        inclusive: true,
        path: [most],
      });
    }
  });

/** A profile as a person chose it: one of ours by its name, or their own numbers. */
export const profileChoiceSchema = z.union([
  z.enum(Object.keys(profiles) as [ProfileName, ...ProfileName[]]),
  cueProfileSchema,
]);
