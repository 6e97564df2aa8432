import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runProgram } from './program';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'emend-'));
  await mkdir(at('seeds/dictionaries'), { recursive: true });
  await write('seeds/dictionaries/a.yml', 'rules: [{ id: corpus, expected: 语料库, patterns: [语料酷] }]');
});
afterEach(() => rm(folder, { recursive: true }));

const at = (name: string) => join(folder, name);
const write = async (name: string, data: string | Uint8Array) => {
  await mkdir(join(at(name), '..'), { recursive: true });
  await writeFile(at(name), data);
};
const read = (name: string) => readFile(at(name), 'utf8');
/** What lies in a folder, but for the notes of batches. */
const listed = async (name: string) =>
  (await readdir(at(name), { recursive: true })).filter((file) => !/\.ndjson$/.test(file)).sort();

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line; `$` stands for the temporary folder. */
async function emend(line: string, input = '', env: Record<string, string> = {}): Promise<Outcome> {
  const chunks: Record<'out' | 'err', Buffer[]> = { out: [], err: [] };
  const stream = (name: 'out' | 'err') => ({
    write: (chunk: string | Uint8Array) => chunks[name].push(Buffer.from(chunk)),
  });
  async function* stdin() {
    yield Buffer.from(input);
  }
  const args = line.split(' ').map((word) => word.replace('$', folder));
  const streams = { stdin: stdin(), stdout: stream('out'), stderr: stream('err') };
  const code = await runProgram(args, { ...streams, env, root: folder });
  const text = (name: 'out' | 'err') => Buffer.concat(chunks[name]).toString().replaceAll(folder, '$');
  return { code, out: text('out'), err: text('err') };
}

describe('changes', () => {
  test('prints one object a line, with offsets into the file as it is', async () => {
    await write('a.txt', '\ufeff第一行\r\n🙂语料酷和语料酷\r\n');
    const { code, out, err } = await emend('changes $/a.txt --json');
    expect([code, err]).toEqual([0, '']);
    const rows = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows[0]).toEqual({
      file: '$/a.txt',
      from: 7,
      to: 10,
      line: 2,
      column: 3,
      before: '语料酷',
      after: '语料库',
      step: 'dictionary',
      rule: 'corpus',
      rules: ['corpus'],
      confidence: 'auto',
      reason: 'Known misrecognition',
    });
    expect(rows[1]).toMatchObject({ from: 11, to: 14, line: 2, column: 7 });
    const source = (await read('a.txt')).slice(1);
    for (const { from, to, before } of rows) expect(source.slice(from, to)).toBe(before);
  });

  test('offsets in subtitles count the whole file', async () => {
    await write('a.srt', '1\n00:00:01,000 --> 00:00:02,000\n语料酷\n');
    const { out } = await emend('changes $/a.srt --json');
    expect(JSON.parse(out)).toMatchObject({ from: 32, to: 35, line: 3, column: 1, before: '语料酷' });
  });

  test('for people, in their language and without control characters', async () => {
    await write('a.txt', '语料酷');
    expect((await emend('changes $/a.txt')).out).toBe(
      '$/a.txt:1:1:  "语料酷" → "语料库"  Dictionary: Known misrecognition (corpus)\n',
    );
    const { out } = await emend('changes $/a.txt', '', { LANG: 'zh_CN.UTF-8' });
    expect(out).toContain('词典: 已知误识');
    expect((await emend('changes $/a.txt', '', { LANG: 'zh_CN', LC_ALL: 'C' })).out).toContain('Dictionary');
  });

  test('a file that fails is named, the others are done', async () => {
    await write('a.txt', '语料酷');
    await write('b.txt', Buffer.from([0, 1, 2]));
    const { code, out, err } = await emend('changes $/none.txt $/b.txt $/a.txt');
    expect(code).toBe(1);
    expect(out.split('\n')).toHaveLength(2);
    expect(err).toMatch(/^\$\/none\.txt is not there.*\n\$\/b\.txt is not a text file.*\n$/);
  });

  test('reads standard input', async () => {
    expect(JSON.parse((await emend('changes - --json', '语料酷')).out)).toMatchObject({ file: '-', from: 0 });
  });
});

describe('diff', () => {
  test('prints a unified diff', async () => {
    await write('a.txt', '一\n二\n语料酷\n四\n五\n');
    expect(await emend('diff $/a.txt --context 1')).toEqual({
      code: 0,
      out: '--- $/a.txt\n+++ $/a.txt\n@@ -2,3 +2,3 @@\n 二\n-语料酷\n+语料库\n 四\n',
      err: '',
    });
    expect((await emend('diff - --no-seeds', '语料酷')).out).toBe('');
  });
});

describe('clean', () => {
  test('writes the formats that are asked for, and tells what it did', async () => {
    await write('in/01.md', '# 标题\n\n语料酷要去重。\n');
    await write('in/sub/02.txt', '没有。\n');
    const { code, out, err } = await emend('clean $/in --out $/out --to txt,srt --table');
    expect(code).toBe(0);
    expect(await listed('out')).toEqual(['01.srt', '01.txt', 'sub', 'sub/02.srt', 'sub/02.txt']);
    expect(await read('out/01.txt')).toBe('标题\n\n语料库要去重。\n');
    expect(await read('out/01.srt')).toMatch(/^1\n00:00:00,000 --> .*\n语料库要去重\n$/);
    expect(out.replaceAll(/ +/g, ' ')).toMatch(
      /^File Changes Written to\n.*\n\$\/in\/01\.md 1 \$\/out\/01\.txt, \$\/out\/01\.srt\n/,
    );
    expect(err).toContain('2 files, 1 change, 0 suggestions');
    expect(err).toContain('$/out/01.srt: times are estimated');
    expect(await read('in/01.md')).toContain('语料酷');
  });

  test('keeps name, encoding and line ends when no format is asked for', async () => {
    await write('a.text', iconv.encode('语料酷要去重。\r\n第二行\r\n', 'gb18030'));
    expect((await emend('clean $/a.text --out $/out')).code).toBe(0);
    expect(await readFile(at('out/a.text'))).toEqual(iconv.encode('语料库要去重。\r\n第二行\r\n', 'gb18030'));
  });

  test('never writes over a file that it reads, by any of its names', async () => {
    await write('in/a.txt', '语料酷');
    await write('in/b.srt', '语料酷');
    await symlink(at('in'), at('other'));
    for (const line of [
      'clean $/in --out $/in',
      'clean $/in/a.txt --out $/other',
      'clean $/in/a.txt $/in/b.srt --out $/in --to srt',
    ]) {
      const { code, err } = await emend(line);
      expect(err).toContain('is the file that was read');
      expect(code).toBe(1);
    }
    expect(await read('in/a.txt')).toBe('语料酷');
    expect(await read('in/b.srt')).toBe('语料酷');
  });

  test('never writes two files to one place', async () => {
    await write('x/a.txt', '语料酷');
    await write('y/a.txt', '别的');
    await write('x/a.md', '语料酷');
    const { code, err } = await emend('clean $/x/a.txt $/y/a.txt $/x/a.md --out $/out --to txt');
    expect(code).toBe(1);
    expect(err).toContain('$/y/a.txt would be written to $/out/a.txt as well');
    expect(err).toContain('$/x/a.md would be');
    expect(await read('out/a.txt')).toBe('语料库');
  });

  test('a file named twice is cleaned once; what an earlier run left is replaced and not cleaned again', async () => {
    await write('a.txt', '语料酷');
    for (let run = 0; run < 2; run++) {
      const { code, err } = await emend('clean $/a.txt $ $/./a.txt --out $/out');
      expect([code, err]).toEqual([0, '1 file, 1 change, 0 suggestions left for review.\n']);
    }
    expect(await listed('out')).toEqual(['a.txt']);
  });

  test('standard input goes to standard output, or to a folder', async () => {
    expect(await emend('clean -', '语料酷\r\n')).toEqual({ code: 0, out: '语料库\r\n', err: '' });
    expect((await emend('clean - --to srt', '语料酷。')).out).toMatch(/^1\n00:/);
    await emend('clean - --out $/out', '1\n00:00:01,000 --> 00:00:02,000\n语料酷\n');
    expect(await read('out/stdin.srt')).toContain('语料库');
  });

  test('a folder without transcripts, or a place that cannot be written to, is a failure', async () => {
    await mkdir(at('empty'));
    expect(await emend('clean $/empty --out $/out')).toMatchObject({
      code: 1,
      err: expect.stringContaining('no transcript'),
    });
    await write('a.txt', '语料酷');
    const { code, err } = await emend('clean $/a.txt --out $/a.txt/out');
    expect(code).toBe(1);
    expect(err).toContain('$/a.txt/out could not be written (ENOTDIR: not a directory)');
  });
});

describe('how to clean', () => {
  test('with dictionaries of one’s own, over the built-in ones', async () => {
    await write('mine.yml', 'rules: [{ id: corpus, expected: 语料, patterns: [语料酷] }]');
    await write('a.txt', '语料酷');
    expect((await emend('clean - --rules $/mine.yml', '语料酷')).out).toBe('语料');
    expect((await emend('clean - --no-seeds', '语料酷')).out).toBe('语料酷');
    expect((await emend('clean - --steps dictionary', '语料酷')).out).toBe('语料库');
    expect((await emend('clean - --skip dictionary', '语料酷')).out).toBe('语料酷');
  });

  test('with words of one’s own for the steps, whether or not dictionaries correct anything', async () => {
    await write('emend.yml', 'lists: { fillers: [那啥], units: 光年 }');
    await write('a.txt', '距离那啥是5。\n\n4光年');
    const words = async (more: string) => {
      expect((await emend(`clean $/a.txt --out $/out ${more}`)).code).toBe(0);
      return (await read('out/a.txt')).trim();
    };
    expect(await words('--skip paragraphs')).toBe('距离是5.4光年');
    await rm(join(folder, 'out'), { recursive: true });
    expect(await words('--steps fillers,numbers')).toBe('距离是5.4光年');
    await rm(join(folder, 'out'), { recursive: true });
    expect(await words('--steps fillers,numbers --no-folder-rules')).not.toContain('5.4');
  });

  test('a dictionary that cannot be read is a failure; the rest is done', async () => {
    const { code, out, err } = await emend('clean - --rules $/none.yml', '语料酷');
    expect([code, out]).toEqual([1, '语料库']);
    expect(err).toContain('The dictionary $/none.yml could not be read');
  });
});

describe('wrong usage', () => {
  test.each([
    ['nonsense', 'There is no command called nonsense'],
    ['clean', 'Name at least one file'],
    ['changes', 'Name at least one file'],
    ['diff', 'Name at least one file'],
    ['diff a b', 'one file at a time'],
    ['diff a --context x', '--context takes a number of lines, not x'],
    ['clean a', '--out'],
    ['clean - --to txt,srt', '--out'],
    ['clean - a --out', 'needs a value'],
    ['clean a --out b --to pdf', 'Emend does not write pdf'],
    ['clean a --out b --to ,', 'Emend does not write ,'],
    ['changes a --steps spelling', 'There is no step called spelling'],
    ['changes a --steps tags --skip case', 'exclude each other'],
    ['changes a --jsn', 'There is no option --jsn'],
  ])('%s', async (line, message) => {
    const { code, out, err } = await emend(line);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });

  test('help', async () => {
    const { code, out } = await emend('clean --help', '', { LC_MESSAGES: 'zh_TW.UTF-8' });
    expect(code).toBe(0);
    expect(out).toContain('用法： emend clean');
    expect((await emend('--help')).out).toContain('Commands:');
  });
});

describe('dictionaries of folders', () => {
  test('hold for the files in them and below; the nearest has the last word', async () => {
    await write(
      'talks/emend.yml',
      'rules: [{ id: corpus, expected: 语料, pattern: 语料酷 }, { expected: 乙, pattern: 甲 }]',
    );
    await write('talks/deep/emend.yml', 'rules: [{ id: corpus, expected: 深, pattern: 语料酷 }]');
    for (const name of ['a.txt', 'talks/a.txt', 'talks/deep/a.txt']) await write(name, '语料酷甲');
    expect((await emend('clean $ --out $/out')).code).toBe(0);
    expect(await read('out/a.txt')).toBe('语料库甲');
    expect(await read('out/talks/a.txt')).toBe('语料乙');
    expect(await read('out/talks/deep/a.txt')).toBe('深乙');
    const { out } = await emend('changes $/talks/a.txt --no-folder-rules --json');
    expect(out.trim().split('\n')).toHaveLength(1);
    expect((await emend('diff $/talks/a.txt --rules $/talks/deep/emend.yml')).out).toContain('+深乙');
  });

  test('a broken one is told once, and what can be read of it holds', async () => {
    await write('talks/emend.yml', 'rules:\n  - { expected: 乙, pattern: 甲 }\n  - { pattern: x }\n');
    for (const name of ['talks/a.txt', 'talks/b.txt']) await write(name, '甲');
    const { code, err } = await emend('clean $/talks --out $/out');
    expect(code).toBe(0);
    expect(err.match(/line 3/g)).toHaveLength(1);
    expect(await read('out/b.txt')).toBe('乙');
  });

  test('a rule that runs away is stopped, told once and not tried again', async () => {
    await write('emend.yml', 'rules: [{ id: evil, expected: x, pattern: "/(a+)+$/" }]');
    for (const name of ['a.txt', 'b.txt', 'c.txt']) await write(name, `语料酷 ${'a'.repeat(60)}!`);
    const { code, err } = await emend('clean $/a.txt $/b.txt $/c.txt --out $/out');
    expect(code).toBe(0);
    expect(err.match(/The rule evil \(\$\/emend.yml, line 1\) took longer than 2 s/g)).toHaveLength(1);
    expect(await read('out/c.txt')).toContain('语料库');
  });
});

describe('rules', () => {
  const mine = `rules:
  - { expected: ChatGPT, id: gpt, patterns: [Chess GPT, /chat ?gbt/i], specs: [{ from: 用chess gpt, to: 用ChatGPT }] }
  - { expected: 语料, id: corpus, pattern: 语料酷, confidence: suggest }
`;

  test('are listed, with where they come from', async () => {
    await write('mine.yml', mine);
    const { out } = await emend('rules list --rules $/mine.yml');
    expect(out.replaceAll(/ +/g, ' ')).toContain('语料酷 语料库 corpus a:1 replaced by a later rule');
    const named = (await emend('rules list $/mine.yml --json')).out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(named).toMatchObject([
      { id: 'corpus', layer: 'builtIn', overridden: true },
      {
        id: 'gpt',
        expected: 'ChatGPT',
        patterns: ['Chess GPT', '/chat ?gbt/i'],
        file: '$/mine.yml',
        line: 2,
      },
      { id: 'corpus', confidence: 'suggest', overridden: false },
    ]);
  });

  test('are tested by their examples', async () => {
    await write('mine.yml', mine);
    expect(await emend('rules test $/mine.yml')).toEqual({ code: 0, out: '', err: '1 example, all hold.\n' });
    await write('mine.yml', mine.replace('to: 用ChatGPT', 'to: 用GPT'));
    const { code, out, err } = await emend('rules test $/mine.yml');
    expect(code).toBe(1);
    expect(out).toBe('$/mine.yml:2: “用chess gpt” becomes “用ChatGPT”, not “用GPT”. (gpt)\n');
    expect(err).toBe('1 example, 1 fail.\n');
    expect(JSON.parse((await emend('rules test $/mine.yml --json')).out)).toMatchObject({
      rule: 'gpt',
      line: 2,
    });
  });

  test('whose examples run away are told', async () => {
    await write(
      'mine.yml',
      `rules: [{ id: evil, expected: x, pattern: "/(a+)+$/", specs: [{ unchanged: ${'a'.repeat(60)}b }] }]`,
    );
    for (const command of ['test', 'lint']) {
      const { code, out, err } = await emend(`rules ${command} $/mine.yml`);
      expect(code).toBe(1);
      expect(out + err).toContain('evil');
    }
  });

  test('are checked', async () => {
    await write(
      'mine.yml',
      'rules:\n  - { expected: A, pattern: /(x+)+y/ }\n  - { expected: 乙, pattern: 甲 }\n',
    );
    const { code, out, err } = await emend('rules lint $/mine.yml');
    expect(code).toBe(1);
    expect(out).toMatch(
      /^\$\/mine.yml:2: error: .* can take forever .*\n\$\/mine.yml:3: warning: “甲” is a single/,
    );
    expect(err).toMatch(/^1 error, 1 warning, \d+ hints?\.\n$/);
    expect((await emend('rules lint')).code).toBe(0);
  });

  test('are imported, and each line that is not is told', async () => {
    await write('list.tsv', 'Chess GPT\tChatGPT\nskin law\tscaling law\n\tempty\n');
    const { code, out, err } = await emend('rules import $/list.tsv --out $/new.yml');
    expect([code, out]).toEqual([0, '']);
    expect(err).toMatch(/^\$\/list.tsv:3: It does not say what to look for\. "\\tempty"\n/);
    expect(err).toContain('3 entries, 2 taken as 2 rules (0 switched off), 1 left out.');
    expect((await emend('clean - --rules $/new.yml', '从skin law')).out).toBe('从scaling law');
    const piped = await emend('rules import - --format pairs', 'a b\tAB\n');
    expect(piped.out).toContain('expected: AB');
    expect(await emend('rules import $/list.tsv --out $/list.tsv')).toMatchObject({ code: 1 });
    expect(await read('list.tsv')).toContain('skin law');
    await write('page.xml', '<html/>');
    expect(await emend('rules import $/page.xml')).toMatchObject({ code: 1, out: '' });
  });

  test('are exported, and what does not fit is told', async () => {
    await write('mine.yml', mine);
    const { code, out, err } = await emend('rules export $/mine.yml --to pairs');
    expect([code, out]).toEqual([0, 'Chess GPT\tChatGPT\n']);
    expect(err).toContain(
      '$/mine.yml:2: gpt is left out, wholly or in part: The format has no regular expressions.\n',
    );
    expect(err).toContain('$/mine.yml:3: corpus is left out');
    expect((await emend('rules export --to prh --out $/all.yml')).code).toBe(0);
    expect(await read('all.yml')).toContain('语料库');
  });

  test.each([
    ['rules', 'Commands:'],
    ['rules nonsense', 'There is no command called nonsense'],
    ['rules export', 'Name the format with --to: subtitleEditXml'],
    ['rules export --to docx', 'There is no format called docx'],
    ['rules import a --format docx', 'There is no format called docx'],
    ['rules import', 'Name at least one file'],
  ])('%s is wrong usage', async (line, message) => {
    const { code, out, err } = await emend(line);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });
});
