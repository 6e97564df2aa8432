import { describe, expect, test } from 'vitest';
import { loadDictionary } from './load';
import { checkSpecs } from './specs';

const load = (yaml: string) => {
  const { rules, problems } = loadDictionary(yaml, 'own.yml');
  expect(problems).toEqual([]);
  return rules;
};

/** `input: expected, got` of each spec that fails. */
const failures = (yaml: string) =>
  checkSpecs(load(yaml)).map(
    ({ rule, input, expected, got }) => `${rule.expected} | ${input}: ${expected}, ${got}`,
  );

describe('specs', () => {
  test.each([
    ['fulfilled', '{ expected: b, pattern: a, specs: [{ from: a, to: b }, { unchanged: [c, xa] }] }', []],
    ['not fulfilled', '{ expected: b, pattern: a, specs: [{ from: a c, to: a c }] }', ['b | a c: a c, b c']],
    [
      'spoiled by another rule',
      '{ expected: b, pattern: a, specs: [{ from: a c, to: b c }] }, { expected: d, pattern: c }',
      ['b | a c: b c, b d'],
    ],
    ['of a suggestion', '{ expected: b, pattern: a, confidence: suggest, specs: [{ from: a, to: b }] }', []],
    [
      'of a rule that is switched off',
      '{ expected: b, pattern: a, enabled: false, specs: [{ from: a, to: b }] }',
      [],
    ],
    [
      'of an expression',
      "{ expected: 'GPT-$1', pattern: '/GP(\\d)/', specs: [{ from: GP4, to: GPT-4 }] }",
      [],
    ],
  ])('%s', (_, rules, expected) => {
    expect(failures(`rules: [${rules}]`)).toEqual(expected);
  });

  test('of a list that runs in order', () => {
    const yaml = `inOrder: true
rules:
  - { expected: bb, pattern: aa, specs: [{ from: aa bb, to: cc cc }] }
  - { expected: cc, pattern: bb }
`;
    expect(failures(yaml)).toEqual([]);
  });
});
