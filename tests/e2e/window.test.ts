import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, test } from 'vitest';
import { cleanText, launcher } from './emend';

const start = launcher();

// 我们用Chess GPT做语言模型。 in GB18030
const gbk = Buffer.from('ced2c3c7d3c34368657373204750 54d7f6d3efd1d4c4a3d0cda1a3'.replace(' ', ''), 'hex');

describe('the window', () => {
  test('speaks Chinese where the system does', async () => {
    const { page } = await start({ files: { '讲稿.txt': '从Chess GPT到skin law。' }, language: 'zh-CN' });
    await page.getByText('已审 0 / 2').waitFor();
    await page.getByRole('button', { name: /打开/ }).waitFor();
    await page.getByRole('treeitem', { name: /Chess GPT → ChatGPT/ }).waitFor();
  });

  test('raw and clean stand side by side', async () => {
    const { page } = await start({ files: { 'a.txt': '从Chess GPT出来。\n\n第二段。' } });
    await page.getByRole('radio', { name: 'Side by side' }).click();
    await page.getByText('As recognised').waitFor();
    const line = page.locator('.cm-line').first();
    const raw = await line.getByText('Chess GPT').boundingBox();
    const clean = await line.getByText('ChatGPT').boundingBox();
    expect(raw?.y).toBe(clean?.y);
    expect(raw!.x + raw!.width).toBeLessThan(clean!.x);
    await page.getByRole('radio', { name: 'Clean' }).click();
    expect(await page.locator('del').count()).toBe(0);
  });

  test('find and replace work in the text', async () => {
    const { page } = await start({ files: { 'a.txt': '一个模型，两个模型。' } });
    await page.getByText('一个模型').waitFor();
    await page.keyboard.press('Control+h');
    await page.getByRole('textbox', { name: 'Find' }).fill('模型');
    await page.getByRole('textbox', { name: 'Replace' }).fill('系统');
    await page.getByRole('button', { name: 'replace all' }).click();
    expect(await cleanText(page)).toBe('一个系统，两个系统。');
  });

  test('a file’s encoding is found, named, and can be changed by hand', async () => {
    const { page } = await start({ files: { 'gbk.txt': gbk } });
    await page.getByText('用').first().waitFor();
    expect(await cleanText(page)).toBe('我们用ChatGPT做语言模型。');
    await page.getByRole('button', { name: 'Encoding: GB18030' }).click();
    await page.getByRole('menuitemradio', { name: 'Big5' }).click();
    await page.getByRole('button', { name: 'Encoding: Big5' }).waitFor();
    expect(await cleanText(page)).not.toContain('我们');
  });

  test('what cannot be read gets a sentence; the other files open', async () => {
    const { page, folder } = await start({
      files: {
        'picture.txt': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2]),
        'good.txt': '从Chess GPT出来。',
      },
    });
    await page.getByText(`${join(folder, 'picture.txt')} is not a text file.`).waitFor();
    await page.getByRole('row', { name: /good.txt/ }).waitFor();
    expect(await cleanText(page)).toBe('从ChatGPT出来。');
  });

  test('work that is not saved is asked about before it is lost', async () => {
    const { app, page, folder, answer, saveTo } = await start({ files: { 'a.txt': '从Chess GPT出来。' } });
    await page.getByRole('textbox', { name: 'Text of a.txt' }).click();
    await page.keyboard.type('好');
    await page.waitForFunction(
      () => document.title !== '' && document.querySelector('[aria-label="Unsaved changes"]'),
    );
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())).toBe(
      '● a.txt — Emend',
    );

    await answer('Cancel');
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await page.getByRole('row', { name: /a.txt/ }).waitFor();

    const target = join(folder, 'kept.txt');
    await saveTo(target);
    await answer('Save');
    const gone = app.waitForEvent('close');
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await gone;
    expect(await readFile(target, 'utf8')).toContain('好');
  });

  test('the source is replaced only when the person says so', async () => {
    const { page, folder, answer, saveTo } = await start({ files: { 'a.txt': '从Chess GPT出来。' } });
    const source = join(folder, 'a.txt');
    await page.getByRole('treeitem', { name: /ChatGPT/ }).waitFor();
    await saveTo(source);
    await answer('Cancel');
    await page.keyboard.press('Control+Shift+s');
    await expect.poll(() => readFile(source, 'utf8')).toBe('从Chess GPT出来。');
    await answer('Replace the original');
    await page.keyboard.press('Control+Shift+s');
    await page.getByText(`Written: ${source}`).waitFor();
    expect(await readFile(source, 'utf8')).toBe('从ChatGPT出来。');
  });

  test('files that are dropped on the window open', async () => {
    const { page, folder } = await start({ files: { 'a.txt': '第一个文件。' } });
    await page.getByText('第一个文件。').waitFor();
    const dropped = join(folder, 'dropped.txt');
    await writeFile(dropped, '从Chess GPT出来。');
    const session = await page.context().newCDPSession(page);
    const data = { items: [], files: [dropped], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await session.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
    }
    await page.getByRole('row', { name: /dropped.txt/ }).waitFor();
    expect(await cleanText(page)).toBe('从ChatGPT出来。');
  });

  test('commands are found by name', async () => {
    const { page } = await start({ files: { 'a.txt': '从Chess GPT到skin law。' } });
    await page.getByText('Reviewed 0 of 2').waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox', { name: 'Type a command' }).fill('keep all ch');
    await page.keyboard.press('Enter');
    await page.getByText('All reviewed').first().waitFor();
  });

  test('5,000 changes open, scroll and are decided together', async () => {
    const text = '从Chess GPT出来之前，我们根据skin law算过。\n\n'.repeat(2500);
    const { page } = await start({ files: { 'long.txt': text } });
    await page.getByText('Reviewed 0 of 5000').waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox', { name: 'Type a command' }).fill('revert all ch');
    await page.keyboard.press('Enter');
    await page.getByText('All reviewed').first().waitFor();
    expect(await cleanText(page)).not.toContain('ChatGPT');
    await page.keyboard.press('Control+z');
    await page.getByText('Reviewed 0 of 5000').waitFor();
  });

  test.each(['light', 'dark'] as const)(
    'nothing stands in the way of assistive technology (%s)',
    async (colorScheme) => {
      const { page } = await start({ files: { 'a.txt': '# 题\n\n从Chess GPT到skin law。' } });
      await page.emulateMedia({ colorScheme });
      await page.getByText('Reviewed 0 of 2').waitFor();
      await page.keyboard.press('Alt+ArrowDown');
      await page.getByRole('group', { name: /ChatGPT/ }).waitFor();
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
        [],
      );
    },
  );
});

describe('the page', () => {
  test('is shut off from Node and from the network', async () => {
    const { app, page } = await start({ files: { 'a.txt': '好' } });
    await page.getByText('好').waitFor();
    expect(await page.evaluate(() => typeof (globalThis as { require?: unknown }).require)).toBe('undefined');
    const loaded = await page.evaluate(() =>
      fetch('https://example.org/').then(
        () => 'loaded',
        () => 'refused',
      ),
    );
    expect(loaded).toBe('refused');
    const windows = await page.evaluate(() => window.open('https://example.org/') !== null);
    expect(windows).toBe(false);
    expect(app.windows()).toHaveLength(1);
  });

  test('shows what a file holds as text, whatever it looks like', async () => {
    const markup = '<img src=x onerror="document.title=1"><script>document.title=2</script> Chess GPT';
    const { page } = await start({ files: { 'a.txt': markup } });
    await page.getByRole('treeitem', { name: /ChatGPT/ }).waitFor();
    expect(await cleanText(page)).toBe(markup.replace('Chess GPT', 'ChatGPT'));
  });
});

test('without a file the sample shows what Emend does, and a start page follows', async () => {
  const { page } = await start({});
  await page.getByRole('treeitem', { name: /Chess GPT → ChatGPT/ }).waitFor();
  await page.keyboard.press('Control+w');
  await page.getByRole('heading', { name: 'Raw transcript in, clean text out' }).waitFor();
  await page
    .getByRole('button', { name: /Open sample/ })
    .last()
    .click();
  await page.getByRole('treeitem', { name: /Chess GPT → ChatGPT/ }).waitFor();
});
