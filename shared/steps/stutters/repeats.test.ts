import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noRuns, recurrences, repeatsAt } from './repeats';

/** All repeats of a line, each as `from text × copies`. */
function repeatsIn(line: string): string[] {
  const [recurs, runs] = [recurrences(line), noRuns()];
  return Array.from(line, (_, at) => repeatsAt(line, at, recurs, runs))
    .flat()
    .map(({ from, text, copies, gap }) => `${from} ${text}${gap && ` (${gap})`} × ${copies}`);
}

test.each<[line: string, repeats: string[]]>([
  ['我我们', ['0 我 × 2']],
  ['这个这个这个', ['0 这个 × 3', '1 个这 × 2', '2 这个 × 2']],
  ['去呃去，去', ['0 去 (呃，) × 3', '2 去 (，) × 2']],
  ['好。好', []],
])('%s', (line, repeats) => {
  expect(repeatsIn(line)).toEqual(repeats);
});

test('copies without gaps are counted to the last', () => {
  const lines = fc.string({ unit: fc.constantFrom(...'我你，。'), maxLength: 60 });
  fc.assert(
    fc.property(lines, (line) => {
      const [recurs, runs] = [recurrences(line), noRuns()];
      for (let at = 0; at < line.length; at++) {
        for (const { from, text, copies, last, end, gap } of repeatsAt(line, at, recurs, runs)) {
          if (gap !== '') continue;
          expect(line.startsWith(text.repeat(copies), from)).toBe(true);
          expect(line.startsWith(text, end)).toBe(false);
          expect([last, end]).toEqual([from + text.length * (copies - 1), from + text.length * copies]);
        }
      }
    }),
  );
});

test.each(['谢', '谢谢你', '谢，', '嗯谢'])('%s in a row without an end is gone through once', (said) => {
  const line = said.repeat(50_000);
  const [recurs, runs] = [recurrences(line), noRuns()];
  let found = 0;
  for (let at = 0; at < line.length; at++) found += repeatsAt(line, at, recurs, runs).length;
  expect(found).toBeGreaterThan(line.length / 2);
});
