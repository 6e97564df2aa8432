import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runPipeline } from '../pipeline';
import { dictionarySteps } from '../steps/dictionary';
import { applyEdits } from '../transcript/edit';
import { compileDictionary } from './dictionary';
import { loadDictionary } from './load';
import { rehearse } from './rehearsal';
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

describe('trying rules on a line', () => {
  test('comes out as the dictionary steps do it', () => {
    const word = fc.constantFrom('a', 'b', 'c', 'ab', 'ba', 'a b', '大', '大a', '/a+b/', '/[bc]$/');
    // Of one letter: what grows in a list that runs in order grows without end.
    const short = fc.constantFrom('a', 'b', 'c', 'x', '大');
    const rule = fc.record({ expected: short, pattern: word });
    const yaml = fc
      .tuple(fc.array(rule, { minLength: 1, maxLength: 6 }), fc.boolean())
      .map(([rules, inOrder]) => JSON.stringify({ inOrder, rules }));
    const line = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', '大', '，'), maxLength: 12 });
    fc.assert(
      fc.property(fc.array(yaml, { minLength: 1, maxLength: 2 }), line, (files, text) => {
        const rules = files.flatMap((file) => loadDictionary(file, 'x').rules);
        const transcript = {
          name: '',
          text,
          segments: [{ kind: 'paragraph' as const, from: 0, to: text.length }],
          protected: [],
        };
        const run = (now: string) =>
          applyEdits(
            now,
            runPipeline({ ...transcript, text: now }, dictionarySteps(compileDictionary(rules))),
          );
        const expected = run(text);
        // Rules that go round in a circle stop somewhere in it, wherever that is.
        fc.pre(run(expected) === expected);
        expect(rehearse(rules).clean(text)).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([false, true])(
    'two thousand specs of two thousand rules take less than two seconds (in order: %s)',
    (inOrder) => {
      const rules = Array.from(
        { length: 2000 },
        (_, i) =>
          `  - { expected: term ${i}, patterns: [turm ${i}${i % 10 ? '' : `, /torm\\s*${i}x/`}], specs: [{ from: 用turm ${i}做, to: 用term ${i}做 }] }`,
      );
      const list = load(`inOrder: ${inOrder}\nrules:\n${rules.join('\n')}`);
      const start = performance.now();
      expect(checkSpecs(list)).toEqual([]);
      expect(performance.now() - start).toBeLessThan(2000);
    },
  );
});
