import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNumeral, writeNumeral } from './numerals';

test.each([
  ['两百', 200],
  ['二零二四', 2024],
  ['一万五', 15_000],
  ['三千二', 3200],
  ['一百零八', 108],
  ['一百二', 120],
  ['十五', 15],
  ['两千零二十四', 2024],
  ['一亿零五万', 100_050_000],
  ['三万亿', 3_000_000_000_000],
  ['三点一四', 3.14],
  ['一百零五万零三', 1_050_003],
])('%s is %d', (text, value) => {
  expect(readNumeral(text)).toBe(value);
});

test.each(['', '点', '三点', '十百', '零百', '三点一点四', '百', '好', '二三百', '三亿万'])(
  '%s is no number',
  (text) => {
    expect(readNumeral(text)).toBeUndefined();
  },
);

test('what is written is read back', () => {
  fc.assert(
    fc.property(fc.nat({ max: 999_999_999_999 }), (value) => {
      expect(readNumeral(writeNumeral(String(value)))).toBe(value);
    }),
    { numRuns: 3000 },
  );
  for (let value = 0; value < 12_000; value++) expect(readNumeral(writeNumeral(String(value)))).toBe(value);
});

test.each([
  ['10', '十'],
  ['110', '一百一十'],
  ['10001', '一万零一'],
  ['100000000', '一亿'],
  ['100050000', '一亿零五万'],
  ['3.14', '三点一四'],
])('%s is said %s', (number, said) => {
  expect(writeNumeral(number)).toBe(said);
});
