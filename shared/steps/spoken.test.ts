import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTranscript } from '../formats/formats';
import { runPipeline } from '../pipeline';
import { applyEdits } from '../transcript/edit';
import type { Transcript } from '../transcript/transcript';
import { fillersStep } from './fillers';
import { numbersStep } from './numbers';
import { stepOptionsSchema } from './options';
import type { Step } from './step';
import { stuttersStep } from './stutters';
import { tagsStep } from './tags';

const parts = [
  ...'我这的是在就很不去来一二三十百万亿点个年月号了呃嗯额啊哈吧呢对看人',
  ...[
    '这个',
    '然后',
    '训练',
    '可以',
    '一个',
    '百分之',
    '对吧',
    '就是说',
    '我们',
    '二零',
    '没有',
    '目标',
    '例',
    '什么',
  ],
  ...[
    '，',
    '。',
    '、',
    '？',
    ' ',
    '\n',
    '\n\n',
    '%',
    '-',
    'x',
    '3',
    '5',
    '12',
    '34',
    '2024',
    '0',
    'B',
    'GPT',
    'g p t',
    ' o',
    'four',
  ],
  ...[
    '(音乐)',
    '[笑]',
    '![图](a/我我.png)',
    '`5。5`',
    '，https://a.b/3B7B ',
    '# ',
    '😀',
    'e',
    '亿-4',
    '学习率',
    '00000000',
  ],
];
const someText = fc.array(fc.constantFrom(...parts), { maxLength: 25 }).map((some) => some.join(''));
const someOptions = fc
  .record({
    numbers: fc.record({ numerals: fc.constantFrom('leave', 'digits', 'chinese') }),
    fillers: fc.record({ strength: fc.constantFrom('off', 'safe', 'thorough') }),
    tags: fc.record({ remove: fc.boolean() }),
  })
  .map((options) => stepOptionsSchema.parse(options));
const someName = fc.constantFrom('a.txt', 'a.md', 'a.srt');
const cue = (text: string, index: number) =>
  `${index}\n00:00:0${index},000 --> 00:00:0${index},900\n${text}\n`;
const someTranscript = fc.tuple(someText, someText, someName).map(([one, other, name]): Transcript => {
  const source =
    name === 'a.srt' ? `${cue(one.replace(/\n+/g, '\n'), 1)}\n${cue(other, 2)}` : `${one}\n\n${other}`;
  return readTranscript(source, name).transcript;
});
const stepsOf = (options: Parameters<typeof numbersStep>[0]): Step[] => [
  numbersStep(options),
  stuttersStep(options),
  fillersStep(options),
  tagsStep(options),
];

test('changes are sorted, apart, inside the text, outside what is protected and within one cue', () => {
  fc.assert(
    fc.property(someTranscript, someOptions, (transcript, options) => {
      const cues = transcript.segments.filter(({ kind }) => kind === 'cue');
      for (const step of stepsOf(options)) {
        let end = 0;
        for (const { from, to } of step.propose(transcript)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThanOrEqual(from);
          expect(to).toBeLessThanOrEqual(transcript.text.length);
          end = to;
          expect(transcript.protected.some((range) => range.from < to && from < range.to)).toBe(false);
          if (cues.length) expect(cues.some((range) => range.from <= from && to <= range.to)).toBe(true);
        }
      }
    }),
    { numRuns: 2000 },
  );
});

test('run on their own output they change nothing, and what no change covers stays in its order', () => {
  fc.assert(
    fc.property(someText, someOptions, (text, options) => {
      const read = (source: string) => readTranscript(source, 'a.md').transcript;
      const steps = stepsOf(options);
      const run = (source: string) =>
        runPipeline(read(source), steps).filter((change) => change.confidence === 'auto');
      const changes = run(text);
      const once = applyEdits(text, changes);
      let rest = once;
      let at = 0;
      for (const change of [...changes, { from: text.length, to: text.length, insert: '' }]) {
        const kept = text.slice(at, change.from);
        expect(rest.startsWith(kept + change.insert)).toBe(true);
        rest = rest.slice(kept.length + change.insert.length);
        at = change.to;
      }
      expect(rest).toBe('');
      expect(applyEdits(once, run(once))).toBe(once);
    }),
    { numRuns: 3000 },
  );
});

test('the same text always gets the same changes, whatever was looked at before', () => {
  fc.assert(
    fc.property(someTranscript, someTranscript, someOptions, (one, other, options) => {
      const used = stepsOf(options);
      for (const step of used) step.propose(other);
      expect(used.map((step) => step.propose(one))).toEqual(
        stepsOf(options).map((step) => step.propose(one)),
      );
    }),
  );
});
