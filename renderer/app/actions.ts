import { redo, undo } from '@codemirror/commands';
import { openSearchPanel } from '@codemirror/search';
import type { EditorView } from '@codemirror/view';
import type { Command } from '../../shared/commands';
import { profileOf } from '../../shared/cues/profile';
import { groupKey } from '../../shared/review/groups';
import type { Decision, ReviewItem } from '../../shared/review/review';
import type { Recleaned } from '../../shared/rules/editing';
import type { CueTime } from '../../shared/transcript/cues';
import { bridge } from '../bridge';
import type { CheckedCues, ListedProblem } from '../cues/checked';
import { fixing } from '../cues/fixing';
import { editRuleOf, startNewRule } from '../dictionary/rule-form';
import { cueList, joinWithNext, moveCue, splitCue } from '../editor/cues';
import { revision } from '../editor/recleaned';
import { decision, focusedItem, focusOn, moveToUndecided, reviewItems } from '../editor/review-state';
import { active, closeDocument, exportDocument, opening, saveDocument } from './documents';
import { updateDocument, useStore } from './store';

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
  sideChanges: () => useStore.setState({ side: 'changes' }),
  sideCues: () => useStore.setState({ side: 'cues' }),
  splitCue: inEditor(splitCue),
  joinCue: inEditor(joinWithNext),
  makeSubtitles: () => withDocument(() => useStore.setState({ makingSubtitles: true })),
  addRule: () => startNewRule(selectedText()),
  editRule: () => {
    const item = focusedOne();
    if (item) void editRuleOf(item);
  },
  dictionary: () =>
    useStore.setState(({ page }) => ({ page: page === 'dictionary' ? 'text' : 'dictionary' })),
  batch: () => useStore.setState(({ page }) => ({ page: page === 'batch' ? 'text' : 'batch' })),
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

/** What is selected in the text, for a new rule. */
function selectedText(): string {
  if (!view) return '';
  const { from, to } = view.state.selection.main;
  return view.state.sliceDoc(from, to).trim();
}

function focusedOne(): ReviewItem | undefined {
  const id = view?.state.field(focusedItem);
  return view?.state.field(reviewItems).find((item) => item.id === id);
}

/** Brings the review of open files up to date with rules that have changed. */
export function applyRecleaned(files: readonly Recleaned[]): void {
  for (const { id, changes } of files) {
    const document = useStore.getState().documents.find(({ file }) => file.id === id);
    if (!document) continue;
    const file = { ...document.file, changes };
    const spec = revision(document.state, changes);
    if (view && useStore.getState().activeId === id) view.dispatch(spec);
    else updateDocument(id, (current) => ({ ...current, state: current.state.update(spec).state }));
    updateDocument(id, (current) => ({ ...current, file }));
  }
}

/** Decides about the change in focus, all changes of its rule, or all that are still open, and moves on. */
export function decideAbout(what: 'focused' | 'rule' | 'all', how: Decision): void {
  if (!view) return;
  const focused = focusedOne();
  if (what !== 'all' && !focused) {
    move(view, 1);
    return;
  }
  const key = focused && groupKey(focused);
  const chosen: Record<typeof what, (item: ReviewItem) => boolean> = {
    focused: (item) => item.id === focused?.id,
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

/** Fixes problems of the active file's cues as far as that is safe. */
export function fixCues({ doc, list }: CheckedCues, problems: readonly ListedProblem[]): void {
  // What was found in an older state of the text may no longer hold.
  if (!view || view.state.doc !== doc || view.state.field(cueList) !== list) return;
  const fixable = problems.flatMap((problem) => (problem.kind === 'unsureTime' ? [] : [problem]));
  const spec = fixing(view.state, fixable, profileOf(useStore.getState().subtitles));
  if (spec) view.dispatch(spec);
}

/** Gives the cue of a line, counted from 0, another time. */
export function changeCueTime(index: number, time: CueTime): void {
  if (view) view.dispatch(moveCue(view.state, index, time));
}

/** Puts the cursor at the start of a line, counted from 0, and shows it. */
export function showLine(index: number): void {
  if (!view || index >= view.state.doc.lines) return;
  showPosition(view.state.doc.line(index + 1).from);
}

/** Brings a change before the person's eyes. */
export function showItem(item: ReviewItem): void {
  view?.dispatch(focusOn(item));
}

/** Puts the cursor at a position of the text and shows it at the top. */
export const showPosition = (position: number) =>
  inEditor((editor) => editor.dispatch({ selection: { anchor: position }, scrollIntoView: true }))();
