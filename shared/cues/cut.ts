import type { Transcript } from '../transcript/transcript';
import { type Atom, atomsOf, breakCosts } from './atoms';
import { type CueProfile, latinShare, profiles } from './profile';

/** Nothing shorter stands alone where it can go with its neighbour; a width. */
const shortCue = 5;
/** What a second line costs, and a second sentence in one cue, and a cue that is too short. */
const secondLine = 8;
const secondSentence = 7;
const tooShort = 9;
/** What every cue costs, so that text is not cut up without need. */
const perCue = 4;

/** A cue's lines, one or two. */
export type CueLines = readonly string[];

/** Cuts the spoken text of a transcript into cues: what is said, without headings and pictures. */
export const cutIntoCues = (
  transcript: Transcript,
  profile: CueProfile = profiles.netflixChinese,
  terms: ReadonlySet<string> = new Set(),
): CueLines[] =>
  transcript.segments
    .filter((segment) => segment.kind === 'paragraph' || segment.kind === 'cue')
    .flatMap((segment) => cutParagraph(transcript.text.slice(segment.from, segment.to), profile, terms));

/**
 * Cuts a paragraph where it costs least over all: the best of all ways to cut it, found in time linear in its length,
 * because a cue can only be so wide. No cue exceeds the profile's width unless a single unbreakable piece does.
 */
export function cutParagraph(
  paragraph: string,
  profile: CueProfile,
  terms: ReadonlySet<string> = new Set(),
): CueLines[] {
  const atoms = atomsOf(paragraph.replace(/\s+/g, ' ').trim(), terms);
  /** The least cost of cutting the atoms before each place, and where the last cue then begins. */
  const cost = [0];
  const begin = [0];
  for (let end = 1; end <= atoms.length; end++) {
    cost[end] = Number.POSITIVE_INFINITY;
    const after = end === atoms.length ? 0 : (atoms[end - 1]?.cost ?? 0);
    let width = 0;
    let han = 0;
    let sentences = 0;
    for (let start = end - 1; start >= 0; start--) {
      const atom = atoms[start];
      if (!atom) break;
      width += atom.width;
      han += atom.han;
      if (start < end - 1 && atom.cost === breakCosts.sentence) sentences++;
      const isLatin = han < latinShare * width;
      const isSingle = start === end - 1;
      if (!isSingle && width > profile.mostLines * widestLine(profile, isLatin) + 0.5) break;
      const lines = linesOf(atoms, start, end, profile);
      if (!lines && !isSingle) continue;
      const own =
        perCue +
        (lines?.cost ?? 0) +
        sentences * secondSentence +
        (width < shortCue ? tooShort : 0) +
        // An end in the middle of a word is bad; but a paragraph has to end somewhere.
        Math.min(after, 1000);
      const total = (cost[start] ?? 0) + own;
      if (total < (cost[end] ?? 0)) {
        cost[end] = total;
        begin[end] = start;
      }
    }
  }
  const cues: CueLines[] = [];
  for (let end = atoms.length; end > 0; end = begin[end] ?? 0) {
    const start = begin[end] ?? 0;
    const at = linesOf(atoms, start, end, profile)?.at ?? end;
    cues.push([textOf(atoms, start, at), textOf(atoms, at, end)].filter(Boolean));
  }
  return cues.reverse().filter((lines) => lines.some((line) => /[\p{L}\p{N}]/u.test(line)));
}

/**
 * How atoms best go into lines: `at` is where the second line begins, or the end for one line. Undefined where they do
 * not fit. A second line is at least half as long as the first, and rather the longer of the two.
 */
function linesOf(
  atoms: readonly Atom[],
  start: number,
  end: number,
  profile: CueProfile,
): { at: number; cost: number } | undefined {
  const width = widthBetween(atoms, start, end);
  const isLatin = hanBetween(atoms, start, end) < latinShare * width;
  const wanted = isLatin ? profile.latinLineWidth : profile.lineWidth;
  const widest = widestLine(profile, isLatin);
  if (width <= wanted) return { at: end, cost: 0 };
  let best: { at: number; cost: number } | undefined;
  if (width <= widest) best = { at: end, cost: 6 * (width - wanted) };
  if (profile.mostLines === 1) return best;
  let first = 0;
  for (let at = start + 1; at < end; at++) {
    first += atoms[at - 1]?.width ?? 0;
    const second = width - first;
    if (first > widest) break;
    if (second > widest) continue;
    const over = Math.max(0, first - wanted) + Math.max(0, second - wanted);
    const unbalanced = Math.max(first, second) > 2 * Math.min(first, second) ? 6 : 0;
    const topHeavy = first > second ? 1 + (first - second) / 4 : 0;
    const cost = secondLine + (atoms[at - 1]?.cost ?? 0) / 2 + 6 * over + unbalanced + topHeavy;
    if (cost < (best?.cost ?? Number.POSITIVE_INFINITY)) best = { at, cost };
  }
  return best;
}

const widestLine = (profile: CueProfile, isLatin: boolean): number =>
  isLatin ? profile.widestLatinLine : profile.widestLine;

function widthBetween(atoms: readonly Atom[], start: number, end: number): number {
  let width = 0;
  for (let at = start; at < end; at++) width += atoms[at]?.width ?? 0;
  // A space at the end of a line is not seen.
  return /\s$/.test(atoms[end - 1]?.text ?? '') ? width - 0.5 : width;
}

function hanBetween(atoms: readonly Atom[], start: number, end: number): number {
  let width = 0;
  for (let at = start; at < end; at++) width += atoms[at]?.han ?? 0;
  return width;
}

const textOf = (atoms: readonly Atom[], start: number, end: number): string =>
  atoms
    .slice(start, end)
    .map(({ text }) => text)
    .join('')
    .trim();
