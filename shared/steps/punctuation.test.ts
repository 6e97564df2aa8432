import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTranscript } from '../formats/formats';
import { runPipeline } from '../pipeline';
import { applyEdits } from '../transcript/edit';
import { stepOptionsSchema } from './options';
import { punctuationStep } from './punctuation';

type Convention = 'auto' | 'chinese' | 'english';
const steps = (convention: Convention = 'auto') => [
  punctuationStep(stepOptionsSchema.parse({ punctuation: { convention } })),
];
const read = (text: string, name = 'a.md') => readTranscript(text, name).transcript;
const clean = (text: string, convention?: Convention): string =>
  applyEdits(text, runPipeline(read(text), steps(convention)));

describe('marks by the script around them', () => {
  test.each([
    ['今天,我们开始.', '今天，我们开始。'],
    ['你知道吗?知道!', '你知道吗？知道！'],
    ['用的是GPT,然后是别的', '用的是GPT，然后是别的'],
    ['主持人:大家好', '主持人：大家好'],
    ['好的 ，那么 。 下一个', '好的，那么。下一个'],
    ['这样，，那样。。还有，。最后', '这样，那样。还有。最后'],
    ['这样,，那样', '这样，那样'],
    ['是这样的。。。。', '是这样的……'],
    ['真的吗？！太好了！！', '真的吗？！太好了！！'],
    ['，然后我们开始\n、第二', '然后我们开始\n第二'],
    ['大模型(就是语言模型)很大', '大模型（就是语言模型）很大'],
    ['很大(就是语言模型),对吧', '很大（就是语言模型），对吧'],
    ['ＧＰＴ４有５０％', 'GPT4有50%'],
    ['先有FP32，FP16，BF16这些', '先有FP32、FP16、BF16这些'],
  ])('%s → %s', (text, expected) => expect(clean(text)).toBe(expected));

  test.each([
    'It works, really. Does it?',
    '有1,000个，占3.5个点，12:30开始，比例3:2',
    '版本v1.2.3和train.py还有a.b',
    '看https://a.com/x,y?z=1这个',
    '写信到a.b@c.com就行',
    '运行`a, b;`这段',
    '用了etc.之类的',
    '1. 第一点',
    '函数f(中)的值',
    '大模型(LLM)很大',
    '等等...后面再说',
    '他说“好”，对吧',
    '他说yes，OK，go ahead就走了',
    '用FP32，FP16的人',
  ])('%s stays', (text) => expect(clean(text)).toBe(text));

  test('a whole line of English takes English marks, also of full width', () => {
    expect(clean('Thank you，everyone。')).toBe('Thank you, everyone.');
    expect(clean('我说Thank you，everyone。')).toBe('我说Thank you，everyone。');
  });
});

describe('half-width marks that an editor means', () => {
  const narrow = (times: number) => '我们先看这里,再看那里。'.repeat(times);
  const changes = (text: string, convention?: Convention) => runPipeline(read(text), steps(convention));
  const automatic = (text: string, convention?: Convention): string =>
    applyEdits(
      text,
      changes(text, convention).filter(({ confidence }) => confidence === 'auto'),
    );

  test('are only suggested to be widened where a document uses them throughout', () => {
    const found = changes(`${narrow(30)}对吗?`);
    expect(new Set(found.map(({ confidence }) => confidence))).toEqual(new Set(['suggest']));
    expect(found.map(({ insert }) => insert)).toEqual([...Array(30).fill('，'), '？']);
  });

  test.each([
    ['few of them', narrow(19)],
    ['as many of full width', `${narrow(30)}${'对，好。'.repeat(30)}`],
  ])('%s are slips', (_, text) => expect(automatic(text)).not.toMatch(/[,?]/));

  test('each kind of mark is judged alone where there are enough of it', () => {
    const text = `${narrow(30)}${'是吗？'.repeat(30)}真的?`;
    expect(automatic(text)).toBe(`${narrow(30)}${'是吗？'.repeat(30)}真的？`);
  });

  test('several marks still become one, and a chosen convention holds', () => {
    expect(automatic(`${narrow(30)}这样，，那样`)).toBe(`${narrow(30)}这样，那样`);
    expect(automatic(narrow(30), 'chinese')).toBe(narrow(30).replaceAll(',', '，'));
  });
});

describe('a chosen convention', () => {
  test('Chinese marks also between Latin words of a Chinese line', () => {
    expect(clean('有GPT, Llama; Qwen这些', 'chinese')).toBe('有GPT，Llama；Qwen这些');
    expect(clean('All of it, in English.', 'chinese')).toBe('All of it, in English.');
  });

  test('English marks take a space after them', () => {
    expect(clean('今天，我们开始。好吗？', 'english')).toBe('今天, 我们开始. 好吗?');
    expect(clean('大约5。4亿', 'english')).toBe('大约5。4亿');
  });
});

describe('whatever the text', () => {
  const part = fc.constantFrom(
    ...[
      '的',
      '好',
      'GPT',
      'a',
      '7',
      '3.5',
      ',',
      '，',
      '.',
      '。',
      '、',
      ':',
      '：',
      '?',
      '！',
      ' ',
      '  ',
      '\n',
      '(',
      ')',
    ],
    ...['...', 'https://a.b/c,d', '`x, y`', '![a,b](c,d)', '“', '”'],
  );
  const before = fc.constantFrom('', '好,'.repeat(25));
  const text = fc
    .tuple(before, fc.array(part, { maxLength: 24 }))
    .map(([start, parts]) => start + parts.join(''));
  const convention = fc.constantFrom<Convention>('auto', 'chinese', 'english');

  test('only marks and spaces change, nothing protected does, and a second run changes nothing', () => {
    fc.assert(
      fc.property(text, convention, (source, chosen) => {
        const transcript = read(source);
        const changes = runPipeline(transcript, steps(chosen));
        const once = applyEdits(source, changes);
        const letters = (all: string) => all.replace(/[^\p{L}\p{N}]/gu, '');
        expect(letters(once)).toBe(letters(source));
        let at = 0;
        for (const { from, to } of changes) {
          expect(from).toBeGreaterThanOrEqual(at);
          for (const range of transcript.protected) expect(to <= range.from || range.to <= from).toBe(true);
          at = to;
        }
        expect(runPipeline(read(once), steps(chosen))).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });
});
