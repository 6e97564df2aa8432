import {
  type Dictionary,
  findHits,
  type Hit,
  noGuard,
  type RegExpGuard,
  type RuleList,
  type RuleSet,
} from '../rules/dictionary';
import { foldText } from '../rules/fold';
import { type Change, type Confidence, composeChanges } from '../transcript/change';
import { withSuggestions } from '../transcript/suggestions';
import { editTranscript, type Transcript } from '../transcript/transcript';
import { hitsAcrossBreaks } from './across';
import { openTo } from './open';
import type { Step } from './step';

/**
 * Corrects what a dictionary knows, outside protected ranges; across the border of two cues without moving it: a step
 * for the rules that are matched in one pass, and one for those of lists that run in order.
 */
export const dictionarySteps = (dictionary: Dictionary, guard: RegExpGuard = noGuard): Step[] => [
  { name: 'dictionary', propose: (transcript) => propose(dictionary.together, transcript, guard) },
  ...(dictionary.inOrder.length > 0
    ? [
        {
          name: 'dictionary' as const,
          propose: (transcript: Transcript) => cascade(dictionary.inOrder, transcript, guard),
        },
      ]
    : []),
];

/** Each rule on what those before it leave; suggestions are made on the text as it comes out. */
function cascade(rules: RuleList, transcript: Transcript, guard: RegExpGuard): Change[] {
  let current = transcript;
  let applied: Change[] = [];
  const proposals = (confidence: Confidence, at: number) =>
    propose(rules.at(at), current, guard).filter((change) => change.confidence === confidence);
  for (let at = rules.next(current.text, 0); at >= 0; at = rules.next(current.text, at + 1)) {
    const changes = proposals('auto', at);
    if (changes.length === 0) continue;
    applied = composeChanges(transcript.text, applied, changes);
    current = editTranscript(current, changes);
  }
  const suggested: Change[] = [];
  for (let at = rules.next(current.text, 0); at >= 0; at = rules.next(current.text, at + 1)) {
    suggested.push(...proposals('suggest', at));
  }
  return withSuggestions(transcript.text, applied, suggested);
}

function propose(rules: RuleSet, transcript: Transcript, guard: RegExpGuard): Change[] {
  const isOpen = openTo(transcript);
  const within = findHits(rules, transcript.text, transcript.name, guard).filter(isOpen);
  const across = hitsAcrossBreaks(rules, transcript, guard);
  return apart(within, across).map(({ rule, from, to, insert }): Change => {
    const spelling = foldText(transcript.text.slice(from, to)) === foldText(insert);
    return {
      from,
      to,
      insert,
      step: 'dictionary',
      rules: [rule.id],
      confidence: rule.confidence,
      reason: spelling ? 'spelling' : 'misrecognition',
      ...(rule.note !== undefined && { note: rule.note }),
    };
  });
}

/** Both lists as one, in order, without the hits of the second that meet one of the first. */
function apart(first: readonly Hit[], second: readonly Hit[]): readonly Hit[] {
  if (second.length === 0) return first;
  let next = 0;
  const free = second.filter(({ from, to }) => {
    while ((first[next]?.to ?? Infinity) <= from) next++;
    return (first[next]?.from ?? Infinity) >= to;
  });
  return [...first, ...free].sort((a, b) => a.from - b.from);
}
