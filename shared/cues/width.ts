import type { CueProfile } from './profile';

/** Full-width in East Asian text: Han, kana, hangul, and the full-width forms and punctuation. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}]/u;

const han = /\p{Script=Han}/u;

/** The width of a text on screen: 1 for a Han or full-width character, 0.5 for any other. */
export function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += wide.test(char) ? 1 : 0.5;
  return width;
}

/** How long a person needs to read a text of mixed script, in milliseconds. */
export function readingTime(text: string, profile: CueProfile): number {
  let seconds = 0;
  for (const char of text) {
    if (!/\s/.test(char)) seconds += 1 / (han.test(char) ? profile.hanPerSecond : profile.otherPerSecond);
  }
  return seconds * 1000;
}
