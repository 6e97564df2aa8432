import type { Transcript } from '../transcript/transcript';
import { type CutOptions, cutIntoCues } from './cut';
import { profiles } from './profile';
import { timedTranscript } from './timed';
import { readingTime } from './width';

/**
 * A timed transcript made from an untimed one: cues with times estimated from reading speed, one after another from
 * zero. Nobody listened to the recording, so whoever shows these times says that they are estimated.
 */
export function estimateCues(transcript: Transcript, options: Omit<CutOptions, 'timing'> = {}): Transcript {
  const { profile = profiles.netflixChinese } = options;
  let start = 0;
  const cues = cutIntoCues(transcript, options).map(({ lines }) => {
    const needed = readingTime(lines.join(' '), profile);
    const end = start + Math.ceil(Math.min(profile.longest, Math.max(profile.shortest, needed)));
    const time = { start, end };
    start = end + profile.gap;
    return { lines, time };
  });
  return timedTranscript(transcript.name, cues);
}
