import type { CueTime } from '../transcript/cues';
import type { Range } from '../transcript/edit';
import type { Repair, RepairKind } from './reading';
import { endOf, isBlank, type SourceLine, sourceLines } from './source-lines';
import type { FoundCue } from './timed-reading';
import { parseTiming, type TimingLine } from './timing-line';

/** What differs between SubRip and WebVTT, whose files are both blocks of lines around timing lines. */
export interface BlockDialect {
  /** A timing line as the format wants it. */
  readonly usualTiming: RegExp;
  /** Whether every cue has a number. */
  readonly numbered: boolean;
  /** Whether a line after a blank one, or the first, begins a block that is no cue and ends with a blank line. */
  isCarried(line: string, index: number): boolean;
}

/** A cue as it stands in its file, before its text is looked into. */
export type Block = Omit<FoundCue, 'lines'> & {
  readonly time: CueTime;
  readonly lines: readonly Range[];
};

/** A timing line, and the line above it that names or numbers its cue. */
interface Head {
  readonly index: number;
  readonly timing: TimingLine;
  readonly label?: Range;
  /** The first line of the block, that of the label or of the times. */
  readonly first: number;
}

/**
 * What may follow the times on their line: WebVTT's settings, which programs leave in the SubRip that they make of it, or
 * where the text stands on the picture. Anything else there is text.
 */
const settings = /^(?:(?:vertical|line|position|size|align|region|[XY][12]):\s*\S+(?:\s+|$))+$/i;

/** How long a cue is shown when its file does not tell, in milliseconds. */
export const guessedLength = 2000;

/** Finds the cues in a file of blocks and what was wrong about them, in time that grows with the file's length. */
export function readBlocks(source: string, dialect: BlockDialect): { blocks: Block[]; repairs: Repair[] } {
  const lines = sourceLines(source);
  const heads = findHeads(lines, dialect);
  const repairs: Repair[] = [];
  const repair = (index: number, what: RepairKind) => repairs.push({ line: index + 1, what });

  sortLines(lines, 0, heads[0]?.first ?? lines.length, dialect, false, repair);
  const blocks: Block[] = [];
  let lastNumber: number | undefined;
  heads.forEach((head, nth) => {
    const { timing, index, label } = head;
    const next = heads[nth + 1];
    const end = next?.first ?? lines.length;
    const before = blocks.at(-1)?.time;
    const time = timeOf(timing, before, next?.timing.startTime);
    if (timing.startTime === undefined || timing.endTime === undefined) repair(index, 'timeGuessed');
    else if (!dialect.usualTiming.test(lines[index]?.text ?? '')) repair(index, 'time');
    if (timing.endTime !== undefined && timing.endTime < time.start) repair(index, 'reversed');
    if (before && time.start < before.start) repair(index, 'order');
    if (nth > 0 && !isBlank(lines[head.first - 1])) repair(head.first, 'separator');
    if (head.first < index - 1) repair(index, 'blankLine');

    const numberRange =
      timing.number ?? (label && isNumber(source.slice(label.from, label.to)) ? label : undefined);
    if (dialect.numbered) {
      const number = numberRange && Number.parseInt(source.slice(numberRange.from, numberRange.to), 10);
      const isExpected = number !== undefined && (lastNumber === undefined || number === lastNumber + 1);
      if (!isExpected) repair(head.first, 'number');
      lastNumber = number ?? (lastNumber ?? 0) + 1;
    }

    const { text, after } = sortLines(lines, index + 1, end, dialect, true, repair);
    const rest = source.slice(timing.rest.from, timing.rest.to);
    const besideTime = rest !== '' && !settings.test(rest);
    if (besideTime) repair(index, 'besideTime');
    const found = [...(besideTime ? [timing.rest] : []), ...text];
    const textLines = found.length > 0 ? found : [placeOfText(lines, index)];
    blocks.push({
      block: { from: lines[head.first]?.from ?? 0, to: lines[after]?.from ?? source.length },
      ...(numberRange
        ? { number: numberRange }
        : label && { id: { from: label.from, to: lines[index]?.from ?? 0 } }),
      start: timing.start,
      end: timing.end,
      text: { from: textLines[0]?.from ?? 0, to: textLines.at(-1)?.to ?? 0 },
      lines: textLines,
      time,
    });
  });
  return { blocks, repairs };
}

const isNumber = (text: string): boolean => /^\s*\d+\s*$/.test(text);

function findHeads(lines: readonly SourceLine[], dialect: BlockDialect): Head[] {
  const timings = lines.flatMap((line, index) => {
    const timing = parseTiming(line);
    return timing ? [{ index, timing }] : [];
  });
  const above = (index: number) => lines[index - 1];
  // Where most cues have their number right above, a number there is one even without a blank line before it.
  const hasNumbers =
    timings.filter(({ index }) => isNumber(above(index)?.text ?? '')).length * 2 > timings.length;
  let last = -1;
  let counted = 0;
  return timings.map(({ index, timing }) => {
    const isLabel = (at: number, line: string) => {
      if (at <= last || timing.number) return false;
      const isApart = isBlank(lines[at - 1]);
      if (!isNumber(line))
        return !dialect.numbered && line.trim() !== '' && isApart && !dialect.isCarried(line, at);
      if (at === index - 1) return isApart || at - 1 === last || hasNumbers;
      // A blank line parts the number from the times: any number but the one that is due may well be text.
      return isApart && Number(line) === counted + 1;
    };
    let at = index - 1;
    while (dialect.numbered && at > last + 1 && isBlank(lines[at])) at--;
    const line = lines[at];
    const hasLabel = line !== undefined && isLabel(at, line.text);
    last = index;
    counted = hasLabel && isNumber(line.text) ? Number(line.text) : counted + 1;
    if (!hasLabel) return { index, timing, first: index };
    const blank = line.text.length - line.text.trimStart().length;
    const from = line.from + blank;
    return { index, timing, first: at, label: { from, to: from + line.text.trim().length } };
  });
}

function timeOf(timing: TimingLine, before: CueTime | undefined, next: number | undefined): CueTime {
  const start = timing.startTime ?? Math.min(before?.end ?? 0, timing.endTime ?? Infinity);
  if (timing.endTime !== undefined) return { start, end: Math.max(start, timing.endTime) };
  return {
    start,
    end: next !== undefined && next > start ? Math.min(next, start + guessedLength) : start + guessedLength,
  };
}

/**
 * Sorts the lines between two heads into a cue's text and blocks that are carried along. What comes after such a block,
 * or before the first cue, belongs to none.
 */
function sortLines(
  lines: readonly SourceLine[],
  from: number,
  to: number,
  dialect: BlockDialect,
  inCue: boolean,
  repair: (index: number, what: RepairKind) => void,
): { text: Range[]; after: number } {
  const text: Range[] = [];
  let isCarried = false;
  let after: number | undefined;
  let mayBegin = !inCue;
  for (let index = from; index < to; index++) {
    const line = lines[index];
    if (!line) break;
    if (isBlank(line)) {
      isCarried = false;
      mayBegin = true;
      continue;
    }
    if (mayBegin && !isCarried && dialect.isCarried(line.text, index)) {
      isCarried = true;
      after ??= index;
    }
    if (!isCarried) {
      if (!inCue || after !== undefined) repair(index, 'outside');
      else {
        if (mayBegin) repair(index, 'blankLine');
        text.push({ from: line.from, to: endOf(line) });
      }
    }
    mayBegin = false;
  }
  return { text, after: after ?? to };
}

/** A cue without text still has a place for it: the line under its times, if that is blank, or the end of theirs. */
function placeOfText(lines: readonly SourceLine[], timing: number): Range {
  const below = lines[timing + 1];
  const at = below && isBlank(below) ? below.from : lines[timing] ? endOf(lines[timing]) : 0;
  return { from: at, to: at };
}
