import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportReading } from '../export';
import { applyEdits, type Edit } from '../transcript/edit';
import { cuesOf } from '../transcript/transcript';
import { decodeFile } from './encoding';
import { readTranscript } from './formats';
import { type FormatId, formatIds } from './names';
import { type Reading, toSourceEdits } from './reading';

const part = fc.constantFrom(
  '字',
  'a',
  ' ',
  '\n',
  '\r\n',
  '\r',
  '\n\n',
  '# ',
  '```',
  '---',
  '![](i.png)',
  '1',
  '00:00:01,000 --> 00:00:02,500',
);
const anyFile = fc.array(part, { maxLength: 30 }).map((parts) => parts.join(''));
const name = fc.constantFrom('a.txt', 'a.md', 'a.srt');

const contentOf = async (reading: Reading, edits: readonly Edit[], format: FormatId) =>
  (await exportReading(reading, { edits }, format)).content;
const unedited = (reading: Reading) => contentOf(reading, [], reading.format);

describe('reading and writing', () => {
  test('an unedited file comes back as it was, whatever is in it', () => {
    return fc.assert(
      fc.asyncProperty(anyFile, name, async (source, file) => {
        expect(await unedited(readTranscript(source, file))).toBe(source);
      }),
      { numRuns: 2000 },
    );
  });

  test('segments and protected ranges are sorted, apart and inside the text', () => {
    fc.assert(
      fc.property(anyFile, name, (source, file) => {
        const { text, segments, protected: guarded } = readTranscript(source, file).transcript;
        for (const ranges of [segments, guarded]) {
          let at = 0;
          for (const { from, to } of ranges) {
            expect(from).toBeGreaterThanOrEqual(at);
            expect(to).toBeGreaterThanOrEqual(from);
            at = to;
          }
          expect(at).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('an edit in the text is the same edit in the file, with its line ends', async () => {
    const reading = readTranscript('一二\r\n三四\r\n五', 'a.txt');
    expect(reading.transcript.text).toBe('一二\n三四\n五');
    const edits = [
      { from: 1, to: 2, insert: 'x\ny' },
      { from: 5, to: 6, insert: '' },
    ];
    expect(await contentOf(reading, edits, 'text')).toBe('一x\r\ny\r\n三四五');
    expect(toSourceEdits(reading, edits)).toEqual([
      { from: 1, to: 2, insert: 'x\r\ny' },
      { from: 6, to: 8, insert: '' },
    ]);
  });

  test('pieces lead to the same letters in the file', () => {
    fc.assert(
      fc.property(anyFile, name, (source, file) => {
        const reading = readTranscript(source, file);
        const { text } = reading.transcript;
        for (const piece of reading.pieces) {
          expect(source.slice(piece.source, piece.source + piece.length)).toBe(
            text.slice(piece.text, piece.text + piece.length),
          );
        }
      }),
    );
  });
});

describe('prose', () => {
  test('headings, paragraphs and pictures are told apart', () => {
    const { segments, text } = readTranscript(
      '# 题目\n\n第一段。\n![](img/a.png)\n第二段',
      'a.txt',
    ).transcript;
    expect(segments.map((s) => [s.kind, text.slice(s.from, s.to)])).toEqual([
      ['heading', '# 题目'],
      ['paragraph', '第一段。'],
      ['image', '![](img/a.png)'],
      ['paragraph', '第二段'],
    ]);
  });

  test('pictures and addresses are protected, whatever stands around them', () => {
    const { text, protected: guarded } = readTranscript(
      '见https://a.b/c?d=1，或github.com和train.py，写信给a.b@c.org。版本3.5.完 ![x](img/a b.png)',
      'a.txt',
    ).transcript;
    expect(guarded.map(({ from, to }) => text.slice(from, to))).toEqual([
      'https://a.b/c?d=1',
      'github.com',
      'train.py',
      'a.b@c.org',
      '![x](img/a b.png)',
    ]);
  });

  test('an address right before code leaves the code its own', () => {
    const { text, protected: guarded } = readTranscript('https://a.b/c`x = 1`', 'a.md').transcript;
    expect(guarded.map(({ from, to }) => text.slice(from, to))).toEqual(['https://a.b/c', '`x = 1`']);
  });

  test('Markdown as plain text loses its marks and pictures', async () => {
    const reading = readTranscript('# 题目\n\n第一段。\n\n![](img/a.png)\n', 'a.md');
    expect(await contentOf(reading, [], 'text')).toBe('题目\n\n第一段。\n');
  });
});

describe('who speaks', () => {
  const source = `WEBVTT

00:01.000 --> 00:02.000
<v 李明>大家好

00:02.000 --> 00:03.000
<v 李明>今天聊模型

00:03.000 --> 00:04.000
<v Zhang San>Thank you
`;
  const reading = readTranscript(source, 'talk.vtt');

  test.each([
    ['text', '李明：大家好\n今天聊模型\nZhang San: Thank you\n'],
    ['markdown', '李明：大家好\n今天聊模型\nZhang San: Thank you\n'],
    ['vtt', source],
  ] as const)('is told in %s', async (format, expected) => {
    const { content, withoutSpeakers } = await exportReading(reading, { edits: [] }, format);
    expect(content).toBe(expected);
    expect(withoutSpeakers).toBeUndefined();
  });

  test.each(['srt', 'lrc', 'tsv'] as const)('has no place in %s, and that is told', async (format) => {
    const { content, withoutSpeakers } = await exportReading(reading, { edits: [] }, format);
    expect(content).not.toContain('李明');
    expect(withoutSpeakers).toBe(true);
  });
});

describe('times', () => {
  test('text without times gets estimated ones, one after another', async () => {
    const reading = readTranscript(
      '# 题目\n\n第一句话说完了。第二句话比较长，因为它还有后半句，后半句也不短，一直说到了这里才停。\n',
      'a.txt',
    );
    const { content, times } = await exportReading(reading, { edits: [] }, 'srt');
    expect(times).toBe('estimated');
    const back = readTranscript(String(content), 'a.srt').transcript;
    // Chinese subtitles go without most marks.
    expect(back.text.replace(/\s/g, '')).toBe(
      '第一句话说完了第二句话比较长因为它还有后半句后半句也不短一直说到了这里才停',
    );
    let at = -1;
    for (const { time } of cuesOf(back)) {
      expect(time.start).toBeGreaterThan(at);
      expect(time.end - time.start).toBeGreaterThanOrEqual(1000);
      at = time.end;
    }
  });
});

describe('encodings', () => {
  const bytes = (...values: number[]) => Uint8Array.from(values);
  test.each([
    ['UTF-8', false, new TextEncoder().encode('识别文本 GPT')],
    ['UTF-8', true, bytes(0xef, 0xbb, 0xbf, 0x41)],
    ['UTF-16LE', true, bytes(0xff, 0xfe, 0x41, 0, 0x87, 0x65)],
    ['UTF-16BE', true, bytes(0xfe, 0xff, 0, 0x41, 0x65, 0x87)],
    ['UTF-16LE', false, bytes(0x41, 0, 0x87, 0x65, 0x0a, 0, 0x42, 0)],
    // 我们今天讨论语言模型的训练方法。 and 我們今天討論語言模型的訓練方法。
    ['GB18030', false, bytes(...hex('ced2c3c7bdf1ccecccd6c2dbd3efd1d4c4a3d0cdb5c4d1b5c1b7b7bdb7a8a1a3'))],
    [
      'Big5',
      false,
      bytes(
        ...hex('a7daad cca4b5a4d1b0 51bd d7bb79a8a5bcd2ab acaaba b056bd6da4e8aa6ba143'.replaceAll(' ', '')),
      ),
    ],
  ] as const)('%s, mark %s', async (encoding, byteOrderMark, file) => {
    expect(await decodeFile(file)).toMatchObject({ encoding, byteOrderMark });
  });

  test('what is no text is refused, unless a person insists', async () => {
    const picture = bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0xff, 0xd8);
    expect(await decodeFile(picture)).toBeUndefined();
    expect((await decodeFile(picture, 'GB18030'))?.encoding).toBe('GB18030');
  });

  test('an empty file is an empty text', async () => {
    expect(await decodeFile(bytes())).toEqual({ text: '', encoding: 'UTF-8', byteOrderMark: false });
    for (const id of formatIds)
      expect(applyEdits(readTranscript('', `a.${id}`).transcript.text, [])).toBe('');
  });
});

function hex(digits: string): number[] {
  return (digits.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
}
