import type { Dictionary } from '../shared/rules/dictionary';
import { dictionarySteps } from '../shared/steps/dictionary';
import type { Step } from '../shared/steps/step';

/** All steps, ready to run with the dictionaries in force. */
export const allSteps = (dictionary: Dictionary): Step[] => [...dictionarySteps(dictionary)];
