import { type Range, StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView, WidgetType } from '@codemirror/view';
import type { Edit } from '../../shared/transcript/edit';
import { decorating, visibleLines } from './decorating';
import { changeDisplay } from './inline-changes';
import { changesFromRaw, editsOf } from './review-state';

/** The text as it was read. It never changes; it is a field so that every file's state carries its own. */
export const rawText = StateField.define<Text | null>({
  create: () => null,
  update: (text, transaction) => transaction.effects.find((effect) => effect.is(setRaw))?.value ?? text,
});
const setRaw = StateEffect.define<Text>();

/**
 * The raw text of a line, shown to the left of it inside the same line element. The two stand side by side by layout
 * alone: no second editor, no scroll positions to keep in step, and a line is as tall as the taller of the two.
 */
class RawLine extends WidgetType {
  constructor(readonly pieces: readonly { readonly text: string; readonly gone: boolean }[]) {
    super();
  }
  override eq(other: RawLine): boolean {
    return (
      other.pieces.length === this.pieces.length &&
      other.pieces.every(
        (piece, i) => piece.text === this.pieces[i]?.text && piece.gone === this.pieces[i]?.gone,
      )
    );
  }
  override toDOM(): HTMLElement {
    const element = document.createElement('span');
    element.className = 'em-raw';
    for (const { text, gone } of this.pieces) {
      const part = document.createElement(gone ? 'del' : 'span');
      if (gone) part.className = 'em-del';
      part.textContent = text;
      element.append(part);
    }
    return element;
  }
  override ignoreEvent(): boolean {
    return true;
  }
}

export const sideBySide = decorating(rawLines, (state) => [state.facet(changeDisplay)]);

function rawLines(view: EditorView): DecorationSet {
  const { state } = view;
  const raw = state.field(rawText);
  if (!raw || state.facet(changeDisplay) !== 'sideBySide') return Decoration.none;
  const changes = state.field(changesFromRaw);
  const back = changes.invertedDesc;
  const edits = editsOf(changes);
  const widgets: Range<Decoration>[] = [];
  for (const line of visibleLines(view)) {
    const rawFrom = back.mapPos(line.from, -1);
    const rawTo = Math.max(rawFrom, back.mapPos(line.to, 1));
    const widget = new RawLine(piecesOf(raw, rawFrom, rawTo, edits));
    widgets.push(Decoration.widget({ widget, side: -1 }).range(line.from));
  }
  return Decoration.set(widgets, true);
}

/** The raw text from `from` to `to`, cut where something was taken out of it. */
function piecesOf(
  raw: Text,
  from: number,
  to: number,
  edits: readonly Edit[],
): { text: string; gone: boolean }[] {
  const pieces: { text: string; gone: boolean }[] = [];
  const add = (start: number, end: number, gone: boolean) => {
    if (end > start) pieces.push({ text: raw.sliceString(start, end), gone });
  };
  let at = from;
  for (const edit of edits) {
    if (edit.to <= from) continue;
    if (edit.from >= to) break;
    const start = Math.max(at, edit.from);
    add(at, start, false);
    add(start, Math.min(edit.to, to), true);
    at = Math.max(at, Math.min(edit.to, to));
  }
  add(at, to, false);
  return pieces;
}
