import { type Dictionary, noGuard, type RegExpGuard } from '../rules/dictionary';
import { mergeLists } from '../rules/lists';
import { caseStep } from './case';
import { dictionarySteps } from './dictionary';
import { fillersStep } from './fillers';
import { numbersStep } from './numbers';
import type { StepOptions } from './options';
import { paragraphsStep } from './paragraphs';
import { punctuationStep } from './punctuation';
import { type ScriptConverter, scriptStep } from './script';
import { spacingStep } from './spacing';
import type { Step } from './step';
import { stuttersStep } from './stutters';
import { tagsStep } from './tags';

/**
 * The steps that a text is cleaned with, made for a dictionary and a person's options; the pipeline orders them. The
 * words that the dictionary adds to the lists of the steps join those of the options.
 * `convert` is what `loadScriptConverter` gives for the options; without it the text keeps its script.
 */
export function stepsFor(
  dictionary: Dictionary,
  chosen: StepOptions,
  guard: RegExpGuard = noGuard,
  convert?: ScriptConverter,
): Step[] {
  const options = { ...chosen, lists: mergeLists([dictionary.lists, chosen.lists]) };
  return [
    ...dictionarySteps(dictionary, guard),
    numbersStep(options),
    stuttersStep(options),
    fillersStep(options),
    punctuationStep(options),
    spacingStep(options),
    paragraphsStep(options),
    caseStep(
      options,
      dictionary.rules.map((rule) => rule.expected),
    ),
    scriptStep(convert),
    tagsStep(options),
  ];
}
