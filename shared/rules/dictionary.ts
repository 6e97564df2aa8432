import type { Range } from '../transcript/edit';
import { type Automaton, buildAutomaton } from './automaton';
import { foldText, isDigitCode, isWordCode } from './fold';
import type { Rule } from './rule';

/** Rules made ready for matching. Build once, use for any number of texts. */
export interface Dictionary {
  readonly rules: readonly Rule[];
  readonly literals: readonly Literal[];
  readonly automaton: Automaton;
}

/** One spelling that the automaton looks for. */
interface Literal {
  readonly rule: Rule;
  /** As the rule writes it, for rules that mind letter case. */
  readonly text: string;
  readonly folded: string;
  /** The right text rather than a misrecognition: where it stands, nothing inside it is changed. */
  readonly right: boolean;
  readonly bordersLeft: boolean;
  readonly bordersRight: boolean;
  /** What settles a tie between two literals of equal length at one place; the higher wins. */
  readonly rank: number;
}

/** A place where a rule holds. */
export interface Hit extends Range {
  readonly rule: Rule;
}

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

/** Compiles rules; where two match the same text, the earlier one wins. */
export function compileDictionary(rules: readonly Rule[]): Dictionary {
  const literals = rules.flatMap((rule, index) => {
    const wrong = rule.patterns.length ? rule.patterns : [rule.expected];
    const rank = -index;
    return [
      ...wrong.map((text) => literal(rule, text, false, rank)),
      ...(rule.patterns.length ? [literal(rule, rule.expected, true, rank)] : []),
    ];
  });
  const usable = literals.filter(({ folded }) => folded);
  return { rules, literals: usable, automaton: buildAutomaton(usable.map(({ folded }) => folded)) };
}

function literal(rule: Rule, text: string, right: boolean, rank: number): Literal {
  const folded = foldText(text);
  return {
    rule,
    text,
    folded,
    right,
    bordersLeft: isWordCode(folded.charCodeAt(0)),
    bordersRight: isWordCode(folded.charCodeAt(folded.length - 1)),
    rank,
  };
}

/**
 * The places where the dictionary holds, sorted, not overlapping: of overlapping ones the leftmost, of those that begin
 * together the longest. Text that a rule would leave as it is takes no part, but guards what lies inside it.
 */
export function findHits(dictionary: Dictionary, text: string): Hit[] {
  const candidates: (Range & { literal: Literal })[] = [];
  const guards: Range[] = [];
  dictionary.automaton.search(text, (index, from, to) => {
    const literal = dictionary.literals[index];
    if (!literal || !keepsBorders(literal, text, from, to)) return;
    const actual = text.slice(from, to);
    if (actual === literal.rule.expected) guards.push({ from, to });
    else if (!literal.right && (!literal.rule.caseSensitive || actual === literal.text)) {
      candidates.push({ from, to, literal });
    }
  });
  guards.sort((a, b) => a.from - b.from || b.to - a.to);
  candidates.sort((a, b) => a.from - b.from || b.to - a.to || b.literal.rank - a.literal.rank);

  const hits: Hit[] = [];
  let guard = 0;
  let guardedTo = -1; // the furthest end of the guards that begin before the candidate, or with it
  let at = 0;
  for (const { from, to, literal } of candidates) {
    for (let next = guards[guard]; next && next.from <= from; next = guards[++guard]) {
      if (next.to - next.from > to - from || next.from < from) guardedTo = Math.max(guardedTo, next.to);
    }
    if (from < at || to <= guardedTo) continue;
    hits.push({ from, to, rule: literal.rule });
    at = to;
  }
  return hits;
}

/** A Latin edge must not continue into a longer word or number; a Chinese edge has no border to keep. */
function keepsBorders(literal: Literal, text: string, from: number, to: number): boolean {
  if (literal.bordersLeft && from > 0) {
    const before = text.charCodeAt(from - 1);
    if (isWordCode(before)) return false;
    const digits = isDigitCode(text.charCodeAt(from)) && isDigitCode(text.charCodeAt(from - 2));
    if (digits && isDecimalMark(before)) return false;
  }
  if (literal.bordersRight && to < text.length) {
    const after = text.charCodeAt(to);
    if (isWordCode(after)) return false;
    const digits = isDigitCode(text.charCodeAt(to - 1)) && isDigitCode(text.charCodeAt(to + 1));
    if (digits && isDecimalMark(after)) return false;
  }
  return true;
}

/** `.` and `,`, which join digits to one number. */
const isDecimalMark = (code: number): boolean => code === 46 || code === 44;
