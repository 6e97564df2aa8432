import { runPipeline } from '../pipeline';
import { dictionarySteps } from '../steps/dictionary';
import type { Step } from '../steps/step';
import { type Change, composeChanges } from '../transcript/change';
import { applyEdits } from '../transcript/edit';
import { editTranscript, type Transcript } from '../transcript/transcript';
import { compileRules, type RuleSet } from './dictionary';
import { finderOf } from './finder';
import type { Rule } from './rule';

/** A dictionary made ready to be tried on single lines. */
export interface Rehearsal {
  /** A line as it is when everything that the dictionary proposes is accepted, suggestions included. */
  clean(line: string): string;
  /** What it proposes, by the rules' ids, sorted. */
  changes(line: string): readonly Change[];
}

/**
 * Makes rules ready to be tried. As the dictionary steps do it, but thousands of rules that run in order cost no more
 * than those of them that have anything to do with a line.
 */
export function rehearse(rules: readonly Rule[]): Rehearsal {
  const together = compileRules(rules.filter((rule) => !rule.inOrder));
  const inOrder = rules.filter((rule) => rule.inOrder);
  const steps = [...stepsOf(together, rules), ...(inOrder.length > 0 ? [cascade(inOrder)] : [])];
  const changes = (line: string): Change[] => runPipeline(asTranscript(line), steps);
  return { changes, clean: (line) => applyEdits(line, changes(line)) };
}

const stepsOf = (set: RuleSet, rules: readonly Rule[]): Step[] =>
  dictionarySteps({ rules, together: set, inOrder: [] });

const asTranscript = (text: string): Transcript => ({
  name: '',
  text,
  segments: [{ kind: 'paragraph', from: 0, to: text.length }],
  protected: [],
});

/** Rules that make a text longer each time they run stop here, in UTF-16 code units. */
const longestLine = 100_000;

/** The rules of lists that run in order as one step: each on what those before it leave. */
function cascade(rules: readonly Rule[]): Step {
  const finder = finderOf(rules);
  const steps = new Map<Rule, Step[]>();
  const stepsFor = (rule: Rule): Step[] => {
    const known = steps.get(rule) ?? stepsOf(compileRules([rule]), [rule]);
    steps.set(rule, known);
    return known;
  };
  return {
    name: 'dictionary',
    cascades: true,
    propose(transcript) {
      let current = transcript;
      let applied: Change[] = [];
      for (let at = finder.next(current.text, 0); at >= 0; at = finder.next(current.text, at + 1)) {
        if (current.text.length > longestLine) return [];
        const rule = rules[at];
        const changes = rule ? stepsFor(rule).flatMap((step) => step.propose(current)) : [];
        if (changes.length === 0) continue;
        applied = composeChanges(transcript.text, applied, changes);
        current = editTranscript(current, changes);
      }
      return applied;
    },
  };
}
