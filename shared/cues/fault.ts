import type { CueTime } from '../transcript/cues';

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
type Fault =
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
  /** The next cue follows soon, but not so soon that the two read as one. */
  | { readonly kind: 'gapNotClosed'; readonly gap: number; readonly wanted: number }
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
  /** The same text in other lines. */
  | { readonly kind: 'rebreak'; readonly lines: readonly string[] }
  | { readonly kind: 'remove' }
  /** The cue goes, and the one above, which says the same, is shown until its end. */
  | { readonly kind: 'join' }
  /** All cues into the order of their times. */
  | { readonly kind: 'sort' };

/** A fault with how bad it is and what may be done about it. */
export type Found = Fault & { readonly severity: Severity; readonly fix?: CueFix };

/** The same with the cue's place in the list. */
export type CueProblem = Found & { readonly cue: number };
