import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTranscript } from '../formats/formats';
import { en } from '../i18n/en';
import { describeFault } from '../i18n/quality';
import { zh } from '../i18n/zh';
import { applyEdits } from '../transcript/edit';
import { estimateCues } from './estimate';
import type { CueProblem, ShownCue } from './fault';
import { fixAll, fixProblems, spaceEdits } from './fix';
import { profiles } from './profile';
import { checkCues, heatOf } from './quality';
import { timedCues } from './timed';

const profile = profiles.netflixChinese;
const cue = (start: number, end: number, ...lines: string[]): ShownCue => ({ lines, time: { start, end } });
const numbers = ({ cue: _cue, fix: _fix, severity: _severity, ...fault }: CueProblem) => fault;

describe('problems', () => {
  test.each<[string, ShownCue[], object[], ShownCue[]]>([
    [
      'a line over the widest, which two lines hold',
      [cue(0, 3000, '这个模型训练了三个月用掉了大概两千块显卡')],
      [{ kind: 'lineTooWide', width: 20, most: 18 }],
      [cue(0, 3000, '这个模型训练了三个月', '用掉了大概两千块显卡')],
    ],
    [
      'a line a little wider than wanted',
      [cue(0, 3000, '这个模型我们一共训练了三个月的时间')],
      [{ kind: 'lineTooWide', width: 17, most: 16 }],
      [cue(0, 3000, '这个模型我们一共训练了三个月的时间')],
    ],
    [
      'a Latin line is counted in Latin characters',
      [cue(0, 3000, 'we trained it for months on two thousand cards')],
      [{ kind: 'lineTooWide', width: 46, most: 42 }],
      [cue(0, 3000, 'we trained it for months', 'on two thousand cards')],
    ],
    [
      'three lines',
      [cue(0, 3000, '我们先看', '第一个', '例子')],
      [{ kind: 'tooManyLines', lines: 3, most: 2 }],
      [cue(0, 3000, '我们先看第一个例子')],
    ],
    [
      'too fast to read, with time left',
      [cue(0, 1000, '这个模型一共训练了三个月'), cue(5000, 6000, '好的')],
      [{ kind: 'tooFast', shown: 1000, needed: 1334 }],
      [cue(0, 1334, '这个模型一共训练了三个月'), cue(5000, 6000, '好的')],
    ],
    [
      'too short, with less time left than it needs',
      [cue(0, 500, '好的'), cue(983, 2000, '继续')],
      [
        { kind: 'tooShort', shown: 500, least: 1000 },
        { kind: 'gapNotClosed', gap: 483, wanted: 83 },
      ],
      [cue(0, 900, '好的'), cue(983, 2000, '继续')],
    ],
    [
      'too long',
      [cue(0, 9000, '好的')],
      [{ kind: 'tooLong', shown: 9000, most: 7000 }],
      [cue(0, 7000, '好的')],
    ],
    [
      'no time at all',
      [cue(500, 500, '好的')],
      [{ kind: 'notPositive', shown: 0 }],
      [cue(500, 1500, '好的')],
    ],
    [
      'an overlap and a small gap',
      [cue(0, 2500, '好的'), cue(2000, 3950, '继续'), cue(4000, 5000, '下一个')],
      [
        { kind: 'overlap', by: 500 },
        { kind: 'gapTooSmall', gap: 50, least: 83 },
      ],
      [cue(0, 1917, '好的'), cue(2000, 3917, '继续'), cue(4000, 5000, '下一个')],
    ],
    [
      'an overlap that cannot be trimmed',
      [cue(0, 2000, '好的'), cue(500, 2500, '继续')],
      [{ kind: 'overlap', by: 1500 }],
      [cue(0, 2000, '好的'), cue(500, 2500, '继续')],
    ],
    [
      'a pause too short to rest in, and one that is long enough',
      [cue(0, 2000, '好的'), cue(2400, 4000, '继续'), cue(4500, 6000, '下一个')],
      [{ kind: 'gapNotClosed', gap: 400, wanted: 83 }],
      [cue(0, 2317, '好的'), cue(2400, 4000, '继续'), cue(4500, 6000, '下一个')],
    ],
    [
      'a pause that cannot be closed in a cue that is shown so long',
      [cue(0, 6900, '好的'), cue(7200, 9000, '继续')],
      [{ kind: 'gapNotClosed', gap: 300, wanted: 83 }],
      [cue(0, 6900, '好的'), cue(7200, 9000, '继续')],
    ],
    [
      'what a file that tells hundredths has rounded',
      [cue(0, 990, '好的'), cue(1070, 2400, '这个模型一共训练了三个月')],
      [],
      [cue(0, 990, '好的'), cue(1070, 2400, '这个模型一共训练了三个月')],
    ],
    [
      'out of order',
      [cue(5000, 6000, '后来'), cue(1000, 2000, '先前')],
      [{ kind: 'outOfOrder', by: 4000 }],
      [cue(1000, 2000, '先前'), cue(5000, 6000, '后来')],
    ],
    [
      'an empty cue',
      [cue(0, 1000, ' '), cue(2000, 3000, '好的')],
      [{ kind: 'empty' }],
      [cue(2000, 3000, '好的')],
    ],
    [
      'a line that a recogniser repeated',
      [cue(0, 1500, '谢谢大家观看'), cue(1600, 3000, '谢谢大家观看')],
      [{ kind: 'repeated' }],
      [cue(0, 3000, '谢谢大家观看')],
    ],
    [
      'a word that was said twice',
      [cue(0, 1500, '对'), cue(1600, 3000, '对')],
      [{ kind: 'repeated' }],
      [cue(0, 1500, '对'), cue(1600, 3000, '对')],
    ],
    [
      'half a pair',
      [cue(0, 1500, '他说：“好的'), cue(1600, 3000, '走吧）')],
      [
        { kind: 'unfinishedPair', mark: '“' },
        { kind: 'unfinishedPair', mark: '）' },
      ],
      [cue(0, 1500, '他说：“好的'), cue(1600, 3000, '走吧）')],
    ],
    [
      'a pair over two cues, and a list',
      [cue(0, 1500, '他说：“好的'), cue(1600, 3000, '走吧”'), cue(4000, 5000, '1）参数')],
      [],
      [cue(0, 1500, '他说：“好的'), cue(1600, 3000, '走吧”'), cue(4000, 5000, '1）参数')],
    ],
  ])('%s', (_, cues, expected, fixed) => {
    const problems = checkCues(cues, profile);
    expect(problems.map(numbers)).toEqual(expected);
    for (const problem of problems)
      for (const { quality } of [en, zh])
        expect(describeFault(problem, quality)).not.toMatch(/undefined|NaN|^$/);
    expect(fixAll(cues, profile)).toEqual(fixed);
  });

  test('are none in cues that were made by the same numbers, but lines somewhat wider than wanted', () => {
    const text = readFileSync('seeds/samples/02-evaluation.txt', 'utf8');
    const { transcript } = readTranscript(text, 'talk.txt');
    for (const numbersOf of Object.values(profiles)) {
      const cues = timedCues(estimateCues(transcript, { profile: numbersOf }));
      expect(cues.length).toBeGreaterThan(20);
      expect(checkCues(cues, numbersOf).filter(({ kind }) => kind !== 'lineTooWide')).toEqual([]);
    }
  });

  test('come the worst first', () => {
    const cues = [cue(0, 1950, '好的'), cue(2000, 3500, ''), cue(4000, 4900, '继续')];
    expect(checkCues(cues, profile).map(({ kind, severity }) => `${severity} ${kind}`)).toEqual([
      'error empty',
      'warning tooShort',
      'hint gapTooSmall',
    ]);
  });

  test('are fixed one by one as well', () => {
    const cues = [cue(0, 500, '好的'), cue(3000, 3200, '继续')];
    const problems = checkCues(cues, profile);
    const second = problems.filter((problem) => problem.cue === 1);
    expect(fixProblems(cues, second, profile)).toEqual([cue(0, 500, '好的'), cue(3000, 4000, '继续')]);
  });

  test('show where they are', () => {
    const problems = checkCues([cue(0, 1500, '好'), cue(2000, 2100, '好的'), cue(4000, 5000, '')], profile);
    expect(heatOf(problems, 3, 6)).toEqual([undefined, undefined, 'error', 'error', 'error', 'error']);
    expect(heatOf(problems, 3, 1)).toEqual(['error']);
  });
});

const line = fc
  .array(
    fc.constantFrom('模型', '训练', '，', '。', ' ', '“', '”', '（', 'GPT-4', 'and then', '好', '两千块'),
    {
      maxLength: 16,
    },
  )
  .map((parts) => parts.join(''));
const time = fc
  .record({ start: fc.integer({ min: 0, max: 20_000 }), length: fc.integer({ min: -500, max: 9000 }) })
  .map(({ start, length }) => ({ start, end: start + length }));
const anyCues = fc.array(
  fc.record({ id: fc.nat(), lines: fc.array(line, { maxLength: 4 }), time }) as fc.Arbitrary<
    ShownCue & { id: number }
  >,
  { maxLength: 12 },
);
const anyProfile = fc.constantFrom(...Object.values(profiles), { ...profile, countEvery: true });

describe('any cues', () => {
  test('are fixed until nothing is left to fix, and say what they said', () => {
    const solid = (cues: readonly ShownCue[]) =>
      cues.map(({ lines }) => lines.join('').replace(/\s/g, '')).filter(Boolean);
    fc.assert(
      fc.property(anyCues, anyProfile, (cues, numbersOf) => {
        const fixed = fixAll(cues, numbersOf);
        expect(checkCues(fixed, numbersOf).filter(({ fix }) => fix)).toEqual([]);
        const before = new Set(solid(cues));
        expect(new Set(solid(fixed))).toEqual(before);
        for (let i = 1; i < fixed.length; i++)
          expect(fixed[i]!.time!.start).toBeGreaterThanOrEqual(fixed[i - 1]!.time!.start);
      }),
      { numRuns: 500 },
    );
  });

  test('keep what is fine, whichever problems are fixed', () => {
    fc.assert(
      fc.property(anyCues, fc.func(fc.boolean()), (cues, chosen) => {
        const problems = checkCues(cues, profile).filter((problem) => chosen(problem.kind, problem.cue));
        const touched = new Set(problems.map((problem) => problem.cue));
        const after = fixProblems(cues, problems, profile);
        const isJoined = problems.some(({ fix }) => fix?.kind === 'join');
        if (!isJoined)
          for (const [index, one] of cues.entries()) if (!touched.has(index)) expect(after).toContain(one);
      }),
    );
  });
});

test('lines broken anew are edits of white space only', () => {
  expect(spaceEdits(10, '我们先看\u2028第一个 例子', '我们先看第一个\u2028例子')).toEqual([
    { from: 14, to: 15, insert: '' },
    { from: 18, to: 19, insert: '\u2028' },
  ]);
  const spaced = fc.array(fc.constantFrom('模', '型', 'a', ' ', '\u2028')).map((parts) => parts.join(''));
  fc.assert(
    fc.property(spaced, spaced, (text, wanted) => {
      expect(applyEdits(text, spaceEdits(0, text, wanted))).toBe(wanted);
    }),
  );
});
