import fc from 'fast-check';
import { expect, test } from 'vitest';
import { betweenFrameRates, scaleTime, scaleTranscript, shiftBy, throughPoints, toDuration } from './scale';
import { timedTranscript } from './timed';

const time = { start: 10_000, end: 12_000 };

test.each([
  ['later', shiftBy(500), { start: 10_500, end: 12_500 }],
  ['earlier than zero', shiftBy(-11_000), { start: 0, end: 1000 }],
  ['from 25 to 24 frames', betweenFrameRates(25, 24), { start: 10_417, end: 12_500 }],
  [
    'through two points',
    throughPoints({ is: 0, shouldBe: 1000 }, { is: 10_000, shouldBe: 21_000 }),
    { start: 21_000, end: 25_000 },
  ],
  ['to a duration', toDuration([time, { start: 0, end: 20_000 }], 40_000), { start: 20_000, end: 24_000 }],
])('%s', (_, scale, expected) => {
  expect(scale && scaleTime(time, scale)).toEqual(expected);
});

test.each([
  ['one point twice', throughPoints({ is: 5, shouldBe: 5 }, { is: 5, shouldBe: 9 })],
  ['two points that would turn time round', throughPoints({ is: 5, shouldBe: 9 }, { is: 9, shouldBe: 5 })],
  ['a duration for no cues', toDuration([], 9000)],
])('%s: no scale', (_, scale) => {
  expect(scale).toBeUndefined();
});

test('cues and words move together and stay in order', () => {
  const point = fc.record({ is: fc.nat(100_000), shouldBe: fc.nat(100_000) });
  fc.assert(
    fc.property(point, point, fc.array(fc.nat(100_000), { minLength: 2 }), (one, other, moments) => {
      const scale = throughPoints(one, other);
      if (!scale) return;
      moments.sort((a, b) => a - b);
      const cues = moments.slice(1).map((end, i) => ({ lines: ['好'], time: { start: moments[i]!, end } }));
      const transcript = timedTranscript('x.srt', cues);
      const words = transcript.segments.map(({ from, to }, i) => ({ from, to, ...cues[i]!.time }));
      const scaled = scaleTranscript({ ...transcript, words }, scale);
      scaled.segments.forEach((segment, i) => {
        expect(segment.kind === 'cue' && segment.time).toEqual({
          start: scaled.words![i]!.start,
          end: scaled.words![i]!.end,
        });
        expect(scaled.words![i]!.end).toBeGreaterThanOrEqual(scaled.words![i]!.start);
      });
    }),
  );
});
