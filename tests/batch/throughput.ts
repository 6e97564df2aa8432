// Cleans 2,000 talks of 50 kB with all steps that run by default, with one worker and with two in turn; prints
// medians. Run by hand; TALKS and TIMES say how many and how often:
//   node -e "import('vite').then(({ runnerImport }) => runnerImport('./tests/batch/throughput.ts', { configFile: false }))"
import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildCommand } from './command';
import { writeTalks } from './talks';

const talks = Number(process.env.TALKS ?? 2000);
const times = Number(process.env.TIMES ?? 3);
const command = await buildCommand();
await writeTalks(join(command.folder, 'in'), talks, 50_000);

const seconds: Record<number, number[]> = { 1: [], 2: [] };
for (let time = 0; time < times; time++) {
  for (const jobs of [1, 2]) {
    const out = join(command.folder, 'out');
    await rm(out, { recursive: true, force: true });
    const begun = performance.now();
    const { stderr } = await promisify(execFile)('/usr/bin/time', [
      ...['-f', '%M %U %S', process.execPath, join(command.folder, 'built', 'dist', 'main', 'cli.js')],
      ...['clean', join(command.folder, 'in'), '--out', out, '--jobs', String(jobs)],
    ]);
    const taken = (performance.now() - begun) / 1000;
    seconds[jobs]?.push(taken);
    const [kilobytes = 0, user = 0, system = 0] = (stderr.trim().split('\n').at(-1) ?? '')
      .split(' ')
      .map(Number);
    const cost = ((user + system) * 1000) / talks;
    const load = loadavg()[0]?.toFixed(1);
    console.log(
      `${jobs} jobs: ${taken.toFixed(1)} s, ${(talks / taken).toFixed(1)} files/s, ${cost.toFixed(0)} ms of processor a file, ${Math.round(kilobytes / 1024)} MB, load ${load}`,
    );
  }
}
const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const [one, two] = [median(seconds[1] ?? []), median(seconds[2] ?? [])];
console.log(
  `median: ${(talks / one).toFixed(1)} and ${(talks / two).toFixed(1)} files/s, ${(one / two).toFixed(2)} x`,
);
await command.remove();
