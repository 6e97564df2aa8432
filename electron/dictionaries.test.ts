import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findHits } from '../shared/rules/dictionary';
import type { Layer } from '../shared/rules/editing';
import { createLibrary, prepareDictionaries, summariesOf } from './dictionaries';
import { builtInDictionaries, dictionariesFor, folderDictionaries } from './layers';
import { readPrepared, writePrepared } from './prepared';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'emend-'));
  await mkdir(join(root, 'seeds', 'dictionaries'), { recursive: true });
});
afterEach(() => rm(root, { recursive: true }));

const at = (name: string) => join(root, name);
const put = async (name: string, text: string) => {
  await mkdir(dirname(at(name)), { recursive: true });
  await writeFile(at(name), text);
};
const builtIn = (name: string, text: string) => put(`seeds/dictionaries/${name}`, text);
const file = (name: string, layer: Layer = 'user') => ({ path: at(name), name, layer });
/** The rules of a dictionary by what they expect, and what is wrong with it. */
const loadOne = async (name: string) => {
  const { sources } = await createLibrary().load([file(name)]);
  return { expected: sources[0]?.rules.map((rule) => rule.expected), problems: sources[0]?.problems };
};

describe('one dictionary', () => {
  test('built-in ones come in the order of their names and say what is wrong', async () => {
    await builtIn('b.yml', 'rules: [{ expected: 语料库, patterns: [语料酷], id: corpus }, { pattern: x }]');
    await builtIn('a.yaml', 'rules: [{ expected: 万卡集群, pattern: 万卡机群 }]');
    await builtIn('notes.txt', 'no dictionary');
    const files = await builtInDictionaries(root);
    const { sources } = await createLibrary().load(files);
    expect(summariesOf(sources)).toMatchObject([
      { name: 'a', layer: 'builtIn', rules: 1, problems: [] },
      {
        name: 'b',
        rules: 1,
        problems: [{ code: 'ruleUnreadable', file: 'b', line: 1, field: 'expected' }],
      },
    ]);
  });

  test('one that cannot be read is told and left out', async () => {
    await builtIn('a.yml', 'rules: [{ expected: A, pattern: B }]');
    await mkdir(at('folder.yml'));
    await put('binary.yml', '\0\u0001');
    const files = [
      file('none.yml'),
      file('folder.yml'),
      file('binary.yml'),
      ...(await builtInDictionaries(root)),
    ];
    const { sources } = await createLibrary().load(files);
    expect(sources.map(({ rules }) => rules.length)).toEqual([0, 0, 0, 1]);
    expect(sources.flatMap(({ problems }) => problems)).toEqual([
      { code: 'dictionaryUnreadable', file: 'none.yml', detail: 'ENOENT' },
      {
        code: 'dictionaryUnreadable',
        file: 'folder.yml',
        detail: 'EISDIR: illegal operation on a directory',
      },
      { code: 'dictionaryWithoutRules', file: 'binary.yml' },
    ]);
  });

  test('what changes on disk is read anew', async () => {
    const library = createLibrary();
    await put('a.yml', 'rules: [{ expected: A, pattern: B }]');
    const first = await library.load([file('a.yml')]);
    expect((await library.load([file('a.yml')])).dictionary).toBe(first.dictionary);
    await put('a.yml', 'rules: [{ expected: C, pattern: D }]');
    const second = await library.load([file('a.yml')]);
    expect(second.key).not.toBe(first.key);
    expect(second.dictionary.rules.map(({ expected }) => expected)).toEqual(['C']);
  });
});

describe('imports', () => {
  test('are found from the importing file, which goes before them', async () => {
    await put(
      'a.yml',
      'imports: [lib/b.yml]\nrules: [{ id: x, expected: own, pattern: p }, { expected: tie, pattern: q }]',
    );
    await put('lib/b.yml', 'imports: c.yml\nrules: [{ id: x, expected: imported, pattern: p }]');
    await put('lib/c.yml', 'rules: [{ expected: C, pattern: q }]');
    expect(await loadOne('a.yml')).toEqual({ expected: ['own', 'tie', 'C'], problems: [] });
    const { dictionary, files } = await createLibrary().load([file('a.yml')]);
    const [hit] = findHits(dictionary.together, 'q', 'talk.txt');
    expect(hit?.insert).toBe('tie');
    expect(files).toEqual(['a.yml', 'lib/b.yml', 'lib/c.yml'].map(at));
    expect(dictionary.rules.at(-1)?.origin).toEqual({ file: 'lib/c.yml', line: 1 });
  });

  test('leave out what they are told to', async () => {
    await put(
      'a.yml',
      `imports:
  - { path: b.yml, disableImports: true, ignoreRules: [no, { id: gone }, {}] }
rules: []`,
    );
    await put(
      'b.yml',
      'imports: [c.yml]\nrules: [{ expected: no, pattern: x }, { id: gone, expected: Gone }, { expected: yes, pattern: y }]',
    );
    await put('c.yml', 'rules: [C]');
    expect((await loadOne('a.yml')).expected).toEqual(['yes']);
  });

  test('never come from another computer', async () => {
    await put(
      'a.yml',
      'imports: ["//host/share/b.yml", "\\\\\\\\host\\\\b.yml", "https://host/b.yml"]\nrules: [A]',
    );
    const { expected, problems } = await loadOne('a.yml');
    expect(expected).toEqual(['A']);
    expect(problems?.map(({ code }) => code)).toEqual(Array(3).fill('dictionaryImportMissing'));
  });

  test('may go round in circles', async () => {
    await put('a.yml', 'imports: [b.yml, a.yml]\nrules: [A]');
    await put('b.yml', 'imports: [a.yml, ./b.yml]\nrules: [B]');
    expect(await loadOne('a.yml')).toEqual({ expected: ['A', 'B'], problems: [] });
  });

  test('may fan out without end', async () => {
    for (let n = 0; n < 40; n++) {
      await put(`${n}.yml`, `imports: [${n + 1}.yml, ./${n + 1}.yml]\nrules: [r${n}]`);
    }
    await put('40.yml', 'rules: [{ pattern: x }]');
    const { expected, problems } = await loadOne('0.yml');
    expect(expected).toHaveLength(40);
    expect(problems).toHaveLength(1);
  });

  test('that are missing or broken are told; the rest works', async () => {
    await put('a.yml', 'imports: [none.yml, b.yml]\nrules: [A]');
    await put('b.yml', 'rules: [B, { pattern: x }, "unclosed]');
    const { expected, problems } = await loadOne('a.yml');
    expect(expected).toEqual(expect.arrayContaining(['A', 'B']));
    expect(problems).toMatchObject([
      { code: 'dictionaryImportMissing', file: 'a.yml', path: 'none.yml' },
      { code: 'dictionarySyntax', file: 'b.yml', line: 1 },
      { code: 'dictionarySyntax' },
      { code: 'ruleUnreadable', file: 'b.yml', line: 1 },
    ]);
    expect((await createLibrary().load([file('a.yml')])).files).toContain(at('none.yml'));
  });
});

describe('layers', () => {
  const expectedOf = async (transcript: string) => {
    const files = await dictionariesFor({ root, user: at('user') }, [at(transcript)]);
    const { dictionary } = await createLibrary().load(files);
    return dictionary.rules.find(({ id }) => id === 'x')?.expected;
  };

  test('built-in, the person’s, then folders: the nearest has the last word', async () => {
    const rule = (name: string) => `rules: [{ id: x, expected: ${name}, pattern: p }]`;
    await builtIn('a.yml', rule('builtIn'));
    expect(await expectedOf('talks/deep/a.txt')).toBe('builtIn');
    await put('user/zz.yml', rule('zz'));
    expect(await expectedOf('talks/deep/a.txt')).toBe('zz');
    await put('user/mine.yml', rule('mine'));
    expect(await expectedOf('talks/deep/a.txt')).toBe('mine');
    await put('emend.yml', rule('above'));
    expect(await expectedOf('talks/deep/a.txt')).toBe('above');
    await put('talks/deep/emend.yml', rule('beside'));
    expect(await expectedOf('talks/deep/a.txt')).toBe('beside');
    expect(await expectedOf('talks/a.txt')).toBe('above');
  });

  test('several transcripts list each dictionary once', async () => {
    await put('emend.yml', 'rules: [A]');
    await put('one/emend.yml', 'rules: [B]');
    const files = await dictionariesFor({ root }, [at('one/a.txt'), at('two/b.txt'), at('one/c.txt')]);
    const { sources } = await createLibrary().load(files);
    expect(summariesOf(sources)).toMatchObject([
      { name: at('emend.yml'), layer: 'folder', rules: 1, problems: [] },
      { name: at('one/emend.yml'), layer: 'folder' },
    ]);
  });

  test('a folder’s dictionary may lie as high as the root', () => {
    const paths = folderDictionaries(at('a/b.txt')).map(({ path }) => path);
    expect(paths[0]).toBe(join(root.slice(0, root.indexOf('/') + 1), 'emend.yml'));
    expect(paths.at(-1)).toBe(at('a/emend.yml'));
  });
});

test('words for the lists of the steps add up over layers and imports', async () => {
  await builtIn('a.yml', 'lists: { fillers: [那啥] }');
  await put('user/mine.yml', 'imports: [parts/lib.yml]\nlists: { fillers: [怎么讲], units: 光年 }');
  await put('user/parts/lib.yml', 'rules: [A]\nlists: { units: [光年, 海里], acronyms: [XQZ], nouns: [] }');
  await put('talks/emend.yml', 'lists: { fillers: [那啥], doubled: 天天 }');
  const load = async () =>
    createLibrary().load(await dictionariesFor({ root, user: at('user') }, [at('talks/a.txt')]));
  const { dictionary, sources, key } = await load();
  expect(dictionary.lists).toEqual({
    fillers: ['那啥', '怎么讲'],
    doubled: ['天天'],
    units: ['光年', '海里'],
    acronyms: ['XQZ'],
  });
  expect(sources.flatMap(({ problems }) => problems)).toMatchObject([
    { code: 'listUnknown', line: 2, list: 'nouns' },
  ]);
  await put('talks/emend.yml', 'lists: { fillers: [那啥] }');
  expect((await load()).key).not.toBe(key);
});

describe('prepared dictionaries', () => {
  test('are the same as those that are read, and give way when the file changes', async () => {
    await builtIn(
      'a.yml',
      'rules: [{ expected: GPT-$1, pattern: "/gpt (\\\\d)/i", id: gpt, near: [/a/, b] }, A]\nlists: { units: 光年 }',
    );
    const files = await builtInDictionaries(root);
    await writeFile(at('prepared.json'), writePrepared(await prepareDictionaries(root)));
    const prepared = await readPrepared(at('prepared.json'));
    expect([...prepared.values()]).toEqual([...(await prepareDictionaries(root)).values()]);
    const library = createLibrary(prepared);
    const rulesOf = async () => (await library.load(files)).sources[0]?.rules;
    expect(await rulesOf()).toHaveLength(2);
    await builtIn('a.yml', 'rules: [{ expected: A, pattern: B }]');
    expect(await rulesOf()).toHaveLength(1);
  });

  test('without a file nothing is prepared', async () => {
    expect((await readPrepared(at('none.json'))).size).toBe(0);
  });
});
