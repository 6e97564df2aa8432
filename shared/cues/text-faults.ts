import { lineBreak } from '../transcript/cues';
import type { Terms } from './breaks';
import { breakIntoLines } from './cut';
import type { CueFix, Found, ShownCue } from './fault';
import { type CueProfile, isLatin, limitsFor } from './profile';
import { hanWidth, widthOf } from './width';

/** A cue that says the same as the one above is joined to it if it follows so soon and says so much; ms and width. */
const repeatedWithin = 500;
const repeatedWidth = 5;

/** What is wrong with the text of a cue, on its own and beside the one above. */
export function textFaults(
  cue: ShownCue,
  above: ShownCue | undefined,
  profile: CueProfile,
  terms: Terms | undefined,
): Found[] {
  if (isEmpty(cue)) return [{ kind: 'empty', severity: 'error', fix: { kind: 'remove' } }];
  return [...lineFaults(cue, profile, terms), ...repetition(cue, above, profile)];
}

const isEmpty = ({ lines }: ShownCue): boolean => lines.join('').trim() === '';

function lineFaults({ lines }: ShownCue, profile: CueProfile, terms: Terms | undefined): Found[] {
  const shape = shapeOf(lines, profile);
  if (shape.excess === 0) return [];
  const fix = rebroken(lines, profile, terms);
  const found: Found[] = [];
  if (lines.length > profile.mostLines)
    found.push({
      kind: 'tooManyLines',
      severity: 'error',
      lines: lines.length,
      most: profile.mostLines,
      ...(fix && { fix }),
    });
  const { width, wanted, widest, unit } = shape;
  const isOver = width > widest;
  if (width > wanted)
    found.push({
      kind: 'lineTooWide',
      severity: isOver ? 'error' : 'hint',
      width: width / unit,
      most: (isOver ? widest : wanted) / unit,
      ...(fix && { fix }),
    });
  return found;
}

interface Shape {
  /** The width of the widest line, and what it should be at most and may be. */
  readonly width: number;
  readonly wanted: number;
  readonly widest: number;
  /** The width of one character of the cue's script. */
  readonly unit: number;
  /** 0 where all is as it should be, 1 where it is wider than wanted, 2 where it may not be so. */
  readonly excess: 0 | 1 | 2;
}

function shapeOf(lines: readonly string[], profile: CueProfile): Shape {
  const text = lines.join('');
  const limits = limitsFor(text, profile);
  const latin = isLatin(widthOf(text, profile.countEvery), hanWidth(text));
  const width = lines.reduce((most, line) => Math.max(most, widthOf(line, profile.countEvery)), 0);
  const isOver = lines.length > profile.mostLines || width > limits.widest;
  const excess = isOver ? 2 : width > limits.wanted ? 1 : 0;
  return { ...limits, width, unit: latin && !profile.countEvery ? 0.5 : 1, excess };
}

/** The same text in lines that are better than these. */
function rebroken(
  lines: readonly string[],
  profile: CueProfile,
  terms: Terms | undefined,
): CueFix | undefined {
  const better = breakIntoLines(lines.join(lineBreak), profile, terms);
  if (!better || shapeOf(better, profile).excess >= shapeOf(lines, profile).excess) return undefined;
  return { kind: 'rebreak', lines: better };
}

function repetition(cue: ShownCue, above: ShownCue | undefined, profile: CueProfile): Found[] {
  const text = cue.lines.join('');
  if (above?.lines.join('') !== text) return [];
  const fix = widthOf(text) >= repeatedWidth && joined(above, cue, profile) && ({ kind: 'join' } as const);
  return [{ kind: 'repeated', severity: 'warning', ...(fix && { fix }) }];
}

/** A cue shown until the end of the next, which says the same; undefined where that would be too long or too far. */
export function joined<Cue extends ShownCue>(above: Cue, cue: Cue, { longest }: CueProfile): Cue | undefined {
  if (!above.time || !cue.time) return undefined;
  const { start } = above.time;
  const end = Math.max(above.time.end, cue.time.end);
  const follows = cue.time.start >= start && cue.time.start <= above.time.end + repeatedWithin;
  return follows && end - start <= longest ? { ...above, time: { start, end } } : undefined;
}
