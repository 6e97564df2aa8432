import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { builtInDictionaries, loadDictionaries, prepareDictionaries } from './dictionaries';
import { readPrepared, writePrepared } from './prepared';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'emend-'));
  await mkdir(join(root, 'seeds', 'dictionaries'), { recursive: true });
});
afterEach(() => rm(root, { recursive: true }));

const write = (name: string, text: string) => writeFile(join(root, 'seeds', 'dictionaries', name), text);

test('loads the built-in dictionaries in the order of their names, and says what is wrong', async () => {
  await write('b.yml', 'rules: [{ expected: 语料库, patterns: [语料酷], id: corpus }, { pattern: x }]');
  await write('a.yaml', 'rules: [{ expected: 万卡集群, pattern: 万卡机群 }]');
  await write('notes.txt', 'no dictionary');
  const files = await builtInDictionaries(root);
  expect(files.map(({ name }) => name)).toEqual(['a', 'b']);
  expect((await loadDictionaries(files)).summaries).toMatchObject([
    { name: 'a', rules: 1, problems: [] },
    { name: 'b', rules: 1, problems: [{ code: 'ruleUnreadable', file: 'b', line: 1, field: 'expected' }] },
  ]);
});

test('a dictionary that cannot be read is told and left out', async () => {
  await write('a.yml', 'rules: [{ expected: A, pattern: B }]');
  const missing = { path: join(root, 'none.yml'), name: 'none.yml' };
  const { summaries } = await loadDictionaries([missing, ...(await builtInDictionaries(root))]);
  expect(summaries.map(({ rules }) => rules)).toEqual([0, 1]);
  expect(summaries[0]?.problems).toEqual([
    { code: 'dictionaryUnreadable', file: 'none.yml', detail: 'ENOENT' },
  ]);
});

test('prepared dictionaries are the same as those that are read, and give way when the file changes', async () => {
  await write(
    'a.yml',
    'rules: [{ expected: GPT-$1, pattern: "/gpt (\\\\d)/i", id: gpt }, { expected: A, pattern: B }]',
  );
  const files = await builtInDictionaries(root);
  const file = join(root, 'prepared.json');
  await writeFile(file, writePrepared(await prepareDictionaries(root)));
  const prepared = await readPrepared(file);
  expect([...prepared.values()]).toEqual([...(await prepareDictionaries(root)).values()]);
  const rulesOf = async () => (await loadDictionaries(files, prepared)).summaries[0]?.rules;
  expect(await rulesOf()).toBe(2);
  await write('a.yml', 'rules: [{ expected: A, pattern: B }]');
  expect(await rulesOf()).toBe(1);
});

test('without a file nothing is prepared', async () => {
  expect((await readPrepared(join(root, 'none.json'))).size).toBe(0);
});
