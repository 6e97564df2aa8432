import { describe, expect, test } from 'vitest';
import { readTranscript } from '../formats/formats';
import { runPipeline } from '../pipeline';
import { applyEdits } from '../transcript/edit';
import { numbersStep } from './numbers';
import { stepOptionsSchema } from './options';

const changesOf = (text: string, options: object = {}, name = 'talk.txt') =>
  runPipeline(readTranscript(text, name).transcript, [numbersStep(stepOptionsSchema.parse(options))]);
const clean = (text: string, options: object = {}) =>
  applyEdits(
    text,
    changesOf(text, options).filter((change) => change.confidence === 'auto'),
  );

test.each([
  ['一共有5。4亿参数', '一共有5.4亿参数'],
  ['用GPT3。5来做', '用GPT3.5来做'],
  ['从2。2到2。1', '从2.2到2.1'],
  ['大概快2。6倍。', '大概快2.6倍。'],
  ['数值是1。78。', '数值是1.78。'],
  ['大约是1。\n\n5亿的规模', '大约是1.5亿的规模'],
  ['概率是0。\n\n75', '概率是0.75'],
  ['到了34月份', '到了3、4月份'],
  ['910月份开学', '9、10月份开学'],
  ['大概5 6月份', '大概5、6月份'],
  ['34年级的学生', '3、4年级的学生'],
  ['在202122年', '在2021、22年'],
  ['20222023年', '2022、2023年'],
  ['从22年二三年开始', '从22年23年开始'],
  ['有3B7B两种', '有3B、7B两种'],
  ['支持720P1080P', '支持720P、1080P'],
  ['十几20个人', '十几二十个人'],
  ['只有23成', '只有两三成'],
  ['有1些问题', '有1些问题'.replace('1', '一')],
  ['有400000000用户', '有4亿用户'],
  ['高达71080P', '高达1080P'],
  ['7B、14B还有70币', '7B、14B还有70B'],
  ['百分之20的人', '20%的人'],
  ['从80%到90。', '从80%到90%。'],
  ['占了二三十%', '占了20%~30%'],
  ['涨了二十五%', '涨了25%'],
  ['学习率是1。5亿-3', '学习率是1.5e-3'],
  ['学习率5亿-4到3亿-5', '学习率5e-4到3e-5'],
  ['学习率取1e负3', '学习率取1e-3'],
  ['最新的 g p t four o 模型', '最新的 GPT-4o 模型'],
  ['g p t three point five', 'GPT-3.5'],
  ['他是 p h d', '他是 PhD'],
  ['a p i 的价格', 'API 的价格'],
])('%s → %s', (text, expected) => {
  expect(clean(text)).toBe(expected);
  expect(clean(expected)).toBe(expected);
});

test('what may be meant otherwise is only suggested, or left', () => {
  expect(changesOf('大小是1120x120')).toMatchObject([{ confidence: 'suggest', rules: ['numbers:unit'] }]);
  expect(clean('5。05准时结束')).toBe('5。05准时结束');
  expect(clean('型号是BX-1。2个人用')).toBe('型号是BX-1。2个人用');
  expect(changesOf('我叫它BX-1。\n\n3B更小')).toEqual([]);
  expect(changesOf('降到了3。\n\n5月再说')).toEqual([]);
});

test('a decimal point is not looked for over the border of two cues, nor in what is protected', () => {
  const srt = '1\n00:00:01,000 --> 00:00:02,000\n是1。\n\n2\n00:00:03,000 --> 00:00:04,000\n5亿\n';
  expect(changesOf(srt, {}, 'a.srt')).toEqual([]);
  expect(clean('见 https://a.b/3B7B 和 `1。5`')).toContain('https://a.b/3B7B');
});

test('a person may add units and acronyms', () => {
  expect(clean('是1。\n\n5光年')).toBe('是1。\n\n5光年');
  expect(clean('是1。\n\n5光年', { lists: { units: ['光年'] } })).toBe('是1.5光年');
  expect(clean('用 x q z 来算', { lists: { acronyms: ['XQZ'] } })).toBe('用 XQZ 来算');
});

describe('numerals as the options say', () => {
  const toDigits = { numbers: { numerals: 'digits' } };
  const toChinese = { numbers: { numerals: 'chinese' } };
  test.each([
    ['三百二十个人', '320个人'],
    ['二零二四年十二月', '2024年12月'],
    ['百分之二十五的人', '25%的人'],
    ['一万五千元', '1.5万元'],
    ['三点五倍', '3.5倍'],
    ['两千零二十四个', '2024个'],
    ['一五一十地说，五四运动，三三两两', '一五一十地说，五四运动，三三两两'],
    ['三四个人，一个人，两种办法', '三四个人，一个人，两种办法'],
    ['十几个人，第一百二十个', '十几个人，第一百二十个'],
  ])('%s in digits is %s', (text, expected) => {
    expect(clean(text, toDigits)).toBe(expected);
    expect(clean(expected, toDigits)).toBe(expected);
  });

  test.each([
    ['320个人', '三百二十个人'],
    ['2024年12月', '二零二四年十二月'],
    ['25%的人', '百分之二十五的人'],
    ['2个人，2月', '两个人，二月'],
    ['3.5倍', '三点五倍'],
    ['GPT-4和7B的模型', 'GPT-4和7B的模型'],
  ])('%s in words is %s', (text, expected) => {
    expect(clean(text, toChinese)).toBe(expected);
    expect(clean(expected, toChinese)).toBe(expected);
  });
});
