import fc from 'fast-check';
import type { Nearby, Pattern, Rule } from '../shared/rules/rule';

/** The dictionary file that arbitrary rules say they are from. */
export const dictionaryFile = 'own.yml';

/** Text with everything that a file format or our patterns could trip over. */
const text = fc.oneof(
  fc.string({
    unit: fc.constantFrom(...'a大/:#-?{}[],&*!|>\'"%@` \\$1\n\t=~é😀'),
    minLength: 1,
    maxLength: 12,
  }),
  fc.constantFrom(
    ...[
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
    ],
  ),
);
const someText = text.filter((one) => one !== '');
const literal = someText.filter((one) => !/^\/.+\/[a-z]*$/s.test(one));
const expression = fc
  .constantFrom('chess\\s*gpt', '(a|b)/c', '[\\/"]', '(?<n>\\d+)亿', '\\\\', '^a$', '\n', "it's #1: \\{x\\}")
  .chain((source) => fc.constantFrom('gmu', 'gimu', 'gimsu').map((flags) => new RegExp(source, flags)));
const pattern: fc.Arbitrary<Pattern> = fc.oneof(literal, expression);
const patterns = fc.array(pattern, { minLength: 1, maxLength: 4 });
const nearby: fc.Arbitrary<Nearby> = fc.record({ words: patterns, within: fc.constantFrom(40, 6, 400) });

const required = {
  id: someText,
  expected: someText,
  patterns: fc.array(pattern, { maxLength: 4 }),
  caseSensitive: fc.boolean(),
  borders: fc.boolean(),
  split: fc.boolean(),
  except: fc.array(pattern, { maxLength: 2 }),
  confidence: fc.constantFrom('auto' as const, 'suggest' as const),
  enabled: fc.boolean(),
  specs: fc.array(fc.record({ from: text, to: text }), { maxLength: 2 }),
};
const optional = {
  group: text,
  near: nearby,
  notNear: nearby,
  document: patterns,
  mustBeEmpty: fc.constantFrom('$1', '$12'),
  note: text,
};
const requiredKeys = Object.keys(required) as (keyof typeof required)[];

const rule = (index: number, inOrder: boolean): fc.Arbitrary<Rule> =>
  fc.record({ ...required, ...optional }, { requiredKeys }).map((one) => ({
    ...one,
    id: `${index}${one.id}`,
    inOrder,
    origin: { file: dictionaryFile, line: 1 },
  }));

/** Rules of one dictionary, with ids of their own and every field that rules have. */
export const arbitraryDictionary: fc.Arbitrary<{ rules: Rule[]; inOrder: boolean }> = fc
  .boolean()
  .chain((inOrder) =>
    fc
      .tuple(...Array.from({ length: 4 }, (_, index) => rule(index, inOrder)))
      .map((rules) => ({ rules, inOrder })),
  );

const term = fc
  .array(
    fc.constantFrom('gpt', 'Chess', '大', '拉玛', '4', 'C++', 'é', ' ', '.', '-', "'", '&', '$1', '\\'),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((parts) => parts.join(''))
  .filter((one) => /[\p{L}\p{N}]/u.test(one) && one === one.trim() && !one.includes('  '));

/** A rule of one plain spelling such as people write, without conditions, and a text that it may hold in. */
export const arbitraryTerm: fc.Arbitrary<{ rule: Rule; text: string }> = fc
  .record({ pattern: fc.option(term), expected: term, caseSensitive: fc.boolean(), borders: fc.boolean() })
  .chain(({ pattern: wrong, expected, caseSensitive, borders }) => {
    const rule: Rule = {
      id: 'one',
      expected,
      patterns: wrong === null ? [] : [wrong],
      caseSensitive,
      borders,
      split: false,
      except: [],
      confidence: 'auto',
      enabled: true,
      specs: [],
      inOrder: true,
      origin: { file: dictionaryFile, line: 1 },
    };
    const spelling = wrong ?? expected;
    const piece = fc.constantFrom(
      ...[
        spelling,
        spelling.toUpperCase(),
        spelling.toLowerCase(),
        expected,
        ' ',
        'a',
        '大',
        '4',
        '，',
        '.',
        '\n',
      ],
    );
    return fc.array(piece, { maxLength: 6 }).map((pieces) => ({ rule, text: pieces.join('') }));
  });
