import { type CueTime, lineBreak } from '../transcript/cues';
import type { Terms } from './breaks';
import { breakIntoLines } from './cut';
import { unfinishedPairs } from './pairs';
import { type CueProfile, limitsFor, limitsOf } from './profile';
import { readingTime, widthOf } from './width';

/** A cue as it is shown. One without a time is only checked for its text. */
export interface ShownCue {
  readonly lines: readonly string[];
  readonly time?: CueTime;
}

/** How bad a problem is, the worst first. */
export const severities = ['error', 'warning', 'hint'] as const;
export type Severity = (typeof severities)[number];

/**
 * What is wrong with a cue, with the numbers for its sentence. Widths are in characters: Han ones, or Latin ones in a
 * Latin cue. Times are milliseconds.
 */
export type Fault =
  | { readonly kind: 'lineTooWide'; readonly width: number; readonly most: number }
  | { readonly kind: 'tooManyLines'; readonly lines: number; readonly most: number }
  /** Shown for less than a person needs to read it. */
  | { readonly kind: 'tooFast'; readonly shown: number; readonly needed: number }
  | { readonly kind: 'tooShort'; readonly shown: number; readonly least: number }
  | { readonly kind: 'tooLong'; readonly shown: number; readonly most: number }
  /** It ends when it begins, or before. */
  | { readonly kind: 'notPositive'; readonly shown: number }
  /** The next cue follows too soon, or begins before this one ends. */
  | { readonly kind: 'gapTooSmall'; readonly gap: number; readonly least: number }
  | { readonly kind: 'overlap'; readonly by: number }
  /** It begins before the cue above it does. */
  | { readonly kind: 'outOfOrder'; readonly by: number }
  | { readonly kind: 'empty' }
  /** The same text as the cue above. */
  | { readonly kind: 'repeated' }
  /** A bracket or quote whose other half is missing. */
  | { readonly kind: 'unfinishedPair'; readonly mark: string };

/** What can safely be done about a problem. */
export type CueFix =
  | { readonly kind: 'extend' | 'trim'; readonly time: CueTime }
  | { readonly kind: 'rebreak'; readonly lines: readonly string[] }
  | { readonly kind: 'remove' }
  /** The cue goes, and the one above, which says the same, is shown until its end. */
  | { readonly kind: 'join' }
  /** All cues into the order of their times. */
  | { readonly kind: 'sort' };

export type CueProblem = Fault & {
  readonly severity: Severity;
  /** The cue's place in the list. */
  readonly cue: number;
  readonly fix?: CueFix;
};

/** Above this share of the time it is shown, what a cue's text needs is too much; the factor is Netflix's 11 for 9. */
const muchTooFast = 1.25;
/** Below this share of the shortest time, a cue is much too short: Netflix's 5/6 s. */
const muchTooShort = 5 / 6;
/** A cue that says the same is joined to the one above if it follows so soon and says so much; ms and width. */
const repeatedWithin = 500;
const repeatedWidth = 5;

/** All problems of the cues, the worst first and then in the order of the cues. Linear in the number of cues. */
export function checkCues(cues: readonly ShownCue[], profile: CueProfile, terms?: Terms): CueProblem[] {
  const problems = cues.flatMap((cue, index) => {
    const above = cues[index - 1];
    const faults = [
      ...checkText(cue, above, profile, terms),
      ...checkTime(cue.time, nextStart(cues, index), cue, profile),
      ...checkOrder(cue.time, lastTime(cues, index)),
    ];
    return faults.map((fault) => ({ ...fault, cue: index }));
  });
  for (const { cue, mark } of unfinishedPairs(cues))
    problems.push({ kind: 'unfinishedPair', severity: 'warning', mark, cue });
  return problems.sort(
    (one, other) => rank(one.severity) - rank(other.severity) || one.cue - other.cue,
  );
}

const rank = (severity: Severity): number => severities.indexOf(severity);

/** When the next cue that has a time begins. Cues without times are rare, so that this is soon found. */
function nextStart(cues: readonly ShownCue[], index: number): number | undefined {
  return cues[index + 1]?.time?.start;
}

function lastTime(cues: readonly ShownCue[], index: number): CueTime | undefined {
  return cues[index - 1]?.time;
}

type Found = Fault & { readonly severity: Severity; readonly fix?: CueFix };

function checkText(
  { lines, time }: ShownCue,
  above: ShownCue | undefined,
  profile: CueProfile,
  terms: Terms | undefined,
): Found[] {
  const text = lines.join('');
  if (text.trim() === '') return [{ kind: 'empty', severity: 'error', fix: { kind: 'remove' } }];
  const found: Found[] = [];
  const shape = shapeOf(lines, profile);
  if (shape !== 'fits') {
    const lines_ = better(lines, profile, terms);
    const fix = lines_ && ({ kind: 'rebreak', lines: lines_ } as const);
    if (lines.length > profile.mostLines)
      found.push({
        kind: 'tooManyLines',
        severity: 'error',
        lines: lines.length,
        most: profile.mostLines,
        ...(fix && { fix }),
      });
    const { wanted, widest } = limitsFor(text, profile);
    const width = widestOf(lines, profile);
    const unit = limitsFor(text, profile).wanted === limitsOf(profile).latin.wanted && !profile.countEvery ? 2 : 1;
    if (width > wanted)
      found.push({
        kind: 'lineTooWide',
        severity: width > widest ? 'error' : 'hint',
        width: width * unit,
        most: (width > widest ? widest : wanted) * unit,
        ...(fix && { fix }),
      });
  }
  if (above && above.lines.join('') === text) {
    const joins = time && above.time && canJoin(above.time, time, profile) && widthOf(text) >= repeatedWidth;
    found.push({ kind: 'repeated', severity: 'warning', ...(joins && { fix: { kind: 'join' } }) });
  }
  return found;
}
