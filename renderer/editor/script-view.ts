import { Facet, type Range } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from '@codemirror/view';
import { type ScriptConverter, scriptEdits } from '../../shared/steps/script';

/** Turns what is shown into another script; the text itself stays as it is. */
export const shownScript = Facet.define<ScriptConverter, ScriptConverter | null>({
  combine: (converters) => converters[0] ?? null,
});

/** Characters as another script writes them. */
class Converted extends WidgetType {
  constructor(readonly text: string) {
    super();
  }
  override eq(other: Converted): boolean {
    return other.text === this.text;
  }
  override toDOM(): HTMLElement {
    const element = document.createElement('span');
    element.textContent = this.text;
    return element;
  }
}

/** Shows the visible lines in the script of choice. */
export const scriptView = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = converted(view);
    }
    update(update: ViewUpdate) {
      const switched = update.startState.facet(shownScript) !== update.state.facet(shownScript);
      if (update.docChanged || update.viewportChanged || switched) this.decorations = converted(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

function converted({ state, visibleRanges }: EditorView): DecorationSet {
  const convert = state.facet(shownScript);
  if (!convert) return Decoration.none;
  const widgets: Range<Decoration>[] = [];
  for (const { from, to } of visibleRanges) {
    for (let line = state.doc.lineAt(from); ; line = state.doc.line(line.number + 1)) {
      for (const edit of scriptEdits(line.text, convert)) {
        const widget = new Converted(edit.insert);
        widgets.push(Decoration.replace({ widget }).range(line.from + edit.from, line.from + edit.to));
      }
      if (line.to >= to || line.number === state.doc.lines) break;
    }
  }
  return Decoration.set(widgets, true);
}
