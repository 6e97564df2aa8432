import type { Problem } from '../i18n/problems';
import type { Change } from '../transcript/change';
import type { RuleDraft } from './draft';

/** Where a dictionary's rules come from; a later layer overrides an earlier one by id. */
export type Layer = 'builtIn' | 'user' | 'folder';

/** A rule in force or overridden, for the list of all rules. */
export interface ListedRule {
  /** Always with its id. */
  readonly draft: RuleDraft & { readonly id: string };
  readonly layer: Layer;
  /** The dictionary's name, and the line in its file, counted from 1. */
  readonly file: string;
  readonly line: number;
  /** Whether a later layer's rule has taken its place. */
  readonly overridden: boolean;
}

/** What a rule that is not saved yet would do. */
export interface RuleTrial {
  /** Why it cannot be a rule at all. */
  readonly problem?: Problem;
  /** Its specs that do not hold. */
  readonly failures: readonly { readonly from: string; readonly to: string; readonly got: string }[];
  /** All places in the open files, in UTF-16 code units of each file's text as it was read. */
  readonly hits: readonly RuleHit[];
}

export interface RuleHit {
  readonly fileId: string;
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** Whom a new rule is for: everyone's texts, those of the file's folder, or the file alone. */
export type RuleScope =
  | { readonly kind: 'everywhere' }
  | { readonly kind: 'folder' | 'file'; readonly fileId: string };

/** What an import would bring, before anything is kept. */
export interface ImportPreview {
  /** Names the preview when it is accepted. */
  readonly token: string;
  /** What the new dictionary would be called. */
  readonly name: string;
  /** The format's name in the catalogue. */
  readonly format: string;
  readonly rules: readonly RuleDraft[];
  /** What could not be taken: the line counted from 1, its text, and why, in words. */
  readonly skipped: readonly { readonly line: number; readonly text: string; readonly reason: string }[];
  readonly notes: readonly string[];
}

/** What the rules propose for an open file now that they have changed. */
export interface Recleaned {
  readonly id: string;
  readonly changes: readonly Change[];
}
