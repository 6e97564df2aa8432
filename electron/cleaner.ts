import { runPipeline } from '../shared/pipeline';
import type { Dictionary } from '../shared/rules/dictionary';
import type { StepOptions } from '../shared/steps/options';
import { loadScriptConverter } from '../shared/steps/script';
import { stepsFor } from '../shared/steps/steps';
import type { Change, StepName } from '../shared/transcript/change';
import type { Transcript } from '../shared/transcript/transcript';
import { budgetFor, guardFile, type Runaway } from './guard';

/** How a text is cleaned. */
export interface CleanerOptions {
  readonly dictionary: Dictionary;
  readonly steps: StepOptions;
  /** Of the steps that run, only these. */
  readonly only?: readonly StepName[];
  /** Keys of rules that ran away before and are not tried. */
  readonly stopped: Iterable<string>;
}

/** What is proposed for a text, and the rules that ran away on it. */
export interface Proposed {
  readonly changes: readonly Change[];
  readonly runaways: readonly Runaway[];
}

/** Runs the pipeline on a text, with regular expressions under guard. */
export async function propose(transcript: Transcript, options: CleanerOptions): Promise<Proposed> {
  const guard = guardFile(options.stopped, budgetFor(transcript.text.length));
  const convert = await loadScriptConverter(options.steps.script.to);
  const steps = stepsFor(options.dictionary, options.steps, guard, convert);
  const chosen = options.only ? steps.filter(({ name }) => options.only?.includes(name)) : steps;
  return { changes: runPipeline(transcript, chosen), runaways: guard.runaways };
}
