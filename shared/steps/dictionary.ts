import { type Dictionary, findHits } from '../rules/dictionary';
import { foldText } from '../rules/fold';
import type { Change } from '../transcript/change';
import type { Range } from '../transcript/edit';
import type { Transcript } from '../transcript/transcript';
import type { Step } from './step';

/** Corrects what the dictionary knows, outside protected ranges and never across the border of two cues. */
export const dictionaryStep = (dictionary: Dictionary): Step => ({
  name: 'dictionary',
  propose(transcript) {
    const isOpen = openTo(transcript);
    return findHits(dictionary, transcript.text).flatMap((hit): Change[] => {
      if (!isOpen(hit)) return [];
      const { rule, from, to } = hit;
      const spelling = foldText(transcript.text.slice(from, to)) === foldText(rule.expected);
      return [
        {
          from,
          to,
          insert: rule.expected,
          step: 'dictionary',
          rules: [rule.id],
          confidence: rule.confidence,
          reason: spelling ? 'spelling' : 'misrecognition',
          ...(rule.note !== undefined && { note: rule.note }),
        },
      ];
    });
  },
});

/** Whether a range may be changed; asked for ranges in the order of their positions. */
function openTo(transcript: Transcript): (range: Range) => boolean {
  const guarded = transcript.protected;
  const cues = transcript.segments.filter((segment) => segment.kind === 'cue');
  let g = 0;
  let c = 0;
  return ({ from, to }) => {
    while (guarded[g] && (guarded[g]?.to ?? 0) <= from) g++;
    while (cues[c] && (cues[c]?.to ?? 0) < from) c++;
    const meetsGuarded = (guarded[g]?.from ?? Infinity) < to;
    const leavesCue = (cues[c]?.to ?? Infinity) < to;
    return !meetsGuarded && !leavesCue;
  };
}
