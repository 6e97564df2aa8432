import { expect, test } from 'vitest';
import { table } from './table';

test('Chinese characters take two cells, numbers stand to the right', () => {
  expect(
    table(
      ['文件', 'Changes'],
      [
        ['大模型.txt', 3],
        ['a.txt', 12],
      ],
    ),
  ).toBe('文件        Changes\n──────────  ───────\n大模型.txt        3\na.txt            12\n');
});
