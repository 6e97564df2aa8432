/**
 * The numbers that cues are cut by. Widths: a Han or full-width character is 1, any other 0.5 (see width.ts); times are
 * milliseconds. Sources: Netflix's timed text guides (general, Simplified Chinese, English), Pixelogic, TED and GY/T 359.
 */
export interface CueProfile {
  /** How wide a line should be at most, in Chinese or mixed text, and how wide it may be. */
  readonly lineWidth: number;
  readonly widestLine: number;
  /** The same for cues that are mostly Latin. */
  readonly latinLineWidth: number;
  readonly widestLatinLine: number;
  readonly mostLines: 1 | 2;
  /** Han characters, and other characters, that are read in a second. */
  readonly hanPerSecond: number;
  readonly otherPerSecond: number;
  readonly shortest: number;
  readonly longest: number;
  /** The pause between two cues. */
  readonly gap: number;
}

/** Below this share of Han in its width, a cue is read as Latin text. */
export const latinShare = 0.3;

const netflixChinese: CueProfile = {
  lineWidth: 16,
  widestLine: 18,
  latinLineWidth: 21,
  widestLatinLine: 21,
  mostLines: 2,
  hanPerSecond: 9,
  otherPerSecond: 20,
  shortest: 1000,
  longest: 7000,
  gap: 83,
};

export const profiles = {
  netflixChinese,
  netflixEnglish: { ...netflixChinese, shortest: 833 },
  // One line on a 16:9 picture, as course videos in China ask for.
  course: { ...netflixChinese, lineWidth: 18, widestLine: 20, mostLines: 1 },
  // GY/T 359-2022: one line, at most two; English up to 50 characters.
  broadcast: {
    ...netflixChinese,
    lineWidth: 15,
    widestLine: 18,
    latinLineWidth: 25,
    widestLatinLine: 25,
    hanPerSecond: 8,
  },
} as const satisfies Readonly<Record<string, CueProfile>>;
