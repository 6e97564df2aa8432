import { type Extension, type Range, StateField } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import { imageLine } from '../../shared/formats/protect';
import { mapRanges } from '../../shared/transcript/edit';
import type { CueSegment } from '../../shared/transcript/transcript';
import { editsOf } from './review-state';

/** The segments that came with times, each where it stands in the document. */
const cueSegments = StateField.define<readonly CueSegment[]>({
  create: () => [],
  update: (cues, transaction) =>
    transaction.docChanged && cues.length > 0 ? mapRanges(cues, editsOf(transaction.changes), true) : cues,
});

/**
 * Gives every line its look (heading, picture, blank) and, left of it, its number or its cue's start. The mark is drawn
 * by the style sheet from an attribute, so that it keeps to the text column wherever that stands.
 */
export const lineLooks = (cues: readonly CueSegment[]): Extension => [
  cueSegments.init(() => cues),
  ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      constructor(view: EditorView) {
        this.decorations = looks(view);
      }
      update(update: ViewUpdate) {
        if (update.docChanged || update.viewportChanged) this.decorations = looks(update.view);
      }
    },
    { decorations: (plugin) => plugin.decorations },
  ),
];

function looks(view: EditorView): DecorationSet {
  const { doc } = view.state;
  const cues = view.state.field(cueSegments);
  const starts = new Map(cues.map((cue) => [cue.from, cue]));
  const lines: Range<Decoration>[] = [];
  for (const { from, to } of view.visibleRanges) {
    for (let line = doc.lineAt(from); ; line = doc.line(line.number + 1)) {
      const time = starts.get(line.from)?.time;
      const mark = cues.length > 0 ? (time ? clock(time.start) : '') : String(line.number);
      lines.push(
        Decoration.line({ class: classOf(line.text), attributes: { 'data-mark': mark } }).range(line.from),
      );
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

/** Milliseconds as `m:ss.t`, or `h:mm:ss.t` from an hour on. */
function clock(time: number): string {
  const tenths = Math.floor(time / 100);
  const seconds = String(Math.floor(tenths / 10) % 60).padStart(2, '0');
  const minutes = Math.floor(tenths / 600) % 60;
  const hours = Math.floor(tenths / 36_000);
  const head = hours ? `${hours}:${String(minutes).padStart(2, '0')}` : String(minutes);
  return `${head}:${seconds}.${tenths % 10}`;
}
