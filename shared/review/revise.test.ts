import { describe, expect, test } from 'vitest';
import type { Change, Confidence } from '../transcript/change';
import { applyEdits, type Edit, mapPositions } from '../transcript/edit';
import { decide, type ReviewItem, startReview } from './review';
import { revise } from './revise';

const raw = '用Chess GPT和会员，再用Chess GPT';
const change = (from: number, to: number, insert: string, confidence: Confidence = 'auto'): Change => ({
  from,
  to,
  insert,
  step: 'dictionary',
  rules: [insert],
  confidence,
  reason: 'misrecognition',
});
const first = change(1, 10, 'ChatGPT');
const second = change(16, 25, 'ChatGPT');
const suggestion = change(11, 13, '混元', 'suggest');

/** The text and the items' ids after the rules propose `fresh`; `since` leads from the raw text to the text now. */
function revised(
  text: string,
  items: readonly ReviewItem[],
  since: readonly Edit[],
  fresh: readonly Change[],
) {
  const toCurrent = (position: number, side: -1 | 1) => mapPositions([position], since, side)[0] ?? 0;
  const result = revise({ raw, text, items, toCurrent }, fresh);
  return { text: applyEdits(text, result.edits), items: result.items };
}

describe('a review whose rules change', () => {
  test('a new rule is applied and waits; what was there stays', () => {
    const start = startReview(raw, [first]);
    const after = revised(start.text, start.items, [first], [first, suggestion, second]);
    expect(after.text).toBe('用ChatGPT和会员，再用ChatGPT');
    expect(after.items.map(({ id, applied, decided }) => [id, applied, decided])).toEqual([
      [0, true, false],
      [1, false, false],
      [2, true, false],
    ]);
    for (const item of after.items) {
      expect(after.text.slice(item.from, item.to)).toBe(item.applied ? item.change.insert : item.before);
    }
  });

  test('a rule that is gone takes its waiting changes with it, not those that a person decided', () => {
    const start = startReview(raw, [first, second]);
    const { items } = decide(start.items, (item) => item.id === 0, 'keep');
    const after = revised(start.text, items, [first, second], []);
    expect(after.text).toBe('用ChatGPT和会员，再用Chess GPT');
    expect(after.items.map(({ id }) => id)).toEqual([0]);
  });

  test('what was reverted is not proposed again', () => {
    const start = startReview(raw, [first]);
    const { items } = decide(start.items, () => true, 'revert');
    const after = revised(raw, items, [], [first]);
    expect(after.text).toBe(raw);
    expect(after.items).toMatchObject([{ applied: false, decided: true }]);
  });

  test('where a person typed, nothing is changed', () => {
    const typed = [{ from: 18, to: 19, insert: 'X' }];
    const text = applyEdits(raw, typed);
    expect(revised(text, [], typed, [second])).toEqual({ text, items: [] });
  });

  test('a change that grows replaces the one it grew from', () => {
    const start = startReview(raw, [first]);
    const longer = change(0, 10, '使用ChatGPT');
    expect(revised(start.text, start.items, [first], [longer]).text).toBe('使用ChatGPT和会员，再用Chess GPT');
  });
});
