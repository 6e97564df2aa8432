import type { Confidence } from '../transcript/change';

/**
 * One entry of a dictionary: what is misheard, what was said, and where the rule holds. A rule that minds letter case
 * and has only its own right text to look for is a guard: no rule of its pass changes that text.
 */
export interface Rule {
  /** Unique in a dictionary; a later layer's rule with the same id replaces an earlier one's. */
  readonly id: string;
  /** The right text; with regular expressions `$1` … `$99` and `$<name>` stand for their groups. */
  readonly expected: string;
  /** The misrecognitions. Without any, the rule is about the letter case and width of `expected` itself. */
  readonly patterns: readonly Pattern[];
  readonly group?: string;
  readonly caseSensitive: boolean;
  /**
   * A Latin edge of a literal ends where the word or number ends; without, the literal is found inside longer words too,
   * as lists of other tools mean it. Regular expressions say for themselves where they end.
   */
  readonly borders: boolean;
  /** A space in a literal also stands for a sentence mark, a filler or a block border in the middle of a term. */
  readonly split: boolean;
  /** One of these must stand near a hit. */
  readonly near?: Nearby;
  /** None of these may stand near a hit. */
  readonly notNear?: Nearby;
  /** The rule holds only in a document whose text or name mentions one of these. */
  readonly document?: readonly Pattern[];
  /** Phrases that are right: a hit that one of them overlaps is left alone. */
  readonly except: readonly Pattern[];
  /** A group of the regular expression, such as `$1`, that must not have matched anything (from prh). */
  readonly mustBeEmpty?: string;
  readonly confidence: Confidence;
  readonly enabled: boolean;
  readonly note?: string;
  readonly specs: readonly Spec[];
  /** Rules of a list that runs in order see what the rules before them leave; others are matched in one pass. */
  readonly inOrder: boolean;
  readonly origin: RuleOrigin;
}

/** What to look for: a literal text, or a regular expression (`u`, `m` and `g` are always on). */
export type Pattern = string | RegExp;

/** Words that make the difference, and how far from a hit they count, in UTF-16 code units. */
export interface Nearby {
  readonly words: readonly Pattern[];
  readonly within: number;
}

/** A sentence and what the dictionary must make of it; the two are equal where it must stay. */
export interface Spec {
  readonly from: string;
  readonly to: string;
}

/** Where a rule was written: the dictionary file's name or path, and the line, counted from 1. */
export interface RuleOrigin {
  readonly file: string;
  readonly line: number;
}
