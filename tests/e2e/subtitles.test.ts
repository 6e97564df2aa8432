import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseSync } from 'subtitle';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cleanText, type Emend, launch } from './emend';

const talk = `1
00:00:01,000 --> 00:00:03,000
今天聊一聊Chess GPT

2
00:00:03,200 --> 00:00:05,000
根据skin

3
00:00:05,200 --> 00:00:07,000
law的说法，模型越大越好

4
00:00:08,000 --> 00:00:09,000
谢谢大家
`;

describe('a subtitle file', () => {
  let emend: Emend;
  beforeAll(async () => {
    emend = await launch({ files: { 'talk.srt': talk } });
  });
  afterAll(() => emend.close());

  const line = (text: string) => emend.page.locator('.cm-line', { hasText: text });
  const times = () =>
    emend.page
      .locator('.cm-line')
      .evaluateAll((lines) => lines.map((one) => one.getAttribute('data-mark')));

  test('shows a cue a line with its time; corrections move no time, across two cues neither', async () => {
    const { page } = emend;
    await page.getByRole('treeitem', { name: /Chess GPT → ChatGPT/ }).waitFor();
    expect(await cleanText(page)).toBe(
      '今天聊一聊ChatGPT\n根据scaling law\n的说法，模型越大越好\n谢谢大家',
    );
    expect(await times()).toEqual(['0:01.0', '0:03.2', '0:05.2', '0:08.0']);
  });

  test('Enter splits a cue and its time, Backspace joins, undo brings back both', async () => {
    const { page } = emend;
    await line('谢谢大家').click();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    expect(await times()).toEqual(['0:01.0', '0:03.2', '0:05.2', '0:08.0', '0:08.5']);
    await page.keyboard.press('Control+z');
    expect(await times()).toEqual(['0:01.0', '0:03.2', '0:05.2', '0:08.0']);
    await page.keyboard.press('Control+Shift+z');
    await page.keyboard.press('Home');
    await page.keyboard.press('Backspace');
    expect(await cleanText(page)).toMatch(/谢谢大家$/);
    expect(await times()).toEqual(['0:01.0', '0:03.2', '0:05.2', '0:08.0']);
  });

  test('the subtitle under the cursor is shown as on a screen; its time can be set and undone', async () => {
    const { page } = emend;
    await page.getByRole('tab', { name: 'Subtitles' }).click();
    await line('谢谢大家').click();
    const panel = page.getByRole('region', { name: 'Subtitles' });
    await panel.getByText('Cue 4 of 4').waitFor();
    await panel.getByRole('figure').getByText('谢谢大家').waitFor();
    await panel.getByRole('radio', { name: 'Traditional' }).click();
    await panel.getByRole('figure').getByText('謝謝大家').waitFor();
    await panel.getByLabel('Start').fill('7.5');
    await panel.getByLabel('Start').press('Enter');
    expect((await times()).at(-1)).toBe('0:07.5');
    await line('谢谢大家').click();
    await page.keyboard.press('Control+z');
    expect((await times()).at(-1)).toBe('0:08.0');
    await page.keyboard.press('Control+Shift+z');
  });

  test('the file is written back with these changes and no others', async () => {
    const { page, folder } = emend;
    const target = join(folder, 'talk.clean.srt');
    await emend.saveTo(target);
    await page.keyboard.press('Control+s');
    await page.getByText(`Written: ${target}`).waitFor();
    const expected = talk
      .replace('Chess GPT', 'ChatGPT')
      .replace('skin', 'scaling law')
      .replace('law的', '的')
      .replace('00:00:08,000', '00:00:07,500');
    expect(await readFile(target, 'utf8')).toBe(expected);
    expect(await readFile(join(folder, 'talk.srt'), 'utf8')).toBe(talk);
  });

  test('a split cue is written as two that another parser reads', async () => {
    const { page, folder } = emend;
    await line('今天聊一聊').click();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+s');
    await page.getByText('Written:').first().waitFor();
    await expect
      .poll(async () =>
        parseSync(await readFile(join(folder, 'talk.clean.srt'), 'utf8')).map(
          (node) => node.type === 'cue' && node.data.text,
        ),
      )
      .toEqual(['今天', '聊一聊ChatGPT', '根据scaling law', '的说法，模型越大越好', '谢谢大家']);
  });
});
