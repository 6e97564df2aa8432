import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLibrary } from './dictionaries';
import { type ForeignList, type ForeignSource, keepForeign, readForeign, writeForeign } from './foreign';
import { userDictionaries } from './layers';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'emend-'));
});
afterEach(() => rm(folder, { recursive: true }));

const at = (name: string) => join(folder, name);
async function list(source: ForeignSource): Promise<ForeignList> {
  const read = await readForeign(source);
  if ('problem' in read) throw new Error(read.problem.code);
  return read;
}

test('a list is read, kept as a dictionary and loads as what it was', async () => {
  await writeFile(
    at('hot words.tsv'),
    'Chess GPT\tChatGPT\nskin law\tscaling law\nChat GBT\tChatGPT\n\tnothing\n',
  );
  const { name, format, result } = await list({ path: at('hot words.tsv') });
  expect([name, format]).toEqual(['hot words', 'pairs']);
  expect(result.counts).toMatchObject({ entries: 4, taken: 3, skipped: 1 });
  expect(result.skipped).toMatchObject([{ line: 4 }]);
  for (const kept of ['hot words', 'hot words-2']) {
    expect(await keepForeign({ name, format, result }, at('user'))).toEqual({ name: kept });
  }
  const { sources } = await createLibrary().load(await userDictionaries(at('user')));
  expect(sources.map(({ problems, rules }) => [problems, rules.map(({ id }) => id)])).toEqual([
    [[], ['hot words-2.yml#ChatGPT', 'hot words-2.yml#scaling law']],
    [[], ['hot words.yml#ChatGPT', 'hot words.yml#scaling law']],
  ]);
});

test('no import takes the place of the person’s own dictionary, nor leaves its folder', async () => {
  const mine = await list({ text: 'a => b' });
  expect(await keepForeign({ ...mine, name: 'mine' }, at('user'))).toEqual({ name: 'mine-2' });
  await writeFile(at('..\\..\\x:y?.csv'), 'a,b\n');
  const { name } = await list({ path: at('..\\..\\x:y?.csv') });
  expect(name).not.toMatch(/[\\/:?]|^\./);
  expect(await readdir(at('user'))).toEqual(['mine-2.yml']);
});

test('what is no list says so', async () => {
  await writeFile(at('a.xml'), '<html/>');
  await writeFile(at('b.txt'), Buffer.from([0, 1, 2, 0]));
  expect(await readForeign({ path: at('a.xml') })).toMatchObject({ problem: { code: 'importUnknown' } });
  expect(await readForeign({ path: at('b.txt') })).toMatchObject({ problem: { code: 'fileBinary' } });
  expect(await readForeign({ path: at('none.txt') })).toMatchObject({ problem: { code: 'fileMissing' } });
});

test('a pasted list is taken as it is typed', async () => {
  const { name, result } = await list({ text: 'Chess GPT -> ChatGPT\nno pair\n' });
  expect(name).toBe('pasted');
  expect(result.rules.map(({ expected, patterns }) => [expected, patterns])).toEqual([
    ['ChatGPT', ['Chess GPT']],
  ]);
  expect(result.skipped).toHaveLength(1);
});

test('rules are written for another program, and what it cannot hold is told', async () => {
  const { result } = await list({ text: 'Chess GPT => ChatGPT' });
  const [rule] = result.rules;
  if (!rule) throw new Error('A rule is expected');
  const { text, omitted } = writeForeign([rule, { ...rule, id: 'off', enabled: false }], 'pairs');
  expect(text).toBe('Chess GPT\tChatGPT\n');
  expect(omitted).toMatchObject([{ rule: 'off', reason: { code: 'switchedOff' } }]);
  expect(() => writeForeign([rule], 'nonsense' as 'prh')).toThrow(RangeError);
});
