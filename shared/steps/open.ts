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
  const atBreak = (from: number, to: number) =>
    transcript.text[from - 1] === lineBreak || transcript.text[to] === lineBreak;
  let g = 0;
  let c = 0;
  return ({ from, to }) => {
    while (guarded[g] && (guarded[g]?.to ?? 0) <= from) g++;
    while (cues[c] && (cues[c]?.to ?? 0) < from) c++;
    const meetsGuarded = (guarded[g]?.from ?? Infinity) < to;
    const leavesCue = (cues[c]?.to ?? Infinity) < to;
    // Taken out, it would let two protected ranges run into one: two code spans side by side are another one.
    // Not so line breaks, which stay two.
    const parts = from < to && guarded[g - 1]?.to === from && guarded[g]?.from === to && !atBreak(from, to);
    return !meetsGuarded && !leavesCue && !parts;
  };
}
