import { type Command, Option } from 'commander';
import type { Catalogue } from '../../shared/i18n/catalogue';
import { defaultStepOptions } from '../../shared/steps/defaults';
import type { StepOptions } from '../../shared/steps/options';

/** How single steps work, as commander gives it. */
export interface StepChoices {
  readonly fillers?: StepOptions['fillers']['strength'];
  readonly numerals?: StepOptions['numbers']['numerals'];
  readonly punctuation?: StepOptions['punctuation']['convention'];
  readonly spacing?: StepOptions['spacing']['between'];
  readonly script?: StepOptions['script']['to'];
  readonly removeTags?: boolean;
}

/** What may be said of each; the first is what happens when nothing is. */
const choices = {
  fillers: ['safe', 'off', 'thorough'],
  numerals: ['leave', 'digits', 'chinese'],
  punctuation: ['auto', 'chinese', 'english'],
  spacing: ['leave', 'add', 'remove'],
  script: ['leave', 'cn', 'tw', 'twp', 'hk'],
} as const satisfies { readonly [Name in keyof StepChoices]?: readonly StepChoices[Name][] };

/** Adds the options that say how single steps work. */
export function addStepOptions(command: Command, { cli }: Catalogue): Command {
  for (const [name, values] of Object.entries(choices)) {
    const about = cli.stepChoices[name as keyof typeof choices];
    command.addOption(new Option(`--${name} <how>`, `${about}: ${values.join(', ')}`).choices(values));
  }
  return command.option('--remove-tags', cli.stepChoices.removeTags);
}

/** The step options that a command line asks for. */
export const stepOptionsFrom = (said: StepChoices): StepOptions => ({
  ...defaultStepOptions,
  ...(said.fillers && { fillers: { strength: said.fillers } }),
  ...(said.numerals && { numbers: { ...defaultStepOptions.numbers, numerals: said.numerals } }),
  ...(said.punctuation && {
    punctuation: { ...defaultStepOptions.punctuation, convention: said.punctuation },
  }),
  ...(said.spacing && { spacing: { between: said.spacing } }),
  ...(said.script && { script: { to: said.script } }),
  ...(said.removeTags && { tags: { remove: true } }),
});
