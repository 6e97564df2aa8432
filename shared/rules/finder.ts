import { type Automaton, buildAutomaton } from './automaton';
import { keepsBorders } from './borders';
import { type Folding, foldText, gapFolding, plainFolding } from './fold';
import type { Rule } from './rule';

/** A place where a pattern of a rule matches, whatever the rule asks of its surroundings. */
export interface Occurrence {
  /** The rule's place in the list that the finder was made of. */
  readonly rule: number;
  readonly from: number;
  readonly to: number;
}

/** Which of many rules have anything to do with a text: what stands in it, before context and before rules compete. */
export interface Finder {
  /** Places of literals, overlapping ones included. */
  literals(text: string): Occurrence[];
  /** The first rule of the list from `start` on that may match in the text, or -1; an expression always may. */
  next(text: string, start: number): number;
}

/** Makes a finder. Build once for any number of texts. */
export function finderOf(rules: readonly Rule[]): Finder {
  const sets = [
    literalSet(rules, (rule) => !rule.split, plainFolding),
    literalSet(rules, (rule) => rule.split, gapFolding),
  ].filter((set) => set.rules.length > 0);
  const expressions = rules.flatMap((rule, index) =>
    rule.patterns.some((pattern) => typeof pattern !== 'string') ? [index] : [],
  );
  const literals = (text: string): Occurrence[] => {
    const found: Occurrence[] = [];
    for (const { automaton, rules: owners, texts } of sets) {
      automaton.search(text, (literal, from, to) => {
        const owner = owners[literal] ?? -1;
        const rule = rules[owner];
        if (!rule || (rule.borders && !keepsBorders(text, from, to))) return;
        if (rule.caseSensitive && text.slice(from, to) !== texts[literal]) return;
        found.push({ rule: owner, from, to });
      });
    }
    return found;
  };
  return {
    literals,
    next(text, start) {
      let first = Infinity;
      for (const { rule } of literals(text)) if (rule >= start) first = Math.min(first, rule);
      first = Math.min(first, expressions.find((rule) => rule >= start) ?? Infinity);
      return first === Infinity ? -1 : first;
    },
  };
}

interface LiteralSet {
  readonly automaton: Automaton;
  /** The rule of each literal. */
  readonly rules: readonly number[];
  readonly texts: readonly string[];
}

function literalSet(rules: readonly Rule[], belongs: (rule: Rule) => boolean, folding: Folding): LiteralSet {
  const found = rules.flatMap((rule, index) => {
    const spellings = rule.patterns.length > 0 ? rule.patterns : [rule.expected];
    return spellings.flatMap((text) => {
      if (typeof text !== 'string' || !belongs(rule)) return [];
      const folded = foldText(text, folding);
      return folded ? [{ index, text, folded }] : [];
    });
  });
  return {
    automaton: buildAutomaton(
      found.map(({ folded }) => folded),
      folding,
    ),
    rules: found.map(({ index }) => index),
    texts: found.map(({ text }) => text),
  };
}
