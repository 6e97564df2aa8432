import type { Terms } from './breaks';
import { type CueProblem, type Severity, type ShownCue, severities } from './fault';
import { unfinishedPairs } from './pairs';
import type { CueProfile } from './profile';
import { textFaults } from './text-faults';
import { timeFaults } from './time-faults';

const rank = (severity: Severity): number => severities.indexOf(severity);

/** All problems of the cues, the worst first and then in the order of the cues. Linear in the number of cues. */
export function checkCues(cues: readonly ShownCue[], profile: CueProfile, terms?: Terms): CueProblem[] {
  const problems = cues.flatMap((cue, index): CueProblem[] => {
    const above = cues[index - 1];
    const found = [
      ...textFaults(cue, above, profile, terms),
      ...timeFaults(cue, above, cues[index + 1], profile),
    ];
    return found.map((fault) => ({ ...fault, cue: index }));
  });
  for (const { cue, mark } of unfinishedPairs(cues))
    problems.push({ kind: 'unfinishedPair', severity: 'warning', mark, cue });
  return problems.sort((one, other) => rank(one.severity) - rank(other.severity) || one.cue - other.cue);
}

/** How bad the worst problem is in each of `buckets` equal parts of a list of cues; undefined where there is none. */
export function heatOf(
  problems: readonly Pick<CueProblem, 'cue' | 'severity'>[],
  cueCount: number,
  buckets: number,
): (Severity | undefined)[] {
  const heat = Array.from({ length: buckets }, (): Severity | undefined => undefined);
  for (const { cue, severity } of problems) {
    // With fewer cues than parts, a cue fills several.
    const first = Math.floor((cue * buckets) / cueCount);
    const end = Math.max(first + 1, Math.floor(((cue + 1) * buckets) / cueCount));
    for (let at = first; at < Math.min(end, buckets); at++) {
      const worst = heat[at];
      if (worst === undefined || rank(severity) < rank(worst)) heat[at] = severity;
    }
  }
  return heat;
}
