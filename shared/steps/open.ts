import { lineBreak } from '../transcript/cues';
import type { Range } from '../transcript/edit';
import type { Transcript } from '../transcript/transcript';

/**
 * Whether a range may be changed: it meets nothing protected, is not all that parts two protected ranges, and stays
 * within one cue. Asked for ranges in the order of their positions. An empty range meets what it stands in the middle
 * of.
 */
export function openTo(transcript: Transcript): (range: Range) => boolean {
  const guarded = transcript.protected;
  const cues = transcript.segments.filter((segment) => segment.kind === 'cue');
  // Line breaks, tags, overrides of ASS and characters given by name stay two wherever they meet.
  const isApart = (from: number, to: number) => {
    const [before = '', after = ''] = [transcript.text[from - 1], transcript.text[to]];
    return before === lineBreak || after === lineBreak || /[>};]/.test(before) || /[<{]/.test(after);
  };
  let g = 0;
  let c = 0;
  return ({ from, to }) => {
    while (guarded[g] && (guarded[g]?.to ?? 0) <= from) g++;
    while (cues[c] && (cues[c]?.to ?? 0) < from) c++;
    const meetsGuarded = (guarded[g]?.from ?? Infinity) < to;
    const leavesCue = (cues[c]?.to ?? Infinity) < to;
    // Taken out, it would let two protected ranges run into one: two code spans side by side are another one.
    const parts = from < to && guarded[g - 1]?.to === from && guarded[g]?.from === to && !isApart(from, to);
    return !meetsGuarded && !leavesCue && !parts;
  };
}
