import type { Change } from '../transcript/change';
import type { Transcript } from '../transcript/transcript';
import { openTo } from './open';
import type { StepOptions } from './options';
import type { Step } from './step';
import { judge } from './stutters/judge';
import { repeatsAt } from './stutters/repeats';

/**
 * Takes out what a speaker says again at once: 我我, 这个这个, 去呃去, 拿到结果，拿到结果. The last copy stays, so that
 * what follows it stays with it. Doubling that is right (看看, 年年, 可能能) is left alone.
 */
export function stutterStep(options: StepOptions): Step {
  const doubled = new Set(options.lists.doubled);
  return { name: 'stutters', propose: (transcript) => propose(transcript, (text) => doubled.has(text)) };
}

function propose(transcript: Transcript, isDoubled: (text: string) => boolean): Change[] {
  const { text } = transcript;
  const isOpen = openTo(transcript);
  const changes: Change[] = [];
  for (const segment of transcript.segments) {
    if (segment.kind === 'heading' || segment.kind === 'image') continue;
    let start = segment.from;
    for (const line of text.slice(segment.from, segment.to).split('\n')) {
      for (const change of inLine(line, start, isDoubled)) if (isOpen(change)) changes.push(change);
      start += line.length + 1;
    }
  }
  return changes;
}

function inLine(line: string, start: number, isDoubled: (text: string) => boolean): Change[] {
  const changes: Change[] = [];
  for (let at = 0; at < line.length; at++) {
    const found = repeatsAt(line, at).flatMap((repeat) => {
      const verdict = judge(repeat, isDoubled);
      return verdict ? [{ repeat, verdict }] : [];
    });
    const best = found.find(({ verdict }) => verdict.sure) ?? found[0];
    if (best) {
      const { repeat, verdict } = best;
      changes.push({
        from: start + repeat.from,
        to: start + repeat.last,
        insert: '',
        step: 'stutters',
        rules: [`stutters:${verdict.kind}`],
        confidence: verdict.sure ? 'auto' : 'suggest',
        reason: 'stutter',
      });
      at = repeat.last - 1;
    }
  }
  return changes;
}
