import type { CueTime } from '../transcript/cues';
import type { Range } from '../transcript/edit';

/** A word, part of a word or character as a recogniser tells of it, in milliseconds; some have no time. */
export interface SpokenWord {
  readonly text: string;
  readonly start?: number | undefined;
  readonly end?: number | undefined;
}

/** How far a word may stand after the one before it, for text that no word stands for. In UTF-16 code units. */
const reach = 24;

/**
 * Finds words in the text they were said in, in their order; those that are not there are left out. Parts of one Latin
 * word become that word, because recognisers cut words into tokens.
 */
export function placeWords(text: string, words: readonly SpokenWord[]): (Range & CueTime)[] {
  const placed: (Range & CueTime)[] = [];
  let at = 0;
  words.forEach((word, index) => {
    const wanted = word.text.trim();
    if (!wanted) return;
    const found = text.slice(at, at + reach + wanted.length).indexOf(wanted);
    if (found < 0) return;
    const from = at + found;
    at = from + wanted.length;
    const { start } = word;
    if (start === undefined) return;
    const end = Math.max(start, word.end ?? words[index + 1]?.start ?? start);
    const before = placed.at(-1);
    if (before?.to === from && isPartOfWord(text, from))
      placed[placed.length - 1] = { ...before, to: at, end };
    else placed.push({ from, to: at, start, end });
  });
  return placed;
}

const letter = /^(?!\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana})[\p{L}\p{N}]$/u;

const isPartOfWord = (text: string, at: number): boolean =>
  letter.test(text.charAt(at - 1)) && letter.test(text.charAt(at));
