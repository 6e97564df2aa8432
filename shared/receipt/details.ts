import { type Reading, toSourceEdits } from '../formats/reading';
import type { Change } from '../transcript/change';
import type { FileRecord, RecordedChange, Rejection, RuleCount } from './record';
import type { Rejected } from './rejected';
import { changeRows, placesIn, surroundingsOf } from './rows';

/** How many changes there are, and what part each rule had in them. */
export function countsOf(changes: readonly Change[]): Pick<FileRecord, 'changes' | 'suggestions' | 'rules'> {
  const rules = new Map<string, RuleCount>();
  let suggestions = 0;
  for (const change of changes) {
    const suggested = change.confidence === 'suggest' ? 1 : 0;
    suggestions += suggested;
    for (const rule of change.rules) {
      const known = rules.get(rule) ?? { changes: 0, suggestions: 0 };
      rules.set(rule, {
        changes: known.changes + 1 - suggested,
        suggestions: known.suggestions + suggested,
      });
    }
  }
  return { changes: changes.length - suggestions, suggestions, rules: Object.fromEntries(rules) };
}

/** Changes of a transcript, and what was rejected before, each with its place in the file and what stands around. */
export function detailsOf(reading: Reading, changes: readonly Change[], rejected: readonly Rejected[]) {
  const { source } = reading;
  const place = placesIn(source);
  const edits = toSourceEdits(reading, rejected);
  return {
    changes: changeRows(reading, changes).map(
      (row): RecordedChange => ({ ...row, ...surroundingsOf(source, row) }),
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
