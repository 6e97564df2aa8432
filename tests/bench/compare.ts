/** One way to do a job, and the name it goes by in the table. */
export interface Contender {
  readonly name: string;
  run(): void;
}

/** How often each contender runs; the machine may be noisy, so medians of interleaved runs are told. */
const rounds = 5;
/** What takes longer than this for one run gets no second one. In milliseconds. */
const patience = 10_000;

/**
 * Runs contenders in turn and prints for each its median time, its throughput and its ratio to the first.
 * `megabytes` is the size of what one run works through, in UTF-8.
 */
export function compare(title: string, megabytes: number, contenders: readonly Contender[]): void {
  const times = contenders.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    contenders.forEach(({ run }, index) => {
      const own = times[index] ?? [];
      if ((own[0] ?? 0) > patience) return;
      const start = performance.now();
      run();
      // The first round warms up; it counts only where it is the only one.
      if (round === 1) own.length = 0;
      own.push(performance.now() - start);
    });
  }
  console.log(`\n${title} (${megabytes.toFixed(1)} MB)`);
  const medians = times.map((own) => own.toSorted((a, b) => a - b)[own.length >> 1] ?? Number.NaN);
  contenders.forEach(({ name }, index) => {
    const median = medians[index] ?? Number.NaN;
    const ratio = median / (medians[0] ?? Number.NaN);
    const rate = (megabytes / median) * 1000;
    console.log(
      `  ${name.padEnd(38)} ${median.toFixed(0).padStart(7)} ms ${rate.toFixed(1).padStart(8)} MB/s  ×${ratio.toFixed(2)}`,
    );
  });
}
