import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
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
  const button = (name: string | RegExp) => emend.page.getByRole('button', { name, exact: true });
  const written = (...path: string[]) => readFile(join(out, ...path), 'utf8');
  /** Runs until the page says what came of it. */
  const runs = async (name: 'Run' | 'Dry run', outcome: string | RegExp) => {
    await button(name).click();
    await emend.page.getByText(outcome).waitFor({ timeout: 60_000 });
  };

  test('lists the transcripts of a folder and below', async () => {
    const { page, folder } = emend;
    await page.getByRole('button', { name: 'Open sample' }).or(page.getByText('talk')).first().waitFor();
    await page.keyboard.press('Control+b');
    await choose(join(folder, 'talks'));
    await button('Add a folder…').click();
    for (const name of ['one.txt', 'two.txt', 'picture.txt']) await row(name).waitFor();
    await choose(out);
    await button('Choose…').click();
    await page.getByText(out).waitFor();
  });

  test('takes of a folder only what is named as a pattern says', async () => {
    const { page } = emend;
    const pattern = page.getByRole('textbox', { name: 'Of folders only files named' });
    await pattern.fill('t*.txt');
    await row('one.txt').waitFor({ state: 'detached' });
    await row('two.txt').waitFor();
    await pattern.fill('');
    await row('one.txt').waitFor();
  });

  test('has nothing that a screen reader stumbles over', async () => {
    const { violations } = await new AxeBuilder({ page: emend.page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  });

  test('shows in a dry run what it would do, and writes nothing', async () => {
    await runs('Dry run', 'Dry run: nothing was written.');
    await emend.page.getByText('2 files, 5 changes').waitFor();
    expect(existsSync(out)).toBe(false);
  });

  test('cleans by the dictionaries and steps that are chosen', async () => {
    const { page } = emend;
    await button('All dictionaries').click();
    await button('None').click();
    await page.keyboard.press('Escape');
    await button('0 of 12 dictionaries').waitFor();
    await runs('Dry run', '2 files, 0 changes');
    await button('0 of 12 dictionaries').click();
    await page.getByRole('checkbox', { name: /^AI terms/ }).setChecked(true, { force: true });
    await page.keyboard.press('Escape');
    await runs('Dry run', '2 files, 2 changes');
    await button('1 of 12 dictionaries').click();
    await button('All').click();
    await page.keyboard.press('Escape');
    await button('Cleanup').click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Script/ })
      .click();
    await page.getByRole('option', { name: 'Traditional, Taiwan', exact: true }).click();
    await page.keyboard.press('Escape');
    await runs('Run', /2 files, \d+ changes, 0 suggestions left; 1 file failed\./);
    expect(await written('one.txt')).toBe('從ChatGPT出來之前，我們根據scaling law算過一次。\n');
    await button('Cleanup').click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Script/ })
      .click();
    await page.getByRole('option', { name: 'As it is' }).click();
    await page.keyboard.press('Escape');
  });

  test('writes clean files, sub-folders kept; a file that is no text is named, the others done', async () => {
    const { page } = emend;
    await runs('Run', '2 files, 5 changes, 0 suggestions left; 1 file failed.');
    await row('picture.txt').getByText('picture.txt is not a text file').waitFor();
    expect(await written('one.txt')).toBe(clean);
    expect(await written('spring', 'two.txt')).toContain('第二行：ChatGPT。');
    expect(await written('emend-receipt.html')).toContain('scaling law');
    await page.getByRole('radio', { name: 'Failed 1' }).click();
    await row('one.txt').waitFor({ state: 'detached' });
    await row('picture.txt').waitFor();
    await page.getByRole('radio', { name: 'All 3' }).click();
  });

  test('reverts all of a rule in all files, and writes them and the receipt again', async () => {
    const { page } = emend;
    await page.getByRole('radio', { name: 'Rules' }).click();
    await page.getByRole('button', { name: /^scaling-law/ }).click();
    await page.getByRole('list', { name: 'Changes' }).getByText('skin law').first().waitFor();
    await button('Revert all').click();
    await button('Apply to 2 files').click();
    await page.getByText('Written as you decided.').waitFor();
    expect(await written('one.txt')).toBe(clean.replace('scaling law', 'skin law'));
    expect(await written('spring', 'two.txt')).toContain('第二行：ChatGPT。');
    expect(await written('emend-receipt.html')).toContain('3 changes, 0 suggestions left for review');
    expect(await written('emend-receipt.html')).toContain('2 reverted in this batch');
  });

  test('keeps in one file what was reverted, and goes on to the next', async () => {
    const { page } = emend;
    await page.getByRole('radio', { name: 'Files' }).click();
    await row('one.txt').getByRole('button').first().click();
    await button('Keep: skin law → scaling law').click();
    await button('Apply and next file').click();
    await page.getByRole('button', { name: /^two\.txt/, pressed: true }).waitFor();
    await expect.poll(() => written('one.txt')).toBe(clean);
    expect(await written('spring', 'two.txt')).toContain('skin law');
  });

  test('writes nothing for decisions about a file that has changed since', async () => {
    const { folder } = emend;
    await writeFile(join(folder, 'talks', 'one.txt'), `新的。${talk}`);
    await row('one.txt').getByRole('button').first().click();
    await button('Revert: Chess GPT → ChatGPT').click();
    await button('Apply to 1 file').click();
    await row('one.txt').getByText('one.txt or its dictionaries have changed since').waitFor();
    expect(await written('one.txt')).toBe(clean);
    await writeFile(join(folder, 'talks', 'one.txt'), talk);
  });

  test('opens a file of the result in review', async () => {
    const { page } = emend;
    await row('two.txt').getByRole('button', { name: 'Open in review' }).click();
    await page.getByRole('treeitem', { name: /Chess GPT → ChatGPT, 2/ }).waitFor();
  });

  test('its receipt is searched in a browser', async () => {
    const { app } = emend;
    const [receipt] = await Promise.all([
      app.waitForEvent('window'),
      app.evaluate(
        ({ BrowserWindow }, url) => {
          void new BrowserWindow({ webPreferences: { partition: 'receipt' } }).loadURL(url);
        },
        pathToFileURL(join(out, 'emend-receipt.html')).href,
      ),
    ]);
    await receipt.getByRole('button', { name: /two\.txt$/ }).click();
    await receipt
      .getByRole('row', { name: /skin law/ })
      .first()
      .waitFor();
    await receipt.getByRole('searchbox').fill('chess');
    await receipt.getByText('3 found').waitFor();
    await receipt.getByRole('combobox', { name: 'Show' }).selectOption('Reverted in this batch');
    await receipt.getByText('1 found').waitFor();
    const { violations } = await new AxeBuilder({ page: receipt }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    await receipt.close();
  });

  describe('of many files', () => {
    const many = 60;
    const long = talk.repeat(2000);
    let target: string;
    const done = async () => (await readdir(target)).filter((name) => name.endsWith('.txt'));

    test('waits when paused, and goes on', async () => {
      const { page, folder } = emend;
      target = join(folder, 'cancelled');
      await mkdir(join(folder, 'many'));
      for (let i = 0; i < many; i++) await writeFile(join(folder, 'many', `talk-${i}.txt`), long);
      await page.keyboard.press('Control+b');
      await button('Empty the list').click();
      await choose(join(folder, 'many'));
      await button('Add a folder…').click();
      await row('talk-1.txt').waitFor();
      await choose(target);
      await button('Choose…').click();
      await page.getByText(target).waitFor();
      await button('Run').click();
      await page.getByLabel('Done', { exact: true }).first().waitFor();
      await button('Pause').click();
      await page.getByText('Paused').waitFor();
      // What was begun is finished; then nothing is at work.
      await page.getByLabel('At work').first().waitFor({ state: 'detached' });
      expect((await done()).length).toBeLessThan(many);
      await button('Go on').click();
      await page.getByLabel('At work').first().waitFor();
    });

    test('is cancelled in the middle and leaves only whole files', async () => {
      const { page } = emend;
      await button('Cancel').click();
      await page.getByText(/Cancelled: the files that were finished are whole/).waitFor();
      await page.getByLabel('At work').first().waitFor({ state: 'detached' });
      const names = await done();
      expect(names.length).toBeGreaterThan(0);
      expect(names.length).toBeLessThan(many);
      for (const name of names)
        expect(await readFile(join(target, name), 'utf8')).toHaveLength(clean.repeat(2000).length);
    });

    test('does the rest when it is run again', async () => {
      const before = new Map<string, number>();
      for (const name of await done()) before.set(name, (await stat(join(target, name))).mtimeMs);
      await runs('Run', `${many} files, `);
      expect(await done()).toHaveLength(many);
      // What was at work when the batch was cancelled may have been written, but not noted.
      const again = await Promise.all(
        [...before].map(async ([name, time]) => (await stat(join(target, name))).mtimeMs !== time),
      );
      expect(again.filter(Boolean).length).toBeLessThanOrEqual(availableParallelism());
    });
  });
});
