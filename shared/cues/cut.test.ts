import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atomsOf } from './atoms';
import { cutParagraph } from './cut';
import { latinShare, profiles } from './profile';
import { readingTime, widthOf } from './width';

const profile = profiles.netflixChinese;
/** A paragraph's cues: `/` parts lines, `|` cues. */
const cut = (text: string, terms: readonly string[] = []) =>
  cutParagraph(text, profile, new Set(terms))
    .map((lines) => lines.join('/'))
    .join('|');

describe('cutting into cues', () => {
  test.each([
    // short sentences go alone where they are long enough, together where not
    ['我们先看第一个例子。它很简单，但是很有用。', '我们先看第一个例子。|它很简单，但是很有用。'],
    ['好。我们先看第一个例子。', '好。我们先看第一个例子。'],
    // a comma is a better place than the middle of a clause
    [
      '这个模型一共训练了三个月，用掉了两千块显卡，最后的效果比我们想象的要好一些。',
      '这个模型一共训练了三个月，|用掉了两千块显卡，|最后的效果比我们想象的要好一些。',
    ],
    // what belongs together stays together
    [
      '参数一共是130 B左右的GPT-4和C++写的A/B测试工具以及其他一些相关的东西',
      '参数一共是130 B左右的GPT-4和C++写的|A/B测试工具以及其他一些相关的东西',
    ],
  ])('%s', (text, expected) => {
    expect(cut(text)).toBe(expected);
  });

  test('a dictionary’s terms are not broken', () => {
    const text = '所以大家一直在讨论的关于规模的这个scaling law到底还能不能继续下去';
    expect(cut(text, ['scaling law'])).not.toMatch(/scaling[/|]/);
  });

  const unit = fc.constantFrom(
    ...'的是在模型训练数据我们',
    '，',
    '。',
    '、',
    '《',
    '》',
    '（',
    '）',
    ' ',
    'GPT-4',
    'scaling',
    '3.5',
    '亿',
    '但是',
  );
  const text = fc.array(unit, { maxLength: 120 }).map((parts) => parts.join(''));

  test('nothing is lost or reordered', () => {
    fc.assert(
      fc.property(text, (source) => {
        const spoken = (words: string) => words.replace(/\s+/g, '');
        const cues = cutParagraph(source, profile);
        const left = spoken(cues.flat().join(''));
        // Only what holds no letter at all may go.
        expect([...spoken(source)].filter((char) => /[\p{L}\p{N}]/u.test(char)).join('')).toBe(
          [...left].filter((char) => /[\p{L}\p{N}]/u.test(char)).join(''),
        );
      }),
    );
  });

  test('no line is wider than it may be, no cue has more than two, and no mark begins or ends a line wrongly', () => {
    fc.assert(
      fc.property(text, (source) => {
        // An opening mark at the very end has nothing to open.
        for (const lines of cutParagraph(source.replace(/[（《\s]+$/, ''), profile)) {
          expect(lines.length).toBeLessThanOrEqual(2);
          const whole = lines.join('');
          const han = whole.match(/\p{Script=Han}/gu)?.length ?? 0;
          const widest = han < latinShare * widthOf(whole) ? profile.widestLatinLine : profile.widestLine;
          for (const line of lines) {
            if (atomsOf(line).length > 1) expect(widthOf(line)).toBeLessThanOrEqual(widest);
            if (line !== lines[0]) expect(line).not.toMatch(/^[，。、）》]/);
            if (atomsOf(line).length > 1) expect(line).not.toMatch(/[（《]$/);
          }
        }
      }),
    );
  });
});

test('reading time adds up over scripts', () => {
  expect(readingTime('九个汉字正好一秒吧', profile)).toBeCloseTo(1000);
  expect(readingTime('twenty letters take a s', profile)).toBeCloseTo(950);
});
