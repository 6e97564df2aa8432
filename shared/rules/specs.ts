import { type Rehearsal, rehearse } from './rehearsal';
import type { Rule } from './rule';

/** A spec that a dictionary does not fulfil. */
export interface SpecFailure {
  readonly rule: Rule;
  readonly input: string;
  readonly expected: string;
  readonly got: string;
}

/**
 * Runs the specs of all rules that are switched on against the dictionary as a whole, so that they also catch what other
 * rules do to a rule's sentences. A sentence is a document of its own, without a name; suggestions count as accepted.
 */
export function checkSpecs(rules: readonly Rule[]): SpecFailure[] {
  const inForce = rules.filter((rule) => rule.enabled);
  return failedSpecs(inForce, rehearse(inForce));
}

/** As {@link checkSpecs}, for rules that are all switched on and ready to be tried. */
export function failedSpecs(rules: readonly Rule[], rehearsal: Rehearsal): SpecFailure[] {
  return rules.flatMap((rule) =>
    rule.specs.flatMap(({ from, to }) => {
      const got = rehearsal.clean(from);
      return got === to ? [] : [{ rule, input: from, expected: to, got }];
    }),
  );
}
