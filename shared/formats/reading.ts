import { applyEdits, type Edit, type Range } from '../transcript/edit';
import type { Transcript } from '../transcript/transcript';
import type { FormatId } from './names';

/** What came of reading a file. */
export interface Reading {
  readonly format: FormatId;
  /** The decoded file: no byte-order mark, line ends as in the file. Or what `converted` says. */
  readonly source: string;
  /**
   * The file's text is escaped or packed, so that it cannot be patched: `source` is the transcript's own text, and lines
   * and offsets are those of this text.
   */
  readonly converted?: true;
  readonly transcript: Transcript;
  readonly pieces: readonly Piece[];
  readonly lineEnd: LineEnd;
  /** Where each cue stands in the source, for formats that can be written back cue by cue. */
  readonly cues?: readonly CueSource[];
  /** What was wrong in the file and was read all the same, in the order of its lines. */
  readonly repairs: readonly Repair[];
}

/** A cue in a file, by ranges of the source. */
export interface CueSource {
  /** All that goes when the cue goes, the blank line after it included; several cues may share one line. */
  readonly block: Range;
  /** The cue's number, in a format that counts its cues. */
  readonly number?: Range;
  /** A name that no other cue may have, with its line end. */
  readonly id?: Range;
  readonly start: Range;
  /** Missing where the format gives no end. */
  readonly end?: Range;
  /** The speaker's name, where the format marks it. */
  readonly speaker?: Range;
  /** All lines of its text, without a speaker that the format marks. */
  readonly text: Range;
}

/** Something in a file that is not as its format wants it, and was read all the same. */
export interface Repair {
  /** The line of the file, from 1. */
  readonly line: number;
  readonly what: RepairKind;
}

/** See `repairs` in the catalogue for what each means. */
export type RepairKind =
  | 'notSubtitles'
  | 'header'
  | 'number'
  | 'time'
  | 'timeGuessed'
  | 'reversed'
  | 'order'
  | 'separator'
  | 'besideTime'
  | 'blankLine'
  | 'outside'
  | 'empty'
  | 'leftOut'
  | 'unstyled'
  | 'cutOff'
  | 'brokenJson'
  | 'unknownJson'
  | 'brokenXml'
  | 'notDocx';

/**
 * A stretch of the transcript's text that stands in the source to the letter. Pieces are sorted by text, cover it but
 * for the line breaks between them, and are the only way from one to the other. What lies between two pieces in the
 * source is structure, such as the times of words. Lengths are UTF-16 code units.
 */
export interface Piece {
  readonly text: number;
  readonly source: number;
  readonly length: number;
}

export type LineEnd = '\n' | '\r\n' | '\r';

/** The line end that most lines of a file have. */
export function commonLineEnd(source: string): LineEnd {
  const crlf = source.split('\r\n').length - 1;
  const cr = source.split('\r').length - 1 - crlf;
  const lf = source.split('\n').length - 1 - crlf;
  if (crlf > 0 && crlf >= lf && crlf >= cr) return '\r\n';
  return cr > lf ? '\r' : '\n';
}

/** A text with its line ends made `\n`, and the pieces that lead back to the source. */
export function normaliseLineEnds(source: string): { text: string; pieces: Piece[] } {
  if (!source.includes('\r'))
    return { text: source, pieces: [{ text: 0, source: 0, length: source.length }] };
  const pieces: Piece[] = [];
  let text = 0;
  let start = 0;
  for (const match of source.matchAll(/\r\n?/g)) {
    pieces.push({ text, source: start, length: match.index - start });
    text += match.index - start + 1;
    start = match.index + match[0].length;
  }
  pieces.push({ text, source: start, length: source.length - start });
  return { text: source.replace(/\r\n?/g, '\n'), pieces };
}

/**
 * Edits of the transcript's text as edits of the source it was read from; line breaks put in take the file's line end.
 * Both lists are sorted and do not overlap.
 */
export function toSourceEdits(reading: Reading, edits: readonly Edit[]): Edit[] {
  const { pieces, lineEnd } = reading;
  let at = 0;
  const locate = (position: number): number => {
    while ((pieces[at + 1]?.text ?? Infinity) <= position) at++;
    const piece = pieces[at];
    return piece ? piece.source + position - piece.text : 0;
  };
  return edits.map((edit) => ({
    from: locate(edit.from),
    to: locate(edit.to),
    insert: edit.insert.replace(/[\n\u2028]/g, lineEnd),
  }));
}

/** The file as it was read, with `edits` of the transcript's text and nothing else changed. */
export const patchSource = (reading: Reading, edits: readonly Edit[]): string =>
  applyEdits(reading.source, toSourceEdits(reading, edits));
