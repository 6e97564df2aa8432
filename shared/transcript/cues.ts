import { widthOf } from '../cues/width';
import { applyEdits, type Edit, type Range } from './edit';

/** A line break inside a cue: Unicode's LINE SEPARATOR, so that `\n` always parts two cues. */
export const lineBreak = '\u2028';

/** When a cue is shown, in milliseconds from the start of the recording. */
export interface CueTime {
  readonly start: number;
  readonly end: number;
}

/** What is known of a cue beside its text, which is one line of the transcript. */
export interface Cue {
  readonly time: CueTime;
  readonly speaker?: string;
  /** Which cue of the file it was read from, counted from 0; a cue made by a person has none. */
  readonly origin?: number;
}

/** A word whose time the recogniser told, in milliseconds; the range is its place in the transcript's text. */
export interface Word extends Range, CueTime {}

/** When the word at a position begins, in milliseconds; undefined where no word with a time stands. */
export type WordTime = (position: number) => number | undefined;

/** Looks up times in words sorted by position. */
export function wordTimes(words: readonly Word[]): WordTime {
  return (position) => {
    let low = 0;
    let high = words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((words[middle]?.from ?? Infinity) < position) low = middle + 1;
      else high = middle;
    }
    const before = words[low - 1];
    // Inside a word there is no better time than its share.
    if (before && before.to > position)
      return (
        before.start + ((before.end - before.start) * (position - before.from)) / (before.to - before.from)
      );
    return words[low]?.start;
  };
}

/**
 * The cues after `edits` of the `text` whose lines they are: a line parted in two parts its time, at a word's own time
 * or in proportion to what there is to read, and lines joined join theirs. Other edits leave every cue as it is, and
 * then the very same list is returned. Edits are sorted and do not overlap.
 */
export function reviseCues(
  cues: readonly Cue[],
  text: string,
  edits: readonly Edit[],
  wordTime: WordTime = () => undefined,
): readonly Cue[] {
  const breaking = edits.filter((edit) => breaksIn(text.slice(edit.from, edit.to)) !== breaksIn(edit.insert));
  if (breaking.length === 0 || cues.length === 0) return cues;
  const lines = linesOf(text);
  const revised: Cue[] = [];
  let next = 0;
  for (const group of groupByLine(lines, breaking)) {
    revised.push(...cues.slice(next, group.first), ...recut(cues, text, lines, group, wordTime));
    next = group.last + 1;
  }
  return [...revised, ...cues.slice(next)];
}

const breaksIn = (text: string): number => text.split('\n').length - 1;

function linesOf(text: string): Range[] {
  let from = 0;
  return text.split('\n').map((line) => {
    const range = { from, to: from + line.length };
    from = range.to + 1;
    return range;
  });
}

/** Edits that reach into common lines, and the first and last of these. */
interface Group {
  first: number;
  last: number;
  edits: Edit[];
}

function groupByLine(lines: readonly Range[], edits: readonly Edit[]): Group[] {
  const groups: Group[] = [];
  let line = 0;
  for (const edit of edits) {
    while ((lines[line]?.to ?? Infinity) < edit.from) line++;
    const first = line;
    while ((lines[line]?.to ?? Infinity) < edit.to) line++;
    const group = groups.at(-1);
    if (group && group.last >= first) {
      group.last = line;
      group.edits.push(edit);
    } else groups.push({ first, last: line, edits: [edit] });
  }
  return groups;
}

/** Where one line ends and the next begins, in time, and what is known of the next. */
interface Border {
  readonly end: number;
  readonly start: number;
  readonly next: Omit<Cue, 'time'>;
}

/** The cues of the lines that a group of edits makes of the lines it reaches into. */
function recut(
  cues: readonly Cue[],
  text: string,
  lines: readonly Range[],
  { first, last, edits }: Group,
  wordTime: WordTime,
): Cue[] {
  const from = lines[first]?.from ?? 0;
  const to = lines[last]?.to ?? text.length;
  const head = cues[first];
  const tail = cues[last];
  if (!head || !tail) return [];
  const moved = edits.map((edit) => ({ ...edit, from: edit.from - from, to: edit.to - from }));
  const after = applyEdits(text.slice(from, to), moved);
  const span = { start: head.time.start, end: Math.max(head.time.start, tail.time.end) };

  let line = first;
  const lineAt = (position: number): number => {
    while ((lines[line]?.to ?? Infinity) < position) line++;
    return line;
  };
  const borders: Border[] = [];
  const keep = (start: number, end: number) => {
    for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
      const before = lineAt(at);
      const ended = cues[before] ?? head;
      const begun = cues[before + 1] ?? tail;
      borders.push({ end: ended.time.end, start: begun.time.start, next: begun });
    }
  };
  let position = from;
  let shift = 0;
  for (const edit of edits) {
    keep(position, edit.from);
    const opening = lineAt(edit.from);
    const cut = timeAt(text, edit.from, lines[opening], cues[opening] ?? head, wordTime);
    const closing = lineAt(edit.to);
    const isPaste = edit.insert.trim() !== '';
    let left = breaksIn(edit.insert);
    for (let at = edit.insert.indexOf('\n'); at >= 0; at = edit.insert.indexOf('\n', at + 1)) {
      left--;
      const time = isPaste ? shareOf(span, after, edit.from - from + shift + at) : cut;
      const { speaker, origin } = cues[closing] ?? tail;
      const isLast = left === 0 && closing > opening;
      const next = {
        ...(speaker !== undefined && { speaker }),
        ...(isLast && origin !== undefined && { origin }),
      };
      borders.push({ end: time, start: time, next });
    }
    position = edit.to;
    shift += edit.insert.length - (edit.to - edit.from);
  }
  keep(position, to);
  return cuesBetween(head, borders, span);
}

function cuesBetween(head: Cue, borders: readonly Border[], span: CueTime): Cue[] {
  const result: Cue[] = [];
  let { start } = span;
  let known: Omit<Cue, 'time'> = head;
  for (const { end, start: following, next } of [
    ...borders,
    { end: span.end, start: span.end, next: head },
  ]) {
    result.push({ ...known, time: { start, end: Math.max(start, end) } });
    start = Math.max(start, following);
    known = next;
  }
  return result;
}

function timeAt(
  text: string,
  position: number,
  line: Range | undefined,
  { time }: Cue,
  wordTime: WordTime,
): number {
  const told = wordTime(position);
  if (told !== undefined && told > time.start && told < time.end) return Math.round(told);
  return line ? shareOf(time, text.slice(line.from, line.to), position - line.from) : time.start;
}

/** The time at a place in a text that is read evenly, in proportion to the width read until there. */
function shareOf({ start, end }: CueTime, text: string, place: number): number {
  const widthTo = (to: number) => widthOf(text.slice(0, to).replaceAll('\n', ''));
  const whole = widthTo(text.length);
  return Math.round(start + (whole === 0 ? 0 : ((end - start) * widthTo(place)) / whole));
}
