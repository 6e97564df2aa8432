import { type EditorState, Facet } from '@codemirror/state';
import { type EditorView, showTooltip, type Tooltip } from '@codemirror/view';
import type { ReviewItem } from '../../shared/review/review';
import { focusedItem, reviewItems } from './review-state';

/** What the card says about a change, and what its buttons do. */
export interface CardContent {
  readonly title: string;
  readonly detail: string;
  readonly actions: readonly { readonly label: string; readonly keys: string; readonly run: () => void }[];
}

export const cardContent = Facet.define<
  (item: ReviewItem, state: EditorState) => CardContent,
  ((item: ReviewItem, state: EditorState) => CardContent) | null
>({ combine: (values) => values[0] ?? null });

/** A small bar under the change in focus: its rule, the reason, and what can be done. It floats, so nothing jumps. */
export const changeCard = showTooltip.compute(
  [focusedItem, reviewItems, cardContent],
  (state): Tooltip | null => {
    const id = state.field(focusedItem);
    const item = id === null ? undefined : state.field(reviewItems).find((candidate) => candidate.id === id);
    const describe = state.facet(cardContent);
    if (!item || !describe) return null;
    const content = describe(item, state);
    return {
      pos: item.from,
      end: item.to,
      above: false,
      create: (view) => ({ dom: card(content, view), offset: { x: -8, y: 4 } }),
    };
  },
);

function card(content: CardContent, view: EditorView): HTMLElement {
  const dom = element('div', 'em-card');
  dom.setAttribute('role', 'group');
  dom.setAttribute('aria-label', content.title);
  const words = element('div', 'em-card-words');
  words.append(
    element('div', 'em-card-title', content.title),
    element('div', 'em-card-detail', content.detail),
  );
  const buttons = content.actions.map(({ label, keys, run }) => {
    const button = element('button', 'button', label);
    button.setAttribute('type', 'button');
    if (keys) button.append(element('kbd', 'em-kbd', keys));
    // The editor keeps the focus: a click here is part of reading on.
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', () => {
      run();
      view.focus();
    });
    return button;
  });
  dom.append(words, ...buttons);
  return dom;
}

function element(tag: string, className: string, text = ''): HTMLElement {
  const node = document.createElement(tag);
  node.className = className;
  node.textContent = text;
  return node;
}
