import type { Range } from '../transcript/edit';
import { type Automaton, buildAutomaton } from './automaton';
import { keepsBorders } from './borders';
import { asksExpressions, contextOf } from './context';
import { finderOf } from './finder';
import { type Folding, foldText, gapFolding, plainFolding } from './fold';
import { noLists, type WordLists } from './lists';
import { requiredText } from './required';
import type { Rule } from './rule';

/** Rules made ready for matching. Build once, use for any number of texts. */
export interface Dictionary {
  readonly rules: readonly Rule[];
  /** The rules that are matched in one pass. */
  readonly together: RuleSet;
  /** The rules of lists that run in order, each on the text that those before it leave. */
  readonly inOrder: RuleList;
  /** Words that it adds to the lists of the steps. */
  readonly lists: WordLists;
}

/** Rules that run one after another. Most of them have nothing to do with a text, so each is compiled when it is needed. */
export interface RuleList {
  readonly length: number;
  /** The first rule from `start` on that may hold in a text, or -1. */
  next(text: string, start: number): number;
  at(index: number): RuleSet;
}

/** Rules that are matched in one pass. */
export interface RuleSet {
  /** Literals by how their texts are read. */
  readonly literals: readonly LiteralSet[];
  readonly expressions: readonly Expression[];
}

interface LiteralSet {
  readonly literals: readonly Literal[];
  readonly automaton: Automaton;
}

/** One spelling that an automaton looks for. */
interface Literal {
  readonly rule: Rule;
  /** As the rule writes it, for rules that mind letter case. */
  readonly text: string;
  /** The right text rather than a misrecognition: where it stands, nothing inside it is changed. */
  readonly right: boolean;
  readonly rank: number;
}

interface Expression {
  readonly rule: Rule;
  readonly expression: RegExp;
  /** What stands in all that the expression matches. */
  readonly required: string;
  readonly rank: number;
}

/** A place where a rule holds, and what it puts there. */
export interface Hit extends Range {
  readonly rule: Rule;
  readonly insert: string;
}

interface Candidate extends Hit {
  /** What settles a tie between two of equal length at one place; the higher wins. */
  readonly rank: number;
}

/** Runs regular expressions where they can be stopped. */
export interface RegExpGuard {
  /**
   * Does the `work` of each task in its order, but of none whose rule has run away. Work that takes too long is stopped
   * in the middle, its rule is noted, and the next task follows.
   */
  each<Task extends { readonly rule: Rule }>(tasks: readonly Task[], work: (task: Task) => void): void;
  /** Whether a rule has run away: what it found until then does not count. */
  isStopped(rule: Rule): boolean;
}

/** Lets everything run, for as long as it takes: for texts and rules that are known to be harmless. */
export const noGuard: RegExpGuard = {
  each(tasks, work) {
    for (const task of tasks) work(task);
  },
  isStopped: () => false,
};

/**
 * Stacks dictionaries, each a list of rules: a rule of a later one replaces those of earlier ones with its id, and wins
 * over them where both match the same text. Rules that are switched off are left out.
 */
export function stackRules(layers: readonly (readonly Rule[])[]): Rule[] {
  const byId = new Map<string, Rule>();
  for (const layer of [...layers].reverse()) {
    for (const rule of layer) if (!byId.has(rule.id)) byId.set(rule.id, rule);
  }
  return [...byId.values()].filter((rule) => rule.enabled);
}

/** Compiles the rules of a dictionary; of those matched in one pass, the earlier wins where two match the same text. */
export const compileDictionary = (rules: readonly Rule[], lists: WordLists = noLists): Dictionary => ({
  rules,
  together: compileRules(rules.filter((rule) => !rule.inOrder)),
  inOrder: compileList(rules.filter((rule) => rule.inOrder)),
  lists,
});

function compileList(rules: readonly Rule[]): RuleList {
  const finder = finderOf(rules);
  const compiled = new Map<number, RuleSet>();
  return {
    length: rules.length,
    next: finder.next,
    at(index) {
      const known = compiled.get(index) ?? compileRules(rules.slice(index, index + 1));
      compiled.set(index, known);
      return known;
    },
  };
}

/** Compiles rules for one pass, whether or not their list runs in order. */
export function compileRules(rules: readonly Rule[]): RuleSet {
  const plain: Literal[] = [];
  const split: Literal[] = [];
  const expressions: Expression[] = [];
  rules.forEach((rule, index) => {
    const rank = -index;
    const spellings = rule.patterns.length > 0 ? rule.patterns : [rule.expected];
    for (const pattern of spellings) {
      if (typeof pattern !== 'string')
        expressions.push({ rule, expression: pattern, required: requiredText(pattern), rank });
      else (rule.split ? split : plain).push({ rule, text: pattern, right: false, rank });
    }
    const isFixed = spellings.every((pattern) => typeof pattern === 'string');
    if (rule.patterns.length > 0 && isFixed) plain.push({ rule, text: rule.expected, right: true, rank });
  });
  const literals = [literalSet(plain, plainFolding), literalSet(split, gapFolding)];
  return { literals: literals.filter((set) => set.literals.length > 0), expressions };
}

function literalSet(literals: readonly Literal[], folding: Folding): LiteralSet {
  const usable = literals
    .map((literal) => ({ literal, folded: foldText(literal.text, folding) }))
    .filter(({ folded }) => folded);
  return {
    literals: usable.map(({ literal }) => literal),
    automaton: buildAutomaton(
      usable.map(({ folded }) => folded),
      folding,
    ),
  };
}

/**
 * The places where rules hold in the text of a document called `name`, sorted, not overlapping: of
 * overlapping ones the leftmost, of those that begin together the longest. Text that a rule would leave as it is takes
 * no part, but guards what lies inside it.
 */
export function findHits(rules: RuleSet, text: string, name: string, guard: RegExpGuard = noGuard): Hit[] {
  const candidates: Candidate[] = [];
  const right: RightText[] = [];
  for (const { literals, automaton } of rules.literals) {
    automaton.search(text, (index, from, to) => {
      const literal = literals[index];
      if (!literal || (literal.rule.borders && !keepsBorders(text, from, to))) return;
      const { rule, rank } = literal;
      const actual = text.slice(from, to);
      if (actual === rule.expected) right.push({ from, to, guarded: isGuard(rule) });
      else if (!literal.right && (!rule.caseSensitive || actual === literal.text)) {
        candidates.push({ from, to, rule, rank, insert: rule.expected });
      }
    });
  }
  guard.each(rules.expressions, (expression) => {
    for (const hit of expressionHits(expression, text)) candidates.push(hit);
  });
  const context = contextOf(text, name);
  const allowed: Candidate[] = [];
  const uncertain: Candidate[] = [];
  for (const hit of candidates) {
    if (asksExpressions(hit.rule)) uncertain.push(hit);
    else if (context.allows(hit.rule, hit)) allowed.push(hit);
  }
  guard.each(uncertain, (hit) => {
    if (context.allows(hit.rule, hit)) allowed.push(hit);
  });
  return leftmostLongest(
    allowed.filter(({ rule }) => !guard.isStopped(rule)),
    right,
  );
}

function expressionHits({ rule, expression, required, rank }: Expression, text: string): Candidate[] {
  if (!text.includes(required)) return [];
  const group = rule.mustBeEmpty && Number(rule.mustBeEmpty.slice(1));
  // matchAll makes a new expression each time; most do not match at all.
  expression.lastIndex = 0;
  if (!expression.test(text)) return [];
  expression.lastIndex = 0;
  return Array.from(text.matchAll(expression)).flatMap((match) => {
    const [actual] = match;
    const insert = expand(rule.expected, match);
    if (!actual || actual === insert || (group && match[group])) return [];
    return [{ from: match.index, to: match.index + actual.length, rule, rank, insert }];
  });
}

/** `$1` … `$99` and `$<name>` in what a rule puts in, where the expression has such a group; other `$` stay. */
function expand(expected: string, match: RegExpExecArray): string {
  return expected.replace(/\$(?:(\d{1,2})|<([^>]+)>)/g, (whole, number?: string, name?: string) => {
    if (name !== undefined) return match.groups && name in match.groups ? (match.groups[name] ?? '') : whole;
    const index = Number(number);
    return index > 0 && index < match.length ? (match[index] ?? '') : whole;
  });
}

/** Text that is as a rule wants it. A rule made for that, a guard, keeps others off even where they match all of it. */
interface RightText extends Range {
  readonly guarded: boolean;
}

/** Whether a rule changes nothing and only keeps its right text from the rules of its pass. */
export const isGuard = (rule: Rule): boolean =>
  rule.caseSensitive &&
  rule.patterns.length > 0 &&
  rule.patterns.every((pattern) => pattern === rule.expected);

function leftmostLongest(candidates: Candidate[], right: RightText[]): Hit[] {
  right.sort((a, b) => a.from - b.from || b.to - a.to);
  candidates.sort((a, b) => a.from - b.from || b.to - a.to || b.rank - a.rank);
  const hits: Hit[] = [];
  let next = 0;
  let guardedTo = -1; // the furthest end of right text that begins before the candidate, or with it
  let at = 0;
  for (const { from, to, rule, insert } of candidates) {
    for (let range = right[next]; range && range.from <= from; range = right[++next]) {
      const holds = range.guarded || range.from < from || range.to > to;
      if (holds) guardedTo = Math.max(guardedTo, range.to);
    }
    if (from < at || to <= guardedTo) continue;
    hits.push({ from, to, rule, insert });
    at = to;
  }
  return hits;
}
