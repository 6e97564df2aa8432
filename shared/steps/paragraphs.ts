import type { Change } from '../transcript/change';
import type { Transcript } from '../transcript/transcript';
import { openTo } from './open';
import type { StepOptions } from './options';
import { habitsOf, readRuns } from './paragraphs/blocks';
import type { Move } from './paragraphs/moves';
import { planRun } from './paragraphs/plan';
import type { Step } from './step';

const reasons = {
  join: 'sentenceJoined',
  open: 'falseMark',
  end: 'sentenceEnded',
  comma: 'commaMissing',
  merge: 'paragraphJoined',
  part: 'paragraphParted',
  image: 'imageMoved',
} as const satisfies Record<Move['kind'], Change['reason']>;

/**
 * Joins what a recogniser cut into blocks: sentences that a block's end broke, then whole sentences into paragraphs of
 * about the chosen length, with new ones where the subject changes. Pictures stand between sentences. Text with times,
 * and text whose paragraphs are no such blocks, stays as it is.
 */
export const paragraphsStep = (options: StepOptions): Step => ({
  name: 'paragraphs',
  propose: (transcript) => (options.paragraphs.enabled ? propose(transcript, options.paragraphs.length) : []),
});

function propose(transcript: Transcript, length: number): Change[] {
  if (transcript.segments.some((segment) => segment.kind === 'cue')) return [];
  const runs = readRuns(transcript);
  const habits = habitsOf(transcript.text, runs);
  if (!habits) return [];
  const isOpen = openTo(transcript);
  const isFree = (at: number) => isOpen({ from: at, to: at + 1 });
  return runs.flatMap((run) =>
    planRun(transcript.text, run, { habits, length, isFree }).map(
      ({ kind, from, to, insert, images }): Change => ({
        from,
        to,
        insert,
        step: 'paragraphs',
        rules: [`paragraphs:${kind}`],
        confidence: 'auto',
        reason: reasons[kind],
        ...(images !== undefined && { links: [images] }),
      }),
    ),
  );
}
