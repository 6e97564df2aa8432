import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { violations } from '../../tests/cue-violations';
import { termsOf } from './breaks';
import { type CutCue, cutParagraph } from './cut';
import { type CueProfile, profileOf, profiles } from './profile';
import { cueProfileSchema } from './profile-schema';
import { readingTime, widthOf } from './width';

/** The profile that leaves the marks in, so that a test shows where they went. */
const keeping: CueProfile = { ...profiles.netflixChinese, finalMarks: 'keep', innerMarks: 'keep' };
const show = (cues: readonly CutCue[]) => cues.map(({ lines }) => lines.join('/')).join('|');
/** A paragraph's cues: `/` parts lines, `|` cues. */
const cut = (text: string, profile = keeping, terms: readonly string[] = []) =>
  show(cutParagraph(text, { profile, terms: termsOf(terms) }));

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
    // a title, a name and a number in Han are not broken
    [
      '这个问题我建议大家先去读一读那本很有名的《统计学习方法导论》再回来讨论',
      '这个问题我建议大家先去读一读/那本很有名的《统计学习方法导论》|再回来讨论',
    ],
    // English goes by its own width and before conjunctions
    [
      'We trained the small model first because it was the only thing that we could afford at that time.',
      'We trained the small model first|because it was the only thing|that we could afford at that time.',
    ],
  ])('%s', (text, expected) => {
    expect(cut(text)).toBe(expected);
  });

  test('a dictionary’s terms are not broken', () => {
    const text = '所以大家一直在讨论的关于规模的这个scaling law到底还能不能继续下去';
    expect(cut(text, keeping, ['Scaling Law'])).not.toMatch(/scaling\s*[/|]/);
  });

  test.each<[string, Partial<CueProfile>, string]>([
    ['我说：“好，走吧。”他就走了，真的。', {}, '我说：“好，走吧。”他就走了，真的。'],
    ['我说：“好，走吧。”他就走了，真的。', { finalMarks: 'drop' }, '我说：“好，走吧。”他就走了，真的'],
    [
      '我说：“好，走吧。”他就走了，真的。',
      { finalMarks: 'drop', innerMarks: 'space' },
      '我说：“好 走吧”他就走了 真的',
    ],
    ['真的吗？对，是 3.5 的。', { finalMarks: 'drop', innerMarks: 'space' }, '真的吗？对 是 3.5 的'],
  ])('full stops and commas: %s %j', (text, marks, expected) => {
    expect(cut(text, { ...keeping, lineWidth: 20, widestLine: 20, ...marks })).toBe(expected);
  });

  test('with times, cues part at pauses and are not shown for too long', () => {
    const text = '这个我们再想一想然后再说吧';
    const at = (place: number) => place * 200;
    // Three seconds of silence before 然后.
    const after = (place: number) => at(place) + (place >= 8 ? 3000 : 0);
    const paused = { startAt: after, endAt: (place: number) => after(place - 1) + 200 };
    expect(
      show(cutParagraph(text, { profile: { ...keeping, lineWidth: 8, widestLine: 8 }, timing: paused })),
    ).toBe('这个我们再想一想|然后再说吧');
    const slow = { startAt: (place: number) => place * 900, endAt: (place: number) => place * 900 };
    expect(
      cutParagraph('我们慢慢说，一个字一个字地说，谁都听得清。', { profile: keeping, timing: slow }).length,
    ).toBe(4);
  });
});

const units = [
  ...'的是在模型训练数据我们，。、？；《》（）“” ',
  '，然后',
  '。但是',
  ' GPT-4 ',
  'scaling law',
  'C++',
  '3.5',
  '130 B',
  '两千块显卡',
  '亿',
  '——',
  '……',
  '𠮷',
  '👩‍🏫',
];
const text = fc.array(fc.constantFrom(...units), { maxLength: 150 }).map((parts) => parts.join(''));
const anyProfile = fc
  .record({
    name: fc.constantFrom(...(['netflixChinese', 'netflixEnglish', 'course', 'broadcast'] as const)),
    countEvery: fc.boolean(),
    lineWidth: fc.constantFrom(8, 12, 16),
    finalMarks: fc.constantFrom('keep' as const, 'drop' as const),
    innerMarks: fc.constantFrom('keep' as const, 'space' as const),
  })
  .map(({ name, ...numbers }): CueProfile => ({ ...profiles[name], ...numbers }));

describe('any text', () => {
  test('cuts into cues that hold all that is said, in order, within the width and the number of lines', () => {
    const spoken = (words: string) => words.replace(/[\s\p{P}]/gu, '');
    fc.assert(
      fc.property(text, anyProfile, (source, profile) => {
        const cues = cutParagraph(source, { profile });
        expect(spoken(cues.flatMap(({ lines }) => lines).join(''))).toBe(spoken(source));
        for (const { from, to, lines } of cues) {
          expect(lines.length).toBeGreaterThan(0);
          expect(lines.length).toBeLessThanOrEqual(profile.mostLines);
          expect(spoken(source.slice(from, to))).toBe(spoken(lines.join('')));
          const latin = profile.widestLatinLine * (profile.countEvery ? 1 : 0.5);
          for (const line of lines)
            expect(widthOf(line, profile.countEvery)).toBeLessThanOrEqual(
              Math.max(profile.widestLine, latin),
            );
        }
      }),
    );
  });

  test('made of clauses that hold something is cut without a violation', () => {
    const word = fc.constantFrom(
      ...'模型 训练 数据 我们 今天 这个 GPT-4 3.5亿 130 B 两千块 scaling law 《方法论》 “好” （见下）'.split(
        ' ',
      ),
    );
    const clause = fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => words.join(''));
    const mark = fc.constantFrom('，', '。', '？', '、', '；', ' ');
    const talk = fc
      .array(fc.tuple(clause, mark), { minLength: 1, maxLength: 12 })
      .map((parts) => parts.flat().join(''));
    const terms = termsOf(['scaling law']);
    fc.assert(
      fc.property(talk, anyProfile, (source, profile) => {
        expect(violations(source, cutParagraph(source, { profile, terms }), profile)).toEqual([]);
      }),
    );
  });
});

describe('a long talk', () => {
  const samples = ['01-pretraining.md', '02-evaluation.txt', '03-deployment.txt']
    .map((name) => readFileSync(`seeds/samples/${name}`, 'utf8'))
    .join('\n');
  const paragraphs = samples.split('\n').filter((line) => line.trim() && !/^#|^!\[/.test(line));
  /** The samples many times over, each time with other neighbours: 100,000 characters. */
  const long = Array.from({ length: 40 }, (_, turn) =>
    paragraphs.filter((_, index) => (index * 7 + turn) % 5 > 0),
  ).map((some) => some.join(''));
  const words = ['scaling law', '语料库', '损失曲线'];

  test.each(Object.entries({ ...profiles, strict: { ...profiles.netflixChinese, countEvery: true } }))(
    'keeps to all limits of %s and breaks nothing that must stay whole',
    (_, profile) => {
      const terms = termsOf(words);
      expect(long.join('').length).toBeGreaterThan(50_000);
      for (const paragraph of long)
        expect(violations(paragraph, cutParagraph(paragraph, { profile, terms }), profile, words)).toEqual(
          [],
        );
    },
  );

  test('the check finds what a cut at every sixteenth character breaks', () => {
    const source = '参数是130 B的《方法论》，GPT-4和scaling law都提到了，一共两千块显卡。';
    const lines = source.match(/.{1,16}/gs) ?? [];
    const cues = lines.map((line, index) => ({
      from: index * 16,
      to: index * 16 + line.length,
      lines: [line],
    }));
    expect(violations(source, cues, keeping, words)).toContainEqual(expect.stringMatching(/^broken: /));
    const wide = [{ from: 0, to: source.length, lines: [source] }];
    expect(violations(source, wide, keeping)).toContainEqual(expect.stringMatching(/^too wide: /));
  });
});

test('reading time adds up over scripts', () => {
  expect(readingTime('九个汉字正好一秒吧', keeping)).toBeCloseTo(1000);
  expect(readingTime('twenty letters take a s', keeping)).toBeCloseTo(950);
});

describe('profiles', () => {
  test('ours are within the bounds', () => {
    for (const profile of Object.values(profiles)) expect(cueProfileSchema.parse(profile)).toEqual(profile);
    expect(profileOf('course')).toBe(profiles.course);
  });

  test.each<[Partial<Record<keyof CueProfile, unknown>>, keyof CueProfile]>([
    [{ lineWidth: 2 }, 'lineWidth'],
    [{ widestLine: 12 }, 'widestLine'],
    [{ shortest: 8000 }, 'longest'],
    [{ hanPerSecond: 0 }, 'hanPerSecond'],
    [{ gap: 83.5 }, 'gap'],
    [{ mostLines: 3 }, 'mostLines'],
    [{ finalMarks: 'remove' }, 'finalMarks'],
  ])('%j is refused, and the error names the number', (wrong, path) => {
    const read = cueProfileSchema.safeParse({ ...keeping, ...wrong });
    expect(read.error?.issues.map((issue) => issue.path)).toEqual([[path]]);
  });
});
