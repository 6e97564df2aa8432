import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Change, Confidence } from '../transcript/change';
import { applyEdits } from '../transcript/edit';
import { groupItems } from './groups';
import { decide, mapItems, nextUndecided, type ReviewItem, startReview } from './review';

const change = (
  from: number,
  to: number,
  insert: string,
  rule: string,
  confidence: Confidence = 'auto',
): Change => ({
  from,
  to,
  insert,
  step: 'dictionary',
  rules: [rule],
  confidence,
  reason: 'misrecognition',
});

const raw = '用Chess GPT和会员，再用Chess GPT';
const changes = [
  change(1, 10, 'ChatGPT', 'chatgpt'),
  change(11, 13, '混元', 'hunyuan', 'suggest'),
  change(16, 25, 'ChatGPT', 'chatgpt'),
];

/** The text and all items after a decision on some of them. */
function decideOn(
  text: string,
  items: readonly ReviewItem[],
  ids: readonly number[],
  decision: 'keep' | 'revert',
) {
  const result = decide(items, (item) => ids.includes(item.id), decision);
  return { text: applyEdits(text, result.edits), items: result.items };
}

describe('review', () => {
  test('begins with the automatic changes applied and the suggestions in place', () => {
    const { text, items } = startReview(raw, changes);
    expect(text).toBe('用ChatGPT和会员，再用ChatGPT');
    expect(items.map((item) => [text.slice(item.from, item.to), item.applied])).toEqual([
      ['ChatGPT', true],
      ['会员', false],
      ['ChatGPT', true],
    ]);
  });

  test('deciding one change leaves the others where they are', () => {
    const start = startReview(raw, changes);
    const accepted = decideOn(start.text, start.items, [1], 'keep');
    expect(accepted.text).toBe('用ChatGPT和混元，再用ChatGPT');
    const reverted = decideOn(accepted.text, accepted.items, [0, 2], 'revert');
    expect(reverted.text).toBe('用Chess GPT和混元，再用Chess GPT');
    expect(reverted.items.every((item) => item.decided)).toBe(true);
  });

  test('typing over a change makes it the person’s own; typing beside it does not', () => {
    const { items } = startReview(raw, changes);
    expect(mapItems(items, [{ from: 2, to: 3, insert: 'x' }])[0]).toMatchObject({
      decided: true,
      from: 1,
      to: 8,
    });
    expect(mapItems(items, [{ from: 8, to: 8, insert: 'x' }])[0]).toMatchObject({
      decided: false,
      from: 1,
      to: 8,
    });
  });

  test('whatever is decided in whatever order, the text is the raw one with just the changes that stand', () => {
    // Neighbours that leave nothing behind share one place, and still come back in their order.
    const crowded = [
      change(0, 1, '', 'a'),
      change(1, 2, '', 'b'),
      change(2, 2, 'x', 'c'),
      change(2, 3, '', 'd'),
      change(4, 5, 'y', 'e'),
    ];
    const ids = crowded.map((_, id) => id);
    const decision = fc.record({
      ids: fc.subarray(ids, { minLength: 1 }),
      decision: fc.constantFrom('keep' as const, 'revert' as const),
    });
    fc.assert(
      fc.property(fc.array(decision, { maxLength: 8 }), (decisions) => {
        let state = startReview('abcdefg', crowded);
        for (const { ids: some, decision: what } of decisions)
          state = decideOn(state.text, state.items, some, what);
        const standing = crowded.filter((_, id) => state.items.find((item) => item.id === id)?.applied);
        expect(state.text).toBe(applyEdits('abcdefg', standing));
        for (const item of state.items) {
          expect(state.text.slice(item.from, item.to)).toBe(item.applied ? item.change.insert : item.before);
        }
      }),
    );
  });

  test('what moves a line is decided as one', () => {
    const moved = { ...change(0, 2, '', 'move'), links: ['line 1'] };
    const there = { ...change(5, 5, 'ab', 'move'), links: ['line 1'] };
    const start = startReview('abcdefg', [moved, change(3, 4, 'X', 'x'), there]);
    expect(start.text).toBe('cXeabfg');
    expect(decideOn(start.text, start.items, [2], 'revert').text).toBe('abcXefg');
    expect(decideOn(start.text, start.items, [1], 'revert').text).toBe('cdeabfg');
  });

  test('the next open change goes round at the ends', () => {
    const { items } = startReview(raw, changes);
    expect(nextUndecided(items, 0, 1)?.id).toBe(0);
    expect(nextUndecided(items, 1, 1)?.id).toBe(1);
    expect(nextUndecided(items, 20, 1)?.id).toBe(0);
    expect(nextUndecided(items, 1, -1)?.id).toBe(2);
  });

  test('groups: by rule, sure ones first, the most frequent first', () => {
    const { items } = startReview(raw, changes);
    expect(
      groupItems(items).map(({ before, after: to, items: list, suggested }) => [
        before,
        to,
        list.length,
        suggested,
      ]),
    ).toEqual([
      [['Chess GPT'], 'ChatGPT', 2, false],
      [['会员'], '混元', 1, true],
    ]);
  });
});
