import { expect, test } from 'vitest';
import { suggestExceptions } from './exceptions';
import { decide, startReview } from './review';

test('reverted places suggest their phrase, and the word that only they share', () => {
  const raw = '我们把数据放到cloud上，用cloud模型回答。服务器在cloud里，数据也在。';
  const changes = Array.from(raw.matchAll(/cloud/g), ({ index }) => ({
    from: index,
    to: index + 5,
    insert: 'Claude',
    step: 'dictionary' as const,
    rules: ['claude'],
    confidence: 'auto' as const,
    reason: 'misrecognition' as const,
  }));
  const { items } = startReview(raw, changes);
  const reverted = decide(items, (item) => item.id !== 1, 'revert').items;
  expect(suggestExceptions(reverted, raw).phrases).toEqual(['放到cloud上', '器在cloud里']);
  expect(suggestExceptions(reverted, raw).neighbours).toContain('数据');
  const kept = decide(reverted, (item) => item.id === 1, 'keep').items;
  // The kept one has «数据» near it as well: it makes no difference then.
  expect(suggestExceptions(kept, raw).neighbours).not.toContain('数据');
});
