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
  ['明天去呃去菜市场', '明天去菜市场'],
  ['这是非常呃非常关键的', '这是非常关键的'],
  ['院子里有两棵，呃，有两棵枣树', '院子里有两棵，呃，有两棵枣树'],
  ['这就是一个呃，一个老办法', '这就是一个老办法'],
  ['早上出门，买到了新鲜的鱼，买到了新鲜的鱼，再回家做饭', '早上出门，买到了新鲜的鱼，再回家做饭'],
  ['我们往下走往下走就看到了', '我们往下走就看到了'],
  ['老人在家里使使用轮椅', '老人在家里使用轮椅'],
  ['当时我们特特地选了它', '当时我们特地选了它'],
  ['教练带着队员训训练了一天', '教练带着队员训练了一天'],
  ['以以及其他的部分', '以及其他的部分'],
  ['有很很多人在用', '有很多人在用'],
  ['每每个模型都不一样', '每个模型都不一样'],
  ['最最后再说一点', '最后再说一点'],
  ['小镇最老的一个一个车站', '小镇最老的一个车站'],
  ['晚饭后可以可以散步', '晚饭后可以散步'],
  ['第一个第一个问题是', '第一个问题是'],
  ['故事是关于是关于海岛的', '故事是关于海岛的'],
  ['点一杯 lemon lemon tea', '点一杯 lemon tea'],
  ['画画也用AIAI了', '画画也用AI了'],
  ['工程花了30亿30亿才完工', '工程花了30亿才完工'],
  ['今年的目主要目标是修路', '今年的主要目标是修路'],
  ['看看上去不错', '看上去不错'],
  ['他一口气写写出三首诗', '他一口气写出三首诗'],
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
      reason: 'stutterWord',
    },
  ]);
});

test('what may be meant is only suggested', () => {
  expect(changesOf('味道很一般，没什么好吃的，没什么好吃的。')).toMatchObject([{ confidence: 'suggest' }]);
  expect(changesOf('晚上先去公园的garden，garden里人很多')).toMatchObject([{ confidence: 'suggest' }]);
});

test.each([
  ['他是做出口的，一直做出口的生意', '做出口的，', 'stutters:restart'],
  ['他们爬上山顶，其实爬上山顶只要一小时', '爬上山顶，', 'stutters:restart'],
  ['婚礼定在三月，不对，四月办', '三月，不对，', 'stutters:repair'],
  ['修桥花了3年，哦，说错了，5年才修好', '3年，哦，说错了，', 'stutters:repair'],
])('a restart in %s is only suggested', (text, gone, rule) => {
  const from = text.indexOf(gone);
  expect(changesOf(text)).toMatchObject([
    { from, to: from + gone.length, insert: '', rules: [rule], confidence: 'suggest' },
  ]);
});

test('the first character of a word that is begun anew goes', () => {
  expect(clean('有几个比还比较贵，很更大')).toBe('有几个还比较贵，更大');
  expect(clean('在路上，其就是这样')).toBe('在路上，就是这样');
  expect(clean('他很有数，尤其就是这样')).toBe('他很有数，尤其就是这样');
});

test('taken up without a pause, only the second time is meant', () => {
  expect(clean('他换了一条另外就换了一条新的路')).toBe('他换了一条新的路');
  expect(clean('来不了就是来不了')).toBe('来不了就是来不了');
});

test('the head of a Latin word said again and again goes', () => {
  expect(clean('要acacaccessible才行')).toBe('要accessible才行');
  expect(clean('他hahahaha地笑，吃couscous和bonbons')).toBe('他hahahaha地笑，吃couscous和bonbons');
});

test.each([
  '上午去大公园，下午去大公园散步',
  '他说三月，不是四月，要分清',
  '价钱是3元，不是5角',
  '我们喜欢音乐，我们也喜欢音乐',
])('no restart: %s', (text) => {
  expect(changesOf(text)).toEqual([]);
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
