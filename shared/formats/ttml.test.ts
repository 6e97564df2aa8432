import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timedTranscript } from '../cues/timed';
import { lineBreak } from '../transcript/cues';
import { cuesOf, type Transcript } from '../transcript/transcript';
import { readTranscript } from './formats';
import type { Reading } from './reading';
import { ttmlFormat } from './ttml';

const cuesIn = ({ transcript }: Reading) =>
  cuesOf(transcript).map(({ from, to, time, speaker }) => [
    time.start,
    time.end,
    ...(speaker === undefined ? [] : [speaker]),
    transcript.text.slice(from, to),
  ]);

const repairsIn = ({ repairs }: Reading) => repairs.map(({ line, what }) => `${line} ${what}`);

const namespaces =
  'xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" xmlns:tts="http://www.w3.org/ns/ttml#styling" xmlns:ttm="http://www.w3.org/ns/ttml#metadata"';
const document = (body: string, { root = '', head = '' } = {}) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<tt ${namespaces} ${root}><head>${head}</head>${body}</tt>`;
const read = (body: string, more = {}) => readTranscript(document(body, more), 'a.ttml');
const inDiv = (body: string) => `<body><div>${body}</div></body>`;

test('a file as services deliver it', () => {
  const reading = read(
    `<body style="s1"><div xml:space="preserve">
      <p begin="00:00:01.500" end="00:00:03.000" region="bottom" xml:id="p1">大家好，<br/><span tts:fontStyle="italic">welcome</span></p>
      <p begin="00:00:03.000" end="00:00:04.000" region="top">a &lt;b&gt;  &amp; c&#x4E2D;
         d</p>
    </div></body>`,
    {
      head: '<styling><style xml:id="s1" tts:color="white"/></styling><layout><region xml:id="bottom"/></layout>',
    },
  );
  expect(cuesIn(reading)).toEqual([
    [1500, 3000, `大家好，${lineBreak}welcome`],
    [3000, 4000, 'a <b>  & c中 d'],
  ]);
  expect(repairsIn(reading)).toEqual(['1 unstyled']);
  expect(reading.transcript.words).toBeUndefined();
});

test('paragraphs without times', () => {
  expect(read(inDiv('<p>一<br/>二</p><p>三</p>')).transcript.text).toBe('一\n二\n\n三');
});

type Times = readonly [name: string, root: string, attributes: string, start: number, end: number];
const times: readonly Times[] = [
  ['clock', '', 'begin="01:02:03.5" end="100:00:00"', 3_723_500, 360_000_000],
  ['clock with a long fraction', '', 'begin="00:00:00.0625" end="00:00:01"', 63, 1000],
  ['clock with a comma', '', 'begin="00:00:00,5" end="00:00:01"', 500, 1000],
  ['seconds', '', 'begin="1.25s" end="3s"', 1250, 3000],
  ['bare seconds', '', 'begin="1.25" dur="3"', 1250, 4250],
  ['milliseconds', '', 'begin="1250ms" end="3000ms"', 1250, 3000],
  ['minutes and hours', '', 'begin="1.5m" end="0.5h"', 90_000, 1_800_000],
  ['frames of a clock', 'ttp:frameRate="25"', 'begin="00:00:01:05" end="00:00:02:00"', 1200, 2000],
  ['frames by default', '', 'begin="00:00:01:15" end="90f"', 1500, 3000],
  [
    'frames of television',
    'ttp:frameRate="30" ttp:frameRateMultiplier="1000 1001"',
    'begin="30f" end="00:00:02:15"',
    1001,
    2501,
  ],
  ['ticks', 'ttp:tickRate="10000000"', 'begin="15000000t" end="20000000t"', 1500, 2000],
  ['a duration', '', 'begin="1s" dur="500ms"', 1000, 1500],
  ['the earlier of duration and end', '', 'begin="1s" dur="9s" end="2s"', 1000, 2000],
  ['a frame rate that is none', 'ttp:frameRate="x"', 'begin="00:00:01:15" end="2s"', 1500, 2000],
];
test.each(times)('time: %s', (_, root, attributes, start, end) => {
  expect(cuesIn(read(inDiv(`<p ${attributes}>字</p>`), { root }))).toEqual([[start, end, '字']]);
});

type Row = readonly [name: string, body: string, cues: unknown[], repairs: string[]];
const rows: readonly Row[] = [
  [
    'nested times add up',
    '<body begin="10s"><div begin="5s"><p begin="1s" end="2s">a</p></div></body>',
    [[16_000, 17_000, 'a']],
    [],
  ],
  [
    'a container ends what is in it',
    '<body end="3s"><div><p begin="1s" end="9s">a</p></div></body>',
    [[1000, 3000, 'a']],
    [],
  ],
  [
    'a time that only the container has',
    '<body><div begin="1s" end="2s"><p>a</p></div></body>',
    [[1000, 2000, 'a']],
    [],
  ],
  [
    'a sequence',
    '<body><div timeContainer="seq">  <p dur="1s">a</p><p begin="500ms" dur="2s">b</p></div></body>',
    [
      [0, 1000, 'a'],
      [1500, 3500, 'b'],
    ],
    [],
  ],
  [
    'spans with times in a paragraph without',
    inDiv('<p><span begin="1s" end="2s">a</span><br/><span begin="2s" end="3s">b</span></p>'),
    [
      [1000, 2000, 'a'],
      [2000, 3000, 'b'],
    ],
    [],
  ],
  [
    'readings over characters are none of the text',
    inDiv(
      '<p begin="1s" end="2s"><span tts:ruby="container"><span tts:ruby="base">漢</span><span tts:ruby="text">hàn</span></span>字</p>',
    ),
    [[1000, 2000, '漢字']],
    ['1 unstyled'],
  ],
  [
    'metadata and titles are none of the text',
    inDiv(
      '<p begin="1s" end="2s"><metadata><ttm:desc>x</ttm:desc></metadata><ttm:title>y</ttm:title>a<set begin="1s"/></p>',
    ),
    [[1000, 2000, 'a']],
    [],
  ],
  [
    'comments and CDATA',
    inDiv('<p begin="1s" end="2s"><!-- x -->a<![CDATA[<b> & ]]></p>'),
    [[1000, 2000, 'a<b> &']],
    [],
  ],
  ['an empty paragraph', inDiv('<p begin="1s" end="2s"/>'), [[1000, 2000, '']], ['1 empty']],
  [
    'no end',
    inDiv('<p begin="1s">a</p><p begin="1500ms" end="2s">b</p>'),
    [
      [1000, 1500, 'a'],
      [1500, 2000, 'b'],
    ],
    ['1 timeGuessed'],
  ],
  ['an end before the start', inDiv('<p begin="3s" end="2s">a</p>'), [[3000, 4000, 'a']], ['1 reversed']],
  [
    'times out of order',
    inDiv('<p begin="3s" end="4s">a</p><p begin="1s" end="2s">b</p>'),
    [
      [3000, 4000, 'a'],
      [1000, 2000, 'b'],
    ],
    ['2 order'],
  ],
  [
    'signs that nobody escaped',
    inDiv('<p begin="1s" end="2s">a & b < c &nbsp;&x; AT&T</p>'),
    [[1000, 2000, 'a & b < c \u00a0&x; AT&T']],
    [],
  ],
  ['an entity of HTML', inDiv('<p begin="1s" end="2s">&eacute;</p>'), [[1000, 2000, '&eacute;']], []],
];
test.each(rows)('%s', (_, body, cues, repairs) => {
  const reading = read(body);
  expect(cuesIn(reading)).toEqual(cues);
  expect(repairsIn(reading)).toEqual(repairs);
});

test('names with a prefix of their own', () => {
  const source =
    '\ufeff\n <?xml version="1.0"?>\n<!-- made --><tt:tt xmlns:tt="http://www.w3.org/2006/10/ttaf1"><tt:body><tt:div><tt:p begin="1s" end="2s">a<tt:br/>b</tt:p></tt:div></tt:body></tt:tt>';
  expect(cuesIn(readTranscript(source.slice(1), 'a.xml'))).toEqual([[1000, 2000, `a${lineBreak}b`]]);
});

test('readings over characters that a style marks', () => {
  const reading = read(inDiv('<p begin="1s" end="2s">漢<span style="r x">hàn</span>字</p>'), {
    head: '<styling><style xml:id="r" tts:ruby="text"/></styling>',
  });
  expect(cuesIn(reading)).toEqual([[1000, 2000, '漢字']]);
});

test('speakers, named or by their id', () => {
  const reading = read(
    inDiv(
      '<p begin="1s" end="2s" ttm:agent="a1">a</p><p begin="2s" end="3s" ttm:agent="a2">b</p><p begin="3s" end="4s">c</p>',
    ),
    {
      head: '<metadata><ttm:agent xml:id="a1" type="person"><ttm:name type="full">张三</ttm:name></ttm:agent></metadata>',
    },
  );
  expect(cuesIn(reading)).toEqual([
    [1000, 2000, '张三', 'a'],
    [2000, 3000, 'a2', 'b'],
    [3000, 4000, 'c'],
  ]);
});

test('spans with times in a paragraph with one are words', () => {
  const reading = read(
    inDiv(
      '<p begin="1s" end="3s"><span begin="0s" end="1s">scaling</span> <span begin="1s" end="2s">law</span></p>',
    ),
  );
  expect(cuesIn(reading)).toEqual([[1000, 3000, 'scaling law']]);
  expect(reading.transcript.words).toEqual([
    { from: 0, to: 7, start: 1000, end: 2000 },
    { from: 8, to: 11, start: 2000, end: 3000 },
  ]);
});

describe('files that are broken', () => {
  const whole = document(inDiv('<p begin="1s" end="2s">一</p>\n<p begin="2s" end="3s">二二</p>'));

  test('cut off: what is there is read', () => {
    const reading = readTranscript(whole.slice(0, whole.indexOf('二二') + 1), 'a.ttml');
    expect(cuesIn(reading)).toEqual([
      [1000, 2000, '一'],
      [2000, 3000, '二'],
    ]);
    expect(repairsIn(reading)).toEqual(['2 cutOff']);
  });

  test('cut off anywhere: no text is lost', () => {
    for (let length = 0; length < whole.length; length++) {
      const part = whole.slice(0, length);
      const { transcript, repairs } = readTranscript(part, 'a.ttml');
      expect(repairs).not.toEqual([]);
      for (const char of '一二') expect(transcript.text.includes(char)).toBe(part.includes(char));
    }
  });

  const broken: readonly (readonly [name: string, source: string, line: number])[] = [
    ['tags that cross', document(inDiv('<p begin="1s" end="2s">\n<span>a</p></span>')), 3],
    ['an attribute without quotes', document(inDiv('\n<p begin=1s end="2s">a</p>')), 3],
    ['the same attribute twice', document(inDiv('<p begin="1s" begin="2s">a</p>')), 2],
    ['a tag of HTML', document(inDiv('<p begin="1s" end="2s">a<br>b</p>')), 2],
    ['a control character', document(inDiv('<p begin="1s" end="2s">a\u0001b</p>')), 2],
  ];
  test.each(broken)('%s: opens as text, and the line is told', (_, source, line) => {
    const reading = readTranscript(source, 'a.ttml');
    expect(reading.transcript.text).toBe(source);
    expect(repairsIn(reading)).toEqual([`${line} brokenXml`]);
  });

  const foreign = ['<svg><p>a</p></svg>', document(inDiv('')), '<tt><body/></tt>', 'plain text'];
  test.each(foreign)('no cues: %s opens as text', (source) => {
    const reading = readTranscript(source, 'a.ttml');
    expect(reading.format).toBe('text');
    expect(reading.transcript.text).toBe(source);
    expect(reading.repairs).toHaveLength(1);
  });
});

describe('what means harm', () => {
  const billion = `<!DOCTYPE tt [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>`;

  test('entities of a document type are neither expanded nor fetched', () => {
    const body = inDiv('<p begin="1s" end="2s">&b;&c;</p>');
    const reading = readTranscript(`<?xml version="1.0"?>${billion}<tt ${namespaces}>${body}</tt>`, 'a.ttml');
    expect(cuesIn(reading)).toEqual([[1000, 2000, '&b;&c;']]);
  });

  test('deep nesting', () => {
    const body = inDiv(`<p begin="1s" end="2s">${'<span>'.repeat(10_000)}a${'</span>'.repeat(10_000)}</p>`);
    expect(cuesIn(read(body))).toEqual([[1000, 2000, 'a']]);
  });

  test('names of prototypes', () => {
    const reading = read(
      inDiv('<p __proto__="x" constructor="y" begin="1s" end="2s">a</p><__proto__>b</__proto__>'),
    );
    expect(cuesIn(reading)).toEqual([[1000, 2000, 'a']]);
    expect(({} as Record<string, unknown>).begin).toBeUndefined();
  });

  test('any mixture of tags and text is read or opens as text', () => {
    const part = fc.constantFrom(
      '<p begin="1s" end="2s">',
      '</p>',
      '<span begin="1s">',
      '</span>',
      '<br/>',
      '<div timeContainer="seq">',
      '</div>',
      '<body>',
      '</body>',
      '</tt>',
      '<metadata>',
      '</metadata>',
      '字',
      ' ',
      '&',
      '<',
      ']]>',
      '<!--',
      '-->',
      '<![CDATA[',
      '<?',
      '"',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 25 }), (parts) => {
        const source = `<tt>${parts.join('')}`;
        const { transcript, repairs, format } = readTranscript(source, 'a.ttml');
        if (format === 'text') {
          expect(transcript.text).toBe(source);
          expect(repairs).toHaveLength(1);
        } else expect(cuesOf(transcript)).not.toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});

const textLine = fc
  .array(fc.constantFrom('字', 'word', ' a', '，', '"', '&', '<', '>', '😀', '<i>', ']]>', '&amp;'), {
    minLength: 1,
    maxLength: 8,
  })
  .map((parts) => parts.join('').trim());
const anyCue = fc.record(
  {
    lines: fc.array(textLine, { maxLength: 2 }),
    time: fc
      .tuple(fc.nat(400_000_000), fc.nat(10_000))
      .map(([start, length]) => ({ start, end: start + length })),
    speaker: fc.constantFrom('A & <B>', '张三'),
  },
  { requiredKeys: ['lines', 'time'] },
);

const written = async (transcript: Transcript) =>
  new TextDecoder('utf-8', { fatal: true }).decode((await ttmlFormat.write(transcript)) as Uint8Array);

test('written and read back, cues are the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyCue, { minLength: 1, maxLength: 12 }), async (cues) => {
      const transcript = timedTranscript('a.ttml', cues);
      const again = readTranscript(await written(transcript), 'a.ttml').transcript;
      expect(again.text).toBe(transcript.text);
      expect(again.segments).toEqual(transcript.segments.map((segment, origin) => ({ ...segment, origin })));
    }),
    { numRuns: 500 },
  );
});
