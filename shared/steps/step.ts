import type { Change, StepName } from '../transcript/change';
import type { Transcript } from '../transcript/transcript';

/** One stage of cleaning. It only proposes: sorted changes of the transcript's text that do not overlap. */
export interface Step {
  readonly name: StepName;
  /** Whether it may change what steps of its name have put in before it. */
  readonly cascades?: boolean;
  propose(transcript: Transcript): Change[];
}
