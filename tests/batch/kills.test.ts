import { cp, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sha256 } from '../../electron/batch/cleaning';
import { buildCommand, type Command } from './command';
import { writeTalks } from './talks';

/** `KILLS=100 npx vitest run --project unit tests/batch/kills.test.ts` does it more often. */
const kills = Number(process.env.KILLS ?? 2);
const talks = 24;

let command: Command;
/** How long a run takes that nobody ends, in milliseconds. */
let usual = 0;
const at = (...parts: string[]) => join(command.folder, ...parts);
beforeAll(async () => {
  command = await buildCommand();
  await writeTalks(at('in'), talks, 20_000);
  const begun = performance.now();
  const report = ['--report', at('whole.json')];
  expect((await command.run(['clean', at('in'), '--out', at('whole'), ...report])).code).toBe(0);
  usual = performance.now() - begun;
}, 120_000);
afterAll(() => command.remove());

/** The visible files under a folder, by their path there. */
async function contentsOf(folder: string): Promise<Map<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const found = new Map<string, Buffer>();
  for (const entry of entries) {
    if (!entry.isFile() || entry.name.startsWith('.')) continue;
    const path = join(entry.parentPath, entry.name);
    found.set(path.slice(folder.length + 1), await readFile(path));
  }
  return found;
}

/** The records of the journal in a folder whose lines are whole. */
async function notesIn(
  folder: string,
): Promise<{ kind: string; path: string; outputs: { sha256: string }[] }[]> {
  const name = (await readdir(folder).catch(() => [])).find((name) => name.endsWith('.ndjson'));
  const text = name ? await readFile(join(folder, name), 'utf8') : '';
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

const leftovers = async (folder: string) =>
  (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.tmp'));

const moments = Array.from({ length: kills }, (_, index) => ({ kill: index + 1 }));
/** Spread over the run, the start-up included; not the same each time. */
const momentOf = (kill: number) => usual * ((kill - Math.random()) / kills);

test.each(moments)('killed while it writes to a folder, $kill', { timeout: 60_000 }, async ({ kill }) => {
  const whole = await contentsOf(at('whole'));
  await rm(at('out'), { recursive: true, force: true });
  const args = ['clean', at('in'), '--out', at('out'), '--jobs', '2'];
  await command.run(args, { signal: { name: 'SIGKILL', after: momentOf(kill) } });

  const left = await contentsOf(at('out'));
  for (const [path, bytes] of left) expect(bytes.equals(whole.get(path)!), path).toBe(true);
  const finished = (await notesIn(at('out'))).filter(({ kind }) => kind === 'file');
  const hashes = new Set([...left.values()].map(sha256));
  for (const { outputs } of finished) for (const output of outputs) expect(hashes).toContain(output.sha256);

  const { code, err } = await command.run([...args, '--resume', '--report', at('resumed.json')]);
  expect([code, err.match(/(\d+) files? (?:was|were) done before/)?.[1] ?? '0']).toEqual([
    0,
    String(finished.length),
  ]);
  expect(await contentsOf(at('out'))).toEqual(whole);
  expect(await leftovers(at('out'))).toEqual([]);
  await expectSameReceipt();
});

test.each(moments)('killed while it replaces files, $kill', { timeout: 60_000 }, async ({ kill }) => {
  const whole = await contentsOf(at('whole'));
  const raw = await contentsOf(at('in'));
  await rm(at('place'), { recursive: true, force: true });
  await mkdir(at('place'));
  await cp(at('in'), at('place', 'in'), { recursive: true });
  const args = ['clean', 'in', '--in-place', '--jobs', '2'];
  const cwd = at('place');
  await command.run(args, { cwd, signal: { name: 'SIGKILL', after: momentOf(kill) } });

  for (const [path, bytes] of await contentsOf(at('place', 'in'))) {
    const original = raw.get(path.replace(/\.bak$/, ''))!;
    const isClean = !path.endsWith('.bak') && bytes.equals(whole.get(path)!);
    expect(isClean || bytes.equals(original), path).toBe(true);
  }
  expect((await command.run([...args, '--resume', '--report', at('resumed.json')], { cwd })).code).toBe(0);
  const done = await contentsOf(at('place', 'in'));
  for (const [path, bytes] of done) {
    expect(bytes.equals(path.endsWith('.bak') ? raw.get(path.slice(0, -4))! : whole.get(path)!), path).toBe(
      true,
    );
  }
  expect([...done.keys()].filter((path) => path.endsWith('.bak'))).toHaveLength(talks);
  expect(await leftovers(at('place'))).toEqual([]);
  await expectSameReceipt();
});

/** The receipt of a run that was killed and resumed tells the same changes as that of one that was not. */
async function expectSameReceipt(): Promise<void> {
  const read = async (name: string) => {
    const { totals, rules, files } = JSON.parse(await readFile(at(name), 'utf8'));
    const hashes = files.map((file: { input: { sha256: string } }) => file.input.sha256);
    return { totals, rules, hashes: hashes.sort() };
  };
  expect(await read('resumed.json')).toEqual(await read('whole.json'));
}
