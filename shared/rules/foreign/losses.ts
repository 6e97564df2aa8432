import { isGuard } from '../dictionary';
import type { Rule } from '../rule';
import type { ExportResult, Loss, LossReason } from './foreign';

/** What a format can say of a rule besides its spellings and its right text. */
export type Feature =
  | 'near'
  | 'notNear'
  | 'document'
  | 'except'
  | 'regexpMustEmpty'
  | 'enabled'
  | 'suggest'
  | 'guard';

/**
 * Why a rule must not be written to a format that holds only `features`: without its conditions it would change what
 * it must not.
 */
export function obstacle(rule: Rule, features: readonly Feature[]): LossReason | undefined {
  const needed: [Feature, boolean][] = [
    ['near', rule.near !== undefined],
    ['notNear', rule.notNear !== undefined],
    ['document', rule.document !== undefined],
    ['except', rule.except.length > 0],
    ['regexpMustEmpty', rule.mustBeEmpty !== undefined],
  ];
  for (const [field, isUsed] of needed) {
    if (isUsed && !features.includes(field)) return { code: 'condition', field };
  }
  if (!rule.enabled && !features.includes('enabled')) return { code: 'switchedOff' };
  if (rule.confidence === 'suggest' && !features.includes('suggest')) return { code: 'suggestion' };
  if (isGuard(rule) && !features.includes('guard')) return { code: 'guard' };
  return undefined;
}

/** Gathers what a format cannot hold; the same is told of a rule once. */
export class Losses {
  readonly #omitted = new Map<string, Loss>();
  readonly #notes = new Map<string, Loss>();

  omit(rule: Rule, reason: LossReason): void {
    this.#omitted.set(JSON.stringify([rule.id, reason]), { rule: rule.id, reason });
  }

  note(rule: Rule, reason: LossReason): void {
    this.#notes.set(JSON.stringify([rule.id, reason]), { rule: rule.id, reason });
  }

  /** Notes what of a rule that is written takes no part there: that its terms may be split, its specs. */
  noteRest(rule: Rule, holdsSpecs = false): void {
    if (rule.split) this.note(rule, { code: 'split' });
    if (rule.specs.length > 0 && !holdsSpecs) this.note(rule, { code: 'specs' });
  }

  result(text: string): ExportResult {
    return { text, omitted: [...this.#omitted.values()], notes: [...this.#notes.values()] };
  }
}
