import type { Coded } from '../../i18n/coded';
import type { en } from '../../i18n/en';
import type { Rule, RuleOrigin } from '../rule';

/** What is wrong with a rule, or could be; its sentence is in the catalogue's `lint` section. */
export type LintCode = Coded<typeof en.lint>;

export interface LintFinding {
  /** `error`: the dictionary does not do what it says; `warning`: it probably does harm; `hint`: it could be better. */
  readonly severity: Severity;
  readonly reason: LintCode;
  /** The ids of the rules that it is about, the one to look at first. */
  readonly rules: readonly string[];
  /** Where the first of them is written. */
  readonly origin: RuleOrigin;
}

export type Severity = 'error' | 'warning' | 'hint';

/** A finding about a rule, and perhaps others. */
export const finding = (
  severity: Severity,
  reason: LintCode,
  rule: Rule,
  ...others: readonly string[]
): LintFinding => ({
  severity,
  reason,
  rules: [...new Set([rule.id, ...others])],
  origin: rule.origin,
});

/** Whether a rule holds only in some places, so that what it looks for may be short or common. */
export const hasContext = (rule: Rule): boolean => rule.near !== undefined || rule.document !== undefined;

/** An expression as a dictionary file writes it. */
export const asWritten = (expression: RegExp): string =>
  `/${expression.source}/${expression.flags.replace(/[gmu]/g, '')}`;
