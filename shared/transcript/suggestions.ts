import { type Change, composeChanges } from './change';
import { collides, type Range } from './edit';

/** Something that a change put in, where it stands in the text that all changes leave. */
export interface Insertion extends Range {
  readonly change: Change;
}

/** What changes (sorted) put in, as it stands in the text that they leave. */
export function insertions(changes: readonly Change[]): Insertion[] {
  let shift = 0;
  return changes.map((change) => {
    const from = change.from + shift;
    shift += change.insert.length - (change.to - change.from);
    return { from, to: from + change.insert.length, change };
  });
}

/**
 * Automatic changes of a text, and suggestions made on the text that they leave, as one list of changes of the first
 * text. A suggestion that collides with what was put in, or with an earlier suggestion, gives way.
 */
export const withSuggestions = (
  text: string,
  applied: readonly Change[],
  suggested: readonly Change[],
): Change[] => composeChanges(text, applied, apart(suggested, insertions(applied)));

/** The suggestions, sorted, that collide with nothing already put in and with no earlier one of their own. */
function apart(suggestions: readonly Change[], taken: readonly Insertion[]): Change[] {
  const sorted = suggestions.map((change, order) => ({ change, order }));
  sorted.sort((a, b) => a.change.from - b.change.from || a.order - b.order);
  const result: Change[] = [];
  let next = 0;
  for (const { change } of sorted) {
    while ((taken[next]?.to ?? Infinity) < change.from) next++;
    let meets = (result.at(-1)?.to ?? 0) > change.from || result.at(-1)?.from === change.from;
    for (let at = next; !meets; at++) {
      const put = taken[at];
      if (!put || put.from > change.to) break;
      meets = collides(put, put.change, change);
    }
    if (!meets) result.push(change);
  }
  return result;
}
