import type { CueTime } from '../transcript/cues';
import type { CueProfile } from './profile';
import { readingTime } from './width';

/** A cue with the time in which it is said. */
interface SaidCue {
  readonly time: CueTime;
  readonly lines: readonly string[];
}

/**
 * The times at which cues that are said at certain times are shown, in order and apart: they begin no earlier than the
 * one before them, and end the profile's gap before the next. Where there is room a cue lasts as long as the shortest
 * may; where it takes longer to read than to say, or the next follows soon, it stays for so long as it may linger. None is
 * shown for less than a quarter of the shortest. Whole milliseconds, none below zero.
 */
export function tidyTimes(cues: readonly SaidCue[], profile: CueProfile): CueTime[] {
  const { shortest, longest, gap, linger } = profile;
  const least = Math.ceil(shortest / 4);
  let free = 0;
  const starts = cues.map(({ time }) => {
    const tidy = Math.max(free, Math.round(time.start));
    free = tidy + least + gap;
    return tidy;
  });
  return cues.map(({ time, lines }, index) => {
    const start = starts[index] ?? 0;
    const said = Math.max(start, Math.round(time.end));
    const latest = (starts[index + 1] ?? Infinity) - gap;
    const stays = Math.max(said, Math.min(said + linger, start + longest));
    const read = Math.min(stays, start + Math.ceil(readingTime(lines.join(' '), profile)));
    const wanted = latest <= stays ? latest : Math.max(said, read, start + shortest);
    return { start, end: Math.min(latest, wanted) };
  });
}
