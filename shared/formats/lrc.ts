import type { Range } from '../transcript/edit';
import type { Transcript } from '../transcript/transcript';
import { noMarks, writeCueTexts } from './cue-text';
import type { Format } from './formats';
import { protectedInCues } from './protect';
import type { CueSource, Reading, Repair } from './reading';
import { type RewriteDialect, rewriteCues } from './rewrite';
import { endOf, isBlank, type SourceLine, sourceLines } from './source-lines';
import { type FoundCue, timedReading } from './timed-reading';
import { type Stamp, stampWords, timeStretches } from './word-stamps';

/** LRC: lines of text after the time at which each begins; an empty line ends the one before it. */
export const lrcFormat: Format = {
  id: 'lrc',
  extensions: ['lrc'],
  timed: true,
  recognises: (source) => /^(?:\s*\[[a-zA-Z#][\w-]*:[^\]\n]*\][ \t]*[\r\n]+)*\s*\[\d{1,3}:\d\d[.:]\d{2,3}\]/.test(source),
  read: readLrc,
  write: writeLrc,
  rewrite: (reading, transcript) =>
    rewriteCues(reading, transcript, rewriteDialect(offsetOf(reading.source))),
};

const clock = String.raw`\s*(?:(\d+)[:：])??(\d{1,4})[:：](\d{1,2})(?:[.:：．,](\d{1,3}))?\s*`;
const lineStamp = new RegExp(`\\[${clock}\\][ \\t]*`, 'y');
const wordStamp = () => new RegExp(`[<[]${clock}[>\\]]`, 'g');

/** How long the last line is shown, which nothing ends, in milliseconds. */
const lastLength = 5000;

const timeOf = ([, hours = '0', minutes = '0', seconds = '0', fraction = '0']: readonly (string | undefined)[]) =>
  (Number(hours) * 60 + Number(minutes)) * 60_000 + Number(seconds) * 1000 + Math.round(Number(`0.${fraction}`) * 1000);

/** The tag that moves all times: so many milliseconds later than they should be are they written. */
function offsetOf(source: string): number {
  return Number(/^[ \t]*\[offset:[ \t]*([+-]?\d{1,9})[ \t]*\]/im.exec(source)?.[1] ?? 0);
}

/** A time before a line; lines that come again have several. */
interface Entry {
  readonly index: number;
  readonly line: SourceLine;
  readonly stamp: Range;
  readonly start: number;
  readonly text: Range;
  readonly isAlone: boolean;
}

function readLrc(source: string, name: string): Reading {
  const offset = offsetOf(source);
  const lines = sourceLines(source);
  const repairs: Repair[] = [];
  let latest = 0;
  const found = lines.flatMap((line, index): Entry[] => {
    const entries = readLine(line, index, offset);
    if (entries.length === 0 && !isBlank(line) && !/^\s*\[[a-zA-Z#][\w-]*\s*:.*\]\s*$/.test(line.text))
      repairs.push({ line: index + 1, what: 'outside' });
    const stamps = entries.map(({ stamp }) => source.slice(stamp.from, stamp.to));
    if (!stamps.every((stamp) => /^\[\d{2,}:[0-5]\d\.\d{2,3}\]$/.test(stamp)))
      repairs.push({ line: index + 1, what: 'time' });
    const [only] = entries;
    if (entries.length === 1 && only) {
      if (only.start < latest) repairs.push({ line: index + 1, what: 'order' });
      latest = Math.max(latest, only.start);
    }
    return entries;
  });
  const entries = found.toSorted((a, b) => a.start - b.start);
  const marks = endMarks(entries);
  const begins = entries.filter((entry) => !marks.has(entry));
  const cues = begins.map((entry, nth): FoundCue => {
    const mark = entries.find === undefined ? undefined : markAfter.get(entry);
    return cueOf(source, lines, entry, mark, nextStart(begins, nth), offset);
  });
  return timedReading('lrc', source, name, { cues, repairs }, protectedInCues);
}
