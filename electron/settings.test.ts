import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSettings, withRecent } from './settings';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'emend-'));
});
afterEach(() => rm(folder, { recursive: true }));

const defaults = { language: 'system', recent: [], exportFolder: null, window: null };
const noFailure = (error: unknown) => {
  throw error;
};

test('what is changed holds at once, and in the next session', async () => {
  const file = join(folder, 'new', 'settings.json');
  const settings = await openSettings(file, noFailure);
  expect(settings.current).toMatchObject(defaults);
  settings.update({ language: 'zh' });
  settings.update({ recent: ['/a'] });
  expect(settings.current).toMatchObject({ language: 'zh', recent: ['/a'] });
  await settings.settled();
  expect((await openSettings(file, noFailure)).current).toEqual(settings.current);
  expect(await readdir(join(folder, 'new'))).toEqual(['settings.json']);
});

test.each(['', '{', 'null', '[]', '"x"', '{"language": "tlh", "recent": {}, "window": {"x": "left"}}'])(
  'a damaged file (%s) gives the defaults',
  async (text) => {
    const file = join(folder, 'settings.json');
    await writeFile(file, text);
    expect((await openSettings(file, noFailure)).current).toMatchObject(defaults);
  },
);

test('what is right in a damaged file is kept', async () => {
  const file = join(folder, 'settings.json');
  await writeFile(file, '{"language": "zh", "recent": 3}');
  expect((await openSettings(file, noFailure)).current).toMatchObject({ language: 'zh', recent: [] });
});

test('a file that cannot be written is reported, and the settings still hold', async () => {
  const file = join(folder, 'settings.json');
  await mkdir(file);
  const failures: unknown[] = [];
  const settings = await openSettings(file, (error) => failures.push(error));
  settings.update({ language: 'en' });
  await settings.settled();
  expect(failures).toHaveLength(1);
  expect(settings.current.language).toBe('en');
  await expect(readFile(file)).rejects.toThrow();
});

test('recent files: the latest first, each once, ten at most', () => {
  const paths = Array.from({ length: 12 }, (_, index) => `/${index}`);
  const recent = paths.reduce<string[]>(withRecent, []);
  expect(recent).toEqual(['/11', '/10', '/9', '/8', '/7', '/6', '/5', '/4', '/3', '/2']);
  expect(withRecent(recent, '/5').slice(0, 3)).toEqual(['/5', '/11', '/10']);
});
