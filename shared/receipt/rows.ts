import { type Reading, toSourceEdits } from '../formats/reading';
import type { ReasonKey } from '../i18n/en';
import type { Change, Confidence, StepName } from '../transcript/change';
import type { Range } from '../transcript/edit';

/** A place in a file, as people and their tools count. */
export interface Place {
  /** UTF-16 code units into the decoded file: without a byte-order mark, line ends as in the file. */
  readonly from: number;
  readonly to: number;
  /** Counted from 1; the column in UTF-16 code units. */
  readonly line: number;
  readonly column: number;
  /** Exactly what stands there. */
  readonly before: string;
}

/** A change as it is told outside the window. */
export interface ChangeRow extends Place {
  readonly after: string;
  readonly step: StepName;
  readonly rules: readonly string[];
  readonly confidence: Confidence;
  readonly reason: ReasonKey;
}

/** What stands on its line before and after a place. */
export interface Surroundings {
  readonly left: string;
  readonly right: string;
}

/** Changes of a transcript (sorted), each with its place in the file. */
export function changeRows(reading: Reading, changes: readonly Change[]): ChangeRow[] {
  const place = placesIn(reading.source);
  const edits = toSourceEdits(reading, changes);
  return changes.flatMap(({ step, rules, confidence, reason }, index) => {
    const edit = edits[index];
    if (!edit) return [];
    return [{ ...place(edit), after: edit.insert, step, rules, confidence, reason }];
  });
}

/** The places of ranges that are asked for in their order. */
export function placesIn(source: string): (range: Range) => Place {
  const lineEnd = /\r\n?|\n/g;
  let line = 1;
  let start = 0;
  let next = lineEnd.exec(source);
  return ({ from, to }) => {
    for (; next && next.index + next[0].length <= from; next = lineEnd.exec(source)) {
      start = next.index + next[0].length;
      line++;
    }
    return { from, to, line, column: from - start + 1, before: source.slice(from, to) };
  };
}

/** How much of its line is told on either side of a change, in UTF-16 code units. */
const reach = 30;

/** What stands around a range on its line, at most so much that a person knows where it is. */
export function surroundingsOf(source: string, { from, to }: Range): Surroundings {
  const before = source.slice(Math.max(0, from - reach), from);
  const after = source.slice(to, to + reach);
  return {
    left: before.replace(/^.*[\r\n]/s, '').replace(/^[\udc00-\udfff]/, ''),
    right: after.replace(/[\r\n].*$/s, '').replace(/[\ud800-\udbff]$/, ''),
  };
}
