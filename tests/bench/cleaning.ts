import { createLibrary } from '../../electron/dictionaries';
import { builtInDictionaries } from '../../electron/layers';
import { readTranscript } from '../../shared/formats/formats';
import { runPipeline } from '../../shared/pipeline';
import { defaultStepOptions } from '../../shared/steps/defaults';
import type { Step } from '../../shared/steps/step';
import { stepsFor } from '../../shared/steps/steps';
import type { Change } from '../../shared/transcript/change';
import { applyEdits } from '../../shared/transcript/edit';
import type { Text } from './texts';

/** Makes the default steps, with the dictionaries that come with Emend. */
export async function loadSteps(): Promise<() => Step[]> {
  const { dictionary } = await createLibrary().load(await builtInDictionaries('.'));
  return () => stepsFor(dictionary, defaultStepOptions);
}

/** The automatic changes of a text. */
export const changesOf = ({ name, text }: Text, steps: readonly Step[]): Change[] =>
  runPipeline(readTranscript(text, name).transcript, steps).filter(({ confidence }) => confidence === 'auto');

/** A text as cleaning leaves it. Texts without times or markup only, whose transcript is all that there is. */
export const cleaned = (text: Text, steps: readonly Step[]): string =>
  applyEdits(readTranscript(text.text, text.name).transcript.text, changesOf(text, steps));
