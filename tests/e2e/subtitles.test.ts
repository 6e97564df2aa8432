import { readFile, writeFile } from 'node:fs/promises';
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
    emend.page.locator('.cm-line').evaluateAll((lines) => lines.map((one) => one.getAttribute('data-mark')));

  test('shows a cue a line with its time; corrections move no time, across two cues neither', async () => {
    const { page } = emend;
    await page.getByRole('treeitem', { name: /Chess GPT → ChatGPT/ }).waitFor();
    expect(await cleanText(page)).toBe('今天聊一聊ChatGPT\n根据scaling law\n的说法，模型越大越好\n谢谢大家');
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

test('split, joined and corrected, undone or not, a file is written to the byte', async () => {
  const head = '\ufeff1\r\n00:00:01,000 --> 00:00:03,000 X1:40 X2:600\r\n';
  const rest =
    '\r\n2\r\n00:00:04,000 --> 00:00:08,000\r\n数据很重要代码也很重要\r\n\r\n3\r\n00:00:09,000 --> 00:00:10,000\r\n谢谢\r\n大家';
  const source = `${head}今天用<i>Chess GPT</i>\r\n${rest}`;
  const emend = await launch({ files: { 'talk.srt': source } });
  try {
    const { page, folder } = emend;
    const target = join(folder, 'talk.clean.srt');
    await emend.saveTo(target);
    const saves = async (expected: string) => {
      await page.keyboard.press('Control+s');
      await expect.poll(() => readFile(target, 'utf8').catch(() => '')).toBe(expected);
    };
    const line = (text: string) => page.locator('.cm-line', { hasText: text });
    const edit = async () => {
      await line('谢谢').click();
      await page.keyboard.press('Home');
      await page.keyboard.type('非常');
      await line('数据很重要').click();
      await page.keyboard.press('Home');
      for (const _ of '数据很重要') await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await line('今天用').click();
      await page.keyboard.press('End');
      await page.keyboard.press('Delete');
    };
    await page.getByRole('treeitem', { name: /Chess GPT → ChatGPT/ }).waitFor();
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Alt+Backspace');
    await page.keyboard.press('Control+End');
    await edit();
    for (let undone = 0; undone < 3; undone++) await page.keyboard.press('Control+z');
    await saves(source);

    await edit();
    await saves(
      `${head.replace('00:00:03,000', '00:00:05,818')}今天用<i>Chess GPT</i>数据很重要\r\n\r\n2\r\n00:00:05,818 --> 00:00:08,000\r\n代码也很重要\r\n\r\n3\r\n00:00:09,000 --> 00:00:10,000\r\n谢谢\r\n非常大家`,
    );
    expect(await readFile(join(folder, 'talk.srt'), 'utf8')).toBe(source);
  } finally {
    await emend.close();
  }
});

describe('subtitles made of a text', () => {
  const text = '今天我们聊一聊大模型的训练。数据很重要，代码也很重要。最后谢谢大家。\n';
  const rough = `1
00:00:10,000 --> 00:00:13,000
今天我们聊一聊大魔型的训练

2
00:00:20,000 --> 00:00:24,000
呃数据很重要代码也很重要

3
00:00:30,000 --> 00:00:32,000
最后谢谢大家
`;
  let emend: Emend;
  beforeAll(async () => {
    emend = await launch({ files: { 'talk.txt': text } });
  });
  afterAll(() => emend.close());

  const marks = () =>
    emend.page.locator('.cm-line').evaluateAll((lines) => lines.map((one) => one.getAttribute('data-mark')));

  test('take their times from a rough file of the same talk, and say so', async () => {
    const { page, app, folder } = emend;
    const path = join(folder, 'rough.srt');
    await writeFile(path, rough);
    await app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    }, path);
    await page.getByText('数据很重要').waitFor();
    await page.keyboard.press('Control+Shift+m');
    await page.getByRole('button', { name: 'Choose the timed file…' }).click();
    await page.getByRole('tab', { name: 'Subtitles', selected: true }).waitFor();
    await page.getByText('Times: from a timed file of the same talk').waitFor();
    await page.getByText(/^\d+ % of it was found again$/).waitFor();
    expect(await cleanText(page)).toMatch(/^今天我们聊一聊大模型的训练\n/);
    const [first, second] = await marks();
    expect(first).toBe('0:10.0');
    expect(second).toMatch(/^0:2[01]\./);
  });

  test('are saved beside the text, with these times told again', async () => {
    const { page, folder } = emend;
    const target = join(folder, 'talk.srt');
    await emend.saveTo(target);
    await page.keyboard.press('Control+s');
    await page.getByText(`Written: ${target}. Times: from a timed file of the same talk.`).waitFor();
    const cues = parseSync(await readFile(target, 'utf8')).flatMap((node) =>
      node.type === 'cue' ? [node.data] : [],
    );
    expect(cues.at(-1)).toMatchObject({ text: '最后谢谢大家', start: 30_000 });
  });

  test('fill the length of the recording', async () => {
    const { page, folder } = emend;
    await page.getByRole('row', { name: /talk\.txt/ }).click();
    await page.keyboard.press('Control+Shift+m');
    await page.getByText('Fitted to the length of the recording').click();
    await page.locator('input[type=file]').setInputFiles(await recording(folder, 90));
    await expect.poll(() => page.getByRole('textbox', { name: 'Length' }).inputValue()).toBe('1:30.000');
    await page.getByRole('textbox', { name: 'Length' }).fill('1:00');
    await page.getByRole('button', { name: 'Make', exact: true }).click();
    await page.getByText('Times: fitted to the length of the recording').waitFor();
    await page.locator('.cm-line').last().click();
    await expect.poll(() => page.getByRole('textbox', { name: 'End' }).inputValue()).toBe('1:00.000');
  });
});

/** The path of so many seconds of silence. */
async function recording(folder: string, seconds: number): Promise<string> {
  const rate = 8000;
  const wave = Buffer.alloc(44 + rate * seconds, 128);
  wave.write('RIFF', 0);
  wave.writeUInt32LE(wave.length - 8, 4);
  wave.write('WAVEfmt ', 8);
  // 16 bytes of format: PCM, one channel, one byte a sample.
  for (const [at, value] of [16, 0x00010001, rate, rate, 0x00080001].entries())
    wave.writeUInt32LE(value, 16 + 4 * at);
  wave.write('data', 36);
  wave.writeUInt32LE(rate * seconds, 40);
  const path = join(folder, 'talk.wav');
  await writeFile(path, wave);
  return path;
}

describe('what is wrong with subtitles', () => {
  const flawed = `1
00:00:01,000 --> 00:00:01,300
今天我们来聊一聊语言模型的训练和部署以及评测

2
00:00:05,000 --> 00:00:08,000
第二条（没有写完

3
00:00:07,000 --> 00:00:10,000
第三条字幕
`;
  let emend: Emend;
  beforeAll(async () => {
    emend = await launch({ files: { 'flawed.srt': flawed } });
  });
  afterAll(() => emend.close());

  const problems = () => emend.page.getByRole('region', { name: 'Problems' });
  const kind = (name: string) => problems().getByRole('button', { name: new RegExp(`^${name}`) });

  test('is listed by kind, the worst first, and one click leads to the place', async () => {
    const { page } = emend;
    await page.getByRole('tab', { name: 'Subtitles' }).click();
    for (const name of ['Line too wide', 'Shown too briefly', 'Next cue begins too early'])
      await kind(name).waitFor();
    await problems().getByText('The other half of （ is missing').click();
    await page.getByText('Cue 2 of 3').waitFor();
  });

  test('is fixed, all of a kind at once, and undone', async () => {
    const { page } = emend;
    const overlap = kind('Next cue begins too early');
    await problems()
      .locator('.problem-kind', { hasText: 'Next cue begins too early' })
      .getByRole('button', { name: 'Fix all 1' })
      .click();
    await overlap.waitFor({ state: 'detached' });
    await expect.poll(() => page.getByRole('textbox', { name: 'End' }).inputValue()).not.toBe('0:08.000');
    await page.locator('.cm-line').first().click();
    await page.keyboard.press('Control+z');
    await overlap.waitFor();
  });
});

test('markup is not shown on the picture; a file without place for speakers says so', async () => {
  const vtt = 'WEBVTT\n\n00:01.000 --> 00:03.000\n<v 李明><c.red>数据</c> a &lt; b\n';
  const emend = await launch({ files: { 'talk.vtt': vtt } });
  try {
    const { page, folder } = emend;
    await page.getByRole('tab', { name: 'Subtitles' }).click();
    await page.locator('.cm-line').click();
    await page.getByRole('figure').getByText('数据 a < b', { exact: true }).waitFor();
    const target = join(folder, 'talk.srt');
    await emend.saveTo(target);
    await page.getByRole('button', { name: /^Export/ }).click();
    await page.getByRole('menuitem', { name: /SubRip/ }).click();
    await page.getByText(`${target}: who speaks was left out`).waitFor();
    expect(await readFile(target, 'utf8')).toBe('1\n00:00:01,000 --> 00:00:03,000\n数据 a < b\n');
  } finally {
    await emend.close();
  }
});

test('a text is shown and written in traditional script and stays as it is', async () => {
  const emend = await launch({ files: { 'talk.txt': '训练语言模型\n' } });
  try {
    const { page, folder } = emend;
    await page.getByRole('button', { name: /^Script/ }).click();
    await page.getByRole('menuitemradio', { name: 'Traditional, Taiwan', exact: true }).click();
    await page.getByText('訓練語言模型').waitFor();
    const target = join(folder, 'talk.clean.txt');
    await emend.saveTo(target);
    await page.keyboard.press('Control+s');
    await page.getByText(`Written: ${target}`).waitFor();
    expect(await readFile(target, 'utf8')).toBe('訓練語言模型\n');
    await page.getByRole('button', { name: /^Script/ }).click();
    await page.getByRole('menuitemradio', { name: 'As it is' }).click();
    await page.getByText('训练语言模型').waitFor();
  } finally {
    await emend.close();
  }
});
