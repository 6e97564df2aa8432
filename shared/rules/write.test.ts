import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadDictionary } from './load';
import type { Nearby, Pattern, Rule } from './rule';
import { writeDictionary } from './write';

const file = 'own.yml';

/** Text with everything that YAML or our patterns could trip over. */
const text = fc.oneof(
  fc.string({
    unit: fc.constantFrom(...'a大/:#-?{}[],&*!|>\'"%@` \\$1\n\t=~é😀'),
    minLength: 1,
    maxLength: 12,
  }),
  fc.constantFrom(
    'true',
    'null',
    '~',
    '1',
    '0x1',
    '1e3',
    '-',
    '',
    '- a',
    ' a',
    'a ',
    '"',
    "'",
    'No',
    '<<',
    '\u0085',
    '\u2028',
  ),
);
const literal = text.filter((one) => one !== '' && !/^\/.+\/[a-z]*$/s.test(one));
const expression = fc
  .constantFrom('chess\\s*gpt', '(a|b)/c', '[\\/"]', '(?<n>\\d+)亿', '\\\\', '^a$', '\n', "it's #1: \\{x\\}")
  .chain((source) => fc.constantFrom('gmu', 'gimu', 'gimsu').map((flags) => new RegExp(source, flags)));
const pattern: fc.Arbitrary<Pattern> = fc.oneof(literal, expression);
const patterns = fc.array(pattern, { minLength: 1, maxLength: 4 });
const nearby: fc.Arbitrary<Nearby> = fc.record({ words: patterns, within: fc.constantFrom(40, 6, 400) });

const rule = (index: number, inOrder: boolean): fc.Arbitrary<Rule> =>
  fc
    .record(
      {
        id: text.filter((one) => one !== '').map((one) => `${index}${one}`),
        expected: text.filter((one) => one !== ''),
        patterns: fc.array(pattern, { maxLength: 4 }),
        caseSensitive: fc.boolean(),
        borders: fc.boolean(),
        split: fc.boolean(),
        except: fc.array(pattern, { maxLength: 2 }),
        confidence: fc.constantFrom('auto' as const, 'suggest' as const),
        enabled: fc.boolean(),
        specs: fc.array(fc.record({ from: text, to: text }), { maxLength: 2 }),
        group: text,
        near: nearby,
        notNear: nearby,
        document: patterns,
        mustBeEmpty: fc.constantFrom('$1', '$12'),
        note: text,
      },
      {
        requiredKeys: [
          'id',
          'expected',
          'patterns',
          'caseSensitive',
          'borders',
          'split',
          'except',
          'confidence',
          'enabled',
          'specs',
        ],
      },
    )
    .map((one) => ({ ...one, inOrder, origin: { file, line: 1 } }));

const dictionary = fc
  .boolean()
  .chain((inOrder) =>
    fc
      .tuple(...Array.from({ length: 4 }, (_, index) => rule(index, inOrder)))
      .map((rules) => ({ rules, inOrder })),
  );

const withoutLines = (rules: readonly Rule[]) =>
  rules.map(({ origin, ...rest }) => ({ ...rest, file: origin.file }));

describe('writing a dictionary', () => {
  test('what is written loads as what it was', () => {
    fc.assert(
      fc.property(dictionary, ({ rules, inOrder }) => {
        const { rules: loaded, problems } = loadDictionary(writeDictionary(rules, { inOrder }), file);
        expect(problems).toEqual([]);
        expect(withoutLines(loaded)).toEqual(withoutLines(rules));
      }),
      { numRuns: 500 },
    );
  });

  test('only what is not as usual is written, a rule to a paragraph', () => {
    const source = `version: 1
rules:
  - expected: ChatGPT
    patterns: [ Chess GPT, /chat\\s+GBT/i ]
    specs:
      - { from: 用Chess GPT做, to: 用ChatGPT做 }

  - expected: 混元
    id: hunyuan
    group: models
    patterns: [ 会员 ]
    near: { words: [ 模型 ], within: 12 }
    document: [ 混元, Hunyuan ]
    confidence: suggest

  - expected: Claude
    borders: false
    patterns: [ cloud ]
    notNear: [ server ]
    except: [ cloud native ]
    enabled: false
    note: "ASR: both"
`;
    const { rules, problems } = loadDictionary(source, file);
    expect(problems).toEqual([]);
    expect(writeDictionary(rules)).toBe(source);
  });

  test('rules without ids of their own keep those that loading gave them', () => {
    const { rules } = loadDictionary(
      'rules: [GPT, { expected: GPT, pattern: GBT }, { expected: x, id: own.yml#GPT~2~2 }]',
      file,
    );
    const written = writeDictionary(rules);
    expect(written.match(/id:/g)).toHaveLength(2);
    expect(loadDictionary(written, file).rules.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
  });

  test('a text between slashes stays a text', () => {
    const [base] = loadDictionary('rules: [{ expected: x, pattern: y }]', file).rules;
    const written = writeDictionary(base ? [{ ...base, patterns: ['/a.b/'] }] : []);
    expect(loadDictionary(written, file).rules[0]?.patterns).toEqual([/\/a\.b\//gimu]);
  });

  test('two thousand rules take less than a second', () => {
    const source = Array.from(
      { length: 2000 },
      (_, i) => `  - { expected: term ${i}, patterns: [turm ${i}, torm ${i}] }`,
    );
    const { rules } = loadDictionary(`rules:\n${source.join('\n')}`, file);
    const start = performance.now();
    writeDictionary(rules);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
