import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseSync } from 'subtitle';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cleanText, type Emend, launch } from './emend';

const talk = `# 预训练

从Chess GPT出来之前，我们根据skin law算过一次。

后来又看了一遍skin law，才敢往上放。

Chess GPT也是这样做的。
`;

describe('reviewing a transcript', () => {
  let emend: Emend;
  beforeAll(async () => {
    emend = await launch({ files: { 'talk.txt': talk } });
  });
  afterAll(() => emend.close());

  const change = (name: RegExp) => emend.page.getByRole('treeitem', { name });

  test('known misrecognitions are corrected and listed by rule', async () => {
    const { page } = emend;
    await change(/Chess GPT → ChatGPT, 2/).waitFor();
    await change(/skin law → scaling law, 2/).waitFor();
    expect(await cleanText(page)).toBe(
      talk.replaceAll('Chess GPT', 'ChatGPT').replaceAll('skin law', 'scaling law'),
    );
    expect(await page.locator('del').first().textContent()).toBe('Chess GPT');
    await page.getByText('Reviewed 0 of 4').waitFor();
  });

  test('one change is reverted, with the keyboard', async () => {
    const { page } = emend;
    await page.keyboard.press('Alt+ArrowDown');
    await page
      .getByRole('group', { name: 'Chess GPT → ChatGPT' })
      .getByText('Known misrecognition')
      .waitFor();
    await page.keyboard.press('Alt+Backspace');
    expect(await cleanText(page)).toContain('从Chess GPT出来之前，我们根据scaling law算过');
    await page.getByText('Reviewed 1 of 4').waitFor();
  });

  test('the next is kept, and all of a rule at once', async () => {
    const { page } = emend;
    // Focus has moved on to the first «scaling law».
    await page.keyboard.press('Alt+Shift+Enter');
    await page.getByText('Reviewed 3 of 4').waitFor();
  });

  test('a correction is typed in between and undone, and undo goes on to the decisions', async () => {
    const { page } = emend;
    await page.locator('.cm-line').getByText('也是这样做的').click();
    await page.keyboard.press('End');
    await page.keyboard.type('真的。');
    expect(await cleanText(page)).toContain('也是这样做的。真的。');
    await page.keyboard.press('Control+z');
    expect(await cleanText(page)).not.toContain('真的。');
    await page.keyboard.press('Control+z');
    await page.getByText('Reviewed 1 of 4').waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('Reviewed 0 of 4').waitFor();
    expect(await cleanText(page)).toContain('从ChatGPT出来之前');
    await page.keyboard.press('Control+Shift+z');
    expect(await cleanText(page)).toContain('从Chess GPT出来之前');
    await page.keyboard.press('Control+Shift+z');
    await page.getByText('Reviewed 3 of 4').waitFor();
  });

  test('clean text goes to the place the person picks; the source stays as it was', async () => {
    const { page, folder } = emend;
    const target = join(folder, 'talk.clean.txt');
    await emend.saveTo(target);
    await page.keyboard.press('Control+s');
    await page.getByText(`Written: ${target}`).waitFor();
    const expected = talk
      .replaceAll('Chess GPT', 'ChatGPT')
      .replaceAll('skin law', 'scaling law')
      .replace('从ChatGPT', '从Chess GPT');
    expect(await readFile(target, 'utf8')).toBe(expected);
    expect(await readFile(join(folder, 'talk.txt'), 'utf8')).toBe(talk);
  });

  test('SRT has estimated times, says so, and reads in another parser', async () => {
    const { page, folder } = emend;
    const target = join(folder, 'talk.srt');
    await emend.saveTo(target);
    await page.getByRole('button', { name: 'Export…' }).click();
    await page.getByRole('menuitem', { name: /SubRip/ }).click();
    await page.getByText('estimated from reading speed').first().waitFor();
    const cues = parseSync(await readFile(target, 'utf8'));
    const text = cues.map((cue) => (typeof cue.data === 'string' ? '' : cue.data.text)).join('');
    // Chinese subtitles go without most marks.
    expect(text.replace(/\s/g, '')).toBe(
      '从ChessGPT出来之前我们根据scalinglaw算过一次后来又看了一遍scalinglaw才敢往上放ChatGPT也是这样做的',
    );
    let end = -1;
    for (const { data } of cues) {
      if (typeof data === 'string') throw new Error('A cue is expected');
      expect(data.start).toBeGreaterThan(end);
      expect(data.end).toBeGreaterThan(data.start);
      end = data.end;
    }
  });
});
