import type { Range } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView } from '@codemirror/view';
import { clock } from '../../shared/cues/clock';
import { imageLine } from '../../shared/formats/protect';
import { cueList } from './cues';
import { decorating, visibleLines } from './decorating';

/**
 * Gives every line its look (heading, picture, blank) and, left of it, its number or its cue's start and speaker. The
 * mark is drawn by the style sheet from an attribute, so that it keeps to the text column wherever that stands.
 */
export const lineLooks = decorating(looks, (state) => [state.field(cueList)]);

function looks(view: EditorView): DecorationSet {
  const cues = view.state.field(cueList);
  const lines: Range<Decoration>[] = [];
  for (const line of visibleLines(view)) {
    const cue = cues[line.number - 1];
    const attributes = {
      'data-mark': cues.length === 0 ? String(line.number) : cue ? clock(cue.time.start) : '',
      'data-speaker': cue?.speaker ?? '',
    };
    const look = cue ? 'em-line em-cue' : classOf(line.text);
    lines.push(Decoration.line({ class: look, attributes }).range(line.from));
  }
  return Decoration.set(lines, true);
}

function classOf(text: string): string {
  if (!text.trim()) return 'em-line em-blank';
  if (/^ {0,3}#{1,6}\s/.test(text)) return 'em-line em-heading';
  return imageLine.test(text) ? 'em-line em-image' : 'em-line';
}
