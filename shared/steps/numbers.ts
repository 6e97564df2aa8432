import type { Change } from '../transcript/change';
import type { Transcript } from '../transcript/transcript';
import { acronyms } from './data/acronyms';
import { sureUnits } from './data/units';
import { decimals } from './numbers/decimal';
import type { Finder, Finding } from './numbers/finding';
import { joined } from './numbers/joined';
import { letters } from './numbers/letters';
import { percents } from './numbers/percent';
import { scientific } from './numbers/scientific';
import { digitsToNumerals, numeralsToDigits } from './numbers/written';
import { openTo } from './open';
import type { StepOptions } from './options';
import type { Step } from './step';

/**
 * Numbers that a recogniser wrote as it heard them: a full stop for the decimal point (5。4亿), ranges run together
 * (34月份), letters spelled out (g p t four), powers of ten. Chinese numerals and digits are turned into each other
 * only if the options say so.
 */
export function numbersStep(options: StepOptions): Step {
  const { numerals } = options.numbers;
  // What puts digits before a unit would be at odds with the wish for numerals.
  const wanted = ({ kind, insert }: Finding) =>
    numerals !== 'chinese' || !/\d/.test(insert) || !['digit', 'year', 'percent'].includes(kind);
  const unit = new RegExp(
    `^\\s*(?:${[...sureUnits, ...options.lists.units].map(escaped).join('|')})(?![a-z])`,
    'u',
  );
  const finders: Finder[] = [
    scientific,
    decimals(unit),
    ...joined,
    percents,
    letters([...acronyms, ...options.lists.acronyms]),
    ...(numerals === 'digits' ? [numeralsToDigits] : numerals === 'chinese' ? [digitsToNumerals] : []),
  ];
  return {
    name: 'numbers',
    propose: (transcript) => propose(transcript, finders, wanted),
  };
}

function propose(
  transcript: Transcript,
  finders: readonly Finder[],
  wanted: (found: Finding) => boolean,
): Change[] {
  const found = finders.flatMap((find, order) =>
    find(transcript.text)
      .filter(wanted)
      .map((one) => ({ one, order })),
  );
  found.sort((a, b) => a.one.from - b.one.from || a.order - b.order);
  const isOpen = openTo(transcript);
  const changes: Change[] = [];
  let end = -1;
  for (const { one } of found) {
    if (one.from < end || (one.from === one.to && one.from === end) || !isOpen(one)) continue;
    changes.push(changeOf(one));
    end = one.to === one.from ? one.to + 1 : one.to;
  }
  return changes;
}

const changeOf = ({ from, to, insert, kind, confidence, reason }: Finding): Change => ({
  from,
  to,
  insert,
  step: 'numbers',
  rules: [`numbers:${kind}`],
  confidence,
  reason,
});

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
