import { execFileSync } from 'node:child_process';

/** One way to do a job, and the name it goes by in the table. */
export interface Contender {
  readonly name: string;
  run(): void | Promise<void>;
}

/** How often each contender runs; the machine may be noisy, so medians of interleaved runs are told. */
const rounds = 5;
/** What takes longer than this for one run gets no second one. In milliseconds. */
const patience = 10_000;

/**
 * Runs contenders in turn and prints for each its median time, its throughput and its ratio to the first.
 * `megabytes` is the size of what one run works through, in UTF-8; none where there is nothing to work through.
 * Resolves to the medians, in milliseconds.
 */
export async function compare(
  title: string,
  megabytes: number,
  contenders: readonly Contender[],
): Promise<number[]> {
  const times = contenders.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, { run }] of contenders.entries()) {
      const own = times[index] ?? [];
      if ((own[0] ?? 0) > patience) continue;
      const start = performance.now();
      await run();
      // The first round warms up; it counts only where it is the only one.
      if (round === 1) own.length = 0;
      own.push(performance.now() - start);
    }
  }
  console.log(`\n${title}${megabytes > 0 ? ` (${megabytes.toFixed(2)} MB)` : ''}`);
  const medians = times.map(median);
  contenders.forEach(({ name }, index) => {
    const time = medians[index] ?? Number.NaN;
    const ratio = time / (medians[0] ?? Number.NaN);
    const rate = megabytes > 0 ? `${((megabytes / time) * 1000).toFixed(1).padStart(8)} MB/s` : '';
    console.log(`  ${name.padEnd(44)} ${time.toFixed(1).padStart(9)} ms ${rate}  ×${ratio.toFixed(2)}`);
  });
  return medians;
}

/** The middle one of some numbers; not a number when there are none. */
export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;

/** A program of the system as a contender, or none, with a line that says so, where it is not installed. */
export function program(command: string, args: readonly string[], name = command): Contender[] {
  try {
    execFileSync(command, ['--version'], { stdio: 'ignore' });
  } catch {
    console.log(`\n(${command} is not installed here and is left out)`);
    return [];
  }
  const run = (): void => {
    try {
      execFileSync(command, args, { stdio: 'ignore' });
    } catch (error) {
      // diff says with 1 that it found differences.
      if (!(error instanceof Error && 'status' in error && error.status === 1)) throw error;
    }
  };
  return [{ name, run }];
}
