import type { EditorState } from '@codemirror/state';
import type { Catalogue } from '../../shared/i18n/catalogue';
import { groupKey } from '../../shared/review/groups';
import type { ReviewItem } from '../../shared/review/review';
import { reviewItems } from '../editor/review-state';

/** A change in words: what became what, by which rule and why, and how often the rule holds in this text. */
export function describeItem(
  item: ReviewItem,
  catalogue: Catalogue,
  state?: EditorState,
): { title: string; detail: string; hits: number } {
  const { change, before } = item;
  const hits = state
    ? state.field(reviewItems).filter((other) => groupKey(other) === groupKey(item)).length
    : 0;
  const title = `${shown(before, catalogue)} → ${change.insert ? shown(change.insert, catalogue) : catalogue.window.deleted}`;
  const detail = [
    change.confidence === 'suggest' ? catalogue.window.suggestion : '',
    `${catalogue.steps[change.step]}: ${change.rules.join(' + ')}`,
    catalogue.reasons[change.reason],
    change.note ?? '',
    hits > 0 ? catalogue.window.hits({ count: hits }) : '',
  ].filter(Boolean);
  return { title, detail: detail.join(' · '), hits };
}

/** A stretch of text as one line names it. */
export function shown(text: string, catalogue: Catalogue): string {
  const line = text.replaceAll('\n', '⏎');
  if (!line) return catalogue.window.emptyText;
  return line.length > 60 ? `${line.slice(0, 40)}…${line.slice(-18)}` : line;
}
