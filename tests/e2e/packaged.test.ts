import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cleanText, type Emend, launch } from './emend';

let emend: Emend;
beforeAll(async () => {
  await promisify(execFile)('node', ['scripts/dist.mjs', '--dir']);
  emend = await launch({
    files: { 'talk.txt': '从Chess GPT出来之前。' },
    packaged: 'release/linux-unpacked/emend',
  });
});
afterAll(() => emend?.close());

test('the packaged app starts and corrects a transcript', async () => {
  await emend.page.getByRole('treeitem', { name: /Chess GPT → ChatGPT/ }).waitFor();
  expect(await cleanText(emend.page)).toBe('从ChatGPT出来之前。');
  expect(await emend.app.evaluate(({ app }) => app.isPackaged)).toBe(true);
});
