import type { Transcript } from '../transcript/transcript';
import { type Atom, atomsOf, breakCosts } from './atoms';
import { type CueProfile, latinShare, profiles } from './profile';

/** Nothing shorter stands alone where it can go with its neighbour; a width. */
const shortCue = 5;
/** What a second line costs, and a second sentence in one cue, and a cue that is too short. */
const secondLine = 8;
const secondSentence = 7;
const tooShort = 9;
/** What a line costs for each unit of width over what is wanted. */
const tooWide = 6;
/** Ending a cue where it must not end costs more than any other way to cut; but a text has to be cut somewhere. */
const unbreakable = 1000;
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
  const run = measure(atomsOf(paragraph.replace(/\s+/g, ' ').trim(), terms));
  const { atoms } = run;
  /** The least cost of cutting the atoms before each place, and where the last cue then begins. */
  const cost = [0];
  const begin = [0];
  for (let end = 1; end <= atoms.length; end++) {
    let least = Number.POSITIVE_INFINITY;
    const ending = end === atoms.length ? 0 : Math.min(atoms[end - 1]?.cost ?? 0, unbreakable);
    let sentences = 0;
    for (let start = end - 1; start >= 0; start--) {
      if (start < end - 1 && atoms[start]?.cost === breakCosts.sentence) sentences++;
      const isSingle = start === end - 1;
      const width = widthBetween(run, start, end);
      if (!isSingle && width > profile.mostLines * widestLine(profile, isLatin(run, start, end))) break;
      const lines = linesOf(run, start, end, profile);
      if (!lines && !isSingle) continue;
      const own =
        perCue + (lines?.cost ?? 0) + sentences * secondSentence + (width < shortCue ? tooShort : 0);
      const total = (cost[start] ?? 0) + own + ending;
      if (total < least) {
        least = total;
        begin[end] = start;
      }
    }
    cost[end] = least;
  }
  const cues: CueLines[] = [];
  for (let end = atoms.length; end > 0; end = begin[end] ?? 0) {
    const start = begin[end] ?? 0;
    const at = linesOf(run, start, end, profile)?.at ?? end;
    cues.push([textOf(atoms, start, at), textOf(atoms, at, end)].filter(Boolean));
  }
  return cues.reverse().filter((lines) => lines.some((line) => /[\p{L}\p{N}]/u.test(line)));
}

/** Atoms, and the widths and Han widths of all that stand before each place. */
interface Run {
  readonly atoms: readonly Atom[];
  readonly widths: Float64Array;
  readonly hans: Float64Array;
}

function measure(atoms: readonly Atom[]): Run {
  const widths = new Float64Array(atoms.length + 1);
  const hans = new Float64Array(atoms.length + 1);
  atoms.forEach((atom, index) => {
    widths[index + 1] = (widths[index] ?? 0) + atom.width;
    hans[index + 1] = (hans[index] ?? 0) + atom.han;
  });
  return { atoms, widths, hans };
}

/** The width of a line; a space at its end is not seen. */
const widthBetween = ({ atoms, widths }: Run, start: number, end: number): number =>
  (widths[end] ?? 0) - (widths[start] ?? 0) - (atoms[end - 1]?.endsInSpace ? 0.5 : 0);

const isLatin = (run: Run, start: number, end: number): boolean =>
  (run.hans[end] ?? 0) - (run.hans[start] ?? 0) < latinShare * widthBetween(run, start, end);

/**
 * How atoms best go into lines: `at` is where the second line begins, or the end for one line. Undefined where they do
 * not fit. A second line is at least half as long as the first, and rather the longer of the two.
 */
function linesOf(
  run: Run,
  start: number,
  end: number,
  profile: CueProfile,
): { at: number; cost: number } | undefined {
  const width = widthBetween(run, start, end);
  const latin = isLatin(run, start, end);
  const wanted = latin ? profile.latinLineWidth : profile.lineWidth;
  const widest = widestLine(profile, latin);
  if (width <= wanted) return { at: end, cost: 0 };
  let best: { at: number; cost: number } | undefined;
  if (width <= widest) best = { at: end, cost: tooWide * (width - wanted) };
  if (profile.mostLines === 1) return best;
  for (let at = end - 1; at > start; at--) {
    const first = widthBetween(run, start, at);
    const second = widthBetween(run, at, end);
    if (second > widest) break;
    if (first > widest) continue;
    const over = Math.max(0, first - wanted) + Math.max(0, second - wanted);
    const unbalanced = Math.max(first, second) > 2 * Math.min(first, second) ? 6 : 0;
    const topHeavy = first > second ? 1 + (first - second) / 4 : 0;
    const cost = secondLine + (run.atoms[at - 1]?.cost ?? 0) / 2 + tooWide * over + unbalanced + topHeavy;
    if (cost < (best?.cost ?? Number.POSITIVE_INFINITY)) best = { at, cost };
  }
  return best;
}

const widestLine = (profile: CueProfile, latin: boolean): number =>
  latin ? profile.widestLatinLine : profile.widestLine;

const textOf = (atoms: readonly Atom[], start: number, end: number): string =>
  atoms
    .slice(start, end)
    .map(({ text }) => text)
    .join('')
    .trim();
