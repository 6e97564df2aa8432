import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineSegments } from '../transcript/lines';
import { estimateCues } from './estimate';
import { profiles } from './profile';
import { checkCues } from './quality';
import { fitToDuration } from './scale';
import { timedCues, timedTranscript } from './timed';

const profile = profiles.netflixChinese;
const talk =
  '今天我们聊一聊大模型的训练。数据很重要，代码也很重要，不过最重要的是想清楚要做什么。最后谢谢大家。';
const estimated = estimateCues(
  { name: 'talk.txt', text: talk, segments: lineSegments(talk), protected: [] },
  { profile },
);
const told = (duration: number) => timedCues(fitToDuration(estimated, duration, profile));

test.each([
  ['stretched', 20_000],
  ['squeezed', 4000],
])('%s to a duration, the cues fill it, in order and apart', (_, duration) => {
  const cues = told(duration);
  expect(cues.map(({ lines }) => lines)).toEqual(timedCues(estimated).map(({ lines }) => lines));
  expect(cues[0]?.time.start).toBe(0);
  expect(cues.at(-1)?.time.end).toBe(duration);
  const gaps = cues.slice(1).map(({ time }, index) => time.start - (cues[index]?.time.end ?? 0));
  expect(new Set(gaps)).toEqual(new Set([profile.gap]));
});

test('a recording long enough leaves nothing wrong with the cues', () => {
  expect(checkCues(told(15_000), profile).filter(({ severity }) => severity !== 'hint')).toEqual([]);
});

test('cues without a time after zero, and none at all, stay as they are', () => {
  for (const cues of [[], [{ lines: ['好'], time: { start: 0, end: 0 } }]]) {
    const transcript = timedTranscript('x.srt', cues);
    expect(fitToDuration(transcript, 9000, profile)).toBe(transcript);
  }
});

test('any duration: no cue ends before it begins or after the next begins', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000_000 }), (duration) => {
      const cues = told(duration);
      cues.forEach(({ time }, index) => {
        expect(time.end).toBeGreaterThanOrEqual(time.start);
        expect(cues[index + 1]?.time.start ?? Infinity).toBeGreaterThanOrEqual(time.end);
      });
    }),
  );
});
