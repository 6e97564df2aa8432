import type { EditorState, Extension, Line } from '@codemirror/state';
import { type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';

/**
 * Decorations of the visible text, made anew whenever the text, what is visible of it, or any of the values changes that
 * they depend on.
 */
export const decorating = (
  decorate: (view: EditorView) => DecorationSet,
  dependsOn: (state: EditorState) => readonly unknown[],
): Extension =>
  ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      constructor(view: EditorView) {
        this.decorations = decorate(view);
      }
      update(update: ViewUpdate) {
        const before = dependsOn(update.startState);
        const isOther = dependsOn(update.state).some((value, index) => value !== before[index]);
        if (update.docChanged || update.viewportChanged || isOther) this.decorations = decorate(update.view);
      }
    },
    { decorations: (plugin) => plugin.decorations },
  );

/** The lines of which something is visible. */
export function* visibleLines({ state: { doc }, visibleRanges }: EditorView): Generator<Line> {
  for (const { from, to } of visibleRanges) {
    const last = doc.lineAt(to).number;
    for (let number = doc.lineAt(from).number; number <= last; number++) yield doc.line(number);
  }
}
