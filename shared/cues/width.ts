import type { CueProfile } from './profile';

/** Full-width in East Asian text: Han, kana, hangul, and the full-width forms and punctuation. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u;

/**
 * What each code unit is, so that a long text is measured without an expression for each of its characters. A
 * character of two units is counted by its first; the planes of rare Han begin at D840.
 */
const isWide = new Uint8Array(65536);
const isHan = new Uint8Array(65536);
const isBlank = new Uint8Array(65536);
for (let code = 0; code < 65536; code++) {
  const char = String.fromCharCode(code);
  const rare = code >= 0xd840 && code <= 0xd8bf;
  isWide[code] = rare || wide.test(char) ? 1 : 0;
  isHan[code] = rare || /\p{Script=Han}/u.test(char) ? 1 : 0;
  isBlank[code] = /\s/.test(char) ? 1 : 0;
}

const isSecondHalf = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

export const isHanCode = (code: number): boolean => isHan[code] === 1;
export const isWideCode = (code: number): boolean => isWide[code] === 1;
export const isBlankCode = (code: number): boolean => isBlank[code] === 1;

/** The width of a code unit: 1 for a Han or full-width character, 0.5 for any other, or 1 for all. */
export function unitWidth(code: number, countEvery = false): number {
  if (isSecondHalf(code)) return 0;
  return countEvery || isWide[code] === 1 ? 1 : 0.5;
}

/**
 * The width of a text on screen: 1 for a Han or full-width character, 0.5 for any other. With `countEvery` every
 * character is 1, as Netflix's and Subtitle Edit's own checks count.
 */
export function widthOf(text: string, countEvery = false): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) width += unitWidth(text.charCodeAt(i), countEvery);
  return width;
}

/** The width of the Han characters in a text. */
export function hanWidth(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) width += isHan[text.charCodeAt(i)] ?? 0;
  return width;
}

/** How fast a person reads. */
type Pace = Pick<CueProfile, 'hanPerSecond' | 'otherPerSecond'>;

/** How long a person needs to read a text of mixed script, in milliseconds. */
export function readingTime(text: string, profile: Pace): number {
  let time = 0;
  for (let i = 0; i < text.length; i++) time += unitReadingTime(text.charCodeAt(i), profile);
  return time;
}

/** The part of a code unit in the reading time, in milliseconds; white space takes none. */
export function unitReadingTime(code: number, { hanPerSecond, otherPerSecond }: Pace): number {
  if (isBlank[code] === 1 || isSecondHalf(code)) return 0;
  return 1000 / (isHan[code] === 1 ? hanPerSecond : otherPerSecond);
}
