import { expect, test } from 'vitest';
import { readTranscript } from '../formats/formats';
import { runPipeline } from '../pipeline';
import { applyEdits } from '../transcript/edit';
import { stepOptionsSchema } from './options';
import { tagsStep } from './tags';

const changesOf = (text: string, remove = false, name = 'talk.txt') =>
  runPipeline(readTranscript(text, name).transcript, [
    tagsStep(stepOptionsSchema.parse({ tags: { remove } })),
  ]);
const clean = (text: string) => applyEdits(text, changesOf(text, true));

test('shown, and taken out only if asked for', () => {
  expect(changesOf('大家好(音乐)今天')).toEqual([
    {
      from: 3,
      to: 7,
      insert: '',
      step: 'tags',
      rules: ['tags:sound'],
      confidence: 'suggest',
      reason: 'nonSpeech',
    },
  ]);
  expect(changesOf('大家好(音乐)今天', true)).toMatchObject([{ confidence: 'auto' }]);
});

test.each([
  ['大家好 [笑] 今天', '大家好 今天'],
  ['大家好【掌声】。', '大家好。'],
  ['Thank you. [Applause] Next', 'Thank you. Next'],
  ['♪ 啦啦啦 ♪开始', '开始'],
  ['第一段\n\n(音乐)\n\n第二段', '第一段\n\n第二段'],
  ['第一段\n\n请不吝点赞 订阅 转发 打赏支持\n\n第二段', '第一段\n\n第二段'],
  ['我们来看这个例子吧\n\n我们来看这个例子吧\n\n我们来看这个例子吧\n\n好', '我们来看这个例子吧\n\n好'],
])('%j → %j', (text, expected) => {
  expect(clean(text)).toBe(expected);
  expect(clean(expected)).toBe(expected);
});

test.each([
  '对。\n\n对。',
  '参数(见下文)',
  '数组[0]',
  '音乐很好听',
  '括号（笑话集）里',
  '好的\n\n好的\n\n好的',
])('stays: %j', (text) => {
  expect(clean(text)).toBe(text);
});

test('a cue keeps its place', () => {
  const srt = '1\n00:00:01,000 --> 00:00:02,000\n[音乐]\n\n2\n00:00:03,000 --> 00:00:04,000\n大家好\n';
  expect(changesOf(srt, true, 'a.srt')).toMatchObject([{ from: 0, to: 4, insert: '' }]);
});
