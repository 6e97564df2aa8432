import { Facet, type Range } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView, WidgetType } from '@codemirror/view';
import { type ScriptConverter, scriptEdits } from '../../shared/steps/script';
import { decorating, visibleLines } from './decorating';

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
export const scriptView = decorating(converted, (state) => [state.facet(shownScript)]);

function converted(view: EditorView): DecorationSet {
  const convert = view.state.facet(shownScript);
  if (!convert) return Decoration.none;
  const widgets: Range<Decoration>[] = [];
  for (const line of visibleLines(view)) {
    for (const edit of scriptEdits(line.text, convert)) {
      const widget = new Converted(edit.insert);
      widgets.push(Decoration.replace({ widget }).range(line.from + edit.from, line.from + edit.to));
    }
  }
  return Decoration.set(widgets, true);
}
