import { readTranscript } from '../../shared/formats/formats';
import { runPipeline } from '../../shared/pipeline';
import type { Step } from '../../shared/steps/step';
import { loadSteps } from './cleaning';
import { median } from './compare';
import { megabytesOf, type Text } from './texts';

const warmUps = 5;
const runs = 9;

/** How long each step of a run took, round by round, and how long all took; in milliseconds. */
interface Timing {
  readonly all: number;
  readonly steps: ReadonlyMap<string, readonly number[]>;
}

/** Where the time of the default steps goes: how much each takes in each round of the pipeline, on one core. */
export async function benchSteps(texts: readonly Text[]): Promise<void> {
  const make = await loadSteps();
  const transcripts = texts.map(({ name, text }) => readTranscript(text, name).transcript);
  const timings: Timing[] = [];
  for (let run = 0; run < warmUps + runs; run++) {
    const steps = new Map<string, number[]>();
    const start = performance.now();
    for (const transcript of transcripts)
      runPipeline(
        transcript,
        make().map((step) => timed(step, steps)),
      );
    timings.push({ all: performance.now() - start, steps });
  }
  const warm = timings.slice(warmUps);
  const medians = warm[0] ? [...warm[0].steps].map(([name, rounds]) => rowOf(name, rounds.length, warm)) : [];
  const all = median(warm.map((timing) => timing.all));
  const inSteps = medians.reduce((sum, { total }) => sum + total, 0);
  const megabytes = megabytesOf(texts);
  console.log(
    `\nAll default steps, ${texts.length} texts (${megabytes.toFixed(2)} MB), one core, median of ${runs} runs`,
  );
  console.log(`  ${'step'.padEnd(14)} ${'ms'.padStart(8)} ${'share'.padStart(7)}   ms in each round`);
  const print = (name: string, time: number, rounds: readonly number[] = []) =>
    console.log(
      `  ${name.padEnd(14)} ${time.toFixed(1).padStart(8)} ${((time / all) * 100).toFixed(1).padStart(5)} %  ${rounds
        .map((round) => round.toFixed(1).padStart(6))
        .join(' ')}`,
    );
  for (const { name, total, rounds } of medians.toSorted((a, b) => b.total - a.total)) {
    print(name, total, rounds);
  }
  print('composing', all - inSteps);
  print('all', all);
  console.log(
    `  ${((megabytes / all) * 1000).toFixed(2)} MB/s; the first run, before anything was compiled: ${timings[0]?.all.toFixed(0)} ms`,
  );
}

/** A step that notes how long it took in each round. The same step runs once a round. */
function timed(step: Step, times: Map<string, number[]>): Step {
  const own = times.get(step.name) ?? [];
  times.set(step.name, own);
  let round = 0;
  return {
    name: step.name,
    propose: (transcript) => {
      const start = performance.now();
      const changes = step.propose(transcript);
      own[round] = (own[round] ?? 0) + performance.now() - start;
      round++;
      return changes;
    },
  };
}

function rowOf(name: string, length: number, timings: readonly Timing[]) {
  const rounds = Array.from({ length }, (_, round) =>
    median(timings.map(({ steps }) => steps.get(name)?.[round] ?? 0)),
  );
  return { name, rounds, total: rounds.reduce((sum, round) => sum + round, 0) };
}
