import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cleanText, launcher } from './emend';

const start = launcher();

const rule = (wrong: string, right: string) => `rules:\n  - { expected: ${right}, patterns: [${wrong}] }\n`;

describe('the dictionary of a folder', () => {
  test('is used for the transcripts in it, and its changes are picked up', async () => {
    const { page, folder } = await start({ files: { 'talk.txt': '从Chess GPT到小墨盒，再到大砚台。' } });
    const change = (name: RegExp) => page.getByRole('treeitem', { name });
    await change(/Chess GPT → ChatGPT/).waitFor();

    // made while the window is open
    const path = join(folder, 'emend.yml');
    await writeFile(path, rule('小墨盒', '小模型'));
    await change(/小墨盒 → 小模型/).waitFor();
    await page.getByTitle(path, { exact: true }).waitFor();
    expect(await cleanText(page)).toBe('从ChatGPT到小模型，再到大砚台。');

    // replaced as careful programs replace a file
    await writeFile(`${path}.new`, rule('大砚台', '大语言模型'));
    await rename(`${path}.new`, path);
    await change(/大砚台 → 大语言模型/).waitFor();
    await change(/小墨盒/).waitFor({ state: 'detached' });
    expect(await cleanText(page)).toBe('从ChatGPT到小墨盒，再到大语言模型。');

    // broken: what is wrong is told with file and line, and what can be read still holds
    await writeFile(path, `${rule('大砚台', '大语言模型')}  - { pattern: x }\n`);
    await page.getByText(`${path}, line 3:`).first().waitFor();
    await change(/大砚台 → 大语言模型/).waitFor();

    await rm(path);
    await change(/大砚台/).waitFor({ state: 'detached' });
    await change(/Chess GPT → ChatGPT/).waitFor();
  });

  test('may be one that it imports from', async () => {
    const { page, folder } = await start({
      files: { 'talk.txt': '小墨盒。', 'emend.yml': 'imports: [lib/base.yml]' },
    });
    await page.getByText('which is not there').first().waitFor();
    await mkdir(join(folder, 'lib'));
    await writeFile(join(folder, 'lib', 'base.yml'), rule('小墨盒', '小模型'));
    await page.getByRole('treeitem', { name: /小墨盒 → 小模型/ }).waitFor();
  });
});

test('an expression that runs away is stopped and named; everything else goes on', async () => {
  const evil =
    'rules:\n  - { id: evil, expected: x, pattern: "/(a+)+$/" }\n  - { expected: 小模型, pattern: 小墨盒 }\n';
  const { page } = await start({
    files: { 'emend.yml': evil, 'talk.txt': `从Chess GPT到小墨盒。${'a'.repeat(60)}!` },
  });
  await page
    .getByText(/The rule evil \(.*emend\.yml, line 2\) took longer than 2 s/)
    .first()
    .waitFor();
  // The harness opens every file that it writes.
  await page.getByRole('row', { name: /talk.txt/ }).click();
  await page.getByRole('treeitem', { name: /小墨盒 → 小模型/ }).waitFor();
  await page.getByRole('treeitem', { name: /Chess GPT → ChatGPT/ }).waitFor();
  expect(await cleanText(page)).toMatch(/^从ChatGPT到小模型。a+!$/);
});

test('a rule made in the window is written for its folder, and holds at once', async () => {
  const { page, folder } = await start({ files: { 'talk.txt': '小墨盒和小墨盒。' } });
  const result = await page.evaluate(async () => {
    const bridge = (globalThis as unknown as { emend: { call(...args: unknown[]): Promise<unknown> } }).emend;
    const draft = { expected: '小模型', patterns: ['小墨盒'], specs: [{ from: '小墨盒', to: '小模型' }] };
    const trial = await bridge.call('tryRule', draft);
    return [trial, await bridge.call('saveRule', draft, { kind: 'file', fileId: 'file-1' })];
  });
  expect(result).toEqual([
    {
      failures: [],
      hits: [
        { fileId: 'file-1', from: 0, to: 3, insert: '小模型' },
        { fileId: 'file-1', from: 4, to: 7, insert: '小模型' },
      ],
    },
    { done: true },
  ]);
  await page.getByRole('treeitem', { name: /小墨盒 → 小模型, 2/ }).waitFor();
  expect(await readFile(join(folder, 'emend.yml'), 'utf8')).toBe(`version: 1
rules:
  - expected: 小模型
    id: 小模型
    patterns: [ 小墨盒 ]
    document: [ talk.txt ]
    specs:
      - { from: 小墨盒, to: 小模型 }
`);
});
