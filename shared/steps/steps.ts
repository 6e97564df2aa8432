import { type Dictionary, noGuard, type RegExpGuard } from '../rules/dictionary';
import { dictionarySteps } from './dictionary';
import type { StepOptions } from './options';
import { paragraphsStep } from './paragraphs';
import { punctuationStep } from './punctuation';
import type { Step } from './step';

/** The steps that a text is cleaned with, made for a dictionary and a person's options; the pipeline orders them. */
export function stepsFor(dictionary: Dictionary, options: StepOptions, guard: RegExpGuard = noGuard): Step[] {
  return [...dictionarySteps(dictionary, guard), punctuationStep(options), paragraphsStep(options)];
}
