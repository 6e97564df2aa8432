import { applyEdits, type Edit, mapRanges, type Range } from './edit';
import { lineSegments } from './lines';

/** A stretch of the text with a role of its own. Segments are sorted, do not overlap, and lie a line break apart. */
export interface Segment extends Range {
  readonly kind: 'heading' | 'paragraph' | 'image' | 'cue';
  /** When a cue is shown, in milliseconds from the start of the recording. */
  readonly time?: CueTime;
}

/** Milliseconds from the start of the recording. */
interface CueTime {
  readonly start: number;
  readonly end: number;
}

/** What was said, as one editable text, and what is known about its parts. */
export interface Transcript {
  /** The file's name without folders, for rules that hold only in some documents. */
  readonly name: string;
  /** The text with `\n` for every line end. */
  readonly text: string;
  readonly segments: readonly Segment[];
  /** Image links, addresses, markup: no step touches these. Sorted, not overlapping. */
  readonly protected: readonly Range[];
}

/**
 * The transcript after `edits` (sorted, not overlapping): segments keep their times, protected ranges their text. Text
 * without times that lines were joined or parted in has the segments that its lines make.
 */
export function editTranscript(transcript: Transcript, edits: readonly Edit[]): Transcript {
  if (edits.length === 0) return transcript;
  const text = applyEdits(transcript.text, edits);
  const relined =
    transcript.segments.length > 0 &&
    transcript.segments.every((segment) => segment.kind !== 'cue') &&
    edits.some(({ from, to, insert }) => `${transcript.text.slice(from, to)}${insert}`.includes('\n'));
  return {
    name: transcript.name,
    text,
    segments: relined ? lineSegments(text) : mapRanges(transcript.segments, edits, true),
    protected: keptRanges(transcript, edits),
  };
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

/** Whether any text was given a time by the file it came from. */
export const isTimed = (transcript: Transcript): boolean =>
  transcript.segments.some((segment) => segment.time !== undefined);
