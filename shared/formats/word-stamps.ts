import type { CueTime, Word } from '../transcript/cues';
import type { Range } from '../transcript/edit';
import type { Stretch } from './timed-reading';

/** A mark in the source that says when the text after it begins, in milliseconds, or only ends something. */
export interface Stamp extends Range {
  readonly time: number | undefined;
}

/**
 * What stands in the lines of a cue between its stamps, which are told line by line. Where a line has stamps, each
 * stretch of it begins at the stamp before it, or with the cue, and lasts until the next stamp or the cue's end.
 */
export function timeStretches(
  lines: readonly Range[],
  stamps: readonly (readonly Stamp[])[],
  cue: CueTime,
): Stretch[][] {
  const times = stamps.flat().flatMap(({ time }) => time ?? []);
  let passed = 0;
  return lines.map((line, index) => {
    const own = stamps[index] ?? [];
    if (own.length === 0) return [line];
    const stretches: Stretch[] = [];
    let from = line.from;
    const take = (to: number) => {
      const start = times[passed - 1] ?? cue.start;
      const time = { start, end: Math.max(start, times[passed] ?? cue.end) };
      if (to > from) stretches.push({ from, to, time });
    };
    for (const stamp of own) {
      take(stamp.from);
      if (stamp.time !== undefined) passed++;
      from = stamp.to;
    }
    take(line.to);
    return stretches;
  });
}

/** Writes a text with a mark before and after each word; the first word may go without. */
export function stampWords(
  text: string,
  words: readonly Word[],
  quoted: (part: string) => string,
  marksOf: (word: Word) => { before: string; after: string; first: boolean },
): string {
  const parts: string[] = [];
  let at = 0;
  words.forEach((word, index) => {
    if (word.from < at) return;
    const { before, after, first } = marksOf(word);
    const said = quoted(text.slice(word.from, word.to));
    parts.push(quoted(text.slice(at, word.from)), index > 0 || first ? `${before}${said}${after}` : said);
    at = word.to;
  });
  return `${parts.join('')}${quoted(text.slice(at))}`;
}
