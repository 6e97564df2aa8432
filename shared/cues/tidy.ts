import type { CueTime } from '../transcript/cues';
import type { CueProfile } from './profile';

/**
 * Times in order and apart, moved as little as that takes: cues begin no earlier than the one before them, last as long
 * as the profile's shortest where there is room until the next, and end its gap before the next. None is shown for less
 * than a quarter of the shortest. Whole milliseconds, none below zero.
 */
export function tidyTimes(times: readonly CueTime[], { shortest, gap }: CueProfile): CueTime[] {
  const least = Math.ceil(shortest / 4);
  let free = 0;
  const starts = times.map(({ start }) => {
    const tidy = Math.max(free, Math.round(start));
    free = tidy + least + gap;
    return tidy;
  });
  return starts.map((start, index) => {
    const latest = (starts[index + 1] ?? Infinity) - gap;
    const wanted = Math.max(start + shortest, Math.round(times[index]?.end ?? start));
    return { start, end: Math.min(latest, wanted) };
  });
}
