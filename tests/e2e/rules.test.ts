import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cleanText, launcher } from './emend';

const start = launcher();

test('a rule is made from the selected text, shows what it would change, and works at once', async () => {
  const { page, folder } = await start({ files: { 'a.txt': '我们管它叫甲乙丙。\n\n甲乙丙是个好东西。' } });
  const second = page.locator('.cm-line').getByText('甲乙丙是个好东西');
  await second.waitFor();
  await second.click({ position: { x: 2, y: 12 } });
  await page.keyboard.press('Home');
  for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+d');
  const form = page.getByRole('dialog', { name: 'New rule' });
  await form.getByText('2 places in 1 open file').waitFor();
  await form.getByRole('textbox', { name: 'Right text' }).fill('Jabc');
  await form.getByText('This folder', { exact: true }).click();
  await form.getByRole('button', { name: 'Save rule' }).click();
  await page.getByRole('treeitem', { name: /甲乙丙 → Jabc, 2/ }).waitFor();
  expect(await cleanText(page)).toBe('我们管它叫Jabc。\n\nJabc是个好东西。');
  expect(await readFile(join(folder, 'emend.yml'), 'utf8')).toContain('甲乙丙');
});

test('an example that does not hold is told while the rule is made', async () => {
  const { page } = await start({ files: { 'a.txt': '好。' } });
  await page.getByText('好。').waitFor();
  await page.keyboard.press('Control+d');
  const form = page.getByRole('dialog', { name: 'New rule' });
  await form.getByRole('textbox', { name: 'Misheard as' }).fill('foo');
  await form.getByRole('textbox', { name: 'Right text' }).fill('bar');
  await form.getByRole('button', { name: 'Examples that must hold' }).click();
  await form.getByRole('button', { name: 'Add an example' }).click();
  await form.getByRole('textbox', { name: 'Raw' }).fill('a foo b');
  await form.getByRole('textbox', { name: 'Right', exact: true }).fill('a baz b');
  await form.getByText('“a foo b” becomes “a bar b”, not “a baz b”.').waitFor();
  await form.getByRole('textbox', { name: 'Right', exact: true }).fill('a bar b');
  await form.getByText('The examples hold.').waitFor();
});

test('what a person reverts can become an exception of the rule', async () => {
  const { page } = await start({ files: { 'a.txt': '名叫Chess GPT的棋类软件。' } });
  await page.getByRole('treeitem', { name: /Chess GPT → ChatGPT, 1/ }).waitFor();
  await page.keyboard.press('Alt+ArrowDown');
  await page.getByRole('button', { name: 'Exception…' }).click();
  const form = page.getByRole('dialog', { name: 'Edit rule' });
  await form.getByRole('button', { name: /Never in “名叫Chess GPT的棋”/ }).click();
  await form.getByText('Nothing in the open files.').waitFor();
  await form.getByRole('button', { name: 'Save rule' }).click();
  await form.waitFor({ state: 'hidden' });
  await page.getByText('Nothing to correct here').waitFor();
  expect(await cleanText(page)).toBe('名叫Chess GPT的棋类软件。');
});

test('all rules are listed, found, switched off and on', async () => {
  const { page } = await start({ files: { 'a.txt': '从Chess GPT出来。' } });
  await page.getByRole('treeitem', { name: /Chess GPT → ChatGPT/ }).waitFor();
  await page.keyboard.press('Control+Shift+d');
  await page.getByRole('searchbox', { name: 'Search rules' }).fill('chess gpt');
  await page.getByRole('checkbox', { name: 'In use: ChatGPT' }).first().waitFor();
  await page.getByText(/^\d+ of [\d,]+ rules$/).waitFor();
  await page.getByRole('grid', { name: 'All rules' }).focus();
  await page.keyboard.press(' ');
  await page.getByText('replaced by a later rule').waitFor();
  await page.keyboard.press('Control+Shift+d');
  await page.getByText('Nothing to correct here').waitFor();
  expect(await cleanText(page)).toBe('从Chess GPT出来。');
});

test('pasted pairs are previewed, with what cannot be taken, and then imported', async () => {
  const { page } = await start({ files: { 'a.txt': '甲甲和乙乙。' } });
  await page.getByText('甲甲和乙乙').waitFor();
  await page.keyboard.press('Control+Shift+d');
  await page.getByRole('button', { name: 'Import…' }).click();
  await page.getByRole('menuitem', { name: 'Pasted pairs…' }).click();
  await page
    .getByRole('textbox', { name: 'Pasted pairs…' })
    .fill('甲甲 => Alpha\n乙乙 => Beta\nnothing here');
  await page.getByRole('button', { name: 'Preview' }).click();
  const preview = page.getByRole('dialog', { name: /Import rules/ });
  await preview.getByText('1 entry could not be taken:').waitFor();
  await preview.getByText('nothing here').waitFor();
  await preview.getByRole('button', { name: 'Import 2 rules' }).click();
  await page.getByText(/Imported as/).waitFor();
  await page.getByRole('button', { name: 'Back to the text' }).click();
  await page.getByRole('treeitem', { name: /甲甲 → Alpha/ }).waitFor();
  expect(await cleanText(page)).toBe('Alpha和Beta。');
});
