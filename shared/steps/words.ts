const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** What has been asked before; a talk asks for the same few thousand strings over and over. */
const known = new Map<string, boolean>();
const mostKnown = 50_000;

/**
 * Whether a short Chinese string is one word of everyday language. Only short strings are ever segmented: each
 * segment object keeps its whole input alive, so a document in one piece would take gigabytes.
 */
export function isWord(text: string): boolean {
  const before = known.get(text);
  if (before !== undefined) return before;
  if (known.size >= mostKnown) known.clear();
  const first = segmenter.segment(text)[Symbol.iterator]().next();
  const is = !first.done && first.value.segment.length === text.length && text.length > 0;
  known.set(text, is);
  return is;
}

/** Whether a word of 2 to 4 characters ends at `end` of a text. */
export const wordEndsAt = (text: string, end: number): boolean =>
  [2, 3, 4].some((length) => end >= length && isWord(text.slice(end - length, end)));

/** The longest word of 2 to 4 characters that begins at `start` of a text; empty if there is none. */
export function wordFrom(text: string, start: number): string {
  for (const length of [4, 3, 2]) {
    const word = text.slice(start, start + length);
    if (word.length === length && isWord(word)) return word;
  }
  return '';
}
