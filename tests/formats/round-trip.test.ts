import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timedTranscript } from '../../shared/cues/timed';
import { exportReading } from '../../shared/export';
import { withoutMarkup } from '../../shared/formats/cue-text';
import { formatOf, readTranscript } from '../../shared/formats/formats';
import { lineBreak } from '../../shared/transcript/cues';
import { cuesOf, type Transcript } from '../../shared/transcript/transcript';
import { anyCueList, cueList } from './cue-lists';

const blockFormats = ['srt', 'vtt', 'ass', 'lrc', 'tsv'] as const;

/** What cues say, without a format's marks. */
const told = (transcript: Transcript) => {
  const plain = withoutMarkup(transcript);
  return cuesOf(plain).map(({ from, to, time }) => ({ time, text: plain.text.slice(from, to) }));
};

test.each([
  ['srt', false],
  ['vtt', true],
  ['ass', true],
] as const)(
  '%s: cues in any order, at any time, that overlap, are read as the same cues',
  (format, names) => {
    fc.assert(
      fc.property(anyCueList, (cues) => {
        const source = String(formatOf(format).write(timedTranscript('talk', cues)));
        const { transcript } = readTranscript(source, `talk.${format}`);
        const plain = withoutMarkup(transcript);
        expect(
          cuesOf(plain).map(({ from, to, time, speaker }) => ({
            time,
            speaker,
            text: plain.text.slice(from, to).replaceAll('｛', '{').replaceAll('｝', '}'),
          })),
        ).toEqual(
          cues.map(({ time, lines, speaker }) => ({
            time,
            speaker: names ? speaker : undefined,
            text: lines.join(lineBreak),
          })),
        );
      }),
    );
  },
);

describe.each(blockFormats)('%s', (format) => {
  const oneLine = format === 'lrc' || format === 'tsv';

  test('cues that are written are read as the same cues', () => {
    fc.assert(
      fc.property(cueList, (cues) => {
        const source = String(formatOf(format).write(timedTranscript('talk', cues)));
        const expected = cues.map(({ time, lines }) => ({
          time,
          text: lines.join(oneLine ? ' ' : lineBreak),
        }));
        const shown = told(readTranscript(source, `talk.${format}`).transcript).map(({ time, text }) => ({
          time,
          // Braces and brackets that would be marks are written in other characters.
          text: text.replaceAll('｛', '{').replaceAll('｝', '}').replaceAll('\u2060', ''),
        }));
        expect(shown).toEqual(expected);
      }),
    );
  });

  test('what nobody changed is written as it was, whatever it is', async () => {
    const piece = fc.constantFrom(
      ...'\n \t[]<>{}:.,1023一a',
      '\r\n',
      '\n\n',
      '00:00:01,000 --> 00:00:02,000',
      '00:01.000 --> 00:02.000 align:start',
      'WEBVTT\n\n',
      'NOTE x',
      'Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,',
      '[Events]',
      '[00:01.00]',
      '<00:02.00>',
      '0\t1500\t',
      '：',
      '->',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
        const source = pieces.join('');
        const reading = readTranscript(source, `talk.${format}`);
        expect((await exportReading(reading, { edits: [] }, reading.format)).content).toBe(source);
      }),
      { numRuns: 400 },
    );
  });

  test('a cue that is changed changes nothing but itself', async () => {
    await fc.assert(
      fc.asyncProperty(cueList, fc.nat(), async (cues, which) => {
        const source = String(formatOf(format).write(timedTranscript('talk', cues)));
        const reading = readTranscript(source, `talk.${format}`);
        const before = cuesOf(reading.transcript);
        const index = which % before.length;
        const { from } = before[index]!;
        const { content } = await exportReading(
          reading,
          { edits: [{ from, to: from, insert: '新' }] },
          format,
        );
        const after = readTranscript(String(content), `talk.${format}`).transcript;
        expect(told(after)).toEqual(
          told(reading.transcript).map((cue, at) => (at === index ? { ...cue, text: `新${cue.text}` } : cue)),
        );
        const changed = String(content).split('\n');
        const lines = source.split('\n');
        expect(changed).toHaveLength(lines.length);
        expect(changed.filter((text, at) => text !== lines[at])).toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });

  test('cues that are parted and joined are the cues that are read back', async () => {
    await fc.assert(
      fc.asyncProperty(cueList, fc.nat(), async (cues, which) => {
        const source = String(formatOf(format).write(timedTranscript('talk', cues)));
        const reading = readTranscript(source, `talk.${format}`);
        const found = cuesOf(reading.transcript);
        const joined = which % found.length;
        const { to } = found[joined]!;
        const isLast = joined === found.length - 1;
        // The last is parted in the middle, any other joined to the next.
        const edits = isLast
          ? [{ from: found[joined]!.from, to: found[joined]!.from, insert: '前半\n' }]
          : [{ from: to, to: to + 1, insert: '' }];
        const { content } = await exportReading(reading, { edits }, format);
        const after = told(readTranscript(String(content), `talk.${format}`).transcript);
        expect(after).toHaveLength(found.length + (isLast ? 1 : -1));
        if (isLast) expect(after.at(-2)?.text).toBe('前半');
        else
          expect(after[joined]?.text).toBe(
            told(reading.transcript)
              .slice(joined, joined + 2)
              .map(({ text }) => text)
              .join(''),
          );
      }),
      { numRuns: 60 },
    );
  });
});

test('what is left of a cue whose beginning went to the one above is written where it stood', async () => {
  const source = `WEBVTT

first
00:01.000 --> 00:02.000 line:0
一

second
00:03.000 --> 00:05.000 align:end
二三

NOTE 说明

third
00:06.000 --> 00:07.000
四
`;
  const reading = readTranscript(source, 'talk.vtt');
  const edits = [
    { from: 1, to: 2, insert: '' },
    { from: 3, to: 3, insert: '\n' },
  ];
  const { content } = await exportReading(reading, { edits }, 'vtt');
  expect(content).toBe(
    source
      .replace('00:02.000', '00:04.000')
      .replace('一', '一二')
      .replace('00:03.000', '00:04.000')
      .replace('二三', '三'),
  );
});
