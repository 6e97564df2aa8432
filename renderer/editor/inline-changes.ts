import { Facet, type Range } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView, WidgetType } from '@codemirror/view';
import type { ReviewItem } from '../../shared/review/review';
import { decorating } from './decorating';
import { focusedItem, reviewItems } from './review-state';

/** How much of the changes the text shows. */
export type ChangeDisplay = 'clean' | 'inline' | 'sideBySide';

export const changeDisplay = Facet.define<ChangeDisplay, ChangeDisplay>({
  combine: (values) => values[0] ?? 'inline',
});

/** Says why a change is there, for the pointer that rests on it. */
export const changeTitle = Facet.define<(item: ReviewItem) => string, (item: ReviewItem) => string>({
  combine: (values) => values[0] ?? (() => ''),
});

/** The text as it was read, struck through, where a change took it out. */
class TakenOut extends WidgetType {
  constructor(
    readonly text: string,
    readonly title: string,
    readonly className: string,
  ) {
    super();
  }
  override eq(other: TakenOut): boolean {
    return other.text === this.text && other.className === this.className && other.title === this.title;
  }
  override toDOM(): HTMLElement {
    const element = document.createElement('del');
    element.className = this.className;
    element.title = this.title;
    element.textContent = this.text.replaceAll('\n', '⏎');
    return element;
  }
  override ignoreEvent(): boolean {
    return false;
  }
}

/** Marks the changes in the visible part of the text. */
export const inlineChanges = decorating(decorate, (state) => [
  state.field(reviewItems),
  state.field(focusedItem),
  state.facet(changeDisplay),
  state.facet(changeTitle),
]);

function decorate(view: EditorView): DecorationSet {
  const { state } = view;
  const display = state.facet(changeDisplay);
  const focused = state.field(focusedItem);
  const title = state.facet(changeTitle);
  const ranges: Range<Decoration>[] = [];
  for (const item of itemsBetween(state.field(reviewItems), view.viewport.from, view.viewport.to)) {
    const isFocused = item.id === focused;
    const words = title(item);
    const className = classOf(item, isFocused);
    const showsOld = item.applied && item.before !== '' && (display === 'inline' || isFocused);
    if (showsOld && display !== 'sideBySide') {
      const only = item.from === item.to;
      const widget = new TakenOut(
        item.before,
        words,
        `em-del${item.decided ? ' em-decided' : ''}${only && isFocused ? ' em-focused' : ''}`,
      );
      ranges.push(Decoration.widget({ widget, side: 1 }).range(item.from));
    }
    if (item.to > item.from && (display !== 'clean' || isFocused || !item.applied)) {
      const hides = item.decided && !item.applied && !isFocused;
      if (!hides)
        ranges.push(
          Decoration.mark({ class: className, attributes: { title: words } }).range(item.from, item.to),
        );
    }
  }
  return Decoration.set(ranges, true);
}

function classOf(item: ReviewItem, focused: boolean): string {
  const kind = item.applied
    ? 'em-ins'
    : item.change.confidence === 'suggest'
      ? 'em-suggested'
      : 'em-reverted';
  return `${kind}${item.decided ? ' em-decided' : ''}${focused ? ' em-focused' : ''}`;
}

/** The items (sorted, apart) that touch a range, found by bisection. */
function itemsBetween(items: readonly ReviewItem[], from: number, to: number): readonly ReviewItem[] {
  const start = bisect(items, (item) => item.to < from);
  const end = bisect(items, (item) => item.from <= to);
  return items.slice(start, end);
}

/** The index of the first item for which `before` no longer holds. */
function bisect(items: readonly ReviewItem[], before: (item: ReviewItem) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item && before(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}
