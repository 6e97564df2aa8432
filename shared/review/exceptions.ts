import type { ReviewItem } from './review';

/** What could keep a rule away from the places where a person did not want it. */
export interface Exceptions {
  /** Phrases around what was reverted: each is right as it stands. */
  readonly phrases: readonly string[];
  /** Words that stand near several reverted places and near none that was kept, most frequent first. */
  readonly neighbours: readonly string[];
}

/** How far around a hit neighbours are looked for, in UTF-16 code units; rules look as far when they do not say. */
const reach = 40;

/** Suggests exceptions for a rule from what a person decided about its changes in the `raw` text. */
export function suggestExceptions(items: readonly ReviewItem[], raw: string): Exceptions {
  const reverted = items.filter((item) => item.decided && !item.applied);
  const kept = items.filter((item) => item.decided && item.applied);
  const phrases = new Set(reverted.map((item) => phraseAround(item, raw)).filter(isPhrase));
  const counts = new Map<string, number>();
  for (const item of reverted) {
    for (const word of wordsAround(item, raw)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  for (const item of kept) for (const word of wordsAround(item, raw)) counts.delete(word);
  const neighbours = [...counts]
    .filter(([, count]) => count >= 2)
    .sort((a, b) => b[1] - a[1] || b[0].length - a[0].length)
    .map(([word]) => word);
  return { phrases: [...phrases], neighbours: neighbours.slice(0, 5) };
}

/** What is longer, or runs over lines, is no phrase that comes again. */
const isPhrase = (text: string): boolean => text.length <= 40 && !text.includes('\n');

/** The hit with the word, or two Chinese characters, on either side of it, as far as no mark parts them. */
function phraseAround({ change: { from, to } }: ReviewItem, raw: string): string {
  const before =
    /(?:[A-Za-z0-9-]+ ?|\p{Script=Han}{1,2})$/u.exec(raw.slice(Math.max(0, from - 30), from))?.[0] ?? '';
  const after = /^(?: ?[A-Za-z0-9-]+|\p{Script=Han}{1,2})/u.exec(raw.slice(to, to + 30))?.[0] ?? '';
  return before + raw.slice(from, to) + after;
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The words of two letters or more around a hit. */
function wordsAround({ change: { from, to } }: ReviewItem, raw: string): Set<string> {
  const sides = [raw.slice(Math.max(0, from - reach), from), raw.slice(to, to + reach)];
  const words = sides.flatMap((side) =>
    Array.from(segmenter.segment(side), ({ segment, isWordLike }) =>
      isWordLike ? segment.toLowerCase() : '',
    ),
  );
  return new Set(words.filter((word) => word.length > 1));
}
