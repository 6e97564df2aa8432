import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BatchCleaning } from '../../electron/batch/cleaning';
import type { PlannedFile } from '../../electron/batch/plan';
import { startPool } from '../../electron/batch/pool';
import { createGate, type FileResult, runBatch } from '../../electron/batch/run';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'emend-pool-'));
  // A worker that does what a file is called.
  await writeFile(
    join(folder, 'worker.cjs'),
    `const workerpool = require(${JSON.stringify(createRequire(import.meta.url).resolve('workerpool'))});
    const { threadId } = require('node:worker_threads');
    const actions = {
      exit: () => process.exit(1),
      throw: () => { throw new Error('no good'); },
      crash: () => new Promise(() => setTimeout(() => { throw new Error('out of line'); })),
      stall: () => { for (;;); },
      wait: () => new Promise(() => {}),
    };
    workerpool.worker({
      async cleanFile({ path }) {
        await actions[path.split(' ')[0]]?.();
        const file = { kind: 'file', path, finished: String(threadId), outputs: [], warnings: [], rules: {} };
        return { unchanged: false, file, details: '' };
      },
    });`,
  );
});
afterAll(() => rm(folder, { recursive: true }));

const start = (jobs: number) => startPool(join(folder, 'worker.cjs'), {} as BatchCleaning, jobs);
const planned = (path: string): PlannedFile => ({ path, size: 0, targets: [] });

test.each([1, 2])(
  'files that break or stall a worker are told, all others are done, with %i jobs',
  {
    timeout: 60_000,
  },
  async (jobs) => {
    const bad = ['exit', 'throw', 'crash', 'stall', 'exit again', 'wait', 'stall again'];
    const names = bad.flatMap((name, index) => [`good ${index}`, name, `good after ${index}`]);
    const results: FileResult[] = [];
    const pool = start(jobs);
    await runBatch(names.map(planned), {
      pool,
      mode: 'look',
      timeout: 700,
      onFinish: (result) => results.push(result),
    });
    await pool.stop();
    expect(results).toHaveLength(names.length);
    const states = new Map(results.map(({ state, file }) => [file.path, file.problem?.code ?? state]));
    expect(names.filter((name) => !bad.includes(name)).map((name) => states.get(name))).toEqual(
      Array.from({ length: 14 }, () => 'done'),
    );
    expect(bad.map((name) => states.get(name))).toEqual([
      ...['fileBroke', 'unexpected', 'fileBroke', 'fileStalled', 'fileBroke', 'fileStalled', 'fileStalled'],
    ]);
  },
);

test('given up, it begins no more files and does not wait for those at work', {
  timeout: 60_000,
}, async () => {
  const giveUp = new AbortController();
  const begun: string[] = [];
  const finished: string[] = [];
  await runBatch(['good', 'stall', 'never'].map(planned), {
    pool: start(1),
    mode: 'look',
    timeout: 1_000_000,
    signal: giveUp.signal,
    onStart(path) {
      begun.push(path);
      if (path === 'stall') giveUp.abort();
    },
    onFinish: ({ file }) => finished.push(file.path),
  });
  expect([begun, finished]).toEqual([['good', 'stall'], ['good']]);
});

test('paused, it begins no more files until it goes on', { timeout: 60_000 }, async () => {
  const gate = createGate();
  const begun: string[] = [];
  const pool = start(2);
  gate.pause();
  const run = runBatch(['a', 'b', 'c'].map(planned), {
    pool,
    mode: 'look',
    timeout: 60_000,
    gate,
    onStart: (path) => begun.push(path),
    onFinish: () => {},
  });
  await new Promise((done) => setTimeout(done, 100));
  expect(begun).toEqual([]);
  gate.resume();
  await run;
  await pool.stop();
  expect(begun).toEqual(['a', 'b', 'c']);
});
