import { link, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { identityOf, isFolder, largestFile, listTranscripts, readBytes, readStream } from './files';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'emend-'));
});
afterEach(() => rm(folder, { recursive: true }));

const at = (name: string) => join(folder, name);

test('reads a file', async () => {
  await writeFile(at('a.txt'), 'text');
  expect(await readBytes(at('a.txt'))).toEqual({ bytes: Buffer.from('text') });
});

test('says what is wrong with a file', async () => {
  await mkdir(at('b'));
  await writeFile(at('large.txt'), '');
  await truncate(at('large.txt'), largestFile + 1);
  expect(await readBytes(at('none.txt'))).toEqual({ problem: { code: 'fileMissing', path: at('none.txt') } });
  expect(await readBytes(at('b'))).toMatchObject({
    problem: { code: 'fileUnreadable', path: at('b'), detail: 'EISDIR: illegal operation on a directory' },
  });
  expect(await readBytes(at('large.txt'))).toEqual({
    problem: { code: 'fileTooLarge', path: at('large.txt'), megabytes: 65 },
  });
});

test('a file of the largest size is read', async () => {
  await writeFile(at('a.txt'), '');
  await truncate(at('a.txt'), largestFile);
  const read = await readBytes(at('a.txt'));
  expect('bytes' in read && read.bytes.length).toBe(largestFile);
});

test('a stream without end is given up', async () => {
  async function* endless() {
    for (;;) yield new Uint8Array(8 * 1024 * 1024);
  }
  expect(await readStream(endless(), '-')).toMatchObject({ problem: { code: 'fileTooLarge', path: '-' } });
});

test('finds transcripts at any depth, sorted', async () => {
  for (const name of ['sub/deep', '.hidden', 'node_modules/x', 'out', 'folder.txt'])
    await mkdir(at(name), { recursive: true });
  const names = ['b.txt', 'a.SRT', 'sub/c.md', 'sub/deep/d.markdown', 'folder.txt/e.txt'];
  const others = ['.hidden/x.txt', '.x.txt', 'node_modules/x/y.txt', 'out/a.txt', 'z.pdf', 'txt', 'README'];
  for (const name of [...names, ...others]) await writeFile(at(name), '');
  await symlink(at('b.txt'), at('linked.txt'));
  await symlink(at('gone'), at('dangling.txt'));
  await symlink(folder, at('sub/round'));
  expect(await listTranscripts(folder, at('out'))).toEqual({
    files: [
      ...['a.SRT', 'b.txt', 'dangling.txt', 'folder.txt/e.txt', 'linked.txt', 'sub/c.md'],
      'sub/deep/d.markdown',
    ],
    problems: [],
  });
  expect(await listTranscripts(at('none'))).toMatchObject({ files: [], problems: [{ code: 'fileMissing' }] });
});

test('one file by several names is one file', async () => {
  await writeFile(at('a.txt'), '');
  await writeFile(at('b.txt'), '');
  await symlink('a.txt', at('soft.txt'));
  await symlink(folder, at('loop'));
  await link(at('a.txt'), at('hard.txt'));
  const same = await identityOf(at('a.txt'));
  expect(same).toBeDefined();
  for (const name of ['soft.txt', 'hard.txt', 'loop/a.txt']) expect(await identityOf(at(name))).toBe(same);
  expect(await identityOf(at('b.txt'))).not.toBe(same);
  expect(await identityOf(at('none.txt'))).toBeUndefined();
  expect(await isFolder(at('loop'))).toBe(true);
});
