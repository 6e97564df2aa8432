import type { Range } from '../transcript/edit';
import type { Transcript } from '../transcript/transcript';
import { breaksOf, sentenceEnd, type Terms } from './breaks';
import { isSpoken, showLines } from './marks';
import { type CueProfile, isSurelyLatin, type LineLimits, limitsOf, profiles } from './profile';
import { isBlankCode, isHanCode, unitReadingTime, unitWidth } from './width';

/** Nothing shorter stands alone where it can go with its neighbour; a width. */
const shortCue = 5;
/** What a second line costs, and a second sentence in one cue, and a cue that is too short. */
const secondLine = 8;
const secondSentence = 7;
const tooShort = 9;
/** What a line costs for each unit of width over what is wanted. */
const tooWide = 6;
/** The marks that profiles may drop. */
const comma = 0xff0c;
const fullStop = 0x3002;
/** What every cue costs, so that text is not cut up without need. */
const perCue = 4;
/** A pause that a cue should not run over, and what it costs if it does; the lengths are those of VideoCaptioner. */
const pause = 500;
const longPause = 1500;
const overPause = 12;
/** More than any other way to cut costs: for a cue over a long pause, or one shown for too long. */
const forbidden = 1000;

/** Text of one cue: the place it comes from and its lines as shown, one or two. */
export interface CutCue extends Range {
  readonly lines: readonly string[];
}

/** When what is said at a place of a text begins, and when what is said before it ends; milliseconds. */
interface Timing {
  startAt(place: number): number;
  endAt(place: number): number;
}

export interface CutOptions {
  /** netflixChinese where none is given. */
  readonly profile?: CueProfile;
  readonly terms?: Terms | undefined;
  /** Times of the text that is cut, where they are known: then cues part at pauses as well. */
  readonly timing?: Timing;
}

/** Cuts the spoken text of a transcript into cues: what is said, without headings and pictures. */
export const cutIntoCues = (transcript: Transcript, options: CutOptions = {}): CutCue[] =>
  transcript.segments
    .filter((segment) => segment.kind === 'paragraph' || segment.kind === 'cue')
    .flatMap((segment) => cutRange(transcript.text, segment, options));

/** Cuts a stretch of a text; the timing's places and those of the cues are the text's. */
function cutRange(text: string, { from, to }: Range, { timing, ...options }: CutOptions): CutCue[] {
  const moved = timing && {
    startAt: (place: number) => timing.startAt(from + place),
    endAt: (place: number) => timing.endAt(from + place),
  };
  return cutParagraph(text.slice(from, to), { ...options, ...(moved && { timing: moved }) }).map((cue) => ({
    lines: cue.lines,
    from: from + cue.from,
    to: from + cue.to,
  }));
}

/**
 * Cuts a paragraph where it costs least over all: the best of all ways to cut it, found in time linear in its length,
 * because a cue can only be so wide. No line is wider than the profile allows, and no cue takes longer to read than it
 * may be shown, unless a single piece that cannot be broken does.
 */
export function cutParagraph(paragraph: string, options: CutOptions = {}): CutCue[] {
  const { profile = profiles.netflixChinese, terms, timing } = options;
  const run = measure(paragraph, profile, terms, timing);
  const places = run.at.length;
  /** The least cost of cutting what stands before each place, and where the last cue then begins. */
  const cost = new Float64Array(places);
  const begin = new Int32Array(places);
  for (let end = 1; end < places; end++) {
    let least = Number.POSITIVE_INFINITY;
    const ending = end === places - 1 ? 0 : (run.cost[end] ?? 0);
    let sentences = 0;
    for (let start = end - 1; start >= 0; start--) {
      const isSingle = start === end - 1;
      if (!isSingle && run.cost[start + 1] === sentenceEnd) sentences++;
      const width = cueWidth(run, start, end);
      const reading = (run.reading[end] ?? 0) - (run.reading[start] ?? 0);
      if (!isSingle && (width > run.widestCue || reading > profile.longest)) break;
      const lines = linesOf(run, start, end, width);
      if (!lines && !isSingle) continue;
      const own =
        perCue +
        (lines?.cost ?? 0) +
        sentences * secondSentence +
        (width < shortCue ? tooShort : 0) +
        (timing ? costOfTime(run, timing, start, end) : 0);
      const total = (cost[start] ?? 0) + own + ending;
      if (total < least) {
        least = total;
        begin[end] = start;
      }
    }
    cost[end] = least;
  }
  const cues: CutCue[] = [];
  for (let end = places - 1; end > 0; end = begin[end] ?? 0) {
    const start = begin[end] ?? 0;
    const cue = cueBetween(run, paragraph, start, end);
    if (cue) cues.push(cue);
  }
  return cues.reverse();
}

/**
 * Breaks the text of one cue into lines anew; `lineBreak` in it tells where a line ended. Undefined where it does not
 * fit. Nothing but white space is changed.
 */
export function breakIntoLines(
  text: string,
  profile: CueProfile,
  terms?: Terms | undefined,
): readonly string[] | undefined {
  const run = measure(text, { ...profile, innerMarks: 'keep', finalMarks: 'keep' }, terms, undefined);
  const end = run.at.length - 1;
  if (end < 1 || !linesOf(run, 0, end, cueWidth(run, 0, end))) return undefined;
  return cueBetween(run, text, 0, end)?.lines;
}

/** A text's break places, and for each what all that stands before it amounts to. */
interface Run {
  readonly profile: CueProfile;
  readonly chinese: LineLimits;
  readonly latin: LineLimits;
  readonly widestCue: number;
  readonly at: Int32Array;
  readonly cost: Float64Array;
  readonly width: Float64Array;
  /** The width of what is not shown when a line ends at a place, and when a cue does: white space, dropped marks. */
  readonly lineTail: Float64Array;
  readonly cueTail: Float64Array;
  readonly han: Float64Array;
  /** Reading time in milliseconds. */
  readonly reading: Float64Array;
  /** What the pauses at the places cost a cue that runs over them. */
  readonly pauses: Float64Array;
}

function measure(
  text: string,
  profile: CueProfile,
  terms: Terms | undefined,
  timing: Timing | undefined,
): Run {
  // A speaker may pause anywhere.
  const { at, cost } = breaksOf(text, profile, terms, timing !== undefined);
  const { chinese, latin } = limitsOf(profile);
  const width = new Float64Array(at.length);
  const lineTail = new Float64Array(at.length);
  const cueTail = new Float64Array(at.length);
  const han = new Float64Array(at.length);
  const reading = new Float64Array(at.length);
  const pauses = new Float64Array(at.length);
  const space = unitWidth(32, profile.countEvery);
  let [widthSum, hanSum, readingSum, pauseSum] = [0, 0, 0, 0];
  let [unseenInLine, unseenInCue] = [0, 0];
  let wasBlank = true;
  for (let place = 1; place < at.length; place++) {
    const end = at[place] ?? 0;
    for (let i = at[place - 1] ?? 0; i < end; i++) {
      const code = text.charCodeAt(i);
      const blank = isBlankCode(code);
      const isMark = code === fullStop || code === comma;
      const isSpaced = isMark && profile.innerMarks === 'space';
      const full = unitWidth(code, profile.countEvery);
      // A run of white space is shown as one space.
      const own = isSpaced ? space : blank ? (wasBlank ? 0 : space) : full;
      widthSum += own;
      unseenInLine = blank || isSpaced ? unseenInLine + own : 0;
      if (blank || (isMark && profile.finalMarks === 'drop')) unseenInCue += own;
      else unseenInCue = isMark ? Math.min(0, unseenInCue) + own - full : 0;
      wasBlank = blank;
      if (isHanCode(code)) hanSum++;
      readingSum += isSpaced ? 0 : unitReadingTime(code, profile);
    }
    width[place] = widthSum;
    lineTail[place] = unseenInLine;
    cueTail[place] = unseenInCue;
    han[place] = hanSum;
    reading[place] = readingSum;
    const silence = timing && place < at.length - 1 ? timing.startAt(end) - timing.endAt(end) : 0;
    pauses[place] = pauseSum += silence >= longPause ? forbidden : silence >= pause ? overPause : 0;
  }
  const widestCue = profile.mostLines * Math.max(chinese.widest, latin.widest);
  return { profile, chinese, latin, widestCue, at, cost, width, lineTail, cueTail, han, reading, pauses };
}

function costOfTime({ pauses, at, profile }: Run, timing: Timing, start: number, end: number): number {
  const shown = timing.endAt(at[end] ?? 0) - timing.startAt(at[start] ?? 0);
  return (pauses[end - 1] ?? 0) - (pauses[start] ?? 0) + (shown > profile.longest ? forbidden : 0);
}

/** The width of a line inside a cue, and of a cue or its last line, as they are shown. */
const lineWidth = ({ width, lineTail }: Run, start: number, end: number): number =>
  (width[end] ?? 0) - (width[start] ?? 0) - (lineTail[end] ?? 0);
const cueWidth = ({ width, cueTail }: Run, start: number, end: number): number =>
  (width[end] ?? 0) - (width[start] ?? 0) - (cueTail[end] ?? 0);

/**
 * How a cue best goes into lines: `at` is the place where the second line begins, or the end for one line. Undefined
 * where it does not fit. A second line is at least half as long as the first, and rather the longer of the two.
 */
function linesOf(
  run: Run,
  start: number,
  end: number,
  width: number,
): { at: number; cost: number } | undefined {
  const { wanted, widest } = isSurelyLatin(width, (run.han[end] ?? 0) - (run.han[start] ?? 0))
    ? run.latin
    : run.chinese;
  if (width <= wanted) return { at: end, cost: 0 };
  let best: { at: number; cost: number } | undefined;
  if (width <= widest) best = { at: end, cost: tooWide * (width - wanted) };
  if (run.profile.mostLines === 1 || width > 2 * widest + 1) return best;
  for (let at = end - 1; at > start; at--) {
    const first = lineWidth(run, start, at);
    const second = cueWidth(run, at, end);
    if (second > widest) break;
    if (first > widest) continue;
    const over = Math.max(0, first - wanted) + Math.max(0, second - wanted);
    const unbalanced = Math.max(first, second) > 2 * Math.min(first, second) ? 6 : 0;
    const topHeavy = first > second ? 1 + (first - second) / 4 : 0;
    const cost = secondLine + (run.cost[at] ?? 0) / 2 + tooWide * over + unbalanced + topHeavy;
    if (cost < (best?.cost ?? Number.POSITIVE_INFINITY)) best = { at, cost };
  }
  return best;
}

function cueBetween(run: Run, text: string, start: number, end: number): CutCue | undefined {
  let from = run.at[start] ?? 0;
  let to = run.at[end] ?? 0;
  const middle = run.at[linesOf(run, start, end, cueWidth(run, start, end))?.at ?? end] ?? to;
  const whole = text.slice(from, to);
  if (!isSpoken(whole)) return undefined;
  const lines = showLines([text.slice(from, middle), text.slice(middle, to)].filter(Boolean), run.profile);
  while (isBlankCode(text.charCodeAt(from))) from++;
  while (isBlankCode(text.charCodeAt(to - 1))) to--;
  return { from, to, lines };
}
