import type { Step } from './steps/step';
import { type Change, composeChanges, stepNames } from './transcript/change';
import { collides, type Range } from './transcript/edit';
import { editTranscript, type Transcript } from './transcript/transcript';

/** A correction may make room for another (a stutter removed joins a term); more rounds than this are a cycle. */
const mostRounds = 20;

/**
 * Runs the steps in their order, each on the text that the automatic changes before it leave, again and again until
 * nothing is left to do, and tells the result as one list of changes of the transcript it was given: sorted, not
 * overlapping, each to be kept or reverted alone.
 *
 * What a step put in, the same step does not change again in this run. Suggestions are made on the text as it comes
 * out; one that meets an automatic change, or an earlier step's suggestion, gives way.
 */
export function runPipeline(transcript: Transcript, steps: readonly Step[]): Change[] {
  const inOrder = [...steps].sort((a, b) => stepNames.indexOf(a.name) - stepNames.indexOf(b.name));
  let current = transcript;
  let applied: Change[] = [];
  let suggested: Change[] = [];
  for (let round = 0; round < mostRounds; round++) {
    const before = current;
    for (const step of inOrder) {
      const found = step.propose(current);
      const proposed = found.filter(outside(insertedBy(step, found, applied)));
      suggested.push(...proposed.filter((change) => change.confidence === 'suggest'));
      const automatic = proposed.filter((change) => change.confidence === 'auto');
      if (automatic.length === 0) continue;
      applied = composeChanges(transcript.text, applied, automatic);
      current = editTranscript(current, automatic);
      suggested = []; // they were made on a text that is no more; the next round makes them again
    }
    if (current === before) break;
  }
  return composeChanges(transcript.text, applied, apart(suggested, insertions(applied)));
}

interface Insertion extends Range {
  readonly change: Change;
}

/** What changes put in, as it stands in the text that they leave. */
function insertions(changes: readonly Change[]): Insertion[] {
  let shift = 0;
  return changes.map((change) => {
    const from = change.from + shift;
    shift += change.insert.length - (change.to - change.from);
    return { from, to: from + change.insert.length, change };
  });
}

/**
 * What a step has put in itself and does not change again. A step that cascades may change what steps of its name put
 * in, but not what its own rule did: `a → aa` would go on for ever.
 */
function insertedBy(step: Step, found: readonly Change[], applied: readonly Change[]): Insertion[] {
  const rules = new Set(found.flatMap((change) => change.rules));
  return insertions(applied).filter(
    ({ change }) =>
      change.step === step.name && (!step.cascades || change.rules.some((rule) => rules.has(rule))),
  );
}

/** A test for ranges that come sorted: not wholly inside one of `ranges`, which are sorted and do not overlap. */
function outside(ranges: readonly Range[]): (range: Range) => boolean {
  let next = 0;
  return ({ from, to }) => {
    while ((ranges[next]?.to ?? Infinity) < to) next++;
    return (ranges[next]?.from ?? Infinity) > from;
  };
}

/** The suggestions, sorted, that collide with nothing already put in and with no earlier one of their own. */
function apart(suggestions: readonly Change[], taken: readonly Insertion[]): Change[] {
  const sorted = suggestions.map((change, order) => ({ change, order }));
  sorted.sort((a, b) => a.change.from - b.change.from || a.order - b.order);
  const result: Change[] = [];
  let next = 0;
  for (const { change } of sorted) {
    while ((taken[next]?.to ?? Infinity) < change.from) next++;
    let meets = (result.at(-1)?.to ?? 0) > change.from || result.at(-1)?.from === change.from;
    for (let at = next; !meets; at++) {
      const put = taken[at];
      if (!put || put.from > change.to) break;
      meets = collides(put, put.change, change);
    }
    if (!meets) result.push(change);
  }
  return result;
}
