import type { Range } from '../transcript/edit';
import { keepsBorders } from './borders';
import { foldCode } from './fold';
import type { Nearby, Pattern, Rule } from './rule';

/** A text and what rules ask about it beyond their own patterns. Build one for each text that is searched. */
export interface Context {
  /** Whether everything that a rule asks of the surroundings holds for a hit. */
  allows(rule: Rule, hit: Range): boolean;
}

/** Whether a rule asks about its surroundings with regular expressions, which may take any time. */
export const asksExpressions = ({ near, notNear, document, except }: Rule): boolean =>
  [near?.words, notNear?.words, document, except].some((words) =>
    words?.some((word) => typeof word !== 'string'),
  );

/**
 * The context of a text in a file called `name`. A document, to a rule, is the talk that a hit stands in: where one
 * file holds several under headings of the first level, what one of them mentions says nothing about the next.
 */
export function contextOf(text: string, name: string): Context {
  // Folding keeps positions, so a place in one is the place in the other.
  let folded: string | undefined;
  const places = (): Searchable => {
    folded ??= foldInPlace(text);
    return { text, folded };
  };
  let talks: readonly number[] | undefined;
  const talkAt = (position: number): Range => {
    talks ??= Array.from(text.matchAll(/^# /gm), (match) => match.index);
    const from = talks.findLast((start) => start <= position) ?? 0;
    return { from, to: talks.find((start) => start > position) ?? text.length };
  };
  const mentioned = new Map<Rule, Map<number, boolean>>();

  const mentions = (rule: Rule, position: number): boolean => {
    const talk = talkAt(position);
    const known = mentioned.get(rule) ?? new Map<number, boolean>();
    mentioned.set(rule, known);
    let answer = known.get(talk.from);
    if (answer === undefined) {
      const title = { text: name, folded: foldInPlace(name) };
      answer = (rule.document ?? []).some(
        (word) => occurs(title, word, 0, name.length) || occurs(places(), word, talk.from, talk.to),
      );
      known.set(talk.from, answer);
    }
    return answer;
  };
  const isNear = ({ words, within }: Nearby, { from, to }: Range): boolean =>
    words.some(
      (word) =>
        occurs(places(), word, Math.max(0, from - within), from) ||
        occurs(places(), word, to, Math.min(text.length, to + within)),
    );

  return {
    allows(rule, hit) {
      if (rule.document && !mentions(rule, hit.from)) return false;
      if (rule.near && !isNear(rule.near, hit)) return false;
      if (rule.notNear && isNear(rule.notNear, hit)) return false;
      return !rule.except.some((phrase) => overlaps(places(), phrase, hit));
    },
  };
}

interface Searchable {
  readonly text: string;
  readonly folded: string;
}

function foldInPlace(text: string): string {
  let folded = '';
  for (let i = 0; i < text.length; i++) folded += String.fromCharCode(foldCode(text.charCodeAt(i)));
  return folded;
}

/** Whether a pattern stands between two places of a text, with the borders that a Latin word has. */
function occurs(where: Searchable, pattern: Pattern, from: number, to: number): boolean {
  return occurrences(where, pattern, from, to).next().done === false;
}

/** Whether a pattern stands anywhere across a hit. A phrase longer than this is no phrase. */
const longestPhrase = 200;
function overlaps(where: Searchable, phrase: Pattern, hit: Range): boolean {
  const reach = typeof phrase === 'string' ? phrase.length : longestPhrase;
  const from = Math.max(0, hit.from - reach);
  const to = Math.min(where.text.length, hit.to + reach);
  for (const found of occurrences(where, phrase, from, to)) {
    if (found.from < hit.to && hit.from < found.to) return true;
  }
  return false;
}

function* occurrences(where: Searchable, pattern: Pattern, from: number, to: number): Generator<Range> {
  if (typeof pattern === 'string') {
    const wanted = foldInPlace(pattern);
    const region = where.folded.slice(from, to);
    for (let at = region.indexOf(wanted); at >= 0; at = region.indexOf(wanted, at + 1)) {
      const found = { from: from + at, to: from + at + wanted.length };
      if (keepsBorders(where.text, found.from, found.to)) yield found;
    }
    return;
  }
  // With a margin, so that \b and look-behind see what stands around.
  const start = Math.max(0, from - margin);
  for (const match of where.text.slice(start, to + margin).matchAll(pattern)) {
    const found = { from: start + match.index, to: start + match.index + match[0].length };
    if (found.from >= from && found.to <= to) yield found;
  }
}

const margin = 20;
