import type { Range } from '../transcript/edit';
import type { Transcript } from '../transcript/transcript';
import { parseClock, writeClock } from './clock';
import { guessedLength } from './cue-blocks';
import { type Marks, writeCueTexts } from './cue-text';
import type { Format } from './formats';
import { assOverrides } from './protect';
import type { Reading, Repair, RepairKind } from './reading';
import { type RewriteDialect, rewriteCues } from './rewrite';
import { isBlank, type SourceLine, sourceLines } from './source-lines';
import { type FoundCue, timedReading } from './timed-reading';

const assTime = (time: number): string => writeClock(time, '.', 2, 1);

const rewriteDialect: RewriteDialect = {
  clock: assTime,
  text: (text) => text.replaceAll('\n', '\\N'),
  speaker: (name) => name.replaceAll(',', '，'),
  lineEnds: 1,
  beforeText: '',
};

/** Advanced SubStation Alpha and its forerunner SSA: sections of lines, in which each dialogue line is a cue. */
export const assFormat: Format = {
  id: 'ass',
  recognises: (source) =>
    /^\s*\[Script Info\]/i.test(source) || /^\[(?:Events|V4\+? Styles)\][ \t]*$/im.test(source),
  read: readAss,
  write: writeAss,
  rewrite: (reading, transcript) => rewriteCues(reading, transcript, rewriteDialect),
};

const usualFields = [
  'layer',
  'start',
  'end',
  'style',
  'name',
  'marginl',
  'marginr',
  'marginv',
  'effect',
  'text',
];
const dialogue = /^\s*Dialogue\s*[:：]\s*/i;
/** Whether a line is one of those that a section has beside dialogue: files that are packed in hold anything. */
const isStructure = (line: string, section: string): boolean => {
  if (section === 'events' || section === '') return knownEvent.test(line);
  return section === 'fonts' || section === 'graphics' || /^\s*(?:[A-Za-z][\w +]*:|;|!:)/.test(line);
};

const knownEvent = /^\s*(?:(?:Format|Comment|Picture|Sound|Movie|Command)\s*:|;|!:)/i;

function readAss(source: string, name: string): Reading {
  const cues: FoundCue[] = [];
  const repairs: Repair[] = [];
  let fields: readonly string[] = usualFields;
  let section = '';
  let hasFormat = false;
  sourceLines(source).forEach((line, index, lines) => {
    const repair = (what: RepairKind) => repairs.push({ line: index + 1, what });
    const begun = /^\s*\[([^\]]+)\]\s*$/.exec(line.text)?.[1]?.toLowerCase();
    if (begun) section = begun;
    else if (dialogue.test(line.text)) {
      if (!hasFormat) repair('header');
      hasFormat = true;
      const next = lines[index + 1]?.from ?? source.length;
      const cue = readDialogue(line, { from: line.from, to: next }, fields, repair);
      if (cue === undefined) repair('outside');
      else if (!isDrawing(source.slice(cue.text.from, cue.text.to))) cues.push(cue);
    } else if (section === 'events' && /^\s*Format\s*:/i.test(line.text)) {
      hasFormat = true;
      const named = line.text.slice(line.text.indexOf(':') + 1).split(',');
      fields = named.map((field) => field.trim().toLowerCase());
    } else if (!isBlank(line) && !isStructure(line.text, section)) {
      repair('outside');
    }
  });
  return timedReading('ass', source, name, { cues, repairs });
}

/** A dialogue line as a cue; undefined where its fields or its start cannot be told. */
function readDialogue(
  line: SourceLine,
  block: Range,
  names: readonly string[],
  repair: (what: RepairKind) => void,
): FoundCue | undefined {
  const fields: Range[] = [];
  let from = line.from + (dialogue.exec(line.text)?.[0].length ?? 0);
  while (fields.length < names.length - 1) {
    const comma = line.text.indexOf(',', from - line.from);
    if (comma < 0) return undefined;
    fields.push({ from, to: line.from + comma });
    from = line.from + comma + 1;
  }
  const slice = (range: Range) => line.text.slice(range.from - line.from, range.to - line.from);
  const field = (...called: string[]): Range | undefined => {
    const range = fields[names.findIndex((one) => called.includes(one))];
    if (!range) return undefined;
    const value = slice(range);
    const start = range.from + value.length - value.trimStart().length;
    return { from: start, to: start + value.trim().length };
  };
  const [start, end, speaker] = [field('start'), field('end'), field('name', 'actor')];
  if (!start || !end) return undefined;
  const startTime = parseClock(slice(start));
  const endTime = parseClock(slice(end));
  if (startTime === undefined) return undefined;
  if (endTime === undefined) repair('timeGuessed');
  else if (endTime < startTime) repair('reversed');
  if (![start, end].every((range) => /^\d+:[0-5]\d:[0-5]\d\.\d\d$/.test(slice(range)))) repair('time');
  const text = { from, to: line.from + line.text.length };
  return {
    block,
    start,
    end,
    text,
    ...(speaker && { speaker, speakerName: slice(speaker) }),
    time: { start: startTime, end: Math.max(startTime, endTime ?? startTime + guessedLength) },
    lines: linesOf(slice(text), from),
  };
}

/** The lines of a text that `\N` breaks, but for one within braces. */
function linesOf(text: string, offset: number): Range[][] {
  const lines: Range[][] = [];
  let from = 0;
  for (const match of text.matchAll(/\{[^{}]*\}|\\N/g)) {
    if (match[0] !== '\\N') continue;
    lines.push([{ from: offset + from, to: offset + match.index }]);
    from = match.index + 2;
  }
  return [...lines, [{ from: offset + from, to: offset + text.length }]];
}

/** Whether a text draws a shape and says nothing. */
const isDrawing = (text: string): boolean =>
  /\\p[1-9]/.test(text) && text.replace(new RegExp(assOverrides, 'g'), '').trim() === '';

const marks: Marks = {
  // Full-width braces, and a word joiner after a backslash: no player takes these for its own.
  escape: (text) =>
    text
      .replaceAll('{', '｛')
      .replaceAll('}', '｝')
      .replace(/\\(?=[Nnh])/g, '\\\u2060'),
  open: (style) => `{\\${style}1}`,
  close: (style) => `{\\${style}0}`,
};

/** Players without this font take another; one named here that has no Chinese would be kept for Latin letters. */
const header = `[Script Info]
ScriptType: v4.00+
PlayResX: 1920
PlayResY: 1080
WrapStyle: 0
ScaledBorderAndShadow: yes

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
Style: Default,Microsoft YaHei,72,&H00FFFFFF,&H000000FF,&H00000000,&H80000000,0,0,0,0,100,100,0,0,1,3,1,2,60,60,54,1

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
`;

function writeAss(transcript: Transcript): string {
  const events = writeCueTexts(transcript, marks).map(({ time, speaker = '', lines }) => {
    const name = speaker.replaceAll(',', '，').replace(/\s+/g, ' ').trim();
    return `Dialogue: 0,${assTime(time.start)},${assTime(time.end)},Default,${name},0,0,0,,${lines.join('\\N')}\n`;
  });
  return `${header}${events.join('')}`;
}
