import { describe, expect, test } from 'vitest';
import { compileDictionary, compileRules, findHits } from '../shared/rules/dictionary';
import { loadDictionary } from '../shared/rules/load';
import { guardFile, keyOfRule, runWithin } from './guard';

const rulesOf = (yaml: string) => loadDictionary(yaml, 'own.yml').rules;
const text = `${'a'.repeat(60)}b 语料酷 cc`;

describe('a rule that runs away', () => {
  test.each([
    ['in its pattern', '{ id: evil, expected: x, pattern: "/(a+)+$/" }'],
    [
      'in what must be near',
      '{ id: evil, expected: x, pattern: cc, near: { words: ["/(a+)+$/"], within: 100 } }',
    ],
    [
      'in what must not',
      '{ id: evil, expected: x, pattern: cc, notNear: { words: ["/(a+)+$/"], within: 100 } }',
    ],
    ['in what the document mentions', '{ id: evil, expected: x, pattern: cc, document: ["/(a+)+$/"] }'],
    ['in its exceptions', '{ id: evil, expected: x, pattern: cc, except: ["/(a+)+$/"] }'],
  ])('%s is stopped, named and not tried again; the others hold', (_, evil) => {
    const rules = rulesOf(`rules:\n  - ${evil}\n  - { expected: 语料库, pattern: "/语料酷/" }`);
    const set = compileRules(rules);
    const guard = guardFile([], 200);
    const hits = findHits(set, text, 'talk.txt', guard);
    expect(hits.map(({ insert }) => insert)).toEqual(['语料库']);
    expect(guard.runaways).toMatchObject([
      { problem: { code: 'ruleRanAway', rule: 'evil', file: 'own.yml', line: 2, seconds: 0.2 } },
    ]);
    const again = findHits(set, text, 'talk.txt', guard);
    expect(again).toEqual(hits);
    expect(guard.runaways).toHaveLength(1);

    const known = guard.runaways.map(({ key }) => key);
    const next = guardFile(known, 200);
    expect(findHits(set, text, 'talk.txt', next)).toEqual(hits);
    expect(next.runaways).toEqual([]);
  });

  test('a little at each of many places counts together', () => {
    const [rule] = rulesOf('rules: [{ expected: x, pattern: c }]');
    if (!rule) throw new Error('A rule is expected');
    const guard = guardFile([], 100);
    let done = 0;
    guard.each(
      Array.from({ length: 1000 }, () => ({ rule })),
      () => {
        done++;
        const end = performance.now() + 5;
        while (performance.now() < end);
      },
    );
    expect(done).toBeLessThan(30);
    expect(guard.runaways).toHaveLength(1);
  });

  test('many rules that each take their time are let be', () => {
    const rules = rulesOf(
      `rules: [${Array.from({ length: 20 }, (_, n) => `{ expected: x${n}, pattern: "/y/" }`)}]`,
    );
    const guard = guardFile([], 100);
    let done = 0;
    guard.each(
      rules.map((rule) => ({ rule })),
      () => {
        done++;
        const end = performance.now() + 20;
        while (performance.now() < end);
      },
    );
    expect(done).toBe(20);
    expect(guard.runaways).toEqual([]);
  });

  test('is another one once it is changed', () => {
    const [one] = rulesOf('rules: [{ id: evil, expected: x, pattern: "/(a+)+$/" }]');
    const [other] = rulesOf('rules: [{ id: evil, expected: x, pattern: "/a+$/" }]');
    if (!one || !other) throw new Error('Rules are expected');
    expect(keyOfRule(one)).not.toBe(keyOfRule(other));
    expect(keyOfRule(one)).toBe(keyOfRule({ ...one, origin: { ...one.origin, line: 9 } }));
  });
});

test('what goes wrong in the work is not taken for a runaway', () => {
  const boom = () => {
    throw new RangeError('boom');
  };
  expect(() => runWithin(100, boom)).toThrow(RangeError);
  expect(runWithin(100, () => {})).toBe(true);
});

test('without expressions nothing is guarded', () => {
  const { together } = compileDictionary(rulesOf('rules: [{ expected: 语料库, pattern: 语料酷 }]'));
  expect(findHits(together, text, 'talk.txt', guardFile())).toHaveLength(1);
});
