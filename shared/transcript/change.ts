import type { ReasonKey } from '../i18n/en';
import { composeEdits, type Edit } from './edit';

/** The steps of the pipeline in the order in which they run. */
export const stepNames = [
  'dictionary',
  'glossary',
  'numbers',
  'stutters',
  'fillers',
  'punctuation',
  'spacing',
  'paragraphs',
  'case',
  'script',
  'tags',
] as const;
export type StepName = (typeof stepNames)[number];

/** `auto`: applied when a file is opened or cleaned; `suggest`: shown, applied only when a person accepts it. */
export type Confidence = 'auto' | 'suggest';

/** A proposed edit that says where it comes from. */
export interface Change extends Edit {
  /** The step that made it; the first one where several steps met in one place. */
  readonly step: StepName;
  /** The rules that made it, in the order in which they applied; never empty. */
  readonly rules: readonly string[];
  readonly confidence: Confidence;
  readonly reason: ReasonKey;
  /**
   * Names what several changes do together, such as moving a line: those that share a name are kept or reverted as one.
   */
  readonly links?: readonly string[];
  /** What the rule's author wrote about it. */
  readonly note?: string;
}

/** Several changes that met in one place, told as one. */
function mergeChanges(parts: readonly Change[], edit: Edit): Change {
  const [first] = parts;
  if (!first) throw new Error('A merged change has at least one part; this is a bug');
  const rules = [...new Set(parts.flatMap((part) => part.rules))];
  const confidence = parts.some((part) => part.confidence === 'suggest') ? 'suggest' : 'auto';
  const links = [...new Set(parts.flatMap((part) => part.links ?? []))];
  return { ...first, ...edit, rules, confidence, ...(links.length > 0 && { links }) };
}

/** As {@link composeEdits}, for changes: the provenance of every part survives. */
export const composeChanges = (text: string, first: readonly Change[], second: readonly Change[]): Change[] =>
  composeEdits(text, first, second, mergeChanges);
