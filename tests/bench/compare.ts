import { execFileSync } from 'node:child_process';

/** One way to do a job, and the name it goes by in the table. */
export interface Contender {
  readonly name: string;
  run(): void | Promise<void>;
}

/** How often each contender runs; the machine may be noisy, so medians of interleaved runs are told. */
const rounds = 5;
/** A contender that has taken longer than this altogether gets no further run. In milliseconds. */
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
  const spent: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    for (const [index, { run }] of contenders.entries()) {
      const own = times[index] ?? [];
      if ((spent[index] ?? 0) > patience) continue;
      const start = performance.now();
      await run();
      // The first round warms up; it counts only where it is the only one.
      if (round === 1) own.length = 0;
      const taken = performance.now() - start;
      own.push(taken);
      spent[index] = (spent[index] ?? 0) + taken;
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

/** A size that contenders are compared at: how it is called, and how many megabytes one run works through. */
interface Size {
  readonly name: string;
  readonly megabytes: number;
  /** How much there is to do, against the first size. */
  readonly times: number;
  readonly contenders: () => readonly Contender[];
}

/**
 * Compares contenders at one size after another, the smallest first, and tells how the time of each grows. Who would
 * take too long at the next size, were its time to grow with the size, is left out from there on, but for the first.
 */
export async function compareGrowth(title: string, sizes: readonly Size[]): Promise<void> {
  const medians = new Map<string, number[]>();
  for (const [index, { name, megabytes, times, contenders }] of sizes.entries()) {
    const before = sizes[index - 1];
    const isLeftOut = ({ name }: Contender) => {
      const last = medians.get(name)?.[index - 1] ?? 0;
      return before !== undefined && !(last * (times / before.times) < longest);
    };
    const all = contenders();
    // The first is what the others are compared with.
    const able = all.filter((one, place) => place === 0 || !isLeftOut(one));
    const told = await compare(`${title}, ${name}`, megabytes, able);
    for (const [place, one] of able.entries())
      medians.set(one.name, [...(medians.get(one.name) ?? []), told[place] ?? Number.NaN]);
    for (const one of all)
      if (!able.includes(one)) console.log(`  ${one.name.padEnd(44)}  would take too long`);
  }
  console.log(`\n${title}: how the time grows, ${sizes.map(({ name }) => name).join(' → ')}`);
  for (const [name, own] of medians) {
    const factors = own.slice(1).map((time, index) => `×${(time / (own[index] ?? Number.NaN)).toFixed(1)}`);
    console.log(`  ${name.padEnd(44)} ${factors.map((factor) => factor.padStart(8)).join('')}`);
  }
}

/** No run is begun that would take longer, in milliseconds. */
const longest = 120_000;

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
