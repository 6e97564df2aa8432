import type { Change } from '../transcript/change';
import type { Transcript } from '../transcript/transcript';
import { ambiguous, plainWords } from './case/words';
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

/**
 * Gives acronyms their capitals, and takes them from plain words that a recogniser wrote in capitals. Beside those that
 * are brought along, `phrases` and the person's own list say what is one; of whole phrases the words in capitals count.
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
  return words.flatMap(({ from, to, found }, index): Change[] => {
    const small = found.toLowerCase();
    // GPUs and FLOPs are not misspelt: only small letters throughout, or after the first, are.
    const acronym = /^.[a-z]+$/.test(found) ? bySmall.get(small) : undefined;
    const couldBe = isCapitals(found) && !known.has(found) && (smallWords.has(small) || ambiguous.has(small));
    const shouted = isShouted(found) || (couldBe && inShouted(index));
    const insert = acronym ?? (shouted ? small : found);
    if (insert === found || !isOpen({ from, to })) return [];
    return [
      {
        from,
        to,
        insert,
        step: 'case',
        rules: [acronym ? 'case:acronym' : 'case:shouted'],
        confidence: 'auto',
        reason: acronym ? 'acronymCase' : 'shoutedCase',
      },
    ];
  });
}
