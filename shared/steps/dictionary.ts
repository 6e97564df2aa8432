import { type Dictionary, findHits, noGuard, type RegExpGuard, type RuleSet } from '../rules/dictionary';
import { foldText } from '../rules/fold';
import type { Change } from '../transcript/change';
import type { Transcript } from '../transcript/transcript';
import { openTo } from './open';
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
