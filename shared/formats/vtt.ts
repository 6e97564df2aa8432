import type { CueTime, Word } from '../transcript/cues';
import type { Transcript } from '../transcript/transcript';
import { looseClock, parseClock, writeClock } from './clock';
import { type Block, type BlockDialect, readBlocks } from './cue-blocks';
import { htmlMarks, type Marks, writeCueTexts } from './cue-text';
import { decodeEntities, entity } from './entities';
import type { Format } from './formats';
import type { Reading } from './reading';
import { type RewriteDialect, rewriteCues } from './rewrite';
import { type FoundCue, type Stretch, timedReading } from './timed-reading';
import { type Stamp, stampWords, timeStretches } from './word-stamps';

const clock = String.raw`(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}`;

const dialect: BlockDialect = {
  usualTiming: new RegExp(`^${clock}[ \\t]+-->[ \\t]+${clock}(?:[ \\t].*)?$`),
  numbered: false,
  isCarried: (line, index) => (index === 0 ? isHeader(line) : /^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(line)),
};

const isHeader = (line: string): boolean => /^\ufeff?WEBVTT(?:\s|$)/.test(line);

const rewriteDialect: RewriteDialect = {
  clock: (time, like) => writeClock(time, '.', 3, /:.*:/.test(like) ? 2 : 0),
  text: (text, words, like) => {
    const quoted = (part: string) => part.replace(loneMark, (mark) => names[mark] ?? mark);
    if (!stamp().test(like)) return quoted(text);
    const hasClass = /><c>/.test(like);
    return stampWords(text, words, quoted, ({ start }: Word) => ({
      before: `<${writeClock(start, '.')}>${hasClass ? '<c>' : ''}`,
      after: hasClass ? '</c>' : '',
      first: stamp().exec(like)?.index === 0,
    }));
  },
  speaker: nameOf,
  lineEnds: 2,
  beforeText: '\n',
};

/** WebVTT: a header, blocks of a timing line and text, and blocks of notes, styles and regions between them. */
export const vttFormat: Format = {
  id: 'vtt',
  recognises: (source) => isHeader(source.slice(0, 10)),
  read: readVtt,
  write: writeVtt,
  rewrite: (reading, transcript) => rewriteCues(reading, transcript, rewriteDialect),
};

function readVtt(source: string, name: string): Reading {
  const { blocks, repairs } = readBlocks(source, dialect);
  const header = isHeader(source.slice(0, 10)) ? [] : [{ line: 1, what: 'header' } as const];
  const found = { cues: blocks.map((block) => cueOf(source, block)), repairs: [...header, ...repairs] };
  return timedReading('vtt', source, name, found);
}

const voice = /^(\s*<v(?:\.[^\s<>]*)?[ \t]+(?![ \t]))([^<>\n]*)>/;

/** Takes the speaker, and the times of words, out of a cue's text. */
function cueOf(source: string, block: Block): FoundCue {
  const text = source.slice(block.text.from, block.text.to);
  const match = /<v[\s.].*<v[\s.]/s.test(text) ? null : voice.exec(text);
  const end = block.text.to - (match ? (/<\/v>\s*$/.exec(text)?.[0].length ?? 0) : 0);
  const start = block.text.from + (match?.[0].length ?? 0);
  const inside = { from: start, to: Math.max(start, end) };
  const from = block.text.from + (match?.[1]?.length ?? 0);
  const lines = block.lines
    .filter((line) => line.to >= inside.from && line.from <= inside.to)
    .map((line) => ({ from: Math.max(line.from, inside.from), to: Math.min(line.to, inside.to) }));
  return {
    ...block,
    text: inside,
    ...(match && {
      speaker: { from, to: from + (match[2]?.length ?? 0) },
      speakerName: decodeEntities(match[2] ?? '').trim(),
    }),
    lines: stretchesOf(source, lines.length > 0 ? lines : [inside], block.time),
  };
}

const stamp = () => new RegExp(`<(${looseClock})>(<c>)?|</c>`, 'g');

function stretchesOf(
  source: string,
  lines: readonly { from: number; to: number }[],
  time: CueTime,
): Stretch[][] {
  let isOpen = false;
  const found = lines.map((line) => {
    const stamps: Stamp[] = [];
    for (const match of source.slice(line.from, line.to).matchAll(stamp())) {
      const isClosing = match[1] === undefined;
      if (isClosing && !isOpen) continue;
      isOpen = match[2] !== undefined;
      const from = line.from + match.index;
      stamps.push({
        from,
        to: from + match[0].length,
        time: isClosing ? undefined : parseClock(match[1] ?? ''),
      });
    }
    return stamps;
  });
  return timeStretches(lines, found, time);
}

/** What cannot stand alone in the text of a cue, whether or not a person knew it. */
const loneMark = new RegExp(`&(?!${entity.slice(1)})|<(?!/?[a-zA-Z0-9.])|(?<=--)>`, 'g');
const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const marks: Marks = {
  ...htmlMarks,
  escape: (text) => text.replace(/[&<]|(?<=--)>/g, (mark) => names[mark] ?? mark),
};

function writeVtt(transcript: Transcript): string {
  const cues = writeCueTexts(transcript, marks).map(({ time, speaker, lines }) => {
    const text = lines.map((line) => `${line}\n`).join('');
    return `${writeClock(time.start, '.')} --> ${writeClock(time.end, '.')}\n${speaker ? `<v ${nameOf(speaker)}>` : ''}${text}`;
  });
  return `WEBVTT\n\n${cues.map((cue) => `${cue}\n`).join('')}`.replace(/\n\n$/, '\n');
}

function nameOf(speaker: string): string {
  return speaker
    .replace(/[&<>]/g, (mark) => names[mark] ?? mark)
    .replace(/\s+/g, ' ')
    .trim();
}
