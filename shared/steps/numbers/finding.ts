import type { ReasonKey } from '../../i18n/en';
import type { Confidence } from '../../transcript/change';
import type { Edit } from '../../transcript/edit';

/** A number that is to be written otherwise. */
export interface Finding extends Edit {
  /** What kind of mistake it is, as rules are named: `numbers:decimal`. */
  readonly kind:
    | 'decimal'
    | 'range'
    | 'unit'
    | 'year'
    | 'percent'
    | 'scientific'
    | 'letters'
    | 'digit'
    | 'numeral';
  readonly confidence: Confidence;
  readonly reason: ReasonKey;
}

const reasons: Record<Finding['kind'], ReasonKey> = {
  decimal: 'decimal',
  range: 'numbersJoined',
  unit: 'misrecognition',
  year: 'numbersJoined',
  percent: 'percent',
  scientific: 'scientific',
  letters: 'spelledOut',
  digit: 'numeral',
  numeral: 'numeral',
};

/** A finding that replaces `length` code units at `from`. */
export const finding = (
  kind: Finding['kind'],
  from: number,
  length: number,
  insert: string,
  confidence: Confidence = 'auto',
): Finding => ({ kind, from, to: from + length, insert, confidence, reason: reasons[kind] });

/** Looks for one kind of mistake in a text; what it finds comes sorted. */
export type Finder = (text: string) => Finding[];

/** The matches of a pattern (with the flag g), each given to `read` with where it begins. */
export const matching = (
  text: string,
  pattern: RegExp,
  read: (match: RegExpExecArray, text: string) => Finding | undefined,
): Finding[] => {
  const found: Finding[] = [];
  for (const match of text.matchAll(pattern)) {
    const one = read(match, text);
    if (one) found.push(one);
  }
  return found;
};
