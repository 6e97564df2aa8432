import fc from 'fast-check';
import { expect, test } from 'vitest';
import { requiredText } from './required';

test.each([
  [/(?<=引入|带来)BIOS(?![A-Za-z])/u, 'BIOS'],
  [/chess\s*gpt/, 'chess'],
  [/chess\s*gpt/i, ''],
  [/克劳?德/iu, '克'],
  [/克劳{0,2}德的/u, '德的'],
  [/ab+c/, 'ab'],
  [/a|b/, ''],
  [/a(?:b|c)d\.e/, 'd.e'],
  [/[ab]cd[|]/, 'cd'],
  [/\bword\b/, 'word'],
  [/\u4e00\p{L}x/u, 'x'],
  [/😀?a/u, 'a'],
  [/./, ''],
])('%s needs %j', (expression, expected) => expect(requiredText(expression)).toBe(expected));

test('an expression matches no text without it', () => {
  const char = fc.constantFrom(
    'a',
    'B',
    '的',
    '好',
    '\\.',
    '\\d',
    '[ab]',
    '[^a]',
    '.',
    '😀',
    '\\p{L}',
    '\\\\',
  );
  const repeated = fc.constantFrom('', '', '', '?', '*', '+', '{2}', '{0,1}', '+?');
  const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
    pattern: fc
      .array(
        fc
          .tuple(
            fc.oneof(
              { weight: 5, arbitrary: char },
              fc
                .tuple(fc.constantFrom('(', '(?:', '(?<n>'), tie('pattern'))
                .map(([open, inner]) => `${open}${inner})`),
            ),
            repeated,
          )
          .map((parts) => parts.join('')),
        { minLength: 1, maxLength: 4 },
      )
      .chain((parts) =>
        fc.constantFrom(parts.join(''), parts.join(''), parts.join('|'), `(?<=${parts[0]})${parts.join('')}`),
      ),
  }));
  const text = fc.array(fc.constantFrom('a', 'A', 'b', 'B', '的', '好', '.', '1', '\\', '😀'), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(pattern, fc.constantFrom('u', 'iu'), text, (source, flags, parts) => {
      const names = /\(\?<n>.*\(\?<n>/s.test(source);
      const expression = new RegExp(names ? source.replaceAll('(?<n>', '(') : source, flags);
      for (const [found] of parts.join('').matchAll(new RegExp(expression, `g${flags}`))) {
        expect(found).toContain(requiredText(expression));
      }
    }),
    { numRuns: 1500 },
  );
});
