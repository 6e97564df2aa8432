import type { Text } from '@codemirror/state';
import type { ChangeGroup } from '../../shared/review/groups';
import type { ReviewItem } from '../../shared/review/review';
import type { StepName } from '../../shared/transcript/change';

/** What the list shows: changes that wait, all of them, suggestions, or those of one step. */
export type Filter = 'open' | 'all' | 'suggested' | StepName;

export type Row =
  | { readonly kind: 'group'; readonly group: ChangeGroup; readonly expanded: boolean }
  | { readonly kind: 'hit'; readonly item: ReviewItem };

/** The items that a filter lets through. */
export function filterItems(items: readonly ReviewItem[], filter: Filter): readonly ReviewItem[] {
  if (filter === 'all') return items;
  return items.filter((item) => {
    if (filter === 'open') return !item.decided;
    if (filter === 'suggested') return item.change.confidence === 'suggest';
    return item.change.step === filter;
  });
}

/** Groups and, under those that are open, their hits: the rows of the list from top to bottom. */
export const rowsOf = (groups: readonly ChangeGroup[], expanded: ReadonlySet<string>): Row[] =>
  groups.flatMap((group): Row[] => {
    const isOpen = expanded.has(group.key);
    const head: Row = { kind: 'group', group, expanded: isOpen };
    return isOpen ? [head, ...group.items.map((item): Row => ({ kind: 'hit', item }))] : [head];
  });

/** A change with what stands around it on its line. */
export function context(doc: Text, item: ReviewItem): { before: string; here: string; after: string } {
  const line = doc.lineAt(Math.min(item.from, doc.length));
  const end = Math.min(item.to, line.to);
  const before = doc.sliceString(Math.max(line.from, item.from - 10), item.from);
  const after = doc.sliceString(end, Math.min(line.to, end + 14));
  return {
    before: item.from - 10 > line.from ? `…${before}` : before,
    here: doc.sliceString(item.from, end),
    after: end + 14 < line.to ? `${after}…` : after,
  };
}
