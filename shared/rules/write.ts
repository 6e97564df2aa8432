import { Document, isMap, isSeq } from 'yaml';
import type { Nearby, Pattern, Rule } from './rule';
import { usualDistance } from './schema';
import { yamlText } from './yaml';

/** What holds for a whole dictionary file. */
export interface DictionaryOptions {
  /** Whether the rules run in order, each on what those before it leave. */
  readonly inOrder?: boolean;
}

/**
 * Writes rules as a dictionary in our YAML, in the order given, each with only what is not as usual.
 * `loadDictionary(writeDictionary(rules, { inOrder }), file)` gives the same rules back when `inOrder` is theirs and
 * `file` is the one of their origin; only the lines of their origin are new.
 */
export function writeDictionary(rules: readonly Rule[], { inOrder = false }: DictionaryOptions = {}): string {
  const ids = new Set<string>();
  const document = new Document({
    version: 1,
    ...(inOrder && { inOrder: true }),
    rules: rules.map((rule) => toEntry(rule, ids)),
  });
  layOut(document);
  return yamlText(document);
}

/** The fields of a rule in the order in which people read them. */
function toEntry(rule: Rule, ids: Set<string>): object {
  // The id that loading gives to a rule without one; it is unique only for the first of its right text.
  const givenId = `${rule.origin.file}#${rule.expected}`;
  const isGiven = rule.id === givenId && !ids.has(givenId);
  ids.add(rule.id);
  return {
    expected: rule.expected,
    ...(!isGiven && { id: rule.id }),
    ...(rule.group !== undefined && { group: rule.group }),
    ...(rule.caseSensitive && { caseSensitive: true }),
    ...(!rule.borders && { borders: false }),
    ...(rule.split && { split: true }),
    ...(rule.patterns.length > 0 && { patterns: rule.patterns.map(writePattern) }),
    ...(rule.mustBeEmpty !== undefined && { regexpMustEmpty: rule.mustBeEmpty }),
    ...(rule.near && { near: writeNearby(rule.near) }),
    ...(rule.notNear && { notNear: writeNearby(rule.notNear) }),
    ...(rule.document && { document: rule.document.map(writePattern) }),
    ...(rule.except.length > 0 && { except: rule.except.map(writePattern) }),
    ...(rule.confidence !== 'auto' && { confidence: rule.confidence }),
    ...(!rule.enabled && { enabled: false }),
    ...(rule.note !== undefined && { note: rule.note }),
    ...(rule.specs.length > 0 && { specs: rule.specs.map(({ from, to }) => ({ from, to })) }),
  };
}

const writeNearby = ({ words, within }: Nearby): object =>
  within === usualDistance ? words.map(writePattern) : { words: words.map(writePattern), within };

/** A literal as it is, an expression between slashes with the flags that are not always on. */
function writePattern(pattern: Pattern): string {
  if (typeof pattern !== 'string') return `/${pattern.source}/${pattern.flags.replace(/[gmu]/g, '')}`;
  // A text between slashes would read as an expression, so it becomes one that matches just it.
  if (!/^\/.+\/[a-z]*$/s.test(pattern)) return pattern;
  return `/${pattern.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll('\n', '\\n')}/i`;
}

/** Everything inside a rule on one line, but for its list of specs; a blank line between rules. */
function layOut(document: Document): void {
  const rules = document.get('rules');
  for (const [index, rule] of (isSeq(rules) ? rules.items : []).entries()) {
    if (!isMap(rule)) continue;
    rule.spaceBefore = index > 0;
    for (const { value } of rule.items) {
      if (isSeq(value) && value.items.some(isMap)) {
        for (const spec of value.items) if (isMap(spec)) spec.flow = true;
      } else if (isSeq(value) || isMap(value)) value.flow = true;
    }
  }
}
