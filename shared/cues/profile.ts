import type { z } from 'zod';
import type { cueProfileSchema, profileChoiceSchema } from './profile-schema';
import { hanWidth, widthOf } from './width';

/** See the schema for what each number is. */
export type CueProfile = Readonly<z.infer<typeof cueProfileSchema>>;

/** Below this share of Han in its width, a cue is read as Latin text. */
const latinShare = 0.3;

/** Whether a cue of this width, and with Han of that width, counts as Latin text. */
export const isLatin = (width: number, han: number): boolean => han < latinShare * width;

/** The same for a text as it is cut: some of its marks and spaces are not shown, so it needs somewhat more Latin. */
export const isSurelyLatin = (width: number, han: number): boolean => isLatin(0.85 * width, han);

/** How wide a line should be at most and how wide it may be. */
export interface LineLimits {
  readonly wanted: number;
  readonly widest: number;
}

/** The limits for the lines of a Chinese and of a Latin cue, in the widths that `widthOf` measures. */
export function limitsOf(profile: CueProfile): { readonly chinese: LineLimits; readonly latin: LineLimits } {
  const unit = profile.countEvery ? 1 : 0.5;
  return {
    chinese: { wanted: profile.lineWidth, widest: profile.widestLine },
    latin: { wanted: profile.latinLineWidth * unit, widest: profile.widestLatinLine * unit },
  };
}

/** The limits that hold for the lines of a cue with this text. */
export function limitsFor(text: string, profile: CueProfile): LineLimits {
  const { chinese, latin } = limitsOf(profile);
  return isLatin(widthOf(text, profile.countEvery), hanWidth(text)) ? latin : chinese;
}

const netflixChinese: CueProfile = {
  lineWidth: 16,
  widestLine: 18,
  latinLineWidth: 42,
  widestLatinLine: 42,
  countEvery: false,
  mostLines: 2,
  hanPerSecond: 9,
  otherPerSecond: 20,
  shortest: 1000,
  longest: 7000,
  gap: 83,
  linger: 500,
  finalMarks: 'drop',
  innerMarks: 'space',
};

export const profiles = {
  netflixChinese,
  netflixEnglish: { ...netflixChinese, shortest: 833, finalMarks: 'keep', innerMarks: 'keep' },
  // One line on a 16:9 picture, as course videos in China ask for.
  course: { ...netflixChinese, lineWidth: 18, widestLine: 20, mostLines: 1 },
  // GY/T 359-2022: one line, at most two; English up to 50 characters.
  broadcast: {
    ...netflixChinese,
    lineWidth: 15,
    widestLatinLine: 50,
    latinLineWidth: 50,
    hanPerSecond: 8,
    innerMarks: 'keep',
  },
} as const satisfies Readonly<Record<string, CueProfile>>;

export type ProfileName = keyof typeof profiles;

export type ProfileChoice = Readonly<z.infer<typeof profileChoiceSchema>>;

export const profileOf = (choice: ProfileChoice): CueProfile =>
  typeof choice === 'string' ? profiles[choice] : choice;
