import type { Range } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import { clock } from '../../shared/cues/clock';
import { imageLine } from '../../shared/formats/protect';
import { cueList } from './cues';

/**
 * Gives every line its look (heading, picture, blank) and, left of it, its number or its cue's start and speaker. The
 * mark is drawn by the style sheet from an attribute, so that it keeps to the text column wherever that stands.
 */
export const lineLooks = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = looks(view);
    }
    update(update: ViewUpdate) {
      const retimed = update.startState.field(cueList) !== update.state.field(cueList);
      if (update.docChanged || update.viewportChanged || retimed) this.decorations = looks(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

function looks(view: EditorView): DecorationSet {
  const { doc } = view.state;
  const cues = view.state.field(cueList);
  const lines: Range<Decoration>[] = [];
  for (const { from, to } of view.visibleRanges) {
    for (let line = doc.lineAt(from); ; line = doc.line(line.number + 1)) {
      const cue = cues[line.number - 1];
      const attributes = {
        'data-mark': cues.length === 0 ? String(line.number) : cue ? clock(cue.time.start) : '',
        'data-speaker': cue?.speaker ?? '',
      };
      const look = cue ? 'em-line em-cue' : classOf(line.text);
      lines.push(Decoration.line({ class: look, attributes }).range(line.from));
      if (line.to >= to || line.number === doc.lines) break;
    }
  }
  return Decoration.set(lines, true);
}

function classOf(text: string): string {
  if (!text.trim()) return 'em-line em-blank';
  if (/^ {0,3}#{1,6}\s/.test(text)) return 'em-line em-heading';
  return imageLine.test(text) ? 'em-line em-image' : 'em-line';
}
