import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FileRecord, RunRecord } from '../../shared/receipt/record';
import { createJournal, createPassingJournal, type Journal, journalPath, resumeJournal } from './journal';

let folder = '';
let path = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'emend-journal-'));
  path = journalPath(join(folder, 'out'), ['in']);
});
afterEach(() => rm(folder, { recursive: true }));

const run = (fingerprint: string): RunRecord => ({
  ...{
    kind: 'run',
    emend: '1',
    begun: '2026-11-23T00:00:00Z',
    date: '2026-11-23',
    dryRun: false,
    options: {},
  },
  fingerprint,
});
const file = (path: string, changes = 1): FileRecord => ({
  ...{ kind: 'file', path, finished: '', outputs: [], changes, suggestions: 0, rejected: 0, reverted: 0 },
  warnings: [],
  rules: { a: { changes, suggestions: 0, reverted: 0 } },
});
const details = (path: string) => ({
  kind: 'details',
  path,
  changes: [{ after: `将${path}` }],
  rejected: [],
});
const put = (journal: Journal, ...records: object[]) =>
  journal.append(records.map((record) => JSON.stringify(record)));
const told = async (journal: Journal) => {
  const files: string[] = [];
  for await (const { path, counts, changes } of journal.files())
    files.push(`${path} ${counts.changes} ${changes.map(({ after }) => after)}`);
  const { files: count, changes } = (await journal.summary())!.totals;
  return { files, totals: [count, changes] };
};

test('tells the files of a run, the last record of each', async () => {
  for (const journal of [await createJournal(path), await createPassingJournal()]) {
    await put(journal, run('x'));
    await Promise.all(['a', 'b', 'c'].map((name) => put(journal, details(name), file(name))));
    await put(journal, file('b', 5));
    expect(await told(journal)).toEqual({ files: ['a 1 将a', 'c 1 将c', 'b 5 '], totals: [3, 7] });
    await journal.close();
  }
});

test('goes on after a kill, in the middle of a line or not', async () => {
  const first = await createJournal(path);
  await put(first, run('x'), details('a'), file('a'), details('b'), file('b'));
  await first.close();
  await appendFile(path, '{"kind":"details","path":"将');
  const { journal, earlier } = await resumeJournal(path);
  expect([...(earlier?.files.keys() ?? [])]).toEqual(['a', 'b']);
  await put(journal, run('x'), { kind: 'unchanged', path: 'a' }, details('c'), file('c'));
  expect(await told(journal)).toEqual({ files: ['a 1 将a', 'c 1 将c'], totals: [2, 2] });
  await journal.close();
  for (const line of (await readFile(path, 'utf8')).trimEnd().split('\n')) JSON.parse(line);
});

test('files of another fingerprint are not taken for done', async () => {
  const first = await createJournal(path);
  await put(first, run('x'), file('a'), run('y'), file('b'));
  await first.close();
  const { journal, earlier } = await resumeJournal(path);
  expect([earlier?.run.fingerprint, [...(earlier?.files.keys() ?? [])]]).toEqual(['y', ['b']]);
  await journal.close();
});

test('lines longer than what is read at once are whole, with characters cut between two reads', async () => {
  const journal = await createJournal(path);
  const long = '将🙂'.repeat(200_000);
  await put(journal, run('x'), { ...details('a'), changes: [{ after: long }] }, file('a'));
  expect((await told(journal)).files).toEqual([`a 1 ${long}`]);
  await journal.close();
});

test('a process that still writes keeps its notes when another begins anew', async () => {
  const first = await createJournal(path);
  await put(first, run('x'), file('a'));
  const second = await createJournal(path);
  await put(second, run('y'), file('b'));
  await put(first, file('c'));
  expect([(await told(first)).files, (await told(second)).files]).toEqual([['a 1 ', 'c 1 '], ['b 1 ']]);
  await first.close();
  await second.close();
});
