import type { Range } from '../transcript/edit';
import type { Transcript } from '../transcript/transcript';
import { parseClock, writeClock } from './clock';
import { guessedLength } from './cue-blocks';
import { noMarks, writeCueTexts } from './cue-text';
import type { Format } from './formats';
import type { Reading, Repair } from './reading';
import { type RewriteDialect, rewriteCues } from './rewrite';
import { isBlank, type SourceLine, sourceLines } from './source-lines';
import { type FoundCue, timedReading } from './timed-reading';

const heading = /^\s*start\tend\ttext\s*$/i;
const timePart = String.raw`\d+(?:[.,]\d+)?|(?:\d+:)?\d+:\d+(?:[.,]\d+)?`;
const row = new RegExp(`^\\s*(${timePart})[ ]*\\t[ ]*(${timePart})?[ ]*(?:\\t(.*))?$`, 's');

/** Tab-separated values as Whisper writes them: start and end in milliseconds, and the text. */
export const tsvFormat: Format = {
  id: 'tsv',
  recognises: (source) => heading.test(source.slice(0, 40).split(/\r\n|\r|\n/, 1)[0] ?? ''),
  read: readTsv,
  write: writeTsv,
  rewrite: (reading, transcript) => rewriteCues(reading, transcript, rewriteDialect),
};

const rewriteDialect: RewriteDialect = {
  clock: timeLike,
  text: (text) => text.replace(/[\n\t]/g, ' '),
  lineEnds: 1,
  beforeText: '\t',
};

function readTsv(source: string, name: string): Reading {
  const cues: FoundCue[] = [];
  const repairs: Repair[] = [];
  let latest = 0;
  sourceLines(source).forEach((line, index, lines) => {
    if (isBlank(line) || (index === 0 && heading.test(line.text))) return;
    const repair = (what: Repair['what']) => repairs.push({ line: index + 1, what });
    const cue = readRow(line, { from: line.from, to: lines[index + 1]?.from ?? source.length }, repair);
    if (!cue) return;
    if (cue.time.start < latest) repair('order');
    latest = Math.max(latest, cue.time.start);
    cues.push(cue);
  });
  return timedReading('tsv', source, name, { cues, repairs });
}

function readRow(
  line: SourceLine,
  block: Range,
  repair: (what: Repair['what']) => void,
): FoundCue | undefined {
  const match = row.exec(line.text);
  if (!match) {
    repair('outside');
    return undefined;
  }
  const [whole, started = '', ended, said = ''] = match;
  const startTime = timeOf(started);
  const endTime = ended === undefined ? undefined : timeOf(ended);
  if (endTime === undefined) repair('timeGuessed');
  else if (endTime < startTime) repair('reversed');
  const at = (part: string, from: number): Range => {
    const start = line.from + from;
    return { from: start, to: start + part.length };
  };
  const startAt = whole.indexOf(started);
  const endAt = ended === undefined ? -1 : whole.indexOf(ended, startAt + started.length);
  const text = at(said, whole.length - said.length);
  return {
    block,
    start: at(started, startAt),
    ...(ended !== undefined && { end: at(ended, endAt) }),
    text,
    time: { start: startTime, end: Math.max(startTime, endTime ?? startTime + guessedLength) },
    lines: [[text]],
  };
}

/** Whole numbers are milliseconds, numbers with a fraction seconds. */
function timeOf(part: string): number {
  if (part.includes(':')) return parseClock(part) ?? 0;
  const value = Number(part.replace(',', '.'));
  return /[.,]/.test(part) ? Math.round(value * 1000) : value;
}

function timeLike(time: number, like: string): string {
  if (like.includes(':')) return writeClock(time, '.');
  return /[.,]/.test(like) ? (time / 1000).toFixed(3) : String(Math.round(time));
}

function writeTsv(transcript: Transcript): string {
  const rows = writeCueTexts(transcript, noMarks).map(
    ({ time, lines }) =>
      `${Math.round(time.start)}\t${Math.round(time.end)}\t${lines.join(' ').replaceAll('\t', ' ')}\n`,
  );
  return `start\tend\ttext\n${rows.join('')}`;
}
