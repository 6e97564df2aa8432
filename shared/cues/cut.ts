import type { Transcript } from '../transcript/transcript';
import { widthOf } from './width';

/** Widest cue: two lines of 16, as Netflix has it for Chinese. */
const widest = 32;

/** Where a cue may end, from the best place to the worst. */
const breaks = [
  /[。！？!?…]+[”’」』）)]*/g,
  /[；：;:]/g,
  /[，,、]/g,
  /(?<=[\p{Script=Han}])(?=[A-Za-z])|(?<=[A-Za-z])(?=\p{Script=Han})| /gu,
];

/**
 * Cuts the spoken text of a transcript into cues of at most two lines, one after another, without pictures and
 * headings. Cuts fall after sentences, then clauses, then at borders of Chinese and Latin.
 */
export const cutIntoCues = (transcript: Transcript): string[] =>
  transcript.segments
    .filter((segment) => segment.kind === 'paragraph' || segment.kind === 'cue')
    .flatMap((segment) => cutText(transcript.text.slice(segment.from, segment.to), 0))
    .filter((cue) => /[\p{L}\p{N}]/u.test(cue));

function cutText(text: string, level: number): string[] {
  const trimmed = text.trim();
  if (level > 0 && widthOf(trimmed) <= widest) return [trimmed];
  const pattern = breaks[level];
  if (!pattern) return cutByWidth(trimmed);
  const pieces: string[] = [];
  let at = 0;
  for (const match of trimmed.matchAll(pattern)) {
    const end = match.index + match[0].length;
    if (end > at) pieces.push(trimmed.slice(at, end));
    at = end;
  }
  pieces.push(trimmed.slice(at));
  const cut = pieces.flatMap((piece) => cutText(piece, level + 1));
  return level === 0 ? cut : joinShort(cut);
}

/** Neighbouring pieces of one sentence in one cue where they fit. */
function joinShort(pieces: readonly string[]): string[] {
  const joined: string[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const both = last === undefined ? piece : glue(last, piece);
    if (last !== undefined && widthOf(both) <= widest) joined[joined.length - 1] = both;
    else joined.push(piece);
  }
  return joined;
}

const glue = (a: string, b: string): string => (/\w$/.test(a) && /^\w/.test(b) ? `${a} ${b}` : a + b);

function cutByWidth(text: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const part of text.match(/[A-Za-z0-9.'_-]+|./gsu) ?? []) {
    if (piece && widthOf(piece + part) > widest) {
      pieces.push(piece);
      piece = '';
    }
    piece += part;
  }
  return piece.trim() ? [...pieces, piece] : pieces;
}
