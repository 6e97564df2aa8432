import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clock, exactClock, parseClock } from './clock';

test.each([
  [0, '0:00.0', '0:00.000'],
  [75_049, '1:15.0', '1:15.049'],
  [3_723_999, '1:02:03.9', '1:02:03.999'],
  [360_000_000, '100:00:00.0', '100:00:00.000'],
])('%d ms', (time, rough, exact) => {
  expect(clock(time)).toBe(rough);
  expect(exactClock(time)).toBe(exact);
});

test.each([
  ['75', 75_000],
  ['1:15', 75_000],
  [' 1:15.25 ', 75_250],
  ['1：15，5', 75_500],
  ['1:02:03.004', 3_723_004],
  ['90:00', 5_400_000],
  ['', undefined],
  ['1:', undefined],
  ['eleven', undefined],
])('a person writes %j', (text, time) => {
  expect(parseClock(text)).toBe(time);
});

test('what is shown is read back', () => {
  fc.assert(fc.property(fc.nat(400_000_000), (time) => parseClock(exactClock(time)) === time));
});
