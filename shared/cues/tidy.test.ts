import { expect, test } from 'vitest';
import { profiles } from './profile';
import { tidyTimes } from './tidy';

const profile = profiles.netflixChinese;
const long = '这一条要读的字很多很多很多'; // 13 characters, 1445 ms
const cue = (start: number, end: number, line = '好') => ({ time: { start, end }, lines: [line] });

test.each([
  ['as said', [cue(0, 2000), cue(4000, 6000)], '0–2000 4000–6000'],
  ['a short pause is closed', [cue(0, 2000), cue(2400, 4000)], '0–2317 2400–4000'],
  ['a pause that is a rest stays', [cue(0, 2000), cue(2700, 4000)], '0–2000 2700–4000'],
  ['read longer than said', [cue(0, 1200, long), cue(4000, 6000)], '0–1445 4000–6000'],
  ['read no longer than it may linger', [cue(0, 1200, long + long), cue(4000, 6000)], '0–1700 4000–6000'],
  ['shown as long as the shortest', [cue(0, 200), cue(4000, 6000)], '0–1000 4000–6000'],
  ['not into the next', [cue(0, 200), cue(700, 2000)], '0–617 700–2000'],
  ['not for longer than the longest', [cue(0, 6800), cue(7200, 9000)], '0–6800 7200–9000'],
  ['the last one too may linger', [cue(0, 1200, long)], '0–1445'],
  ['in order', [cue(3000, 4000), cue(1000, 2000)], '3000–3250 3333–4333'],
])('%s', (_, cues, expected) => {
  expect(
    tidyTimes(cues, profile)
      .map(({ start, end }) => `${start}–${end}`)
      .join(' '),
  ).toBe(expected);
});
