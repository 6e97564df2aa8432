import type { StepOptions } from './options';

/** What `stepOptionsSchema` makes of `{}`, written out for those who need no schema: loading that takes a while. */
export const defaultStepOptions: StepOptions = {
  numbers: { enabled: true, numerals: 'leave' },
  stutters: { enabled: true },
  fillers: { strength: 'safe' },
  punctuation: { enabled: true, convention: 'auto' },
  spacing: { between: 'leave' },
  paragraphs: { enabled: true, length: 300 },
  case: { enabled: true },
  script: { to: 'leave' },
  tags: { remove: false },
  lists: { fillers: [], doubled: [], units: [], acronyms: [] },
};
