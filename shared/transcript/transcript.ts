import { type Cue, reviseCues, type Word, wordTimes } from './cues';
import { applyEdits, type Edit, mapRanges, type Range } from './edit';
import { lineSegments } from './lines';

/**
 * A stretch of the text with a role of its own. Segments are sorted, do not overlap, and lie a line break apart. A cue
 * is one whole line, and where there are cues every line is one.
 */
export type Segment = Range & (Untimed | ({ readonly kind: 'cue' } & Cue));

interface Untimed {
  readonly kind: 'heading' | 'paragraph' | 'image';
}

export type CueSegment = Extract<Segment, { kind: 'cue' }>;

/** What was said, as one editable text, and what is known about its parts. */
export interface Transcript {
  /** The file's name without folders, for rules that hold only in some documents. */
  readonly name: string;
  /** The text with `\n` for every line end; a line break inside a cue is `lineBreak`. */
  readonly text: string;
  readonly segments: readonly Segment[];
  /** Words whose times are known, sorted; each stands in a cue. */
  readonly words?: readonly Word[];
  /** Image links, addresses, markup: no step touches these. Sorted, not overlapping. */
  readonly protected: readonly Range[];
}

/**
 * The transcript after `edits` (sorted, not overlapping): cues keep their times, protected ranges their text. Text
 * without times that lines were joined or parted in has the segments that its lines make; in timed text the cues of
 * such lines are joined or parted with them.
 */
export function editTranscript(transcript: Transcript, edits: readonly Edit[]): Transcript {
  if (edits.length === 0) return transcript;
  const { name, words } = transcript;
  const text = applyEdits(transcript.text, edits);
  const breaks = edits.some(({ from, to, insert }) =>
    `${transcript.text.slice(from, to)}${insert}`.includes('\n'),
  );
  return {
    name,
    text,
    segments: breaks ? resegment(transcript, text, edits) : mapRanges(transcript.segments, edits, true),
    protected: keptRanges(transcript, edits),
    ...(words && { words: mapRanges(words, edits, false) }),
  };
}

function resegment(before: Transcript, text: string, edits: readonly Edit[]): Segment[] {
  const cues = cuesOf(before);
  if (cues.length > 0)
    return cueSegments(text, reviseCues(cues, before.text, edits, wordTimes(before.words ?? [])));
  return before.segments.length > 0 ? lineSegments(text) : [];
}

/** The cues of a timed transcript, one for each line; none of another. */
export const cuesOf = (transcript: Transcript): CueSegment[] =>
  transcript.segments.filter((segment) => segment.kind === 'cue');

/** What is known of a cue beside its text. */
export const cueOf = ({ time, speaker, origin }: CueSegment): Cue => ({
  time,
  ...(speaker !== undefined && { speaker }),
  ...(origin !== undefined && { origin }),
});

/** The lines of a text as the segments of as many cues. */
export function cueSegments(text: string, cues: readonly Cue[]): CueSegment[] {
  if (cues.length === 0) return [];
  let from = 0;
  return text.split('\n').flatMap((line, index): CueSegment[] => {
    const cue = cues[index];
    const range = { from, to: from + line.length };
    from = range.to + 1;
    return cue ? [{ ...cue, ...range, kind: 'cue' }] : [];
  });
}

/** The protected ranges after `edits`; what one edit takes out and the same or a later one puts in is found again. */
function keptRanges(transcript: Transcript, edits: readonly Edit[]): Range[] {
  const mapped = mapRanges(transcript.protected, edits, false);
  const starts: number[] = [];
  let shift = 0;
  for (const edit of edits) {
    starts.push(edit.from + shift);
    shift += edit.insert.length - (edit.to - edit.from);
  }
  let next = 0; // the first edit that reaches past the range
  const searched = new Map<number, number>(); // up to where an insertion was searched
  const ranges = transcript.protected.flatMap((range, index) => {
    while ((edits[next]?.to ?? Infinity) <= range.from) next++;
    const target = mapped[index] ?? range;
    if (target.to - target.from === range.to - range.from) return [target];
    const kept = transcript.text.slice(range.from, range.to);
    for (let at = next; at < edits.length; at++) {
      const found = edits[at]?.insert.indexOf(kept, searched.get(at)) ?? -1;
      if (found < 0) continue;
      searched.set(at, found + kept.length);
      const from = (starts[at] ?? 0) + found;
      return [{ from, to: from + kept.length }];
    }
    return [];
  });
  return ranges.sort((a, b) => a.from - b.from);
}

/** Whether its text was given times by the file it came from. */
export const isTimed = (transcript: Transcript): boolean => transcript.segments[0]?.kind === 'cue';
