import { applyEdits, type Edit } from '../../transcript/edit';
import { isGuard } from '../dictionary';
import type { Finder, Occurrence } from '../finder';
import { foldText } from '../fold';
import type { Rehearsal } from '../rehearsal';
import type { Rule } from '../rule';
import { finding, hasContext, type LintFinding } from './finding';

/** Where rules get in one another's way: the same pattern twice, or text that another rule takes. */
export function lintOverlaps(rules: readonly Rule[], finder: Finder, rehearsal: Rehearsal): LintFinding[] {
  const byPattern = new Map<string, { rule: Rule; at: number }[]>();
  const findings: LintFinding[] = [];
  rules.forEach((rule, at) => {
    for (const pattern of new Set(rule.patterns)) {
      const key = typeof pattern === 'string' ? foldText(pattern) : String(pattern);
      const earlier = byPattern
        .get(key)
        ?.find((one) => one.rule !== rule && takesFirst(one.rule, rule, pattern));
      byPattern.set(key, [...(byPattern.get(key) ?? []), { rule, at }]);
      if (earlier) findings.push(sameTwice(earlier.rule, rule, String(pattern)));
      else if (typeof pattern === 'string')
        findings.push(...tryPattern(pattern, rule, at, rules, finder, rehearsal));
    }
  });
  return findings;
}

/** Whether wherever `later` matches a pattern that both have, `earlier` does as well, and comes first. */
function takesFirst(earlier: Rule, later: Rule, pattern: Rule['patterns'][number]): boolean {
  const isUnconditional =
    !hasContext(earlier) &&
    !earlier.notNear &&
    earlier.except.length === 0 &&
    earlier.mustBeEmpty === undefined;
  if (!isUnconditional || isGuard(earlier) || isGuard(later)) return false;
  if (typeof pattern !== 'string') return earlier.inOrder === later.inOrder;
  if (earlier.caseSensitive && !(later.caseSensitive && earlier.patterns.includes(pattern))) return false;
  if (earlier.borders && !later.borders) return false;
  return earlier.inOrder === later.inOrder || later.inOrder;
}

function sameTwice(earlier: Rule, later: Rule, pattern: string): LintFinding {
  const isSame = earlier.expected === later.expected;
  const isConditional = hasContext(later) || later.notNear !== undefined || later.except.length > 0;
  if (isConditional) return finding('warning', { code: 'shadowed', pattern }, later, earlier.id);
  return isSame
    ? finding('hint', { code: 'duplicate', pattern }, later, earlier.id)
    : finding(
        'error',
        { code: 'conflict', pattern, expected: later.expected, other: earlier.expected },
        later,
        earlier.id,
      );
}

/** Cleans a pattern as if it were a line: that its own rule does not win there is worth a word. */
function tryPattern(
  pattern: string,
  rule: Rule,
  at: number,
  rules: readonly Rule[],
  finder: Finder,
  rehearsal: Rehearsal,
): LintFinding[] {
  if (hasContext(rule) || isGuard(rule)) return [];
  // One that matches all of it is the same pattern in another rule, which is told by itself.
  const others = finder
    .literals(pattern)
    .filter((found) => found.rule !== at && found.to - found.from < pattern.length);
  const result = rehearsal.clean(pattern);
  const isSpelling = foldText(pattern) === foldText(rule.expected);
  if (result !== rule.expected && !(isSpelling && result === pattern)) {
    const by = rehearsal.changes(pattern).flatMap((change) => change.rules);
    // The rule's own exceptions may be what stops it.
    if (by.length === 0 && (rule.except.length > 0 || rule.notNear)) return [];
    const reason = { code: 'overruled' as const, pattern, result, expected: rule.expected };
    return [finding('warning', reason, rule, ...by)];
  }
  if (isSpelling || rule.inOrder) return [];
  return withoutOwn(pattern, others, rules) === rule.expected
    ? [
        finding(
          'hint',
          { code: 'redundant', pattern },
          rule,
          ...others.map((found) => rules[found.rule]?.id ?? rule.id),
        ),
      ]
    : [];
}

/** What shorter literals of unconditional rules would make of a pattern. */
function withoutOwn(pattern: string, others: readonly Occurrence[], rules: readonly Rule[]): string {
  const sorted = [...others].sort((a, b) => a.from - b.from || b.to - a.to || a.rule - b.rule);
  const edits: Edit[] = [];
  let end = 0;
  for (const { rule: at, from, to } of sorted) {
    const rule = rules[at];
    if (!rule || from < end || rule.inOrder || hasContext(rule) || rule.notNear || rule.except.length > 0)
      continue;
    if (rule.confidence === 'suggest' || rule.caseSensitive) continue;
    edits.push({ from, to, insert: rule.expected });
    end = to;
  }
  return applyEdits(pattern, edits);
}
