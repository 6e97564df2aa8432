import type { Range } from '../transcript/edit';
import type { Transcript } from '../transcript/transcript';
import { parseClock, writeClock } from './clock';
import { guessedLength } from './cue-blocks';
import { noMarks, writeCueTexts } from './cue-text';
import type { Format } from './formats';
import { protectedInCues } from './protect';
import type { Reading, Repair, RepairKind } from './reading';
import { type RewriteDialect, rewriteCues } from './rewrite';
import { endOf, isBlank, type SourceLine, sourceLines } from './source-lines';
import { type FoundCue, timedReading } from './timed-reading';

const rewriteDialect: RewriteDialect = {
  clock: (time, like) => {
    if (/[:：]/.test(like)) return writeClock(time, '.');
    const places = /[.,](\d+)/.exec(like)?.[1]?.length;
    return places === undefined ? String(Math.round(time)) : (time / 1000).toFixed(Math.max(3, places));
  },
  text: (text) => text.replaceAll('\n', ' '),
  lineEnds: 1,
  beforeText: '\t',
};

const header = /^\ufeff?\s*start\w*\s*\t\s*end/i;

/** Tab-separated values as Whisper writes them: start, end and text, in milliseconds; in seconds where they have a point. */
export const tsvFormat: Format = {
  id: 'tsv',
  extensions: ['tsv'],
  timed: true,
  recognises: (source) => /^\ufeff?start\tend\ttext[ \t]*(?:[\r\n]|$)/i.test(source),
  read: readTsv,
  write: writeTsv,
  rewrite: (reading, transcript) => rewriteCues(reading, transcript, rewriteDialect),
};

/** A line that begins with a time; the second is missing where none can be read in its place. */
interface Row {
  readonly index: number;
  readonly start: Range;
  readonly end?: Range;
  readonly text: Range;
}

function readTsv(source: string, name: string): Reading {
  const repairs: Repair[] = [];
  const lines = sourceLines(source);
  const first = lines.findIndex((line) => !isBlank(line));
  const hasHeader = header.test(lines[first]?.text ?? '');
  const rows = lines.flatMap((line, index): Row[] => {
    if (isBlank(line) || (hasHeader && index === first)) return [];
    const row = readRow(line, index);
    if (row) return [row];
    repairs.push({ line: index + 1, what: 'outside' });
    return [];
  });
  const clocks = rows.map(({ start, end }) =>
    [start, end].map((range) => (range ? source.slice(range.from, range.to) : '')),
  );
  const scale = scaleOf(clocks, hasHeader);
  const times = clocks.map(([start = '', end = '']) => ({ start: timeOf(start, scale), end: timeOf(end, scale) }));
  let before = 0;
  const cues = rows.map((row, nth): FoundCue => {
    const repair = (what: RepairKind) => repairs.push({ line: row.index + 1, what });
    const start = times[nth]?.start ?? 0;
    const end = times[nth]?.end;
    if (end === undefined || (nth === 0 && scale.isGuessed)) repair('timeGuessed');
    else if (end < start) repair('reversed');
    if (start < before) repair('order');
    before = start;
    const next = times[nth + 1]?.start ?? Infinity;
    const guess = next > start ? Math.min(next, start + guessedLength) : start + guessedLength;
    return {
      block: { from: lines[row.index]?.from ?? 0, to: lines[row.index + 1]?.from ?? source.length },
      start: row.start,
      ...(row.end && { end: row.end }),
      text: row.text,
      time: { start, end: Math.max(start, end ?? guess) },
      lines: [[row.text]],
    };
  });
  return timedReading('tsv', source, name, { cues, repairs }, protectedInCues);
}

const number = /^-?\d+(?:[.,]\d*)?$/;
const isTime = (field: string): boolean => number.test(field) || parseClock(field) !== undefined;

function readRow(line: SourceLine, index: number): Row | undefined {
  const fields: Range[] = [];
  let at = 0;
  while (fields.length < 2) {
    const tab = line.text.indexOf('\t', at);
    const field = line.text.slice(at, tab < 0 ? undefined : tab);
    const value = field.trim();
    if (!isTime(value)) break;
    const from = line.from + at + field.indexOf(value);
    fields.push({ from, to: from + value.length });
    at = tab < 0 ? line.text.length : tab + 1;
    if (tab < 0) break;
  }
  const [start, end] = fields;
  // A line of a single number may well be anything.
  if (!start || at === 0 || (!end && !line.text.includes('\t'))) return undefined;
  return { index, start, ...(end && { end }), text: { from: line.from + at, to: endOf(line) } };
}

interface Scale {
  readonly perUnit: 1 | 1000;
  readonly isGuessed: boolean;
}

/** Numbers with a point are seconds. Without a point and a heading, lines of less than 100 ms each are taken for seconds. */
function scaleOf(clocks: readonly (readonly string[])[], hasHeader: boolean): Scale {
  const numbers = clocks.filter((pair) => pair.every((clock) => number.test(clock)));
  if (numbers.some((pair) => pair.some((clock) => /[.,]/.test(clock)))) return { perUnit: 1000, isGuessed: false };
  const lengths = numbers.map(([start, end]) => Number(end) - Number(start)).sort((a, b) => a - b);
  const isSeconds = !hasHeader && (lengths[lengths.length >> 1] ?? 100) < 100;
  return { perUnit: isSeconds ? 1000 : 1, isGuessed: isSeconds };
}

function timeOf(clock: string, { perUnit }: Scale): number | undefined {
  if (!number.test(clock)) return parseClock(clock);
  return Math.max(0, Math.round(Number(clock.replace(',', '.')) * perUnit));
}

function writeTsv(transcript: Transcript): string {
  const rows = writeCueTexts(transcript, noMarks).map(({ time, lines }) =>
    [Math.round(time.start), Math.round(time.end), lines.join(' ').replace(/\s*\t\s*/g, ' ')].join('\t'),
  );
  return `${['start\tend\ttext', ...rows].join('\n')}\n`;
}
