import { applyEdits, type Edit, mapRanges, type Range } from './edit';

/** A stretch of the text with a role of its own. Segments are sorted, do not overlap, and lie a line break apart. */
export interface Segment extends Range {
  readonly kind: 'heading' | 'paragraph' | 'image' | 'cue';
  /** When a cue is shown, in milliseconds from the start of the recording. */
  readonly time?: CueTime;
}

/** Milliseconds from the start of the recording. */
export interface CueTime {
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

/** The transcript after `edits` (sorted, not overlapping): segments keep their times, protected ranges their text. */
export function editTranscript(transcript: Transcript, edits: readonly Edit[]): Transcript {
  if (edits.length === 0) return transcript;
  return {
    name: transcript.name,
    text: applyEdits(transcript.text, edits),
    segments: mapRanges(transcript.segments, edits, true),
    protected: mapRanges(transcript.protected, edits, false),
  };
}

/** Whether any text was given a time by the file it came from. */
export const isTimed = (transcript: Transcript): boolean =>
  transcript.segments.some((segment) => segment.time !== undefined);
