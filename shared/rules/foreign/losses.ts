import { isGuard } from '../dictionary';
import type { Rule } from '../rule';
import type { ExportResult, Loss, LossReason } from './foreign';
import { hasBorders } from './literal';

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

/** Whether it makes a difference to any spelling of a rule if letter case and width matter. */
export const hasCase = (rule: Rule): boolean =>
  [rule.expected, ...rule.patterns].some(
    (text) => typeof text !== 'string' || /\p{Cased}|[!-~\uFF01-\uFF5E]/u.test(text),
  );

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

  /** Notes what of a rule that is written takes no part there; `holds` is what does. */
  noteRest(rule: Rule, holds: readonly ('specs' | 'group' | 'note')[] = []): void {
    if (rule.split) this.note(rule, { code: 'split' });
    if (rule.specs.length > 0 && !holds.includes('specs')) this.note(rule, { code: 'specs' });
    for (const field of ['group', 'note'] as const) {
      if (rule[field] && !holds.includes(field)) this.note(rule, { code: 'label', field });
    }
  }

  /** Notes that a rule which finds text inside words comes back as one that does not. */
  noteAddedBorders(rule: Rule): void {
    const texts = [rule.expected, ...rule.patterns];
    const differs = texts.some((text) => typeof text === 'string' && hasBorders(text));
    if (!rule.borders && differs) this.note(rule, { code: 'addsBorders' });
  }

  result(text: string): ExportResult {
    return { text, omitted: [...this.#omitted.values()], notes: [...this.#notes.values()] };
  }
}
