import type { Word } from '../transcript/cues';
import { applyEdits, type Edit, type Range } from '../transcript/edit';
import { type CueSegment, cuesOf, type Transcript } from '../transcript/transcript';
import { noMarks, writeCueTexts } from './cue-text';
import type { CueSource, Reading } from './reading';

/** How a format writes what it is made of, in the manner of what was there before: `like`. */
export interface RewriteDialect {
  /** A time in milliseconds. */
  clock(time: number, like: string): string;
  /** A cue's text, with `\n` between its lines. `words` are those in it whose times are known, with places in `text`. */
  text(text: string, words: readonly Word[], like: string): string;
  speaker?(name: string): string;
  /** How many line ends part two cues. */
  readonly lineEnds: 1 | 2;
  /** What stands between a cue's times and its text, which a cue without text may lack. */
  readonly beforeText: '' | '\t' | '\n';
}

/** What becomes of a cue in the file. */
interface Fate {
  readonly cue: CueSegment;
  readonly text: string;
  /** The cue in the file that it was, or is written in the manner of. */
  readonly like: number;
  /** The cue in the file after which it is put in as new, -1 for before the first. */
  readonly after?: number;
  readonly number?: string;
}

/**
 * Writes cues back into the file that they were read from. Their origins tell what became of each: texts and times
 * that differ are replaced, cues that are gone or have lost all their text are taken out, and new ones are put in after
 * the cue before them and in its manner. All else in the file stays as it is.
 */
export function rewriteCues(reading: Reading, transcript: Transcript, dialect: RewriteDialect): string {
  const { source, cues: places = [] } = reading;
  const before = cuesOf(reading.transcript);
  const texts = before.map(({ from, to }) => reading.transcript.text.slice(from, to));
  const fates = numbered(source, places, fatesOf(reading.transcript, transcript));
  const stays = new Map(
    fates.flatMap((fate) => (fate.after === undefined ? [[fate.like, fate] as const] : [])),
  );
  const added = groupBy(
    fates.filter(({ after }) => after !== undefined),
    ({ after = -1 }) => after,
  );
  const sharing = groupBy([...places.keys()], (index) => places[index]?.block.from ?? 0);
  const lineEnds = reading.lineEnd.repeat(dialect.lineEnds);

  const edits: Edit[] = insertion(0, added.get(-1) ?? []);
  for (const indices of sharing.values()) {
    const block = places[indices[0] ?? 0]?.block;
    if (!block) continue;
    const kept = indices.flatMap((index) => stays.get(index) ?? []);
    const isWhole = kept.length === indices.length && kept.every(({ text }) => text === kept[0]?.text);
    if (isWhole) edits.push(...distinct(kept.flatMap(changes)));
    else edits.push({ ...block, insert: kept.map((fate) => `${copyOf(fate)}${reading.lineEnd}`).join('') });
    for (const index of indices) edits.push(...insertion(block.to, added.get(index) ?? []));
  }
  return applyEdits(
    source,
    edits.sort((a, b) => a.from - b.from || a.to - b.to),
  );

  /** What differs between a cue of the file and what it is now. */
  function changes({ cue, text, like, number }: Fate): Edit[] {
    const place = places[like];
    const was = before[like];
    if (!place || !was) return [];
    const { start, end, speaker } = place;
    const result: Edit[] = [];
    const put = (range: Range | undefined, write: (like: string) => string | undefined) => {
      if (!range) return;
      const there = source.slice(range.from, range.to);
      const insert = write(there);
      if (insert !== undefined && insert !== there) result.push({ ...range, insert });
    };
    put(place.number, () => number);
    if (cue.time.start !== was.time.start) put(start, (there) => dialect.clock(cue.time.start, there));
    if (cue.time.end !== was.time.end) put(end, (there) => dialect.clock(cue.time.end, there));
    if (cue.speaker !== was.speaker) put(speaker, () => dialect.speaker?.(cue.speaker ?? ''));
    if (text !== texts[like]) put(place.text, (there) => textFor(place, cue, there));
    return result;
  }

  function textFor(place: CueSource, cue: CueSegment, there: string): string {
    const words = wordsIn(transcript, cue);
    const lines = dialect.text(
      transcript.text.slice(cue.from, cue.to).replaceAll('\u2028', '\n'),
      words,
      there,
    );
    const text = lines
      .split('\n')
      .filter((line) => line.trim())
      .join(reading.lineEnd);
    if (there !== '') return text;
    const { from, to } = place.text;
    const gap = source.slice(Math.max(place.start.to, place.end?.to ?? 0), from);
    const isApart = dialect.beforeText === '' || /[\n\r\t]/.test(gap);
    const missing = to < source.length ? dialect.lineEnds - lineEndsAfter(source, to) : 0;
    const lead = isApart ? '' : dialect.beforeText.replace('\n', reading.lineEnd);
    return `${lead}${text}${reading.lineEnd.repeat(Math.max(0, missing))}`;
  }

  /** A cue's block with what is the new cue's own, and without the line ends after it. */
  function copyOf(fate: Fate): string {
    const place = places[fate.like];
    if (!place) return '';
    const { from, to } = place.block;
    const own = changes(fate);
    const others = (sharing.get(from) ?? []).flatMap((index) =>
      index === fate.like ? [] : (places[index]?.start ?? []),
    );
    const dropped = [...(place.id ? [place.id] : []), ...others].map((range) => ({ ...range, insert: '' }));
    const within = [...own, ...dropped]
      .map((edit) => ({ ...edit, from: edit.from - from, to: edit.to - from }))
      .sort((a, b) => a.from - b.from);
    return applyEdits(source.slice(from, to), within).trimEnd();
  }

  function insertion(at: number, fresh: readonly Fate[]): Edit[] {
    if (fresh.length === 0) return [];
    const position = fresh[0]?.after === -1 ? (places[0]?.block.from ?? 0) : at;
    const there = Math.min(dialect.lineEnds, lineEndsBefore(source, position));
    const isEnd = position === source.length;
    const lead = position > 0 ? reading.lineEnd.repeat(dialect.lineEnds - there) : '';
    const tail = isEnd ? reading.lineEnd.repeat(there) : lineEnds;
    return [{ from: position, to: position, insert: `${lead}${fresh.map(copyOf).join(lineEnds)}${tail}` }];
  }
}

/** What becomes of every cue that is written: those that lost their text are left out, as are new ones without any. */
function fatesOf(before: Transcript, after: Transcript): Fate[] {
  const hadText = writeCueTexts(before, noMarks).map(({ lines }) => lines.length > 0);
  const hasText = writeCueTexts(after, noMarks).map(({ lines }) => lines.length > 0);
  const cues = heirsOf(cuesOf(before), cuesOf(after));
  const firstLike = cues.find(({ origin }) => origin !== undefined)?.origin ?? 0;
  let last = -1;
  return cues.flatMap((cue, index): Fate[] => {
    const { origin } = cue;
    const isKnown = origin !== undefined && origin < hadText.length;
    const stays = isKnown && origin > last;
    const fate = {
      cue,
      text: after.text.slice(cue.from, cue.to),
      like: isKnown ? origin : last < 0 ? firstLike : last,
      ...(!stays && { after: last }),
    };
    if (stays) last = origin;
    const mayBeEmpty = stays && hadText[origin] === false;
    return hasText[index] || mayBeEmpty ? [fate] : [];
  });
}

/**
 * The cues with the origins of those that were joined away, where a cue that a person made stands in the time of one: a
 * cue whose beginning went to the one above is written where all of it stood.
 */
function heirsOf(before: readonly CueSegment[], after: readonly CueSegment[]): readonly CueSegment[] {
  const kept = new Set(after.map(({ origin }) => origin));
  let next = Infinity;
  const nextKept = after.map(() => 0);
  for (let index = after.length - 1; index >= 0; index--) {
    next = Math.min(next, after[index]?.origin ?? Infinity);
    nextKept[index] = next;
  }
  let free = 0; // the first cue of the file that may still get an heir
  return after.map((cue, index) => {
    if (cue.origin !== undefined) {
      free = Math.max(free, cue.origin + 1);
      return cue;
    }
    const { start } = cue.time;
    while (kept.has(free) || (before[free]?.time.end ?? Infinity) <= start) free++;
    const was = before[free];
    if (!was || free >= (nextKept[index] ?? 0) || was.time.start > start) return cue;
    return { ...cue, origin: free++ };
  });
}

/** Counts the cues anew where they were counted one by one and one was added or taken out. */
function numbered(source: string, places: readonly CueSource[], fates: readonly Fate[]): readonly Fate[] {
  const numbers = places.map(({ number }) => (number ? source.slice(number.from, number.to) : ''));
  const first = Number(numbers[0]);
  const isCounted = numbers.every((number, index) => number !== '' && Number(number) === first + index);
  const isSame = fates.length === places.length && fates.every(({ after }) => after === undefined);
  if (!isCounted || isSame) return fates;
  const padding = numbers[0]?.startsWith('0') ? numbers[0].length : 0;
  return fates.map((fate, index) => ({ ...fate, number: String(first + index).padStart(padding, '0') }));
}

/** The words in a cue, with places counted from its start. */
function wordsIn({ words = [] }: Transcript, { from, to }: CueSegment): Word[] {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.from ?? Infinity) < from) low = middle + 1;
    else high = middle;
  }
  const inside: Word[] = [];
  for (let word = words[low]; word && word.to <= to; word = words[++low]) {
    if (word.to > word.from) inside.push({ ...word, from: word.from - from, to: word.to - from });
  }
  return inside;
}

function groupBy<T>(items: readonly T[], key: (item: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

/** Cues that share their text say the same edit of it several times. */
const distinct = (edits: readonly Edit[]): readonly Edit[] =>
  edits.length < 2 ? edits : [...new Map(edits.map((edit) => [`${edit.from} ${edit.to}`, edit])).values()];

const lineEndsAfter = (source: string, at: number): number =>
  countLineEnds(/^[\r\n]*/.exec(source.slice(at, at + 4)));
const lineEndsBefore = (source: string, at: number): number =>
  countLineEnds(/[\r\n]*$/.exec(source.slice(Math.max(0, at - 4), at)));
const countLineEnds = (match: RegExpExecArray | null): number => match?.[0].match(/\r\n|\r|\n/g)?.length ?? 0;
