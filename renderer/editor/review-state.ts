import { invertedEffects, isolateHistory } from '@codemirror/commands';
import {
  ChangeSet,
  EditorState,
  type Extension,
  StateEffect,
  StateField,
  type Transaction,
  type TransactionSpec,
} from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import {
  automatic,
  type Decision,
  decide,
  mapItems,
  nextUndecided,
  type ReviewItem,
  startReview,
} from '../../shared/review/review';
import type { Change } from '../../shared/transcript/change';
import type { Edit } from '../../shared/transcript/edit';

/** All items as they stand once the transaction is applied. */
export const setItems = StateEffect.define<readonly ReviewItem[]>();

/** Which item the review looks at; null for none. */
const focusItem = StateEffect.define<number | null>();

/** The changes under review, sorted, each where it stands in the document. */
export const reviewItems = StateField.define<readonly ReviewItem[]>({
  create: () => [],
  update(items, transaction) {
    const set = transaction.effects.findLast((effect) => effect.is(setItems));
    if (set) return set.value;
    return transaction.docChanged ? mapItems(items, editsOf(transaction.changes)) : items;
  },
});

/** What leads from the text as it was read to the document; kept up to date, never found out afterwards. */
export const changesFromRaw = StateField.define<ChangeSet>({
  create: (state) => ChangeSet.empty(state.doc.length),
  update: (changes, transaction) => (transaction.docChanged ? changes.compose(transaction.changes) : changes),
});

/** The id of the item in focus. Typing takes the focus away; a click on a change gives it. */
export const focusedItem = StateField.define<number | null>({
  create: () => null,
  update(id, transaction) {
    const effect = transaction.effects.findLast((e) => e.is(focusItem));
    if (effect) return effect.value;
    if (transaction.isUserEvent('select.pointer')) return itemAt(transaction.state)?.id ?? null;
    return transaction.docChanged || transaction.isUserEvent('select') ? null : id;
  },
});

/** Undo brings back decisions, and the places of changes that an edit reached into, together with the text. */
const undoReview = invertedEffects.of((transaction) => {
  const before = transaction.startState.field(reviewItems);
  const decided = transaction.effects.some((effect) => effect.is(setItems));
  return decided || meetsItem(transaction, before) ? [setItems.of(before)] : [];
});

function meetsItem(transaction: Transaction, items: readonly ReviewItem[]): boolean {
  return editsOf(transaction.changes).some((edit) =>
    items.some((item) => item.from <= edit.to && edit.from <= item.to),
  );
}

/** A state to review a file's text in: automatic changes applied, suggestions marked. */
export function reviewState(raw: string, changes: readonly Change[], extensions: Extension): EditorState {
  const { text, items } = startReview(raw, changes);
  const fromRaw = ChangeSet.of([...automatic(changes)], raw.length);
  return EditorState.create({
    doc: text,
    extensions: [
      reviewItems.init(() => items),
      changesFromRaw.init(() => fromRaw),
      focusedItem,
      undoReview,
      extensions,
    ],
  });
}

/** The transaction that carries out a decision on the items named by `chosen`; null when it names none. */
export function decision(
  state: EditorState,
  chosen: (item: ReviewItem) => boolean,
  what: Decision,
): TransactionSpec | null {
  const items = state.field(reviewItems);
  if (!items.some(chosen)) return null;
  const { edits, items: after } = decide(items, chosen, what);
  return {
    changes: edits,
    effects: setItems.of(after),
    annotations: isolateHistory.of('full'),
    userEvent: `review.${what}`,
  };
}

/** The transaction that moves on to the next (1) or previous (-1) undecided change; null when none is left. */
export function moveToUndecided(state: EditorState, direction: 1 | -1): TransactionSpec | null {
  const items = state.field(reviewItems);
  const focused = items.find((item) => item.id === state.field(focusedItem));
  // From the item in focus by order, since neighbours may share a place; else from the cursor.
  const item = focused
    ? nextUndecidedInOrder(items, focused, direction)
    : nextUndecided(items, state.selection.main.head - direction, direction);
  return item ? focusOn(item) : null;
}

function nextUndecidedInOrder(
  items: readonly ReviewItem[],
  from: ReviewItem,
  direction: 1 | -1,
): ReviewItem | undefined {
  const at = items.indexOf(from);
  const ahead = direction === 1 ? items.slice(at + 1) : items.slice(0, at).reverse();
  const behind = direction === 1 ? items.slice(0, at) : items.slice(at + 1).reverse();
  return [...ahead, ...behind].find((item) => !item.decided);
}

/** The transaction that puts an item in focus and the cursor beside it. */
export const focusOn = (item: ReviewItem): TransactionSpec => ({
  selection: { anchor: item.from },
  // With room around it: the bar under the change wants to be seen, and so does what follows.
  effects: [focusItem.of(item.id), EditorView.scrollIntoView(item.from, { y: 'nearest', yMargin: 140 })],
});

/** The change under the cursor, one that is still open before one that is decided. */
function itemAt(state: EditorState): ReviewItem | undefined {
  const { head, empty } = state.selection.main;
  if (!empty) return undefined;
  const here = state.field(reviewItems).filter((item) => item.from <= head && head <= item.to);
  return here.find((item) => !item.decided) ?? here[0];
}

/** A CodeMirror change set as the engine's edits. */
export function editsOf(changes: ChangeSet): Edit[] {
  const edits: Edit[] = [];
  changes.iterChanges((from, to, _fromB, _toB, insert) => {
    edits.push({ from, to, insert: insert.toString() });
  });
  return edits;
}
