import type { Change } from '../transcript/change';
import { applyEdits, type Edit, mapRanges, type Range } from '../transcript/edit';

/** A change under review. Its range is where it stands in the text as it is now. */
export interface ReviewItem extends Range {
  /** Its index in the list of changes that the review began with. */
  readonly id: number;
  readonly change: Change;
  /** The text as it was read. */
  readonly before: string;
  /** Whether the text holds `change.insert` (or what a person made of it) rather than `before`. */
  readonly applied: boolean;
  /** Whether a person has decided: kept, reverted, accepted, dismissed, or typed over it. */
  readonly decided: boolean;
}

/** What a person may decide about a change: have it in the text, or have the text as it was read. */
export type Decision = 'keep' | 'revert';

/** The text to begin a review with, automatic changes applied, and its items sorted by where they stand. */
export function startReview(text: string, changes: readonly Change[]): { text: string; items: ReviewItem[] } {
  let shift = 0;
  const items = changes.map((change, id): ReviewItem => {
    const applied = change.confidence === 'auto';
    const from = change.from + shift;
    if (applied) shift += change.insert.length - (change.to - change.from);
    const to = change.to + shift;
    return { id, from, to, change, before: text.slice(change.from, change.to), applied, decided: false };
  });
  return { text: applyEdits(text, automatic(changes)), items };
}

/** The changes that are applied without asking. */
export const automatic = (changes: readonly Change[]): Change[] =>
  changes.filter((change) => change.confidence === 'auto');

/**
 * What it takes to carry out a decision on the items that `chosen` names, and on those linked to them: edits of the text, and all items as they
 * stand after. Items lie apart, so every other item only moves; neighbours keep their order even where they are empty.
 */
export function decide(
  items: readonly ReviewItem[],
  chosen: (item: ReviewItem) => boolean,
  decision: Decision,
): { edits: Edit[]; items: ReviewItem[] } {
  const all = withLinked(items, chosen);
  const applied = decision === 'keep';
  const edits: Edit[] = [];
  let shift = 0;
  const after = items.map((item): ReviewItem => {
    const from = item.from + shift;
    if (!all.has(item)) return { ...item, from, to: item.to + shift };
    if (item.applied === applied) return { ...item, from, to: item.to + shift, decided: true };
    const insert = applied ? item.change.insert : item.before;
    edits.push({ from: item.from, to: item.to, insert });
    shift += insert.length - (item.to - item.from);
    return { ...item, from, to: from + insert.length, applied, decided: true };
  });
  return { edits, items: after };
}

/** The chosen items, and those whose changes do something together with theirs. */
function withLinked(items: readonly ReviewItem[], chosen: (item: ReviewItem) => boolean): Set<ReviewItem> {
  const all = new Set(items.filter(chosen));
  const links = new Set<string>();
  for (const { change } of all) for (const link of change.links ?? []) links.add(link);
  for (let grew = links.size > 0; grew; ) {
    const found = items.filter(
      (item) => !all.has(item) && item.change.links?.some((link) => links.has(link)),
    );
    for (const item of found) {
      all.add(item);
      for (const link of item.change.links ?? []) links.add(link);
    }
    grew = found.length > 0;
  }
  return all;
}

/** The items after a person's edits of the text (sorted): what an edit reaches into is their own work from then on. */
export function mapItems(items: readonly ReviewItem[], edits: readonly Edit[]): ReviewItem[] {
  let next = 0;
  return mapRanges(items, edits, false).map((item, index) => {
    const { from, to } = items[index] ?? item;
    while ((edits[next]?.to ?? Infinity) <= from) next++;
    const touched = (edits[next]?.from ?? Infinity) < to;
    return touched ? { ...item, decided: true } : item;
  });
}

/** How far a review has come. */
export function countItems(items: readonly ReviewItem[]): { total: number; decided: number } {
  let decided = 0;
  for (const item of items) if (item.decided) decided++;
  return { total: items.length, decided };
}

/** The nearest item after (or before) a position that still waits for a decision, going round at the ends. */
export function nextUndecided(
  items: readonly ReviewItem[],
  position: number,
  direction: 1 | -1,
): ReviewItem | undefined {
  const open = items.filter((item) => !item.decided);
  if (direction === 1) return open.find((item) => item.from > position) ?? open[0];
  return open.findLast((item) => item.from < position) ?? open.at(-1);
}
