import { type Reading, toSourceEdits } from '../formats/reading';
import type { Change } from '../transcript/change';
import type { FileRecord, RecordedChange, Rejection, RuleCount } from './record';
import type { Rejected } from './rejected';
import { changeRows, placesIn, surroundingsOf } from './rows';

/** How many changes there are, and what part each rule had in them; those at the places `reverted` are not made. */
export function countsOf(
  changes: readonly Change[],
  reverted: ReadonlySet<number>,
): Pick<FileRecord, 'changes' | 'suggestions' | 'reverted' | 'rules'> {
  const rules = new Map<string, RuleCount>();
  const counts = { changes: 0, suggestions: 0, reverted: 0 };
  changes.forEach((change, index) => {
    const what =
      change.confidence === 'suggest' ? 'suggestions' : reverted.has(index) ? 'reverted' : 'changes';
    counts[what]++;
    for (const rule of change.rules) {
      const known = rules.get(rule) ?? { changes: 0, suggestions: 0, reverted: 0 };
      rules.set(rule, { ...known, [what]: known[what] + 1 });
    }
  });
  return { ...counts, rules: Object.fromEntries(rules) };
}

/**
 * Changes of a transcript (those at the places `reverted` were not made), and what was rejected before, each with its
 * place in the file and what stands around.
 */
export function detailsOf(
  reading: Reading,
  changes: readonly Change[],
  reverted: ReadonlySet<number>,
  rejected: readonly Rejected[],
) {
  const { source } = reading;
  const place = placesIn(source);
  const edits = toSourceEdits(reading, rejected);
  return {
    changes: changeRows(reading, changes).map(
      (row, index): RecordedChange => ({
        ...row,
        ...surroundingsOf(source, row),
        ...(row.confidence === 'auto' && reverted.has(index) && { reverted: true }),
      }),
    ),
    rejected: edits.map(
      (edit, index): Rejection => ({
        ...place(edit),
        after: edit.insert,
        rule: rejected[index]?.rule ?? '',
        ...surroundingsOf(source, edit),
      }),
    ),
  };
}
