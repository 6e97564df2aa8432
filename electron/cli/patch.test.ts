import { applyPatch, parsePatch } from 'diff';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits, type Edit } from '../../shared/transcript/edit';
import { unifiedDiff } from './patch';

const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '字'), maxLength: 40 });
const edited = text.chain((source) =>
  fc.record({
    source: fc.constant(source),
    edits: fc
      .array(
        fc.record({
          at: fc.nat(source.length),
          length: fc.nat(4),
          insert: fc.string({ unit: fc.constantFrom('x', '\n', 'a'), maxLength: 3 }),
        }),
        { maxLength: 5 },
      )
      .map((drafts) => toEdits(drafts, source.length)),
  }),
);

function toEdits(drafts: { at: number; length: number; insert: string }[], length: number): Edit[] {
  const edits: Edit[] = [];
  for (const { at, length: span, insert } of drafts.sort((a, b) => a.at - b.at)) {
    if (at <= (edits.at(-1)?.to ?? -1)) continue;
    edits.push({ from: at, to: Math.min(at + span, length), insert });
  }
  return edits;
}

test('applied as a patch, it gives the edited text', () => {
  fc.assert(
    fc.property(edited, fc.nat(3), ({ source, edits }, context) => {
      const after = applyEdits(source, edits);
      const patch = unifiedDiff('a.txt', source, edits, context);
      // Edits may undo each other, line by line; nothing is compared that would tell.
      if (patch === '') expect(after).toBe(source);
      else expect(applyPatch(source, patch, { autoConvertLineEndings: false })).toBe(after);
    }),
    { numRuns: 2000 },
  );
});

test('changes far apart are hunks of their own; those whose surroundings touch share one', () => {
  const source = Array.from({ length: 30 }, (_, index) => `${index}\n`).join('');
  const edit = (line: number): Edit => {
    const from = source.indexOf(`${line}\n`);
    return { from, to: from + String(line).length, insert: 'x' };
  };
  const hunks = (lines: number[]) =>
    parsePatch(unifiedDiff('a', source, lines.map(edit), 3))[0]?.hunks.map(({ oldStart, oldLines }) => [
      oldStart,
      oldLines,
    ]);
  expect(hunks([12, 19])).toEqual([[10, 14]]);
  expect(hunks([12, 20])).toEqual([
    [10, 7],
    [18, 7],
  ]);
});
