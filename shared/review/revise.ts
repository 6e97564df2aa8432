import type { Change } from '../transcript/change';
import { applyEdits, composeEdits, type Edit, mapPositions } from '../transcript/edit';
import { decide, type ReviewItem } from './review';

/** Where a review stands: the raw text, the text as it is now, and where a raw position is to be found in it. */
export interface ReviewStand {
  readonly raw: string;
  readonly text: string;
  readonly items: readonly ReviewItem[];
  /** `side` -1 for the position before what was put in there, 1 for after. */
  toCurrent(position: number, side: -1 | 1): number;
}

/**
 * A review once the rules have changed and propose `fresh` for the raw text. What a person decided stays as it is;
 * what was waiting and is no longer proposed goes back to the raw text; what is newly proposed is added where the text
 * still is as it was read. Returns the edits of the text as it is now, and all items as they stand after them.
 */
export function revise(stand: ReviewStand, fresh: readonly Change[]): { edits: Edit[]; items: ReviewItem[] } {
  const proposed = new Map(fresh.map((change) => [placeOf(change), change]));
  const isOld = (item: ReviewItem) => !item.decided && !proposed.has(placeOf(item.change));

  const undone = decide(stand.items, isOld, 'revert');
  const kept = undone.items.flatMap((item, index): ReviewItem[] => {
    const was = stand.items[index];
    if (!was || isOld(was)) return [];
    return [{ ...item, change: proposed.get(placeOf(item.change)) ?? item.change }];
  });
  const text = applyEdits(stand.text, undone.edits);

  const known = new Set(kept.map((item) => placeOf(item.change)));
  const added = fresh.filter((change) => !known.has(placeOf(change)));
  const starts = place(
    added.map(({ from }) => from),
    1,
    stand,
    undone.edits,
  );
  const ends = place(
    added.map(({ to }) => to),
    -1,
    stand,
    undone.edits,
  );
  let id = kept.reduce((highest, item) => Math.max(highest, item.id), -1);
  const news = added.flatMap((change, index): ReviewItem[] => {
    const from = starts[index] ?? 0;
    const to = Math.max(from, ends[index] ?? 0);
    const before = stand.raw.slice(change.from, change.to);
    const overlaps = kept.some(({ change: other }) => other.from < change.to && change.from < other.to);
    if (overlaps || text.slice(from, to) !== before) return [];
    return [{ id: ++id, from, to, change, before, applied: false, decided: false }];
  });

  const waiting = new Set(news.filter(({ change }) => change.confidence === 'auto').map((item) => item.id));
  const all = [...kept, ...news].sort((a, b) => a.change.from - b.change.from || a.change.to - b.change.to);
  const done = decide(all, (item) => waiting.has(item.id), 'keep');
  const items = done.items.map((item) => (waiting.has(item.id) ? { ...item, decided: false } : item));
  const edits = composeEdits(stand.text, undone.edits, done.edits, (_parts, edit) => edit);
  return { edits, items };
}

/** What makes two proposals the same: the place, and what is put there. */
const placeOf = ({ from, to, insert }: Change): string => `${from} ${to} ${insert}`;

/** Raw positions (sorted) in the text after `edits` of the text as it is now. */
const place = (positions: readonly number[], side: -1 | 1, stand: ReviewStand, edits: readonly Edit[]) =>
  mapPositions(
    positions.map((position) => stand.toCurrent(position, side)),
    edits,
    side,
  );
