import { lineBreak } from '../transcript/cues';
import { cuesOf, type Segment, type Transcript } from '../transcript/transcript';
import type { Format } from './formats';
import { protectedInCues } from './protect';
import { commonLineEnd, type Piece, type Reading } from './reading';

const timingLine =
  /^[ \t]*(\d+):(\d{2}):(\d{2})[,.](\d{1,3})[ \t]*-->[ \t]*(\d+):(\d{2}):(\d{2})[,.](\d{1,3})(?:[ \t].*)?$/;

/** SubRip: blocks of a number, a timing line and one or more lines of text. */
export const srtFormat: Format = {
  id: 'srt',
  extensions: ['srt'],
  timed: true,
  recognises: (source) => /^\s*\d+[ \t]*\r?\n[ \t]*\d+:\d{2}:\d{2}[,.]\d{1,3}[ \t]*-->/.test(source),
  read: readSrt,
  write: writeSrt,
};

interface SourceLine {
  readonly from: number;
  readonly text: string;
}

function readSrt(source: string, name: string): Reading {
  const lines = sourceLines(source);
  const heads = lines.flatMap((line, index) => {
    const match = timingLine.exec(line.text);
    return match ? [{ index, start: milliseconds(match, 1), end: milliseconds(match, 5) }] : [];
  });
  let text = '';
  const segments: Segment[] = [];
  const pieces: Piece[] = [];
  heads.forEach(({ index, start, end }, cue) => {
    if (cue > 0) text += '\n';
    const from = text.length;
    textLines(lines, index + 1, heads[cue + 1]?.index ?? lines.length + 1).forEach((line, n) => {
      if (n > 0) text += lineBreak;
      pieces.push({ text: text.length, source: line.from, length: line.text.length });
      text += line.text;
    });
    segments.push({ kind: 'cue', from, to: text.length, time: { start, end }, origin: cue });
  });
  const transcript = { name, text, segments, protected: protectedInCues(text) };
  return { format: 'srt', source, transcript, pieces, lineEnd: commonLineEnd(source), repairs: [] };
}

/** A cue's lines of text: up to the next cue's number, without the blank lines that part the two. */
function textLines(lines: readonly SourceLine[], from: number, nextTiming: number): readonly SourceLine[] {
  let to = Math.min(nextTiming, lines.length);
  const isNumber = (index: number) => /^[ \t]*\d+[ \t]*$/.test(lines[index]?.text ?? '');
  if (nextTiming < lines.length && to - 1 >= from && isNumber(to - 1)) to--;
  while (to > from && !lines[to - 1]?.text.trim()) to--;
  // A cue without text still has a place: the empty line under its times.
  if (to > from) return lines.slice(from, to);
  const place = lines[from] ?? lines[from - 1];
  const at = lines[from] ? lines[from].from : place ? place.from + place.text.length : 0;
  return [{ from: at, text: '' }];
}

function sourceLines(source: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let from = 0;
  for (const match of source.matchAll(/\r\n|\r|\n/g)) {
    lines.push({ from, text: source.slice(from, match.index) });
    from = match.index + match[0].length;
  }
  lines.push({ from, text: source.slice(from) });
  return lines;
}

function milliseconds(match: RegExpExecArray, at: number): number {
  const [hours, minutes, seconds] = [match[at], match[at + 1], match[at + 2]].map(Number);
  return (
    ((hours ?? 0) * 60 + (minutes ?? 0)) * 60_000 +
    (seconds ?? 0) * 1000 +
    Number((match[at + 3] ?? '').padEnd(3, '0'))
  );
}

/** Writes the timed segments of a transcript, numbered from 1. */
function writeSrt(transcript: Transcript): string {
  const blocks = cuesOf(transcript).map(({ from, to, time }) => {
    const text = transcript.text.slice(from, to).replaceAll(lineBreak, '\n');
    return `${srtTime(time.start)} --> ${srtTime(time.end)}\n${text}\n`;
  });
  return blocks.map((block, index) => `${index + 1}\n${block}`).join('\n');
}

/** Milliseconds as `hh:mm:ss,mmm`. */
export function srtTime(time: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const rest = Math.max(0, Math.round(time));
  return `${two(rest / 3_600_000)}:${two((rest / 60_000) % 60)}:${two((rest / 1000) % 60)},${String(rest % 1000).padStart(3, '0')}`;
}
