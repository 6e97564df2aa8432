import type { Rehearsal } from '../rehearsal';
import type { Rule } from '../rule';
import { finding, type LintFinding } from './finding';

/** Cleaning this often without an end is a circle, or growth. */
const mostSteps = 8;

/**
 * Right texts that the dictionary corrects again. Within one run nothing is corrected twice, so it shows only when a
 * clean text is opened again. What a list that runs in order does to its own results is its purpose; there, what is
 * left at the end must hold.
 */
export function lintChains(rules: readonly Rule[], rehearsal: Rehearsal): LintFinding[] {
  const findings: LintFinding[] = [];
  const circles = new Set<string>();
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  for (const rule of rules) {
    // What groups would put in is not known here.
    const isFixed =
      !/\$(?:\d|<)/.test(rule.expected) || rule.patterns.every((pattern) => typeof pattern === 'string');
    if (!isFixed || rule.expected === '') continue;
    const start = rule.inOrder ? rehearsal.clean(rule.expected) : rule.expected;
    const texts = [start];
    const used: string[] = [];
    for (let step = 0; step < mostSteps; step++) {
      const before = texts.at(-1) ?? '';
      const after = rehearsal.clean(before);
      if (after === before) break;
      used.push(...rehearsal.changes(before).flatMap((change) => change.rules));
      const again = texts.indexOf(after);
      texts.push(after);
      if (again < 0) continue;
      const circle = texts.slice(again);
      const key = [...circle.slice(1)].sort().join('\n');
      const first = byId.get(used[0] ?? '') ?? rule;
      if (!circles.has(key)) {
        findings.push(finding('error', { code: 'cycle', path: circle.join(' → ') }, first, ...used));
      }
      circles.add(key);
      break;
    }
    const last = texts.at(-1) ?? '';
    if (texts.length === 1 || texts.indexOf(last) < texts.length - 1) continue;
    findings.push(
      texts.length > mostSteps
        ? finding('error', { code: 'grows', text: rule.expected }, rule, ...used)
        : finding('warning', { code: 'chain', text: rule.expected, result: last }, rule, ...used),
    );
  }
  return findings;
}
