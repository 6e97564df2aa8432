import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits, composeEdits, type Edit, invertEdits, mapPositions, mapRanges } from './edit';

const someText = fc.string({ unit: fc.constantFrom('的', '。', '，', 'a', 'B', ' ', '\n', '7', '😀') });

/** Edits of `text`, sorted and not overlapping, drawn from sorted cut points. */
function editsOf(text: string): fc.Arbitrary<Edit[]> {
  const point = fc.nat(text.length);
  return fc
    .array(fc.tuple(point, point, fc.constantFrom('', 'x', '好', 'yz')), { maxLength: 6 })
    .map((drafts) => {
      const sorted = drafts
        .map(([p, q, insert]) => ({ from: Math.min(p, q), to: Math.max(p, q), insert }))
        .sort((a, b) => a.from - b.from || a.to - b.to);
      return sorted.filter((edit, index) => {
        const before = sorted.slice(0, index);
        return before.every(
          (other) => other.to <= edit.from && !(other.from === edit.from && edit.to === edit.from),
        );
      });
    });
}

const join = (_parts: readonly Edit[], edit: Edit): Edit => edit;

describe('edits', () => {
  test('apply replaces, puts in and takes out', () => {
    const edits = [
      { from: 0, to: 3, insert: 'X' },
      { from: 4, to: 4, insert: '-' },
      { from: 5, to: 6, insert: '' },
    ];
    expect(applyEdits('abcdefg', edits)).toBe('Xd-eg');
  });

  test('apply refuses edits out of order', () => {
    expect(() =>
      applyEdits('abc', [
        { from: 2, to: 3, insert: '' },
        { from: 0, to: 1, insert: '' },
      ]),
    ).toThrow(RangeError);
    expect(() => applyEdits('abc', [{ from: 2, to: 4, insert: '' }])).toThrow(RangeError);
  });

  test('the inverse brings the text back', () => {
    fc.assert(
      fc.property(
        someText.chain((text) => fc.tuple(fc.constant(text), editsOf(text))),
        ([text, edits]) => {
          expect(applyEdits(applyEdits(text, edits), invertEdits(text, edits))).toBe(text);
        },
      ),
    );
  });

  test('composing equals applying one after the other, and the result is sorted', () => {
    fc.assert(
      fc.property(
        someText.chain((text) =>
          editsOf(text).chain((first) =>
            fc.tuple(fc.constant(text), fc.constant(first), editsOf(applyEdits(text, first))),
          ),
        ),
        ([text, first, second]) => {
          const composed = composeEdits(text, first, second, join);
          expect(applyEdits(text, composed)).toBe(applyEdits(applyEdits(text, first), second));
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('edits that do not meet stay apart, those that meet become one', () => {
    // "Chess GPT" → "ChatGPT", then "5。4" → "5.4" further on; then a change inside what was put in.
    const first = [{ from: 1, to: 10, insert: 'ChatGPT' }];
    const text = '用Chess GPT做5。4亿';
    expect(composeEdits(text, first, [{ from: 10, to: 11, insert: '.' }], join)).toEqual([
      first[0],
      { from: 12, to: 13, insert: '.' },
    ]);
    expect(composeEdits(text, first, [{ from: 5, to: 8, insert: 'gpt' }], join)).toEqual([
      { from: 1, to: 10, insert: 'Chatgpt' },
    ]);
    expect(composeEdits(text, first, [{ from: 1, to: 8, insert: 'Chess GPT' }], join)).toEqual([]);
  });
});

describe('positions', () => {
  const edits = [
    { from: 2, to: 4, insert: 'xyz' },
    { from: 6, to: 6, insert: '++' },
  ];
  test.each([
    [-1, [0, 2, 2, 5, 7]],
    [1, [0, 2, 5, 5, 9]],
  ] as const)('side %i', (side, expected) => {
    expect(mapPositions([0, 2, 3, 4, 6], edits, side)).toEqual(expected);
  });

  test('a segment takes in what is put at its border, a protected range does not', () => {
    const ranges = [
      { from: 0, to: 6 },
      { from: 6, to: 8 },
    ];
    const insertion = [{ from: 6, to: 6, insert: '++' }];
    expect(mapRanges(ranges, insertion, true)[0]).toEqual({ from: 0, to: 8 });
    expect(mapRanges(ranges, insertion, false)).toEqual([
      { from: 0, to: 6 },
      { from: 8, to: 10 },
    ]);
  });

  test('ranges stay sorted and inside the text whatever is edited', () => {
    fc.assert(
      fc.property(
        someText.chain((text) => fc.tuple(fc.constant(text), editsOf(text), fc.boolean())),
        ([text, edits, grow]) => {
          const ranges = Array.from({ length: Math.floor(text.length / 3) }, (_, i) => ({
            from: i * 3,
            to: i * 3 + 2,
          }));
          const length = applyEdits(text, edits).length;
          let at = 0;
          for (const range of mapRanges(ranges, edits, grow)) {
            expect(range.from).toBeGreaterThanOrEqual(grow ? 0 : at);
            expect(range.to).toBeGreaterThanOrEqual(range.from);
            expect(range.to).toBeLessThanOrEqual(length);
            at = range.to;
          }
        },
      ),
    );
  });
});
