import { execFileSync } from 'node:child_process';
import { chmod, lstat, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildCommand, type Command, type RunOptions } from './command';
import { writeTalks } from './talks';

let command: Command;
let work = '';
beforeAll(async () => {
  command = await buildCommand();
  work = join(command.folder, 'work');
}, 120_000);
afterAll(() => command.remove());
beforeEach(async () => {
  await rm(work, { recursive: true, force: true });
  await mkdir(work);
});

const at = (name: string) => join(work, name);
const write = async (name: string, data: string | Uint8Array) => {
  await mkdir(join(at(name), '..'), { recursive: true });
  await writeFile(at(name), data);
};
const read = (name: string) => readFile(at(name), 'utf8');
/** The visible files under a folder, sorted. */
const listed = async (name: string) =>
  (await readdir(at(name), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name).slice(at(name).length + 1))
    .sort();
const emend = (line: string, options: RunOptions = {}) =>
  command.run(line.split(' '), { cwd: work, ...options });

const raw = '从Chess GPT出来之前。';
const clean = '从ChatGPT出来之前。';
const long = { timeout: 60_000 };

/** A line of 20 MB in UTF-8. */
const characters = Array.from({ length: 1024 }, (_, index) => String.fromCharCode(0x9000 + index)).join('');
const hugeLine = `${raw}${characters.repeat(6830)}。`;

test('whatever is wrong with files is told of each by name, and all others are done', long, async () => {
  for (let talk = 0; talk < 20; talk++) await write(`in/good-${talk}.txt`, raw);
  await mkdir(at('in/folder.txt'));
  await symlink(at('gone'), at('in/dangling.txt'));
  // Not even the system's administrator can read it.
  await symlink(at('in/unreadable.txt'), at('in/unreadable.txt'));
  await write('in/one-line.txt', hugeLine);
  execFileSync('mkfifo', [at('in/pipe.txt')]);
  await write(
    'in/binary.txt',
    Uint8Array.from({ length: 5000 }, (_, index) => (index * 7) % 256),
  );
  await write('in/empty.txt', '');
  await write('in/chinese.txt', iconv.encode(raw, 'gb18030'));
  await write('in/garbled.txt', Uint8Array.from([0xef, 0xbb, 0xbf, ...Buffer.from(raw), 0xff, 0xfe]));
  await write('in/read-only.txt', raw);
  await chmod(at('in/read-only.txt'), 0o444);
  await write('in/replaced.txt', raw);
  await write('out/replaced.txt', 'old');
  await chmod(at('out/replaced.txt'), 0o640);
  await write('in/kept.txt', raw);
  await write('out/kept.txt', 'old');
  await chmod(at('out/kept.txt'), 0o444);
  await write(
    'list',
    [...(await readdir(at('in'))).map((name) => `in/${name}`), 'in/vanished.txt'].join('\n'),
  );

  const { code, err } = await emend('clean --files-from list --out out --report r.json');
  expect(code).toBe(1);
  for (const message of [
    'in/folder.txt holds no transcript',
    'in/dangling.txt is not there',
    'in/pipe.txt is a pipe',
    'in/unreadable.txt could not be read (ELOOP: too many symbolic links encountered)',
    'in/binary.txt is not a text file',
    'in/empty.txt is empty',
    'in/garbled.txt has characters that could not be read',
    'in/vanished.txt is not there',
  ]) {
    expect(err).toContain(message);
  }
  for (let talk = 0; talk < 20; talk++) expect(await read(`out/in/good-${talk}.txt`)).toBe(clean);
  expect(await readFile(at('out/in/chinese.txt'))).toEqual(iconv.encode(clean, 'gb18030'));
  expect(await read('out/in/read-only.txt')).toBe(clean);
  expect(await read('out/in/empty.txt')).toBe('');
  expect((await read('out/in/one-line.txt')) === hugeLine.replace(raw, clean)).toBe(true);
  const failed = JSON.parse(await read('r.json')).files.flatMap((file: { path: string; problem?: object }) =>
    file.problem ? file.path : [],
  );
  expect(failed.sort()).toEqual([
    ...['in/binary.txt', 'in/dangling.txt', 'in/pipe.txt', 'in/unreadable.txt', 'in/vanished.txt'],
  ]);

  const again = await emend('clean in --out out');
  expect(again.err).toContain('out/kept.txt could not be written (read-only)');
  expect(await read('out/kept.txt')).toBe('old');
  expect(await read('out/replaced.txt')).toBe(clean);
  expect((await stat(at('out/replaced.txt'))).mode & 0o777).toBe(0o640);
});

test('a file that stalls its worker is given up, and the worker replaced', long, async () => {
  for (let talk = 0; talk < 6; talk++) await write(`in/${talk}.txt`, raw);
  // Each of the rules is stopped after two seconds; a hundred of them are too much.
  const rules = Array.from(
    { length: 100 },
    (_, index) => `{ expected: x, pattern: "/(a+){${index + 2},}$/" }`,
  );
  await write('in/emend.yml', `rules: [${rules.join(',')}]`);
  await write('in/3-stalls.txt', `${'a'.repeat(60)}!`);
  const { code, err } = await emend('clean in --out out --jobs 1 --timeout 5');
  expect(code).toBe(1);
  expect(err).toMatch(/in\/3-stalls\.txt was not finished in 5 s/);
  expect(await listed('out')).toEqual(['0.txt', '1.txt', '2.txt', '3.txt', '4.txt', '5.txt']);
});

test(
  'a link is followed when files are replaced, and one file by two names is cleaned once',
  long,
  async () => {
    await write('kept/a.txt', raw);
    await mkdir(at('in'));
    await symlink(at('kept/a.txt'), at('in/link.txt'));
    const { code, err } = await emend('clean in kept/a.txt --in-place');
    expect([code, err]).toEqual([
      1,
      expect.stringContaining('kept/a.txt would be written to in/link.txt as well'),
    ]);
    expect([await read('kept/a.txt'), await read('kept/a.txt.bak')]).toEqual([clean, raw]);
    expect((await lstat(at('in/link.txt'))).isSymbolicLink()).toBe(true);
  },
);

test('files are replaced in their place only with a backup, and never a backup', long, async () => {
  await write('in/a.txt', raw);
  await chmod(at('in/a.txt'), 0o600);
  await write('in/a.txt.bak', 'older');
  await write('in/clean.txt', clean);
  await write('in/read-only.txt', raw);
  await chmod(at('in/read-only.txt'), 0o444);
  const { code, err } = await emend('clean in --in-place');
  expect(code).toBe(1);
  expect(err).toContain('in/read-only.txt could not be written (read-only)');
  expect(await listed('in')).toEqual(['a.txt', 'a.txt.bak', 'a.txt.bak1', 'clean.txt', 'read-only.txt']);
  expect([await read('in/a.txt'), await read('in/a.txt.bak'), await read('in/a.txt.bak1')]).toEqual([
    ...[clean, 'older', raw],
  ]);
  expect((await stat(at('in/a.txt'))).mode & 0o777).toBe(0o600);
});

test('a resumed run does what has changed: inputs, outputs, dictionaries, options', long, async () => {
  for (const name of ['a', 'b', 'c', 'd']) await write(`in/${name}.txt`, raw);
  const again = async (more = '') =>
    /(\d) files? (?:was|were) done before/.exec((await emend(`clean in --out out --resume${more}`)).err)?.[1];
  expect(await again()).toBeUndefined();
  expect(await again()).toBe('4');
  await write('in/a.txt', `${raw}好`);
  await write('out/b.txt', 'changed');
  await rm(at('out/c.txt'));
  expect(await again()).toBe('1');
  expect(await read('out/b.txt')).toBe(clean);
  await write('in/emend.yml', 'rules: [{ expected: 之后, pattern: 之前 }]');
  expect(await again()).toBeUndefined();
  expect(await read('out/d.txt')).toBe('从ChatGPT出来之后。');
  expect(await again(' --skip dictionary')).toBeUndefined();
  expect(await again(' --skip dictionary')).toBe('4');
});

test('lists, patterns and name templates keep sub-folders', long, async () => {
  for (const name of ['talks/x/a.srt', 'talks/x/b.txt', 'talks/y/a.srt']) await write(name, raw);
  expect((await emend('clean talks/**/*.srt --out p --name {name}.clean.{ext}')).code).toBe(0);
  expect(await listed('p')).toEqual(['x/a.clean.srt', 'y/a.clean.srt']);
  const list = Buffer.from([at('talks/x/a.srt'), 'talks/x/b.txt'].join('\0'));
  expect((await emend('clean --files-from - --out l --to txt', { input: list })).code).toBe(0);
  expect(await listed('l')).toEqual(['talks/x/b.txt', `${at('talks/x/a').slice(1)}.txt`].sort());
  expect((await emend('clean talks --out d --name {date}-{name}.{ext}')).code).toBe(0);
  expect((await listed('d'))[0]).toMatch(/^x\/\d{4}-\d\d-\d\d-a\.srt$/);
});

test('a dry run writes nothing but its report', long, async () => {
  await write('in/a.txt', raw);
  const { code, err } = await emend('clean in --out out --dry-run --report r.json');
  expect([code, err]).toEqual([0, expect.stringContaining('1 file, 1 change')]);
  expect((await readdir(work)).sort()).toEqual(['in', 'r.json']);
  const { dryRun, files } = JSON.parse(await read('r.json'));
  expect([dryRun, files[0].outputs[0].path, files[0].changes[0].after]).toEqual([
    true,
    'out/a.txt',
    'ChatGPT',
  ]);
});

test('suggestions that are left have an exit code of their own when that is asked for', long, async () => {
  await write('emend.yml', 'rules: [{ expected: 语料, pattern: 语料酷, confidence: suggest }]');
  await write('a.txt', '语料酷');
  for (const line of ['clean a.txt --out out', 'clean a.txt --dry-run']) {
    expect((await emend(line)).code).toBe(0);
    expect((await emend(`${line} --fail-on suggest`)).code).toBe(3);
  }
  expect((await emend('clean - --fail-on suggest', { input: '语料酷' })).code).toBe(3);
  expect((await emend('clean a.txt none.txt --dry-run --fail-on suggest')).code).toBe(1);
});

test('a stream of documents is answered line by line, in order', long, async () => {
  const documents = Array.from({ length: 500 }, (_, id) => ({
    id,
    text: id % 7 === 0 ? raw.repeat(50) : raw,
  }));
  const lines = documents.map((document) => JSON.stringify(document));
  lines.splice(3, 0, '{"id": "x"}', 'no JSON', '', '{"text": "甲", "name": 1}', '[]');
  lines.push(JSON.stringify({ name: 'a.srt', text: `1\n00:00:01,000 --> 00:00:02,000\n${raw}\n` }));
  const { code, out, err } = await emend('clean --ndjson --jobs 2', { input: lines.join('\n') });
  const answers = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect([code, err]).toEqual([1, '505 documents, 4 failed.\n']);
  expect(answers.slice(3, 7).map(({ id, error }) => [id, typeof error])).toEqual([
    ...[
      ['x', 'string'],
      [undefined, 'string'],
      [undefined, 'string'],
      [undefined, 'string'],
    ],
  ]);
  const answered = answers.filter(({ id }) => typeof id === 'number');
  expect(answered.map(({ id }) => id)).toEqual(documents.map(({ id }) => id));
  expect(answered[1]).toMatchObject({
    text: clean,
    changes: [{ from: 1, before: 'Chess GPT', after: 'ChatGPT' }],
  });
  expect(answers.at(-1).text).toBe(`1\n00:00:01,000 --> 00:00:02,000\n${clean}\n`);
});

test('a stream ends when nobody reads on', long, async () => {
  const input = `${JSON.stringify({ text: raw })}\n`.repeat(20_000);
  expect(await emend('clean --ndjson', { input, stopReading: true })).toMatchObject({ code: 0 });
});

test('files are cleaned as they arrive until a person ends it', long, async () => {
  await write('in/there.txt', raw);
  const running = emend('clean in --out out --watch --report r.csv', {
    signal: { name: 'SIGINT', after: 8000 },
  });
  const arrived = async (name: string) => {
    while (!(await stat(at(name)).catch(() => undefined))) await new Promise((done) => setTimeout(done, 50));
  };
  await arrived('out/there.txt');
  await write('in/later/new.txt', raw);
  await write('in/later/other.pdf', raw);
  await arrived('out/later/new.txt');
  const { code, err } = await running;
  expect([code, err]).toEqual([0, expect.stringContaining('2 files, 2 changes')]);
  expect(await listed('out')).toEqual(['later/new.txt', 'there.txt']);
  expect(await read('r.csv')).toContain('in/later/new.txt');
});

test('interrupted, it ends what was begun and tells how to go on', long, async () => {
  await writeTalks(at('in'), 60, 50_000);
  const { code, err } = await emend('clean in --out out --report r.json', {
    signal: { name: 'SIGINT', after: 1500 },
  });
  expect([code, err]).toEqual([130, expect.stringContaining('--resume')]);
  const { totals } = JSON.parse(await read('r.json'));
  expect(totals.files).toBe((await listed('out')).length);
  expect(totals.files).toBeLessThan(60);
});

test('reports and outputs never take the place of what is read', long, async () => {
  await write('in/a.txt', raw);
  await symlink(at('in/a.txt'), at('a.json'));
  expect(await emend('clean in --out out --report a.json')).toMatchObject({ code: 2 });
  expect(await read('in/a.txt')).toBe(raw);
});
