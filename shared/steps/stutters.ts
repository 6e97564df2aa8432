import type { Change } from '../transcript/change';
import { fragmentCharacters } from './data/doubled';
import { lineByLine } from './lines';
import type { StepOptions } from './options';
import type { Step } from './step';
import { judge } from './stutters/judge';
import { noRuns, recurrences, repeatsAt } from './stutters/repeats';
import { restartsIn } from './stutters/restarts';
import { wordEndsAt, wordFrom } from './words';

/**
 * Takes out what a speaker says again at once: 我我, 这个这个, 去呃去, 拿到结果，拿到结果. The last copy stays, so that
 * what follows it stays with it. Doubling that is right (看看, 年年, 可能能) is left alone.
 */
export function stuttersStep(options: StepOptions): Step {
  const doubled = new Set(options.lists.doubled);
  return { name: 'stutters', propose: lineByLine((line) => inLine(line, (text) => doubled.has(text))) };
}

/** Asked for each character: by its code, which needs no string of its own. */
const fragments = new Set([...fragmentCharacters.keys()].map((char) => char.charCodeAt(0)));

function isFragment(line: string, at: number): boolean {
  const pattern = fragmentCharacters.get(line[at] ?? '');
  if (!pattern) return false;
  pattern.lastIndex = at;
  return pattern.test(line);
}

function inLine(line: string, isDoubled: (text: string) => boolean): Change[] {
  const changes: Change[] = [];
  const recurs = recurrences(line);
  const runs = noRuns();
  for (let at = 0; at < line.length; at++) {
    if (
      fragments.has(line.charCodeAt(at)) &&
      isFragment(line, at) &&
      !wordEndsAt(line, at + 1) &&
      wordFrom(line, at) === ''
    ) {
      changes.push(stutter(at, at + 1, 'fragment', true));
      continue;
    }
    if (recurs[at] === 0) continue;
    const found = repeatsAt(line, at, recurs, runs).flatMap((repeat) => {
      const verdict = judge(repeat, isDoubled);
      return verdict ? [{ repeat, verdict }] : [];
    });
    const best = found.find(({ verdict }) => verdict.sure) ?? found[0];
    if (best) {
      const { repeat, verdict } = best;
      changes.push(stutter(repeat.from, repeat.last, verdict.kind, verdict.sure));
      at = repeat.last - 1;
    }
  }
  for (const { from, to, kind, sure } of restartsIn(line)) {
    const met = changes.some((change) => change.from < to && from < change.to);
    if (!met) changes.push(stutter(from, to, kind, sure));
  }
  return changes.sort((a, b) => a.from - b.from);
}

const reasons = {
  fragment: 'stutterFragment',
  character: 'stutterCharacter',
  word: 'stutterWord',
  phrase: 'stutterPhrase',
  clause: 'stutterClause',
  restart: 'stutterRestart',
  repair: 'stutterRepair',
} as const satisfies Record<string, Change['reason']>;

const stutter = (from: number, to: number, kind: keyof typeof reasons, sure: boolean): Change => ({
  from,
  to,
  insert: '',
  step: 'stutters',
  rules: [`stutters:${kind}`],
  confidence: sure ? 'auto' : 'suggest',
  reason: reasons[kind],
});
