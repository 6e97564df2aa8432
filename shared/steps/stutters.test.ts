import { expect, test } from 'vitest';
import { readTranscript } from '../formats/formats';
import { runPipeline } from '../pipeline';
import { applyEdits } from '../transcript/edit';
import { stepOptionsSchema } from './options';
import { stuttersStep } from './stutters';

const changesOf = (text: string, options: object = {}, name = 'talk.txt') =>
  runPipeline(readTranscript(text, name).transcript, [stuttersStep(stepOptionsSchema.parse(options))]);
const clean = (text: string, options: object = {}) =>
  applyEdits(
    text,
    changesOf(text, options).filter((change) => change.confidence === 'auto'),
  );

test.each([
  ['所以我我想说一下', '所以我想说一下'],
  ['这这这个问题', '这个问题'],
  ['然后就就开始了', '然后就开始了'],
  ['从这个这个角度来看', '从这个角度来看'],
  ['然后然后我们上线了', '然后我们上线了'],
  ['我们我们我们再看看', '我们再看看'],
  ['有人去呃去质疑它', '有人去质疑它'],
  ['这是非常呃非常关键的', '这是非常关键的'],
  ['有一个呃，有一个难点', '有一个难点'],
  ['先打开网页，拿到了结果，拿到了结果，再算平均', '先打开网页，拿到了结果，再算平均'],
  ['我们往下走往下走就看到了', '我们往下走就看到了'],
  ['用户实际使使用的时候', '用户实际使用的时候'],
  ['当时我们特特地选了它', '当时我们特地选了它'],
  ['这是一个训训练的过程', '这是一个训练的过程'],
  ['以以及其他的部分', '以及其他的部分'],
  ['有很很多人在用', '有很多人在用'],
  ['每每个模型都不一样', '每个模型都不一样'],
  ['最最后再说一点', '最后再说一点'],
  ['这是一个一个减法的过程', '这是一个减法的过程'],
  ['我觉得可以可以说的', '我觉得可以说的'],
  ['第一个第一个问题是', '第一个问题是'],
  ['是关于是关于数据的', '是关于数据的'],
  ['用的是 post post norm', '用的是 post norm'],
  ['需要AIAI平台', '需要AI平台'],
  ['大概500亿500亿的规模', '大概500亿的规模'],
  ['它的目核心目标是什么', '它的核心目标是什么'],
  ['看看上去不错', '看上去不错'],
  ['可以跑跑出不同的结果', '可以跑出不同的结果'],
])('%s → %s', (text, expected) => {
  expect(clean(text)).toBe(expected);
  expect(clean(expected)).toBe(expected);
});

test('a change says what it is and keeps the last copy', () => {
  expect(changesOf('那这个这个模型')).toEqual([
    {
      from: 1,
      to: 3,
      insert: '',
      step: 'stutters',
      rules: ['stutters:word'],
      confidence: 'auto',
      reason: 'stutter',
    },
  ]);
});

test('what may be meant is only suggested', () => {
  expect(changesOf('差得不多，没什么差距，没什么差距。')).toMatchObject([{ confidence: 'suggest' }]);
  expect(changesOf('横轴是预训练的loss，loss越小越好')).toMatchObject([{ confidence: 'suggest' }]);
});

test('a person may say what is doubled rightly', () => {
  expect(clean('叫这这店')).toBe('叫这店');
  expect(clean('叫这这店', { lists: { doubled: ['这这'] } })).toBe('叫这这店');
  expect(clean('从这个这个角度', { lists: { doubled: ['这个'] } })).toBe('从这个这个角度');
});

test('headings stay, cues are looked at one by one', () => {
  expect(clean('# 我我和你')).toBe('# 我我和你');
  const srt = '1\n00:00:01,000 --> 00:00:02,000\n我们我\n\n2\n00:00:03,000 --> 00:00:04,000\n我觉得得\n';
  expect(changesOf(srt, {}, 'a.srt')).toEqual([]);
});
