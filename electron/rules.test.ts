import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readTranscript } from '../shared/formats/formats';
import type { RuleDraft } from '../shared/rules/draft';
import { createLibrary, type DictionarySource } from './dictionaries';
import { dictionariesFor } from './layers';
import { listRules, type RuleHome, removeRules, saveRule, tryRule } from './rules';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'emend-'));
  await put(
    'seeds/dictionaries/base.yml',
    'rules:\n  - { expected: ChatGPT, id: gpt, patterns: [Chess GPT] }\n  - A\n',
  );
  await mkdir(at('talks/deep'), { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

const at = (name: string) => join(folder, name);
const put = async (name: string, text: string) => {
  await mkdir(dirname(at(name)), { recursive: true });
  await writeFile(at(name), text);
};
const read = (name: string) => readFile(at(name), 'utf8');
const user = () => at('user');
const sources = async (...transcripts: string[]): Promise<readonly DictionarySource[]> =>
  (await createLibrary().load(await dictionariesFor({ root: folder, user: user() }, transcripts.map(at))))
    .sources;

const everywhere: RuleHome = { kind: 'everywhere' };
const save = async (draft: RuleDraft, home: RuleHome = everywhere, ...open: string[]) =>
  saveRule(draft, home, user(), await sources(...open));
/** `id: expected` of what is in force for a transcript. */
const inForce = async (transcript: string) =>
  listRules(await sources(transcript)).flatMap(({ overridden, draft }) =>
    overridden || draft.enabled === false ? [] : [`${draft.id}: ${draft.expected}`],
  );

describe('listing', () => {
  test('says where a rule comes from and whether another has taken its place', async () => {
    await put('user/mine.yml', 'rules:\n  - { expected: ChatGPT, id: gpt, patterns: [x], enabled: false }\n');
    await put('talks/emend.yml', 'rules: [{ expected: B, id: b }]');
    await put('talks/deep/emend.yml', 'rules: [{ expected: C, id: b }]');
    await put('other/emend.yml', 'rules: [{ expected: D, id: b }]');
    const listed = listRules(await sources('talks/deep/a.txt', 'other/b.txt'));
    expect(
      listed.map(({ draft, layer, file, line, overridden }) => [draft.id, layer, file, line, overridden]),
    ).toEqual([
      ['gpt', 'builtIn', 'base', 2, true],
      ['base#A', 'builtIn', 'base', 3, false],
      ['gpt', 'user', 'mine.yml', 2, false],
      ['b', 'folder', at('talks/emend.yml'), 1, true],
      ['b', 'folder', at('other/emend.yml'), 1, false],
      ['b', 'folder', at('talks/deep/emend.yml'), 1, false],
    ]);
    expect(listed[2]?.draft).toEqual({ id: 'gpt', expected: 'ChatGPT', patterns: ['x'], enabled: false });
  });
});

describe('saving', () => {
  test('a new rule goes to the person’s own dictionary, under an id made of what it expects', async () => {
    expect(await save({ expected: 'scaling law', patterns: ['skin law'] })).toBeUndefined();
    expect(await save({ expected: 'Scaling Law', patterns: ['scale law'] })).toBeUndefined();
    expect(await read('user/mine.yml')).toBe(
      `version: 1
rules:
  - expected: scaling law
    id: scaling-law
    patterns: [ skin law ]

  - expected: Scaling Law
    id: Scaling-Law
    patterns: [ scale law ]
`.replace('Scaling-Law', 'scaling-law-2'),
    );
  });

  test('for a folder or a file it goes to the dictionary beside it', async () => {
    const transcript = at('talks/deep/a.txt');
    await save({ expected: '混元', patterns: ['会员'] }, { kind: 'file', transcript });
    await save({ expected: '模型', patterns: ['魔性'] }, { kind: 'folder', transcript });
    expect(await read('talks/deep/emend.yml')).toContain('document: [ a.txt ]');
    expect(await inForce('talks/deep/b.txt')).toEqual([
      'gpt: ChatGPT',
      'base#A: A',
      '混元: 混元',
      '模型: 模型',
    ]);
    expect(await inForce('talks/b.txt')).toHaveLength(2);
  });

  test('an edited built-in rule overrides it under its id', async () => {
    await save({ id: 'base#A', expected: 'A', patterns: ['a a'] });
    await save({ id: 'base#A', expected: 'AA', patterns: ['a a'] });
    expect(await inForce('talks/a.txt')).toEqual(['gpt: ChatGPT', 'base#A: AA']);
    expect((await read('user/mine.yml')).match(/expected/g)).toHaveLength(1);
  });

  test('an edited rule stays where it is', async () => {
    await put(
      'user/asr.yml',
      '# ours\nrules:\n  - { expected: B, pattern: b b } # seen once\n  - { expected: C, id: c }\n',
    );
    await put('talks/emend.yml', 'rules:\n  - { expected: D, pattern: d }\n');
    const open = 'talks/deep/a.txt';
    await save({ id: 'asr.yml#B', expected: 'B', patterns: ['b b'], enabled: false }, everywhere, open);
    expect(await read('user/asr.yml')).toContain(
      '  - { expected: B, pattern: b b, enabled: false } # seen once\n',
    );
    await save(
      { id: `${at('talks/emend.yml')}#D`, expected: 'DD', patterns: ['d'] },
      { kind: 'folder', transcript: at(open) },
      open,
    );
    expect(await read('talks/emend.yml')).toBe('rules:\n  - { expected: DD, pattern: d, id: dd }\n');
    expect(await inForce(open)).toContain('dd: DD');
  });

  test('a rule of a folder, saved for everyone, does not carry the folder’s name along', async () => {
    await put('talks/emend.yml', 'rules: [{ expected: D, pattern: d }]');
    await save(
      { id: `${at('talks/emend.yml')}#D`, expected: 'D', patterns: ['d'] },
      everywhere,
      'talks/a.txt',
    );
    expect(await read('user/mine.yml')).toContain('id: d\n');
  });

  test('what cannot be a rule, and a file that is broken, are left alone', async () => {
    expect(await save({ expected: 'A', patterns: ['/(/'] })).toMatchObject({
      code: 'draftUnreadable',
      field: 'patterns',
    });
    expect(await save({ expected: '', patterns: [] })).toMatchObject({
      code: 'draftUnreadable',
      field: 'expected',
    });
    await put('user/mine.yml', 'rules: [unclosed\n# precious');
    expect(await save({ expected: 'A', patterns: ['a'] })).toMatchObject({
      code: 'dictionarySyntax',
      file: 'mine.yml',
    });
    expect(await read('user/mine.yml')).toBe('rules: [unclosed\n# precious');
    await rm(at('user'), { recursive: true });
    await put('user', 'a file');
    expect(await save({ expected: 'A', patterns: ['a'] })).toMatchObject({ code: 'fileUnreadable' });
  });
});

describe('removing', () => {
  const remove = async (...ids: string[]) => removeRules(ids, user(), await sources('talks/a.txt'));

  test('takes rules out of the person’s files, and switches built-in and imported ones off', async () => {
    await put('user/mine.yml', '# mine\nrules:\n  - { expected: B, id: b }\n  - { expected: C, id: c }\n');
    await put('talks/emend.yml', 'imports: [lib.yml]\nrules:\n  - { expected: D, id: d }\n');
    await put('talks/lib.yml', 'rules: [{ expected: E, id: e }]');
    expect(await remove('b', 'd', 'e', 'gpt', 'none')).toBeUndefined();
    expect(await inForce('talks/a.txt')).toEqual(['base#A: A', 'c: C']);
    expect(await read('user/mine.yml')).toBe(`# mine
rules:
  - { expected: C, id: c }
  - expected: ChatGPT
    id: gpt
    enabled: false
`);
    expect(await read('talks/lib.yml')).toBe('rules: [{ expected: E, id: e }]');
  });

  test('takes back what overrides a built-in rule', async () => {
    await save({ id: 'gpt', expected: 'GPT', patterns: ['x'] });
    await remove('gpt');
    expect(await inForce('talks/a.txt')).toEqual(['gpt: ChatGPT', 'base#A: A']);
    await remove('gpt');
    expect(await inForce('talks/a.txt')).toEqual(['base#A: A']);
  });
});

describe('trying', () => {
  const file = (text: string) => ({
    id: 'file-1',
    path: at('talks/a.md'),
    transcript: readTranscript(text, 'a.md').transcript,
  });
  const trial = async (draft: RuleDraft, text: string) =>
    tryRule(draft, [file(text)], await sources('talks/a.md'), []);

  test('finds every place outside what is protected', async () => {
    const { hits, failures, problem } = await trial(
      { expected: '$1B', patterns: ['/(\\d+) *be/'] },
      '7be和13 be，![](7be.png)',
    );
    expect([failures, problem]).toEqual([[], undefined]);
    expect(hits).toEqual([
      { fileId: 'file-1', from: 0, to: 3, insert: '7B' },
      { fileId: 'file-1', from: 4, to: 9, insert: '13B' },
    ]);
  });

  test('runs its specs in the whole dictionary, with the rule in its place', async () => {
    const specs = [
      { from: 'Chess GPT用skin law', to: 'ChatGPT用scaling law' },
      { from: 'skin law', to: 'skin law' },
    ];
    expect((await trial({ expected: 'scaling law', patterns: ['skin law'], specs }, '')).failures).toEqual([
      { from: 'skin law', to: 'skin law', got: 'scaling law' },
    ]);
    const edited = { id: 'gpt', expected: 'GPT', patterns: ['Chess GPT'], enabled: false };
    expect((await trial({ ...edited, specs: [{ from: 'Chess GPT', to: 'ChatGPT' }] }, '')).failures).toEqual([
      { from: 'Chess GPT', to: 'ChatGPT', got: 'GPT' },
    ]);
  });

  test('says why something cannot be a rule', async () => {
    const { problem, hits } = await trial({ expected: 'x', patterns: ['/(/'] }, 'text');
    expect(problem).toMatchObject({ code: 'draftUnreadable', field: 'patterns' });
    expect(hits).toEqual([]);
  });

  test('stops what runs away, on the text and on its specs', async () => {
    const evil = { expected: 'x', patterns: ['/(a+)+$/'] };
    const long = `${'a'.repeat(60)}b`;
    expect((await trial(evil, long)).problem).toMatchObject({ code: 'ruleRanAway', seconds: 2 });
    const specs = [{ from: long, to: long }];
    expect((await trial({ ...evil, specs }, 'text')).problem).toMatchObject({ code: 'ruleRanAway' });
  }, 10_000);
});
