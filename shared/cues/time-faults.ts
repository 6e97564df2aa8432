import type { CueTime } from '../transcript/cues';
import type { CueFix, Found, ShownCue } from './fault';
import type { CueProfile } from './profile';
import { readingTime } from './width';

/** How much more time than it is shown a cue may need before that is an error: Netflix's 11 characters for 9. */
const muchTooFast = 1.25;
/** Below this share of the shortest time a cue is much too short: Netflix's 5/6 s of 1 s. */
const muchTooShort = 5 / 6;

/** Files tell times to a millisecond, some to a hundredth of a second: what rounding both ends may take, in ms, is no fault. */
const roundedBy = 10;
/** A picture of film, in ms: a pause is longer than it should be from there on. */
const frame = 1000 / 24;

/** What is wrong with the time of a cue, on its own and beside those above and below. */
export function timeFaults(
  cue: ShownCue,
  above: ShownCue | undefined,
  below: ShownCue | undefined,
  profile: CueProfile,
): Found[] {
  const { time } = cue;
  if (!time) return [];
  const found: Found[] = [];
  const shown = time.end - time.start;
  const { shortest, longest, gap, linger } = profile;
  const needed = neededTime(cue, profile);
  const isLess = (time: number, least: number) => time < least - roundedBy;
  const add = (fault: Found, end?: number) =>
    found.push(end === undefined ? fault : { ...fault, fix: fixOf(time, end) });

  if (above?.time && time.start < above.time.start)
    found.push({
      kind: 'outOfOrder',
      severity: 'error',
      by: above.time.start - time.start,
      fix: { kind: 'sort' },
    });
  const next = below?.time?.start;
  const ends = safeEnds(cue, next, profile);
  if (shown <= 0) {
    add({ kind: 'notPositive', severity: 'error', shown }, ends.notPositive);
    return found;
  }
  if (next !== undefined && next >= time.start) {
    if (time.end > next) add({ kind: 'overlap', severity: 'error', by: time.end - next }, ends.overlap);
    else if (isLess(next - time.end, gap))
      add({ kind: 'gapTooSmall', severity: 'hint', gap: next - time.end, least: gap }, ends.gapTooSmall);
    else if (next - time.end < linger && next - time.end >= gap + frame)
      add({ kind: 'gapNotClosed', severity: 'hint', gap: next - time.end, wanted: gap }, ends.gapNotClosed);
  }
  if (isLess(shown, shortest)) {
    const severity = shown < shortest * muchTooShort ? 'error' : 'warning';
    add({ kind: 'tooShort', severity, shown, least: shortest }, ends.tooShort);
  }
  if (isLess(longest, shown))
    add({ kind: 'tooLong', severity: 'warning', shown, most: longest }, ends.tooLong);
  if (isLess(shown, needed)) {
    const severity = needed > shown * muchTooFast ? 'error' : 'warning';
    add({ kind: 'tooFast', severity, shown, needed }, ends.tooFast);
  }
  return found;
}

const neededTime = ({ lines }: ShownCue, profile: CueProfile): number =>
  Math.ceil(readingTime(lines.join(' '), profile));

const fixOf = (time: CueTime, end: number): CueFix => ({
  kind: end > time.end ? 'extend' : 'trim',
  time: { start: time.start, end },
});

/** The faults whose fix is another end. */
type EndFault = (typeof endFaults)[number];

/**
 * For each fault of a cue's time that another end is a safe fix of, that end. A cue is made longer only into free time,
 * and shorter only where it stays long enough; so no fix brings about what another one mends.
 */
function safeEnds(
  cue: ShownCue,
  next: number | undefined,
  profile: CueProfile,
): Partial<Record<EndFault, number>> {
  if (!cue.time) return {};
  const { start, end } = cue.time;
  const { shortest, longest, gap } = profile;
  const needed = Math.min(longest, neededTime(cue, profile));
  // Where the next cue is out of order, nobody knows how much time is free.
  const isFree = next === undefined || next >= start;
  const latest = next === undefined ? Infinity : next - gap;
  const upTo = (wanted: number): number | undefined => {
    const free = Math.min(wanted, latest);
    return isFree && free > Math.max(start, end) ? free : undefined;
  };
  const backTo = (wanted: number, least: number): number | undefined =>
    isFree && wanted < end && wanted - start >= least ? wanted : undefined;
  const ends = {
    notPositive: end <= start ? upTo(start + Math.max(shortest, needed)) : undefined,
    overlap: next !== undefined && end > next ? backTo(latest, shortest) : undefined,
    gapTooSmall: next !== undefined && end <= next ? backTo(latest, Math.max(shortest, needed)) : undefined,
    tooLong: backTo(start + longest, shortest),
    tooShort: upTo(start + shortest),
    tooFast: upTo(start + needed),
    gapNotClosed: latest - start <= longest ? upTo(latest) : undefined,
  };
  return Object.fromEntries(Object.entries(ends).filter(([, at]) => at !== undefined));
}

/** The cue with its end where the fixes of these faults put it, one after another. */
export function withSafeEnd<Cue extends ShownCue>(
  cue: Cue,
  next: number | undefined,
  kinds: ReadonlySet<string>,
  profile: CueProfile,
): Cue {
  let fixed = cue;
  for (const kind of endFaults) {
    if (!kinds.has(kind) || !fixed.time) continue;
    const end = safeEnds(fixed, next, profile)[kind];
    if (end !== undefined) fixed = { ...fixed, time: { start: fixed.time.start, end } };
  }
  return fixed;
}

// What shortens comes first, and what lengthens goes as far as is then free.
const endFaults = [
  'notPositive',
  'tooLong',
  'overlap',
  'gapTooSmall',
  'tooShort',
  'tooFast',
  'gapNotClosed',
] as const;
