import { foldText } from '../fold';
import type { Nearby, Pattern, Rule } from '../rule';
import { finding, type LintFinding } from './finding';

/** Conditions that cannot hold, or say nothing. */
export function lintConditions(rule: Rule): LintFinding[] {
  const findings: LintFinding[] = [];
  const all = [
    ...(rule.near?.words ?? []),
    ...(rule.notNear?.words ?? []),
    ...(rule.document ?? []),
    ...rule.except,
  ];
  if (all.some((word) => typeof word === 'string' && foldText(word) === '')) {
    findings.push(finding('warning', { code: 'emptyWord' }, rule));
  }
  for (const nearby of [rule.near, rule.notNear]) {
    for (const word of tooLong(nearby)) {
      findings.push(finding('warning', { code: 'wordTooLong', word, within: nearby?.within ?? 0 }, rule));
    }
  }
  const forbidden = new Set((rule.notNear?.words ?? []).map(keyOf));
  for (const word of rule.near?.words ?? []) {
    const covers = (rule.notNear?.within ?? 0) >= (rule.near?.within ?? 0);
    if (covers && forbidden.has(keyOf(word))) {
      findings.push(finding('warning', { code: 'nearContradicts', word: String(word) }, rule));
    }
  }
  const spellings = rule.patterns.length > 0 ? rule.patterns : [rule.expected];
  for (const phrase of rule.except) {
    if (typeof phrase !== 'string' || foldText(phrase) === '') continue;
    const useful = spellings.some(
      (pattern) => typeof pattern !== 'string' || rule.split || mayOverlap(phrase, pattern),
    );
    if (!useful) findings.push(finding('warning', { code: 'exceptUseless', phrase }, rule));
  }
  return findings;
}

const keyOf = (pattern: Pattern): string =>
  typeof pattern === 'string' ? foldText(pattern) : String(pattern);

const tooLong = (nearby: Nearby | undefined): string[] =>
  (nearby?.words ?? []).flatMap((word) =>
    typeof word === 'string' && word.length > (nearby?.within ?? Infinity) ? [word] : [],
  );

/** Whether a phrase and a pattern could share text: one holds the other, or the end of one begins the other. */
function mayOverlap(phrase: string, pattern: string): boolean {
  const a = foldText(phrase);
  const b = foldText(pattern);
  if (a.includes(b) || b.includes(a)) return true;
  for (let length = 1; length < Math.min(a.length, b.length); length++) {
    if (a.endsWith(b.slice(0, length)) || b.endsWith(a.slice(0, length))) return true;
  }
  return false;
}
