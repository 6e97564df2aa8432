import type { Confidence } from '../transcript/change';

/** One entry of a dictionary: what is misheard, and what was said. */
export interface Rule {
  /** Unique in a dictionary; a later layer's rule with the same id replaces an earlier one's. */
  readonly id: string;
  readonly expected: string;
  /** The misrecognitions, literal. Without any, the rule is about the letter case of `expected` itself. */
  readonly patterns: readonly string[];
  readonly group?: string;
  readonly caseSensitive: boolean;
  readonly confidence: Confidence;
  readonly enabled: boolean;
  readonly note?: string;
  readonly specs: readonly Spec[];
  readonly origin: RuleOrigin;
}

/** A sentence and what the dictionary must make of it. */
export interface Spec {
  readonly from: string;
  readonly to: string;
}

/** Where a rule was written: the dictionary file's name or path, and the line, counted from 1. */
export interface RuleOrigin {
  readonly file: string;
  readonly line: number;
}
