import type { EditorState } from '@codemirror/state';
import type { Terms } from '../../shared/cues/breaks';
import { cutParagraph } from '../../shared/cues/cut';
import type { CueProfile } from '../../shared/cues/profile';
import { shownText } from '../../shared/formats/cue-text';
import { imageLine } from '../../shared/formats/protect';
import { type CueTime, lineBreak } from '../../shared/transcript/cues';
import { cueAtCursor, cueList, markupInCues } from '../editor/cues';

/** The cue that the cursor stands in. */
export interface CueAtCursor {
  readonly lines: readonly string[];
  /** In text that has times: which cue of them it is, counted from 0, and when it is shown. */
  readonly timed?: { readonly index: number; readonly time: CueTime; readonly speaker: string };
}

/** The cue under the cursor; in text without times, as it would be cut. */
export function cueUnderCursor(state: EditorState, profile: CueProfile, terms: Terms): CueAtCursor {
  const { head } = state.selection.main;
  const line = state.doc.lineAt(head);
  const index = cueAtCursor(state);
  const cue = state.field(cueList)[index];
  if (cue) {
    const timed = { index, time: cue.time, speaker: cue.speaker ?? '' };
    return { lines: shownText(line.text, state.facet(markupInCues)).split(lineBreak), timed };
  }
  if (imageLine.test(line.text) || /^ {0,3}#{1,6}\s/.test(line.text)) return { lines: [] };
  const cues = cutParagraph(line.text, { profile, terms });
  return { lines: cues.find(({ to }) => to >= head - line.from)?.lines ?? cues.at(-1)?.lines ?? [] };
}
