import type { Change } from '../transcript/change';
import type { Transcript } from '../transcript/transcript';
import { ambiguous, capitalised, plainWords } from './case/words';
import { acronyms } from './data/acronyms';
import { openTo } from './open';
import type { StepOptions } from './options';
import type { Step } from './step';

/** A word of Latin letters alone; parts of ids, of compounds and of what holds digits are none. */
const word = /(?<![A-Za-z0-9_./@#'’-])[A-Za-z]{2,}(?![A-Za-z0-9_@#'’/-]|\.[A-Za-z0-9])/g;

/** Endings that no acronym has. */
const plainEnding = /^[a-z]{4,}(?:ability|ibility|ization|isation|ation|ments?|ness|ology|ively|fully)$/;
/** Small words that hold a shouted phrase together. */
const smallWords: ReadonlySet<string> = new Set(
  'a an and are as at be by can do for from has have if in is it no not of on or so that the this to up us was we with you'.split(
    ' ',
  ),
);

/** A word on its own in Chinese that begins with a capital; several in a row may be a name. */
const alone = /(?<=[\p{Script=Han}，。、：；！？] ?)[A-Z][a-z]+(?= ?(?:[\p{Script=Han}，。、：；！？]|$))/gmu;
/** So often in one document, and so many for one small, capitals are meant. */
const meantCapitals = 5;
const timesMore = 5;

/**
 * Gives acronyms their capitals, and takes them from plain words that a recogniser wrote in capitals or began with one
 * amid Chinese (连续的Scale). Beside those that are brought along, `phrases` and the person's own list say what is an
 * acronym; of whole phrases the words in capitals count.
 */
export function caseStep(options: StepOptions, phrases: Iterable<string> = []): Step {
  if (!options.case.enabled) return { name: 'case', propose: () => [] };
  const own = options.lists.acronyms;
  const known = new Set(own);
  const otherwise = new Set<string>(); // words that are written in a way of their own: FLOPs, MoE
  for (const text of [...acronyms, ...phrases]) {
    for (const found of text.match(/[A-Za-z]+/g) ?? []) {
      if (isCapitals(found)) known.add(found);
      else if (/[a-z]/.test(found) && /.[A-Z]/.test(found)) otherwise.add(found.toLowerCase());
    }
  }
  const bySmall = new Map<string, string>();
  for (const acronym of known) {
    const small = acronym.toLowerCase();
    const isSafe = !ambiguous.has(small) && !plainWords.has(small) && !otherwise.has(small);
    if (isCapitals(acronym) && acronym.length >= 3 && isSafe) {
      bySmall.set(small, acronym);
    }
  }
  for (const acronym of own) bySmall.set(acronym.toLowerCase(), acronym);
  return { name: 'case', propose: (transcript) => propose(transcript, known, bySmall) };
}

const isCapitals = (text: string): boolean => text.length >= 2 && /^[A-Z]+$/.test(text);

function propose(
  transcript: Transcript,
  known: ReadonlySet<string>,
  bySmall: ReadonlyMap<string, string>,
): Change[] {
  const { text } = transcript;
  const isOpen = openTo(transcript);
  const words = Array.from(text.matchAll(word), (match) => ({
    from: match.index,
    to: match.index + match[0].length,
    found: match[0],
  }));
  const isShouted = (found: string): boolean => {
    const small = found.toLowerCase();
    const plain = plainWords.has(small) || plainEnding.test(small);
    return isCapitals(found) && found.length >= 4 && !known.has(found) && plain;
  };
  /** Whether a plain word in capitals stands in one phrase of capitals with this one. */
  const inShouted = (index: number): boolean =>
    [-1, 1].some((step) => {
      for (let at = index; ; at += step) {
        const [one, other] = [words[at], words[at + step]];
        if (!one || !other || !isCapitals(other.found)) return false;
        if (text.slice(Math.min(one.to, other.to), Math.max(one.from, other.from)) !== ' ') return false;
        if (isShouted(other.found)) return true;
      }
    });
  const stray = strayCapitals(text, words);
  return words.flatMap(({ from, to, found }, index): Change[] => {
    const small = found.toLowerCase();
    // GPUs and FLOPs are not misspelt: only small letters throughout, or after the first, are.
    const acronym = /^.[a-z]+$/.test(found) ? bySmall.get(small) : undefined;
    const couldBe = isCapitals(found) && !known.has(found) && (smallWords.has(small) || ambiguous.has(small));
    const plain = isShouted(found) || (couldBe && inShouted(index)) || stray.has(from);
    const insert = acronym ?? (plain ? small : found);
    if (insert === found || !isOpen({ from, to })) return [];
    const kind = acronym ? 'acronym' : isCapitals(found) ? 'shouted' : 'capital';
    const change = { from, to, insert, step: 'case', rules: [`case:${kind}`] } as const;
    return [{ ...change, confidence: 'auto', reason: reasons[kind] }];
  });
}

const reasons = {
  acronym: 'acronymCase',
  shouted: 'shoutedCase',
  capital: 'strayCapital',
} as const satisfies Record<string, Change['reason']>;

/** Where plain words stand that a capital begins for no reason; `words` are all Latin words of the text. */
function strayCapitals(text: string, words: readonly { readonly found: string }[]): ReadonlySet<number> {
  const counts = new Map<string, number>();
  for (const { found } of words) counts.set(found, (counts.get(found) ?? 0) + 1);
  const isMeant = (capital: string, small: string) => {
    const capitals = counts.get(capital) ?? 0;
    return capitals >= meantCapitals && capitals >= (counts.get(small) ?? 0) * timesMore;
  };
  const isStray = (capital: string) => {
    const small = capital.toLowerCase();
    return plainWords.has(small) && !capitalised.has(small) && !isMeant(capital, small);
  };
  const found = Array.from(text.matchAll(alone)).filter(([capital]) => isStray(capital));
  return new Set(found.map(({ index }) => index));
}
