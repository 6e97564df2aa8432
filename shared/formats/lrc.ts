import type { Range } from '../transcript/edit';
import type { Transcript } from '../transcript/transcript';
import { writeClock } from './clock';
import { noMarks, writeCueTexts } from './cue-text';
import type { Format } from './formats';
import type { Reading, Repair } from './reading';
import { type RewriteDialect, rewriteCues } from './rewrite';
import { isBlank, type SourceLine, sourceLines } from './source-lines';
import { type FoundCue, timedReading } from './timed-reading';
import { type Stamp, stampWords, timeStretches } from './word-stamps';

/** LRC: lines of text after the time at which each begins; an empty line ends the one before it. */
export const lrcFormat: Format = {
  id: 'lrc',
  recognises: (source) =>
    /^(?:\s*\[[a-zA-Z#][\w-]*:[^\]\n]*\][ \t]*(?=[\r\n]))*\s*\[\d{1,3}:\d\d[.:]\d{2,3}\]/.test(source),
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

const timeOf = ([, hours = '0', minutes = '0', seconds = '0', fraction = '0']: readonly (
  | string
  | undefined
)[]) =>
  (Number(hours) * 60 + Number(minutes)) * 60_000 +
  Number(seconds) * 1000 +
  Math.round(Number(`0.${fraction}`) * 1000);

/** The tag that moves all times: so many milliseconds later than they should be are they written. */
function offsetOf(source: string): number {
  return Number(/^[ \t]*\[offset:[ \t]*([+-]?\d{1,9})[ \t]*\]/im.exec(source)?.[1] ?? 0);
}

/** The brackets before a text with the time that it begins at; a line that comes again has several. */
interface Entry {
  readonly line: SourceLine;
  /** The line with its line end. */
  readonly block: Range;
  readonly stamp: Range;
  readonly start: number;
  readonly text: Range;
}

function readLrc(source: string, name: string): Reading {
  const offset = offsetOf(source);
  const lines = sourceLines(source);
  const repairs: Repair[] = [];
  let latest = 0;
  const found = lines.flatMap((line, index): Entry[] => {
    const repair = (what: Repair['what']) => repairs.push({ line: index + 1, what });
    const entries = readLine(line, lines[index + 1]?.from ?? source.length, offset);
    const [first] = entries;
    if (!first && !isBlank(line) && !tag.test(line.text)) repair('outside');
    if (!entries.every(({ stamp }) => usualStamp.test(source.slice(stamp.from, stamp.to)))) repair('time');
    if (first && entries.length === 1) {
      if (first.start < latest) repair('order');
      latest = Math.max(latest, first.start);
    }
    return entries;
  });
  const entries = found.sort((a, b) => a.start - b.start);
  const isEnd = ({ text }: Entry) => text.to === text.from;
  const cues = entries.flatMap((entry, nth): FoundCue[] => {
    const next = entries[nth + 1];
    if (isEnd(entry)) return [];
    const time = { start: entry.start, end: next ? next.start : entry.start + lastLength };
    const mark = next && isEnd(next) ? next.stamp : undefined;
    return [
      {
        block: entry.block,
        start: entry.stamp,
        ...(mark && { end: mark }),
        text: entry.text,
        time,
        lines: timeStretches([entry.text], [stampsIn(source, entry.text, offset)], time),
      },
    ];
  });
  return timedReading('lrc', source, name, { cues, repairs });
}

const tag = /^\s*\[[a-zA-Z#][\w-]*\s*:.*\]\s*$/;
const usualStamp = /^\[\d{2,}:[0-5]\d\.\d{2,3}\]$/;

function readLine(line: SourceLine, next: number, offset: number): Entry[] {
  const stamps: { readonly stamp: Range; readonly start: number }[] = [];
  let at = line.text.length - line.text.trimStart().length;
  for (;;) {
    lineStamp.lastIndex = at;
    const match = lineStamp.exec(line.text);
    if (!match) break;
    const from = line.from + at;
    const start = Math.max(0, timeOf(match) - offset);
    stamps.push({ stamp: { from, to: from + match[0].trimEnd().length }, start });
    at = lineStamp.lastIndex;
  }
  const text = { from: line.from + at, to: Math.max(line.from + at, line.from + line.text.trimEnd().length) };
  const block = { from: line.from, to: next };
  return stamps.map(({ stamp, start }) => ({ line, block, stamp, start, text }));
}

const stampsIn = (source: string, { from, to }: Range, offset: number): Stamp[] =>
  Array.from(source.slice(from, to).matchAll(wordStamp()), (match) => ({
    from: from + match.index,
    to: from + match.index + match[0].length,
    time: Math.max(0, timeOf(match) - offset),
  }));

const rewriteDialect = (offset: number): RewriteDialect => ({
  clock: (time, like) => `[${clockLike(time + offset, like)}]`,
  text(text, words, like) {
    const line = text.replaceAll('\n', ' ');
    const stamp = wordStamp().exec(like);
    if (!stamp) return line;
    return stampWords(
      line,
      words,
      (part) => part,
      ({ start }) => ({
        before: `<${clockLike(start + offset, stamp[0])}>`,
        after: '',
        first: stamp.index === 0,
      }),
    );
  },
  lineEnds: 1,
  beforeText: '',
});

/** A time in minutes with as many places as the one that was there. */
function clockLike(time: number, like: string): string {
  const places = /[.:]\d{3}\D*$/.test(like) ? 3 : 2;
  return minuteClock(time, places);
}

/** `mm:ss.xx`: LRC counts no hours. */
function minuteClock(time: number, places: 2 | 3 = 2): string {
  const rest = Math.max(0, time);
  const rounded = places === 2 ? Math.round(rest / 10) * 10 : Math.round(rest);
  const minutes = Math.floor(rounded / 60_000);
  return `${String(minutes).padStart(2, '0')}${writeClock(rounded % 60_000, '.', places, 0).slice(2)}`;
}

function writeLrc(transcript: Transcript): string {
  const cues = writeCueTexts(transcript, noMarks).sort((a, b) => a.time.start - b.time.start);
  return cues
    .map(({ time, lines }, index) => {
      const next = cues[index + 1]?.time.start ?? Infinity;
      const text = lines.join(' ').replace(/^(?=\[)/, '\u2060');
      const line = `[${minuteClock(time.start)}]${text}\n`;
      // Closer than LRC can tell, the next line is the end.
      return next - time.end < 10 || text === '' ? line : `${line}[${minuteClock(time.end)}]\n`;
    })
    .join('');
}
