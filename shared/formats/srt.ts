import type { Transcript } from '../transcript/transcript';
import { writeClock } from './clock';
import { type BlockDialect, readBlocks } from './cue-blocks';
import { htmlMarks, writeCueTexts } from './cue-text';
import type { Format } from './formats';
import type { Reading } from './reading';
import { type RewriteDialect, rewriteCues } from './rewrite';
import { timedReading } from './timed-reading';

const dialect: BlockDialect = {
  usualTiming: /^\d{2,}:[0-5]\d:[0-5]\d,\d{3} --> \d{2,}:[0-5]\d:[0-5]\d,\d{3}\s*(?:\s[A-Za-z]+\d?:.*)?$/,
  numbered: true,
  isCarried: () => false,
};

const rewriteDialect: RewriteDialect = {
  clock: (time) => srtTime(time),
  text: (text) => text,
  lineEnds: 2,
  beforeText: '\n',
};

/** SubRip: blocks of a number, a timing line and one or more lines of text. */
export const srtFormat: Format = {
  id: 'srt',
  recognises: (source) => /^\s*\d+[ \t]*(?:\r\n?|\n)[ \t]*\d+:\d{2}:\d{2}[,.]\d{1,3}[ \t]*-->/.test(source),
  read: readSrt,
  write: writeSrt,
  rewrite: (reading, transcript) => rewriteCues(reading, transcript, rewriteDialect),
};

function readSrt(source: string, name: string): Reading {
  const { blocks, repairs } = readBlocks(source, dialect);
  const cues = blocks.map((block) => ({ ...block, lines: block.lines.map((line) => [line]) }));
  return timedReading('srt', source, name, { cues, repairs });
}

/** The cues of a transcript, numbered from 1. */
export function writeSrt(transcript: Transcript): string {
  return writeCueTexts(transcript, htmlMarks)
    .map(({ time, lines }, index) => {
      const text = lines.map((line) => `${withoutTiming(line)}\n`).join('');
      return `${index + 1}\n${srtTime(time.start)} --> ${srtTime(time.end)}\n${text}`;
    })
    .join('\n');
}

/** SubRip has no way to quote: a line of text that reads like times would begin a cue. */
const withoutTiming = (line: string): string => line.replaceAll('-->', '→');

/** Milliseconds as `hh:mm:ss,mmm`. */
function srtTime(time: number): string {
  return writeClock(time, ',');
}
