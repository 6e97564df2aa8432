import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Emend, launch } from './emend';

const talk = '从Chess GPT出来之前，我们根据skin law算过一次。\n';
const clean = '从ChatGPT出来之前，我们根据scaling law算过一次。\n';

describe('a batch', () => {
  let emend: Emend;
  let out: string;
  beforeAll(async () => {
    emend = await launch();
    const talks = join(emend.folder, 'talks');
    out = join(emend.folder, 'out');
    await mkdir(join(talks, 'spring'), { recursive: true });
    await writeFile(join(talks, 'one.txt'), talk);
    await writeFile(join(talks, 'spring', 'two.txt'), `${talk}第二行：Chess GPT。\n`);
    await writeFile(
      join(talks, 'picture.txt'),
      Uint8Array.from({ length: 400 }, (_, i) => (i * 37) % 256),
    );
  });
  afterAll(() => emend.close());

  const choose = (path: string) =>
    emend.app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    }, path);
  const row = (name: string) => emend.page.getByRole('listitem').filter({ hasText: name });

  test('lists the transcripts of a folder and below', async () => {
    const { page, folder } = emend;
    await page.getByRole('button', { name: 'Open sample' }).or(page.getByText('talk')).first().waitFor();
    await page.keyboard.press('Control+b');
    await choose(join(folder, 'talks'));
    await page.getByRole('button', { name: 'Add a folder…' }).click();
    for (const name of ['one.txt', 'two.txt', 'picture.txt']) await row(name).waitFor();
    await choose(out);
    await page.getByRole('button', { name: 'Choose…' }).click();
    await page.getByText(out).waitFor();
  });

  test('has nothing that a screen reader stumbles over', async () => {
    const { violations } = await new AxeBuilder({ page: emend.page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });

  test('shows in a dry run what it would do, and writes nothing', async () => {
    const { page } = emend;
    await page.getByRole('button', { name: 'Dry run' }).click();
    await page.getByText('Dry run: nothing was written.').waitFor();
    await page.getByText('2 files, 5 changes').waitFor();
    expect(existsSync(out)).toBe(false);
  });

  test('writes clean files, sub-folders kept; a file that is no text is named, the others done', async () => {
    const { page } = emend;
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.getByText('2 files, 5 changes, 0 suggestions left; 1 file failed.').waitFor();
    await row('picture.txt').getByText('is not a text file').waitFor();
    expect(await readFile(join(out, 'one.txt'), 'utf8')).toBe(clean);
    expect(await readFile(join(out, 'spring', 'two.txt'), 'utf8')).toContain('第二行：ChatGPT。');
    expect(await readFile(join(out, 'emend-receipt.html'), 'utf8')).toContain('scaling law');
  });

  test('reverts all of a rule in all files, and writes them again', async () => {
    const { page } = emend;
    await page.getByRole('radio', { name: 'Rules' }).click();
    await page.getByRole('button', { name: /^scaling-law/ }).click();
    await page.getByRole('list', { name: 'Changes' }).getByText('skin law').first().waitFor();
    await page.getByRole('button', { name: 'Revert all' }).click();
    await page.getByRole('button', { name: 'Apply to 2 files' }).click();
    await page.getByText('Written without the changes you reverted.').waitFor();
    expect(await readFile(join(out, 'one.txt'), 'utf8')).toBe(clean.replace('scaling law', 'skin law'));
    expect(await readFile(join(out, 'spring', 'two.txt'), 'utf8')).toContain('第二行：ChatGPT。');
  });

  test('opens a file of the result in review', async () => {
    const { page } = emend;
    await page.getByRole('radio', { name: 'Files' }).click();
    await row('two.txt').getByRole('button', { name: 'Open in review' }).click();
    await page.getByRole('treeitem', { name: /Chess GPT → ChatGPT, 2/ }).waitFor();
  });

  test('is cancelled in the middle and leaves only whole files', async () => {
    const { page, folder } = emend;
    const many = join(folder, 'many');
    const target = join(folder, 'cancelled');
    await mkdir(many);
    const long = talk.repeat(2000);
    for (let i = 0; i < 60; i++) await writeFile(join(many, `talk-${i}.txt`), long);
    await page.keyboard.press('Control+b');
    await page.getByRole('button', { name: 'Empty the list' }).click();
    await choose(many);
    await page.getByRole('button', { name: 'Add a folder…' }).click();
    await row('talk-1.txt').waitFor();
    await choose(target);
    await page.getByRole('button', { name: 'Choose…' }).click();
    await page.getByText(target).waitFor();
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.getByRole('img', { name: 'Done' }).or(page.getByLabel('Done')).first().waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText(/^.*Cancelled: the files that were finished are whole/).waitFor();
    const names = (await readdir(target)).filter((name) => name.endsWith('.txt'));
    expect(names.length).toBeGreaterThan(0);
    expect(names.length).toBeLessThan(60);
    for (const name of names)
      expect((await readFile(join(target, name), 'utf8')).length).toBe(clean.repeat(2000).length);
  });
});
