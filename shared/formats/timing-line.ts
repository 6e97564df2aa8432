import type { Range } from '../transcript/edit';
import { looseClock, parseClock } from './clock';
import { endOf, type SourceLine } from './source-lines';

/** A line that says when a cue of SubRip or WebVTT is shown. */
export interface TimingLine {
  /** A number before the times, where it does not stand on a line of its own. */
  readonly number?: Range;
  readonly start: Range;
  readonly end: Range;
  /** In milliseconds; undefined where it cannot be read. */
  readonly startTime: number | undefined;
  readonly endTime: number | undefined;
  /** What follows the times: settings, or text in the wrong place. */
  readonly rest: Range;
}

const arrow = '[-–—−－=]{1,3}\\s?[>＞]|→';
const loose = new RegExp(
  `^(\\s*)(\\d+[.)]?\\s+)?(-?${looseClock})(\\s*(?:${arrow})\\s*)(-?${looseClock})(?!\\d)(.*)$`,
  's',
);
const withoutArrow =
  /^(\s*)(\d+[.)]?\s+)?(\d+:\d\d:\d\d[.,]\d{1,3})(\s+)(\d+:\d\d:\d\d[.,]\d{1,3})(?=\s|$)(.*)$/s;
const startOnly = new RegExp(`^(\\s*)()(${looseClock})(\\s*--+>\\s*)([^\\s]{0,16})(\\s*)$`);
const endOnly = new RegExp(`^(\\s*)()([^\\s]{0,16})(\\s*--+>\\s*)(${looseClock})(?=\\s|$)(.*)$`, 's');

/** Reads a timing line in any of the shapes in which it occurs; undefined where the line is none. */
export function parseTiming(line: SourceLine): TimingLine | undefined {
  if (!/[:：]/.test(line.text.slice(0, 80))) return undefined;
  const match =
    loose.exec(line.text) ??
    withoutArrow.exec(line.text) ??
    startOnly.exec(line.text) ??
    endOnly.exec(line.text);
  if (!match) return undefined;
  const [, indent = '', number = '', start = '', between = '', end = '', rest = ''] = match;
  let at = line.from + indent.length;
  const take = (text: string): Range => {
    const range = { from: at, to: at + text.length };
    at = range.to;
    return range;
  };
  const numbered = take(number);
  const startRange = take(start);
  take(between);
  const endRange = take(end);
  const blank = rest.length - rest.trimStart().length;
  return {
    ...(number && { number: { from: numbered.from, to: numbered.from + number.replace(/\D+$/, '').length } }),
    start: startRange,
    end: endRange,
    startTime: timeOf(start),
    endTime: timeOf(end),
    rest: { from: endRange.to + blank, to: Math.max(endRange.to + blank, endOf(line) - trailing(rest)) },
  };
}

const trailing = (text: string): number => text.length - text.trimEnd().length;

/** A time before the recording begins is its beginning. */
const timeOf = (clock: string): number | undefined => (clock.startsWith('-') ? 0 : parseClock(clock));
