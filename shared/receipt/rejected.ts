import { contextOf } from '../rules/context';
import { compileRules, findHits, type RegExpGuard, type RuleSet } from '../rules/dictionary';
import type { Rule } from '../rules/rule';
import { openTo } from '../steps/open';
import type { Edit } from '../transcript/edit';
import type { Transcript } from '../transcript/transcript';

/** Rules with exceptions, made ready to find what the exceptions keep. */
export interface ExceptedRules {
  readonly set: RuleSet;
  readonly byId: ReadonlyMap<string, Rule>;
}

/** A place where a rule would make this edit but for an exception. */
export interface Rejected extends Edit {
  readonly rule: string;
}

/** Of the rules, those that have phrases or neighbours they keep away from: what a person reverted is remembered so. */
export function exceptedRules(rules: readonly Rule[]): ExceptedRules {
  const excepted = rules.filter(({ except, notNear }) => except.length > 0 || notNear !== undefined);
  const without = excepted.map(({ notNear: _, ...rule }): Rule => ({ ...rule, except: [] }));
  return { set: compileRules(without), byId: new Map(excepted.map((rule) => [rule.id, rule])) };
}

/** The places of a transcript that exceptions keep from their rules, sorted. */
export function rejectedBefore(rules: ExceptedRules, transcript: Transcript, guard: RegExpGuard): Rejected[] {
  if (rules.byId.size === 0) return [];
  const { text, name } = transcript;
  const isOpen = openTo(transcript);
  const context = contextOf(text, name);
  const hits = findHits(rules.set, text, name, guard)
    .filter(isOpen)
    .map((hit) => ({ ...hit, rule: rules.byId.get(hit.rule.id) ?? hit.rule }));
  const rejected: Rejected[] = [];
  guard.each(hits, ({ rule, from, to, insert }) => {
    if (!context.allows(rule, { from, to })) rejected.push({ from, to, insert, rule: rule.id });
  });
  return rejected;
}
