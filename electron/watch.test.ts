import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWatch, type Watch } from './watch';

let folder = '';
let told = 0;
let watch: Watch;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'emend-'));
  told = 0;
  watch = createWatch(() => {
    told++;
  });
});
afterEach(async () => {
  watch.close();
  await rm(folder, { recursive: true });
});

const at = (name: string) => join(folder, name);
const rest = (milliseconds = 400) => new Promise((resolve) => setTimeout(resolve, milliseconds));
/** How often a change was told once everything has come to rest. */
async function toldAfter(work: () => Promise<unknown>): Promise<number> {
  const before = told;
  await work();
  await rest();
  return told - before;
}

test('a file that comes, changes, is replaced and goes is told, each time once', async () => {
  watch.update([at('emend.yml')], []);
  expect(await toldAfter(() => writeFile(at('emend.yml'), 'a'))).toBe(1);
  expect(
    await toldAfter(async () => {
      for (const text of ['b', 'c', 'd']) await writeFile(at('emend.yml'), text);
    }),
  ).toBe(1);
  await writeFile(at('new'), 'e');
  expect(await toldAfter(() => rename(at('new'), at('emend.yml')))).toBe(1);
  expect(await toldAfter(() => writeFile(at('emend.yml'), 'f'))).toBe(1);
  expect(await toldAfter(() => rm(at('emend.yml')))).toBe(1);
});

test('other files are not, but in a folder that is watched as a whole', async () => {
  watch.update([at('emend.yml')], []);
  expect(await toldAfter(() => writeFile(at('other.yml'), 'a'))).toBe(0);
  watch.update([at('emend.yml')], [folder]);
  expect(await toldAfter(() => writeFile(at('another.yml'), 'a'))).toBe(1);
  watch.update([], []);
  expect(await toldAfter(() => writeFile(at('emend.yml'), 'a'))).toBe(0);
});

test('a folder that is not there yet, or comes anew, is seen', async () => {
  const update = () => watch.update([at('lib/deep/base.yml')], []);
  update();
  expect(await toldAfter(() => mkdir(at('lib')))).toBe(1);
  update();
  expect(await toldAfter(() => mkdir(at('lib/deep')))).toBe(1);
  update();
  expect(await toldAfter(() => writeFile(at('lib/deep/base.yml'), 'a'))).toBe(1);
  expect(await toldAfter(() => rm(at('lib'), { recursive: true }))).toBeGreaterThan(0);
  update();
  expect(await toldAfter(() => mkdir(at('lib/deep'), { recursive: true }))).toBeGreaterThan(0);
  update();
  expect(await toldAfter(() => writeFile(at('lib/deep/base.yml'), 'b'))).toBe(1);
});
