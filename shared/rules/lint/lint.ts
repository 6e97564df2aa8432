import { finderOf } from '../finder';
import { rehearse } from '../rehearsal';
import type { Rule } from '../rule';
import { failedSpecs } from '../specs';
import { lintChains } from './chains';
import { lintConditions } from './conditions';
import { lintExpressions } from './expressions';
import { finding, type LintFinding, type Severity } from './finding';
import { lintLiterals } from './literals';
import { lintOverlaps } from './overlaps';

const severities: readonly Severity[] = ['error', 'warning', 'hint'];

/**
 * What is wrong, or could be, with a dictionary's rules, the gravest first and each in the order of the rules. Rules
 * that are switched off are left out. Expressions are tried on short texts only, but without a guard: one that runs
 * away even there holds this up. How long they may take on long texts, {@link lintRunaways} says.
 */
export function lintRules(rules: readonly Rule[]): LintFinding[] {
  const inForce = rules.filter((rule) => rule.enabled);
  const rehearsal = rehearse(inForce);
  const failures = failedSpecs(inForce, rehearsal).map(({ rule, input, expected, got }) =>
    finding('error', { code: 'specFails', input, expected, got }, rule),
  );
  const findings = [
    ...failures,
    ...lintChains(inForce, rehearsal),
    ...lintOverlaps(inForce, finderOf(inForce), rehearsal),
    ...inForce.flatMap((rule) => [...lintLiterals(rule), ...lintExpressions(rule), ...lintConditions(rule)]),
  ];
  const places = new Map(inForce.map((rule, index) => [rule.id, index]));
  const placeOf = ({ rules: [first = ''] }: LintFinding): number => places.get(first) ?? 0;
  return findings.sort(
    (a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || placeOf(a) - placeOf(b),
  );
}
