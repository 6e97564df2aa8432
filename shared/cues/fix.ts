import type { Edit } from '../transcript/edit';
import type { Terms } from './breaks';
import type { CueProblem, ShownCue } from './fault';
import type { CueProfile } from './profile';
import { checkCues } from './quality';
import { joined } from './text-faults';
import { withSafeEnd } from './time-faults';

/** What fixing may bring to light, such as an overlap where cues were out of order, is fixed in a further round. */
const mostRounds = 10;

/**
 * The cues with those of the problems fixed that have a fix; the problems are what `checkCues` found in these very
 * cues, some or all. Other properties of the cues stay as they are.
 */
export function fixProblems<Cue extends ShownCue>(
  cues: readonly Cue[],
  problems: readonly CueProblem[],
  profile: CueProfile,
): Cue[] {
  const fixable = problems.filter(({ fix }) => fix);
  const todo = cues.map((cue) => ({ cue, kinds: new Set<string>(), gone: false, joins: false }));
  for (const { cue, kind, fix } of fixable) {
    const one = todo[cue];
    if (!one) continue;
    one.kinds.add(kind);
    if (fix?.kind === 'rebreak') one.cue = { ...one.cue, lines: fix.lines };
    if (fix?.kind === 'remove') one.gone = true;
    if (fix?.kind === 'join') one.joins = true;
  }
  const kept: typeof todo = [];
  for (const one of todo) {
    const last = kept.at(-1);
    const together = one.joins && last ? joined(last.cue, one.cue, profile) : undefined;
    if (last && together) last.cue = together;
    else if (!one.gone) kept.push(one);
  }
  if (fixable.some(({ fix }) => fix?.kind === 'sort'))
    kept.sort((one, other) => (one.cue.time?.start ?? 0) - (other.cue.time?.start ?? 0));
  return kept.map(({ cue, kinds }, index) =>
    withSafeEnd(cue, kept[index + 1]?.cue.time?.start, kinds, profile),
  );
}

/** The cues with all fixed that can be, so that `checkCues` finds nothing that has a fix. */
export function fixAll<Cue extends ShownCue>(
  cues: readonly Cue[],
  profile: CueProfile,
  terms?: Terms,
): Cue[] {
  let fixed = [...cues];
  for (let round = 0; round < mostRounds; round++) {
    const problems = checkCues(fixed, profile, terms).filter(({ fix }) => fix);
    if (problems.length === 0) break;
    fixed = fixProblems(fixed, problems, profile);
  }
  return fixed;
}

/**
 * The edits that turn the text of a cue, which stands at `from`, into another that differs in white space and line
 * breaks only; where more differs, one edit that replaces it all.
 */
export function spaceEdits(from: number, text: string, wanted: string): Edit[] {
  const parts = text.split(/(\s+)/);
  const wantedParts = wanted.split(/(\s+)/);
  const solid = (some: readonly string[]) => some.filter((_, index) => index % 2 === 0).join('');
  if (solid(parts) !== solid(wantedParts)) return [{ from, to: from + text.length, insert: wanted }];
  const edits: Edit[] = [];
  let [at, wantedAt] = [0, 0];
  while (at < text.length || wantedAt < wanted.length) {
    const space = /^\s*/.exec(text.slice(at))?.[0] ?? '';
    const wantedSpace = /^\s*/.exec(wanted.slice(wantedAt))?.[0] ?? '';
    if (space !== wantedSpace)
      edits.push({ from: from + at, to: from + at + space.length, insert: wantedSpace });
    at += space.length + 1;
    wantedAt += wantedSpace.length + 1;
  }
  return edits;
}
