import fc from 'fast-check';
import { pangu } from 'pangu';
import { describe, expect, test } from 'vitest';
import { readTranscript } from '../formats/formats';
import { runPipeline } from '../pipeline';
import { applyEdits } from '../transcript/edit';
import { stepOptionsSchema } from './options';
import { spacingStep } from './spacing';

const read = (text: string) => readTranscript(text, 'a.md').transcript;
const clean = (text: string, between: 'leave' | 'add' | 'remove'): string =>
  applyEdits(text, runPipeline(read(text), [spacingStep(stepOptionsSchema.parse({ spacing: { between } }))]));

/** Where pangu and Emend agree. */
const agreed = [
  ['在kvm-riscv上', '在 kvm-riscv 上'],
  ['用C++写', '用 C++ 写'],
  ['C#语言', 'C# 语言'],
  ['5G网络', '5G 网络'],
  ['GPT-4的', 'GPT-4 的'],
  ['从GPT-3.5到4', '从 GPT-3.5 到 4'],
  ['涨了50%了', '涨了 50% 了'],
  ['1,000个', '1,000 个'],
  ['给$5的', '给 $5 的'],
  ['（GPT）之后', '（GPT）之后'],
  ['第3章', '第 3 章'],
];

describe('spaces between Chinese and Latin', () => {
  test.each(agreed)('%s → %s, as in pangu', (text = '', expected = '') => {
    expect(clean(text, 'add')).toBe(expected);
    expect(pangu.spacingText(text)).toBe(expected);
    expect(clean(expected, 'remove')).toBe(text);
  });

  /**
   * Where they differ. Pangu parts every slash, ampersand and operator, which tears ids apart (A/B, Q&A, a+b), and it
   * also spaces brackets, quotes and code spans, which belongs to marks, not to words. Emend only looks at where a
   * Latin word or number itself meets Chinese, and takes ℃ for part of the number.
   */
  test.each([
    ['做A/B测试', '做 A/B 测试', '做 A / B 测试'],
    ['Q&A环节', 'Q&A 环节', 'Q & A 环节'],
    ['a+b等', 'a+b 等', 'a + b 等'],
    ['模型(LLM)是', '模型(LLM)是', '模型 (LLM) 是'],
    ['用`code`写', '用`code`写', '用 `code` 写'],
    ['100℃的', '100℃ 的', '100℃的'],
  ])('%s → %s, in pangu %s', (text, expected, inPangu) => {
    expect(clean(text, 'add')).toBe(expected);
    expect(pangu.spacingText(text)).toBe(inPangu);
  });

  /** As in autocorrect, whose rules these examples were compared with; see docs/cleanup.md. */
  test.each([
    ['用*GPT*做', '用*GPT*做'],
    ['用**GPT**做', '用**GPT**做'],
    ['我们$x$中', '我们$x$中'],
    ['他说“GPT”很好', '他说“GPT”很好'],
    ['约5~6个', '约 5~6 个'],
    ['文件a.txt在', '文件 a.txt 在'],
  ])('%s → %s', (text, expected) => expect(clean(text, 'add')).toBe(expected));

  /** Where autocorrect differs: it knows +, % and others as parts of a word, but not these. */
  test.each([
    ['用C#写', '用 C# 写'],
    ['A*算法', 'A* 算法'],
    ['看#1号', '看 #1 号'],
    ['找@user问', '找 @user 问'],
    ['从$5到$10吧', '从 $5 到 $10 吧'],
    ['30℃左右', '30℃ 左右'],
    ['图-1中', '图-1 中'],
  ])('%s → %s', (text, expected) => expect(clean(text, 'add')).toBe(expected));

  test('by default nothing changes', () => expect(clean('用GPT 4做', 'leave')).toBe('用GPT 4做'));

  test('protected text and what is inside Latin stays', () => {
    expect(clean('看![图a](图a.png)和https://a.b/c之后 new word', 'remove')).toBe(
      '看![图a](图a.png)和https://a.b/c之后new word',
    );
  });

  test('only spaces change, and a second run changes nothing', () => {
    const part = fc.constantFrom('的', '好', 'a', 'GPT', '7', ' ', '  ', '+', '%', '，', '\n', '`x中y`', '-');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), fc.constantFrom('add', 'remove'), (parts, between) => {
        const text = parts.join('');
        const once = clean(text, between as 'add' | 'remove');
        expect(once.replace(/ /g, '')).toBe(text.replace(/ /g, ''));
        expect(clean(once, between as 'add' | 'remove')).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });
});
