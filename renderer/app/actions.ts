import { redo, undo } from '@codemirror/commands';
import { openSearchPanel } from '@codemirror/search';
import type { EditorView } from '@codemirror/view';
import type { Command } from '../../shared/commands';
import { groupKey } from '../../shared/review/groups';
import type { Decision, ReviewItem } from '../../shared/review/review';
import { bridge } from '../bridge';
import { decision, focusedItem, focusOn, moveToUndecided, reviewItems } from '../editor/review-state';
import { active, closeDocument, exportDocument, opening, saveDocument } from './documents';
import { useStore } from './store';

let view: EditorView | null = null;

/** The one editor of the window, while it is on the page. */
export function setEditor(editor: EditorView | null): void {
  view = editor;
}

const inEditor = (run: (editor: EditorView) => unknown) => () => {
  if (!view) return;
  run(view);
  view.focus();
};

/** What each command does. Menus, buttons, keys and the palette all end here. */
const actions: Record<Command, () => unknown> = {
  open: () => opening(() => bridge.call('openDialog')),
  openSample: () => opening(() => bridge.call('openSample')),
  save: () => withDocument(saveDocument),
  export: () => withDocument((document) => exportDocument(document, document.file.format, false)),
  closeFile: () => withDocument(closeDocument),
  undo: inEditor(undo),
  redo: inEditor(redo),
  find: inEditor(openSearchPanel),
  replace: inEditor((editor) => {
    openSearchPanel(editor);
    requestAnimationFrame(() => editor.dom.querySelector<HTMLInputElement>('input[name=replace]')?.select());
  }),
  nextChange: inEditor((editor) => move(editor, 1)),
  previousChange: inEditor((editor) => move(editor, -1)),
  keep: () => decideAbout('focused', 'keep'),
  revert: () => decideAbout('focused', 'revert'),
  keepRule: () => decideAbout('rule', 'keep'),
  revertRule: () => decideAbout('rule', 'revert'),
  keepAll: () => decideAbout('all', 'keep'),
  revertAll: () => decideAbout('all', 'revert'),
  viewClean: () => useStore.setState({ display: 'clean' }),
  viewInline: () => useStore.setState({ display: 'inline' }),
  viewSideBySide: () => useStore.setState({ display: 'sideBySide' }),
  palette: () => useStore.setState(({ paletteOpen }) => ({ paletteOpen: !paletteOpen })),
};

export function runCommand(command: Command): void {
  void actions[command]();
}

function withDocument(run: (document: NonNullable<ReturnType<typeof active>>) => unknown): void {
  const document = active();
  if (document) void run(document);
}

function move(editor: EditorView, direction: 1 | -1): void {
  const spec = moveToUndecided(editor.state, direction);
  if (spec) editor.dispatch(spec);
}

/** Decides about the change in focus, all changes of its rule, or all that are still open, and moves on. */
export function decideAbout(what: 'focused' | 'rule' | 'all', how: Decision): void {
  if (!view) return;
  const { state } = view;
  const id = state.field(focusedItem);
  const focused = state.field(reviewItems).find((item) => item.id === id);
  if (what !== 'all' && !focused) {
    move(view, 1);
    return;
  }
  const key = focused && groupKey(focused);
  const chosen: Record<typeof what, (item: ReviewItem) => boolean> = {
    focused: (item) => item.id === id,
    rule: (item) => groupKey(item) === key,
    // Suggestions are accepted one by one, or by rule; never all unseen.
    all: (item) => (how === 'revert' ? true : !item.decided && item.applied),
  };
  decideItems(chosen[what], how);
  move(view, 1);
}

/** Decides about the items that `chosen` names. */
export function decideItems(chosen: (item: ReviewItem) => boolean, how: Decision): void {
  const spec = view && decision(view.state, chosen, how);
  if (view && spec) view.dispatch(spec);
}

/** Brings a change before the person's eyes. */
export function showItem(item: ReviewItem): void {
  view?.dispatch(focusOn(item));
}

/** Puts the cursor at a position of the text and shows it at the top. */
export const showPosition = (position: number) =>
  inEditor((editor) => editor.dispatch({ selection: { anchor: position }, scrollIntoView: true }))();
