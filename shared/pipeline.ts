import type { Step } from './steps/step';
import { type Change, composeChanges, stepNames } from './transcript/change';
import type { Range } from './transcript/edit';
import { insertions, withSuggestions } from './transcript/suggestions';
import { editTranscript, type Transcript } from './transcript/transcript';

/** A correction may make room for another (a stutter removed joins a term); more rounds than this are a cycle. */
const mostRounds = 20;

/**
 * Runs the steps in their order, each on the text that the automatic changes before it leave, again and again until
 * nothing is left to do, and tells the result as one list of changes of the transcript it was given: sorted, not
 * overlapping, each to be kept or reverted alone.
 *
 * What a step put in, no later round of it changes again. Suggestions are made on the text as it comes
 * out; one that meets an automatic change, or an earlier step's suggestion, gives way.
 */
export function runPipeline(transcript: Transcript, steps: readonly Step[]): Change[] {
  const inOrder = [...steps].sort((a, b) => stepNames.indexOf(a.name) - stepNames.indexOf(b.name));
  let current = transcript;
  let applied: Change[] = [];
  let suggested: Change[] = [];
  for (let round = 0; round < mostRounds; round++) {
    const before = current;
    suggested = []; // those of the round before were made on a text that may be no more; each round makes them again
    for (const step of inOrder) {
      const found = step.propose(current);
      if (found.length === 0) continue;
      // In the first round a step may well change what one of its name put in before it: lists that run in order do.
      const own = round === 0 ? [] : insertions(applied).filter(({ change }) => change.step === step.name);
      const proposed = found.filter(outside(own));
      suggested.push(...proposed.filter((change) => change.confidence === 'suggest'));
      const automatic = proposed.filter((change) => change.confidence === 'auto');
      if (automatic.length === 0) continue;
      applied = composeChanges(transcript.text, applied, automatic);
      current = editTranscript(current, automatic);
      suggested = []; // they were made on a text that is no more; the next round makes them again
    }
    if (current === before) break;
  }
  return withSuggestions(transcript.text, applied, suggested);
}

/** A test for ranges that come sorted: not wholly inside one of `ranges`, which are sorted and do not overlap. */
function outside(ranges: readonly Range[]): (range: Range) => boolean {
  let next = 0;
  return ({ from, to }) => {
    while ((ranges[next]?.to ?? Infinity) < to) next++;
    return (ranges[next]?.from ?? Infinity) > from;
  };
}
