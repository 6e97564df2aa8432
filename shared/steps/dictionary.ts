import { type Dictionary, findHits, noGuard, type RegExpGuard, type RuleSet } from '../rules/dictionary';
import { foldText } from '../rules/fold';
import type { Change } from '../transcript/change';
import type { Range } from '../transcript/edit';
import type { Transcript } from '../transcript/transcript';
import type { Step } from './step';

/**
 * Corrects what a dictionary knows, outside protected ranges and never across the border of two cues: one step for the
 * rules that are matched in one pass, then one for each rule of the lists that run in order.
 */
export const dictionarySteps = (dictionary: Dictionary, guard: RegExpGuard = noGuard): Step[] => [
  { name: 'dictionary', propose: (transcript) => propose(dictionary.together, transcript, guard) },
  ...dictionary.inOrder.map(
    (rules): Step => ({
      name: 'dictionary',
      cascades: true,
      propose: (transcript) => propose(rules, transcript, guard),
    }),
  ),
];

function propose(rules: RuleSet, transcript: Transcript, guard: RegExpGuard): Change[] {
  const isOpen = openTo(transcript);
  return findHits(rules, transcript.text, transcript.name, guard).flatMap((hit): Change[] => {
    if (!isOpen(hit)) return [];
    const { rule, from, to, insert } = hit;
    const spelling = foldText(transcript.text.slice(from, to)) === foldText(insert);
    return [
      {
        from,
        to,
        insert,
        step: 'dictionary',
        rules: [rule.id],
        confidence: rule.confidence,
        reason: spelling ? 'spelling' : 'misrecognition',
        ...(rule.note !== undefined && { note: rule.note }),
      },
    ];
  });
}

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
