import { describe, expect, test } from 'vitest';
import { readTranscript } from '../formats/formats';
import { runPipeline } from '../pipeline';
import { applyEdits } from '../transcript/edit';
import { fillersStep } from './fillers';
import { stepOptionsSchema } from './options';
import { stuttersStep } from './stutters';

const stepsOf = (strength: string, lists: object = {}) => {
  const options = stepOptionsSchema.parse({ fillers: { strength }, lists });
  return [stuttersStep(options), fillersStep(options)];
};
const clean = (text: string, strength = 'safe', lists: object = {}) =>
  applyEdits(
    text,
    runPipeline(readTranscript(text, 'talk.txt').transcript, [
      fillersStep(stepOptionsSchema.parse({ fillers: { strength }, lists })),
    ]),
  );

describe('safe', () => {
  test.each([
    ['呃我们先看第一页', '我们先看第一页'],
    ['嗯，我们先看第一页', '我们先看第一页'],
    ['这里有一个呃，新的参数', '这里有一个新的参数'],
    ['效果呃不错', '效果不错'],
    ['钥匙都打不开呃，后来才换了锁', '钥匙都打不开，后来才换了锁'],
    ['先看结构，呃，再看数据', '先看结构，再看数据'],
    ['先看结构，额，再看数据', '先看结构，再看数据'],
    ['这就是结论呃。', '这就是结论。'],
    ['这里用到一些啊语言模型', '这里用到一些语言模型'],
    ['模型的结构啊，数据的质量啊，都很重要', '模型的结构，数据的质量，都很重要'],
    ['啊这里有一张图', '这里有一张图'],
    ['信息量很大对吧，所以要压缩', '信息量很大，所以要压缩'],
    ['雨季来得很早对吧。', '雨季来得很早。'],
    ['信息量很大对吧所以要压缩', '信息量很大，所以要压缩'],
    ['先说说路线哈，一共三天', '先说说路线，一共三天'],
    ['但是呢这个办法很慢', '但是这个办法很慢'],
    ['山上的天气呢说变就变', '山上的天气说变就变'],
    ['两种茶的泡法是有讲究的对。', '两种茶的泡法是有讲究的。'],
    ['We are, uh, very late', 'We are, very late'],
  ])('%s → %s', (text, expected) => {
    expect(clean(text)).toBe(expected);
    expect(clean(expected)).toBe(expected);
  });

  test.each([
    '金额和额度都超了，额外付费。',
    '这个问题很难，那个问题更难。',
    '我同意这个方案。',
    '是啊，我也这么想。',
    '好啊！',
    '怎么办啊？',
    '你看到了什么啊。',
    '哈哈，太好了。',
    '哈尔滨很冷。',
    '你觉得对吧？',
    '你说的对。',
    '这不对吧，再查一下。',
    '他在对吧台的人说话。',
    '你呢？我呢？',
    '他正忙着呢。',
    '那晚饭吃什么呢',
    '先读一遍，然后再做题。',
    '然后我们做了实验。',
    '也就是说这是对的。',
    '打嗝又叫呃逆。',
    '嗯。',
  ])('stays: %s', (line) => {
    expect(clean(line)).toBe(line);
  });

  test('然后 at every turn is a habit', () => {
    expect(clean('水烧开，然后面下锅，然后盐要少放，然后就能吃了。')).toBe(
      '水烧开，面下锅，盐要少放，就能吃了。',
    );
  });
});

test('thorough goes further, off does nothing', () => {
  const text = '所以这个老房子很潮湿，对我们要看屋顶的这个坡度，是吧，呃就这样。';
  expect(clean(text, 'thorough')).toBe('所以老房子很潮湿，我们要看屋顶的坡度，就这样。');
  expect(clean(text, 'safe')).toBe('所以这个老房子很潮湿，对我们要看屋顶的这个坡度，是吧，就这样。');
  expect(clean(text, 'off')).toBe(text);
  expect(clean('问题就是说如何做', 'thorough')).toBe('问题就是如何做');
  expect(clean('理解说明书，也就是说法不同', 'thorough')).toBe('理解说明书，也就是说法不同');
  expect(clean('是不是可以，对不对都要查', 'thorough')).toBe('是不是可以，对不对都要查');
});

describe('thorough', () => {
  test.each([
    ['水温不够，然后呢，茶就泡不开', '水温不够，茶就泡不开'],
    ['路上堵车，然后另外天也黑了', '路上堵车，另外天也黑了'],
    ['所以就是说我们要早点出门', '所以我们要早点出门'],
    ['因为就是盐其实是最后放的', '因为盐其实是最后放的'],
    ['问题就是说怎么保鲜', '问题就是怎么保鲜'],
    ['我们后来知道说原来那天是节日', '我们后来知道原来那天是节日'],
    ['到了那年年底，那村里通了电', '到了那年年底，村里通了电'],
    ['大家都来了，那包括隔壁的邻居', '大家都来了，包括隔壁的邻居'],
    ['他没反对，也就是说那计划通过了', '他没反对，也就是说计划通过了'],
    ['先挖坑，那个，我们再栽树', '先挖坑，我们再栽树'],
    ['他们买了一套这个灌溉设备', '他们买了一套灌溉设备'],
    ['要看这个整个流域的水量', '要看整个流域的水量'],
    ['院里有很多的这种老树', '院里有很多的老树'],
    ['需要非常细致的这种护理', '需要非常细致的护理'],
    ['这是一个很关键的一个步骤', '这是一个很关键的步骤'],
    ['旧的水管呢它会生锈', '旧的水管会生锈'],
    ['，对这个也是老办法', '，这个也是老办法'],
    ['我们这个我们的车坏了', '我们的车坏了'],
    ['小电驴这么呃这个这个这么耗电', '小电驴这么耗电'],
    ['和这个和老师商量', '和老师商量'],
    ['这样就会就引起误会', '这样就会引起误会'],
    ['他的病是可能是感冒', '他的病可能是感冒'],
    ['我们把这个把它放进柜子', '我们把这个放进柜子'],
    ['挑出质量不好的，然后的一些零件', '挑出质量不好的一些零件'],
    ['就要平衡这个它带来的噪音', '就要平衡它带来的噪音'],
    ['雨天那个大家都不出门', '雨天大家都不出门'],
    ['按照这种我们以前的做法', '按照我们以前的做法'],
    ['店里摆了一些这种小摆件', '店里摆了一些小摆件'],
    ['往下看，就说我们那条街', '往下看，我们那条街'],
    ['为了随着季节换衣服', '随着季节换衣服'],
    ['水位在逐步地在上涨', '水位在逐步地上涨'],
    ['那河水那几乎干了', '那河水几乎干了'],
  ])('%s → %s', (text, expected) => {
    const cleaned = applyEdits(
      text,
      runPipeline(readTranscript(text, 'talk.txt').transcript, stepsOf('thorough')),
    );
    expect(cleaned).toBe(expected);
  });

  test.each([
    '对这个人要小心。',
    '先挖坑，对我们来说不难。',
    '秦朝统一之后，那一套文字才推行开来。',
    '我买了两样，这个，那个，都很好。',
    '一个这个，一个那个。',
    '但是应该是对的。',
    '他就是说说而已。',
    '这个我们下次再讲。',
    '那是我们那几年的事。',
    '就说我吧，也一样。',
  ])('stays: %s', (line) => {
    expect(clean(line, 'thorough')).toBe(line);
  });
});

test('a connective after 然后 says enough', () => {
  expect(clean('雨停了，然后但是路还是湿的')).toBe('雨停了，但是路还是湿的');
  expect(clean('先看，然后所以再说')).toBe('先看，然后所以再说');
  expect(clean('所以的话我们明天出发')).toBe('所以我们明天出发');
});

test('a person may add fillers', () => {
  expect(clean('讲真的，这很难', 'safe', { fillers: ['讲真的'] })).toBe('这很难');
  expect(clean('欸这很难，可欸都行', 'safe', { fillers: ['欸'] })).toBe('这很难，可都行');
});
