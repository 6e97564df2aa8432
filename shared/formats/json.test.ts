import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timedTranscript } from '../cues/timed';
import { exportReading } from '../export';
import { lineBreak } from '../transcript/cues';
import { cuesOf, type Transcript } from '../transcript/transcript';
import { readTranscript } from './formats';
import { jsonFormat } from './json';
import type { Reading } from './reading';

const json = (value: unknown, name = 'a.json'): Reading => readTranscript(JSON.stringify(value), name);

/** What a person would want to know of a reading: for each cue its times, its speaker if known, and its text. */
const cuesIn = ({ transcript }: Reading) =>
  cuesOf(transcript).map(({ from, to, time, speaker }) => [
    time.start,
    time.end,
    ...(speaker === undefined ? [] : [speaker]),
    transcript.text.slice(from, to),
  ]);

const wordsIn = ({ transcript: { text, words = [] } }: Reading) =>
  words.map(({ from, to, start, end }) => [text.slice(from, to), start, end]);

const repairsIn = ({ repairs }: Reading) => repairs.map(({ line, what }) => `${line} ${what}`);

describe('what recognisers write', () => {
  test('openai-whisper, with the NaN of Python', () => {
    const source = `{"text": " 大家好 NaN 我们开始", "segments": [
      {"id": 0, "seek": 0, "start": 0.0, "end": 1.52, "text": " 大家好 NaN", "tokens": [50364, 12], "temperature": 0.0,
       "avg_logprob": NaN, "compression_ratio": -Infinity, "no_speech_prob": 0.01},
      {"id": 1, "seek": 0, "start": 1.52, "end": 3, "text": "我们开始", "tokens": [1], "avg_logprob": -0.2}], "language": "zh"}`;
    const reading = readTranscript(source, 'a.json');
    expect(cuesIn(reading)).toEqual([
      [0, 1520, '大家好 NaN'],
      [1520, 3000, '我们开始'],
    ]);
    expect(reading.repairs).toEqual([]);
    expect(reading.format).toBe('json');
  });

  test('openai-whisper and faster-whisper with words, as a list alone', () => {
    const reading = json([
      {
        start: 1,
        end: 2.5,
        text: ' We train on 8 GPUs.',
        words: [
          { word: ' We', start: 1, end: 1.2, probability: 0.9 },
          { word: ' train', start: 1.2, end: 1.5, probability: 0.9 },
          { word: ' nothing', start: 1.5, end: 1.5, probability: 0.9 },
          { word: ' 8', start: 1.7, end: 1.8, probability: 0.9 },
          { word: ' GPUs.', start: 1.8, end: 2.5, probability: 0.9 },
        ],
      },
    ]);
    expect(cuesIn(reading)).toEqual([[1000, 2500, 'We train on 8 GPUs.']]);
    expect(wordsIn(reading)).toEqual([
      ['We', 1000, 1200],
      ['train', 1200, 1500],
      ['8', 1700, 1800],
      ['GPUs.', 1800, 2500],
    ]);
  });

  test('whisper.cpp, whose tokens are parts of words', () => {
    const token = (text: string, from: number, to: number) => ({
      text,
      timestamps: { from: '', to: '' },
      offsets: { from, to },
      id: 1,
      p: 0.9,
    });
    const reading = json({
      systeminfo: 'AVX = 1',
      model: { type: 'base' },
      result: { language: 'en' },
      transcription: [
        {
          timestamps: { from: '00:00:00,000', to: '00:00:02,000' },
          offsets: { from: 0, to: 2000 },
          text: ' Tokenizers matter',
          tokens: [
            token('[_BEG_]', 0, 0),
            token(' Token', 0, 400),
            token('izers', 400, 900),
            token(' matter', 900, 2000),
            token('[_TT_100]', 2000, 2000),
          ],
        },
        { timestamps: { from: '00:00:02,000', to: '01:00:00,250' }, text: '好' },
      ],
    });
    expect(cuesIn(reading)).toEqual([
      [0, 2000, 'Tokenizers matter'],
      [2000, 3_600_250, '好'],
    ]);
    expect(wordsIn(reading)).toEqual([
      ['Tokenizers', 0, 900],
      ['matter', 900, 2000],
    ]);
  });

  test('WhisperX, with speakers and words of which some have no time', () => {
    const reading = json({
      segments: [
        {
          start: 0.031,
          end: 2.05,
          text: ' 二零二三 年发布',
          speaker: 'SPEAKER_01',
          words: [
            { word: '二零二三' },
            { word: '年', start: 1, end: 1.2, score: 0.5, speaker: 'SPEAKER_01' },
            { word: '发', start: 1.2, end: 1.5 },
            { word: '布', start: 1.5, end: 2.05 },
          ],
        },
      ],
      word_segments: [],
      language: 'zh',
    });
    expect(cuesIn(reading)).toEqual([[31, 2050, 'SPEAKER_01', '二零二三 年发布']]);
    expect(wordsIn(reading).map(([word]) => word)).toEqual(['年', '发', '布']);
  });

  test('the pipeline of Transformers', () => {
    const reading = json({
      text: ' one two',
      chunks: [
        { timestamp: [0, 1.5], text: ' one' },
        { timestamp: [1.5, null], text: ' two' },
      ],
    });
    expect(cuesIn(reading)).toEqual([
      [0, 1500, 'one'],
      [1500, 2500, 'two'],
    ]);
    expect(repairsIn(reading)).toEqual(['2 timeGuessed']);
  });

  test('FunASR with sentences and speakers', () => {
    const reading = json([
      {
        key: 'talk',
        text: '大家好，我们用GPU训练。对。',
        timestamp: [],
        sentence_info: [
          {
            text: '大家好，我们用GPU训练。',
            start: 880,
            end: 3000,
            timestamp: [
              [880, 1000],
              [1000, 1100],
              [1100, 1300],
              [1400, 1500],
              [1500, 1600],
              [1600, 1700],
              [1700, 2200],
              [2200, 2600],
              [2600, 3000],
            ],
            spk: 0,
          },
          { text: '对。', start: 3100, end: 3300, timestamp: [[3100, 3300]], spk: 1 },
        ],
      },
    ]);
    expect(cuesIn(reading)).toEqual([
      [880, 3000, 'spk0', '大家好，我们用GPU训练。'],
      [3100, 3300, 'spk1', '对。'],
    ]);
    expect(wordsIn(reading).slice(5, 8)).toEqual([
      ['用', 1600, 1700],
      ['GPU', 1700, 2200],
      ['训', 2200, 2600],
    ]);
  });

  test('FunASR with the times of characters only: sentences end at their marks', () => {
    const timestamp = [0, 1, 2, 3, 4, 5].map((n) => [n * 200, n * 200 + 180]);
    const reading = json([{ key: 'a', text: '你好吗？我很好。', timestamp }]);
    expect(cuesIn(reading)).toEqual([
      [0, 580, '你好吗？'],
      [600, 1180, '我很好。'],
    ]);
    expect(wordsIn(reading)).toHaveLength(6);
  });

  test('FunASR without marks: sentences end at pauses, and the spaces between characters go', () => {
    const timestamp = [
      [0, 200],
      [200, 400],
      [1000, 1300],
      [1300, 1500],
    ];
    expect(cuesIn(json([{ key: 'a', text: '正 是 scaling law', timestamp }]))).toEqual([
      [0, 400, '正是'],
      [1000, 1500, 'scaling law'],
    ]);
  });

  test('FunASR whose times do not fit the text: one cue, and no times of words', () => {
    const reading = json({
      key: 'a',
      text: '2023年。好。',
      timestamp: [
        [100, 200],
        [200, 900],
      ],
    });
    expect(cuesIn(reading)).toEqual([[100, 900, '2023年。好。']]);
    expect(wordsIn(reading)).toEqual([]);
  });

  test('FunASR that lost a sentence: the text is the better witness', () => {
    const timestamp = [
      [0, 100],
      [100, 200],
      [200, 300],
    ];
    const sentence_info = [{ text: '好。', start: 0, end: 100, timestamp: [[0, 100]] }];
    expect(cuesIn(json([{ key: 'a', text: '好。再见。', timestamp, sentence_info }]))).toEqual([
      [0, 100, '好。'],
      [100, 300, '再见。'],
    ]);
  });

  test('SenseVoice: tags are no text, and without times there are paragraphs', () => {
    const reading = json([{ key: 'a', text: '<|zh|><|NEUTRAL|><|Speech|><|woitn|>欢迎大家' }]);
    expect(reading.transcript.text).toBe('欢迎大家');
    expect(reading.transcript.segments.map(({ kind }) => kind)).toEqual(['paragraph']);
  });

  test('the native binaries of FunASR, and its older pipeline', () => {
    expect(
      cuesIn(
        json({
          key: 'a',
          text: '好的，',
          timestamp: [],
          stamp_sents: [
            {
              text_seg: '好 的',
              punc: '，',
              start: 10,
              end: 20,
              ts_list: [
                [10, 15],
                [15, 20],
              ],
            },
          ],
        }),
      ),
    ).toEqual([[10, 20, '好的，']]);
    expect(
      cuesIn(json({ text: '好', sentences: [{ text: '好', start: 1, end: 2, ts_list: [[1, 2]] }] })),
    ).toEqual([[1, 2, '好']]);
  });

  test('Bilibili', () => {
    const reading = json({
      font_size: 0.4,
      font_color: '#FFFFFF',
      type: 'AIsubtitle',
      lang: 'zh',
      body: [
        { from: 0.06, to: 3.1, sid: 1, location: 2, content: '大家好\n欢迎', music: 0 },
        { from: 3.1, to: 5, sid: 2, location: 2, content: '今天', music: 0 },
      ],
    });
    expect(cuesIn(reading)).toEqual([
      [60, 3100, `大家好${lineBreak}欢迎`],
      [3100, 5000, '今天'],
    ]);
    expect(reading.transcript.protected).toEqual([{ from: 3, to: 4 }]);
  });

  test('YouTube, recognised: windows are no cues, and lines that scroll end where the next begins', () => {
    const reading = json(
      {
        wireMagic: 'pb3',
        pens: [{}],
        events: [
          { tStartMs: 0, dDurationMs: 9000, id: 1, wpWinPosId: 1, wsWinStyleId: 1 },
          {
            tStartMs: 80,
            dDurationMs: 4000,
            wWinId: 1,
            segs: [
              { utf8: 'so', acAsrConf: 0 },
              { utf8: ' today', tOffsetMs: 480, acAsrConf: 0 },
            ],
          },
          { tStartMs: 2000, dDurationMs: 2080, wWinId: 1, aAppend: 1, segs: [{ utf8: '\n' }] },
          {
            tStartMs: 2010,
            dDurationMs: 1500,
            wWinId: 1,
            segs: [{ utf8: 'we' }, { utf8: ' begin', tOffsetMs: 200 }],
          },
        ],
      },
      'a.json3',
    );
    expect(cuesIn(reading)).toEqual([
      [80, 2010, 'so today'],
      [2010, 3510, 'we begin'],
    ]);
    expect(wordsIn(reading)).toEqual([
      ['so', 80, 560],
      ['today', 560, 2010],
      ['we', 2010, 2210],
      ['begin', 2210, 3510],
    ]);
    expect(reading.repairs).toEqual([]);
  });

  test('YouTube, written by people: cues may overlap, and have no times of words', () => {
    const reading = json({
      events: [
        { tStartMs: 0, dDurationMs: 3000, segs: [{ utf8: 'one\ntwo' }] },
        { tStartMs: 2000, dDurationMs: 3000, segs: [{ utf8: 'three' }] },
      ],
    });
    expect(cuesIn(reading)).toEqual([
      [0, 3000, `one${lineBreak}two`],
      [2000, 5000, 'three'],
    ]);
    expect(reading.transcript.words).toBeUndefined();
  });
});

describe('what is not as it should be', () => {
  const cue = (start: unknown, end: unknown, text: unknown) => ({ start, end, text });
  type Row = readonly [name: string, segments: readonly unknown[], cues: unknown[], repairs: string[]];
  const rows: readonly Row[] = [
    ['numbers as text', [cue('1.5', ' 2 ', '好')], [[1500, 2000, '好']], []],
    ['clocks', [cue('00:00:01,500', '00:01:02.25', '好')], [[1500, 62_250, '好']], []],
    [
      'a missing end',
      [cue(1, null, '好'), cue(1.5, 2, '的')],
      [
        [1000, 1500, '好'],
        [1500, 2000, '的'],
      ],
      ['1 timeGuessed'],
    ],
    ['a missing end at the end', [cue(1, undefined, '好')], [[1000, 2000, '好']], ['1 timeGuessed']],
    [
      'a missing start',
      [cue(1, 2, '好'), cue(null, 3, '的')],
      [
        [1000, 2000, '好'],
        [2000, 3000, '的'],
      ],
      ['2 timeGuessed'],
    ],
    [
      'an end before the start',
      [cue(3, 1, '好'), cue(9, 10, '的')],
      [
        [3000, 4000, '好'],
        [9000, 10_000, '的'],
      ],
      ['1 reversed'],
    ],
    [
      'times out of order',
      [cue(5, 6, '好'), cue(1, 2, '的')],
      [
        [5000, 6000, '好'],
        [1000, 2000, '的'],
      ],
      ['2 order'],
    ],
    ['times below zero', [cue(-0.02, 1, '好')], [[0, 1000, '好']], []],
    [
      'a time that is none',
      [cue('soon', {}, '好'), cue(4, 5, '的')],
      [
        [0, 1000, '好'],
        [4000, 5000, '的'],
      ],
      ['1 timeGuessed'],
    ],
    ['a text that is null', [cue(1, 2, null)], [[1000, 2000, '']], ['1 empty']],
    ['a text that is blank', [cue(1, 2, ' \n ')], [[1000, 2000, '']], ['1 empty']],
    ['a text that is a number', [cue(1, 2, 42)], [[1000, 2000, '42']], []],
    [
      'a text that is an object',
      [cue(1, 2, { a: 1 }), cue(2, 3, 'b')],
      [
        [1000, 2000, ''],
        [2000, 3000, 'b'],
      ],
      ['1 empty'],
    ],
    [
      'a segment that is null',
      [null, cue(2, 3, 'b')],
      [
        [0, 1000, ''],
        [2000, 3000, 'b'],
      ],
      ['1 timeGuessed', '1 empty'],
    ],
    [
      'a segment that is a text',
      ['a', cue(2, 3, 'b')],
      [
        [0, 1000, 'a'],
        [2000, 3000, 'b'],
      ],
      ['1 timeGuessed'],
    ],
    [
      'all kinds of line ends',
      [cue(1, 2, 'a\r\nb\u2028\n c\rd')],
      [[1000, 2000, ['a', 'b', 'c', 'd'].join(lineBreak)]],
      [],
    ],
    ['control characters', [cue(1, 2, 'a\u0000b\u001b\ud800')], [[1000, 2000, 'ab\ufffd']], []],
    [
      'words that are none',
      [{ ...cue(1, 2, 'b'), words: [null, 1, { word: null, start: 'x' }] }],
      [[1000, 2000, 'b']],
      [],
    ],
    [
      'a speaker of several lines',
      [{ ...cue(1, 2, 'b'), speaker: ' A\nB ' }],
      [[1000, 2000, 'A B', 'b']],
      [],
    ],
  ];
  test.each(rows)('%s', (_, segments, cues, repairs) => {
    const reading = json({ text: '', segments });
    expect(cuesIn(reading)).toEqual(cues);
    expect(repairsIn(reading)).toEqual(repairs);
  });

  test('segments without times are paragraphs', () => {
    const { transcript } = json({ segments: [{ text: ' # 题目 ' }, { text: '' }, { text: '一\n二' }] });
    expect(transcript.text).toBe('# 题目\n\n一\n二');
    expect(transcript.segments.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'paragraph']);
  });

  test('a text alone, as services answer', () => {
    expect(json({ text: '一。\n二。' }).transcript.text).toBe('一。\n\n二。');
  });

  test('a file without any segment is an empty transcript', () => {
    expect(json({ text: '', segments: [], language: 'en' }).transcript.segments).toEqual([]);
    expect(json({ body: [] }).transcript.segments).toEqual([]);
  });

  const mended: readonly (readonly [string, string])[] = [
    ['a byte-order mark', '\ufeff{"segments":[{"start":0,"end":1,"text":"a"}]}'],
    ['trailing commas', '{"segments":[{"start":0,"end":1,"text":"a",\n},],}'],
    ['NaN and Infinity', '{"x":-Infinity,"segments":[{"p":[NaN,Infinity],"start":0,"end":1,"text":"a"}]}'],
    ['space around', '\r\n\t {"segments":[{"start":0,"end":1,"text":"a"}]}\n\n'],
  ];
  test.each(mended)('%s', (_, source) => {
    expect(cuesIn(readTranscript(source, 'a.json'))).toEqual([[0, 1000, 'a']]);
  });

  test('what is mended between texts is left alone in them', () => {
    const source = String.raw`{"p":NaN,"segments":[{"start":0,"end":1,"text":"\"NaN,] \\"},]}`;
    expect(cuesIn(readTranscript(source, 'a.json'))).toEqual([[0, 1000, '"NaN,] \\']]);
  });

  const broken: readonly (readonly [name: string, source: string, line: number])[] = [
    ['cut off between segments', '{"segments":[\n{"start":0,"end":1,"text":"a"},\n', 2],
    ['cut off in a text', '{"segments":[\n{"start":0,"end":1,"text":"a b', 2],
    ['cut off after an escape', '{"text":"a\\', 1],
    ['a comma missing', '{"segments":[\n{"start":0 "end":1}\n]}', 2],
    ['two commas', '{"segments":[{"text":"a"},\n\n,{}]}', 3],
    ['brackets that do not match', '{"segments":[\n{"text":"a"]\n}}', 2],
    ['a bracket too many', '{"segments":[]}\n}', 2],
    ['single quotes', "{\n'segments': []}", 2],
    ['a line break in a text', '{"segments":[{"text":"a\nb"}]}', 1],
    ['two values', '{"segments":[]}\n{"segments":[]}', 2],
    ['nothing', '', 1],
    ['a page that says an error', '<html>\n404</html>', 1],
  ];
  test.each(broken)('%s: nothing is lost, and the line is told', (_, source, line) => {
    const reading = readTranscript(source, 'a.json');
    expect(reading.format).toBe('text');
    expect(reading.transcript.text).toBe(source);
    expect(repairsIn(reading)).toEqual([`${line} brokenJson`]);
  });

  const foreign = [
    '{"name":"emend","version":1}',
    '[1,2,3]',
    'null',
    '"text"',
    '[]',
    '{"body":"x"}',
    '{"events":[]}',
  ];
  test.each(foreign)('%s is no transcript, and opens as text', async (source) => {
    const reading = readTranscript(source, 'a.json');
    expect(repairsIn(reading)).toEqual(['1 unknownJson']);
    expect(await exportReading(reading, { edits: [] }, 'text')).toEqual({ content: source });
  });

  test.each(['a.txt', 'a', 'a.log'])('known by its shape when it is called %s', (name) => {
    expect(json({ segments: [{ start: 0, end: 1, text: 'a' }] }, name).format).toBe('json');
    expect(json({ a: 1 }, name).format).toBe('text');
    expect(readTranscript('[00:01.00]歌', name).format).not.toBe('json');
  });
});

describe('what means harm', () => {
  test('keys of prototypes change nothing', () => {
    const source =
      '{"__proto__":{"segments":[{"text":"x"}],"polluted":1},"constructor":{"text":"y"},"text":"a"}';
    expect(readTranscript(source, 'a.json').transcript.text).toBe('a');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(repairsIn(readTranscript('{"__proto__":{"segments":[{"text":"x"}]}}', 'a.json'))).toEqual([
      '1 unknownJson',
    ]);
  });

  test('deep nesting', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(repairsIn(readTranscript(deep, 'a.json'))).toEqual(['1 unknownJson']);
    expect(repairsIn(readTranscript(deep.slice(0, -1), 'a.json'))).toEqual(['1 brokenJson']);
    expect(readTranscript(`{"x":${deep},"text":"a"}`, 'a.json').transcript.text).toBe('a');
  });

  test('quotes and commas without end', () => {
    for (const part of ['\\"', '"', ',', ', ', '"\\', '{"', '-']) {
      const source = `{"a":"${part.repeat(200_000)}`;
      expect(repairsIn(readTranscript(source, 'a.json'))).toEqual(['1 brokenJson']);
    }
  });

  test('any value is read or opens as text, and no text of a segment is lost', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const source = JSON.stringify({ segments: [{ text: 'kept', value }, value], value });
        expect(readTranscript(source, 'a.json').transcript.text).toContain('kept');
        expect(readTranscript(JSON.stringify(value), 'a.json').transcript.text).toBeTypeOf('string');
      }),
      { numRuns: 500 },
    );
  });

  test('a file cut off anywhere opens as text and says so', () => {
    const whole = JSON.stringify({ segments: [{ start: 0, end: 1.5, text: 'a "b" \\ 好' }] }, null, 1);
    for (let length = 0; length < whole.length; length++) {
      const reading = readTranscript(whole.slice(0, length), 'a.json');
      expect(reading.repairs.map(({ what }) => what)).toEqual(['brokenJson']);
      expect(reading.transcript.text).toBe(whole.slice(0, length));
    }
  });
});

const textLine = fc
  .array(fc.constantFrom('字', 'word', ' ', '，', '"', '\\', '😀', '<i>', '{', 'github.com'), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.join('').trim())
  .filter(Boolean);
const anyCue = fc.record(
  {
    lines: fc.array(textLine, { maxLength: 2 }),
    time: fc
      .tuple(fc.nat(1_000_000), fc.nat(10_000))
      .map(([start, length]) => ({ start, end: start + length })),
    speaker: fc.constantFrom('A', '张三'),
  },
  { requiredKeys: ['lines', 'time'] },
);

/** A transcript in which the first letter of every line has a time. */
const anyTimed = fc.array(anyCue, { minLength: 1, maxLength: 12 }).map((cues): Transcript => {
  const transcript = timedTranscript('a.json', cues);
  const words = cuesOf(transcript).flatMap(({ from, to, time }) =>
    to > from && transcript.text.startsWith('word', from)
      ? [{ from, to: from + 4, start: time.start, end: time.end }]
      : [],
  );
  return { ...transcript, ...(words.length > 0 && { words }) };
});

const written = async (transcript: Transcript) =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
    (await jsonFormat.write(transcript)) as Uint8Array,
  );

describe('writing', () => {
  test('in the shape of Whisper', async () => {
    const transcript: Transcript = {
      ...timedTranscript('a.srt', [
        { lines: ['大家好', 'hello'], time: { start: 1, end: 62_345 }, speaker: 'A' },
        { lines: ['再见'], time: { start: 70_000, end: 71_000 } },
      ]),
      words: [{ from: 4, to: 9, start: 500, end: 1250 }],
    };
    expect(JSON.parse(await written(transcript))).toEqual({
      text: '大家好\nhello\n再见',
      segments: [
        {
          id: 0,
          start: 0.001,
          end: 62.345,
          text: '大家好\nhello',
          speaker: 'A',
          words: [{ word: 'hello', start: 0.5, end: 1.25 }],
        },
        { id: 1, start: 70, end: 71, text: '再见' },
      ],
    });
  });

  test('read back, it gives the same cues, words and speakers', async () => {
    await fc.assert(
      fc.asyncProperty(anyTimed, async (transcript) => {
        const reading = readTranscript(await written(transcript), 'a.json');
        expect(reading.transcript.text).toBe(transcript.text);
        expect(reading.transcript.segments).toEqual(
          transcript.segments.map((segment, origin) => ({ ...segment, origin })),
        );
        expect(reading.transcript.words).toEqual(transcript.words);
      }),
      { numRuns: 500 },
    );
  });

  test('paragraphs are segments without times, and read back they are the same', async () => {
    const { transcript } = readTranscript('# 题目\n\n一。\n\n![](i.png)\n\n二。', 'a.md');
    const source = await written(transcript);
    expect(JSON.parse(source).segments[1]).toEqual({ id: 1, text: '一。' });
    const again = readTranscript(source, 'a.json').transcript;
    expect(again).toEqual({ ...transcript, name: 'a.json' });
  });

  test('a JSON file that was corrected is written as JSON, and its edits are those of the text', async () => {
    const reading = json({
      segments: [
        { start: 0, end: 1, text: ' 他说\\"好' },
        { start: 1, end: 2, text: '的' },
      ],
    });
    expect(reading.source).toBe(reading.transcript.text);
    const { content } = await exportReading(reading, { edits: [{ from: 0, to: 1, insert: '她' }] }, 'json');
    expect(cuesIn(readTranscript(new TextDecoder().decode(content as Uint8Array), 'a.json'))).toEqual([
      [0, 1000, '她说\\"好'],
      [1000, 2000, '的'],
    ]);
    expect((await exportReading(reading, { edits: [] }, 'srt')).times).toBe('file');
  });

  test('a JSON file of paragraphs stays JSON', async () => {
    const { content } = await exportReading(json({ segments: [{ text: '一' }] }), { edits: [] }, 'json');
    expect(JSON.parse(new TextDecoder().decode(content as Uint8Array)).segments).toEqual([
      { id: 0, text: '一' },
    ]);
  });
});
