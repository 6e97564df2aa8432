import type { Change, StepName } from '../transcript/change';
import type { Transcript } from '../transcript/transcript';

/** One stage of cleaning. It only proposes: sorted changes of the transcript's text that do not overlap. */
export interface Step {
  readonly name: StepName;
  propose(transcript: Transcript): Change[];
}
