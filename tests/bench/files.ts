import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { cleaned, loadSteps } from './cleaning';
import { compare } from './compare';
import { megabytesOf, talks } from './texts';

/** Files in, clean files out, on one core and on two; reading and writing them as they are is the floor. */
export async function benchFiles(): Promise<void> {
  const texts = talks(2);
  const folder = mkdtempSync(join(tmpdir(), 'emend-bench-'));
  const out = join(folder, 'out');
  mkdirSync(out);
  for (const { name, text } of texts) writeFileSync(join(folder, name), text);
  const names = texts.map(({ name }) => name);
  const make = await loadSteps();
  const threads = await Promise.all([startThread(), startThread()]);
  const medians = await compare(`${texts.length} files, all default steps`, megabytesOf(texts), [
    {
      name: 'Emend, one core',
      run: () => {
        for (const name of names) {
          const text = readFileSync(join(folder, name), 'utf8');
          writeFileSync(join(out, name), cleaned({ name, text }, make()));
        }
      },
    },
    {
      name: 'Emend, two worker threads',
      run: async () => {
        const left = names.toReversed();
        await Promise.all(
          threads.map(async (thread) => {
            for (let name = left.pop(); name !== undefined; name = left.pop()) {
              await ask(thread, [join(folder, name), join(out, name)]);
            }
          }),
        );
      },
    },
    {
      name: 'Node, read and write',
      run: () => {
        for (const name of names) {
          writeFileSync(join(out, name), readFileSync(join(folder, name), 'utf8'));
        }
      },
    },
  ]);
  const [one = Number.NaN, two = Number.NaN] = medians;
  console.log(`  two threads are ${(one / two).toFixed(2)} times as fast as one core`);
  await Promise.all(threads.map((thread) => thread.terminate()));
  rmSync(folder, { recursive: true });
}

/** A thread of thread.ts that is ready. */
async function startThread(): Promise<Worker> {
  const thread = new Worker(join(import.meta.dirname, 'thread.js'));
  await once(thread, 'message');
  return thread;
}

async function ask(thread: Worker, paths: readonly [string, string]): Promise<void> {
  thread.postMessage(paths);
  await once(thread, 'message');
}
