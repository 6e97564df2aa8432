import { lineBreak } from '../transcript/cues';
import type { Segment, Transcript } from '../transcript/transcript';
import { cutIntoCues } from './cut';
import { type CueProfile, profiles } from './profile';
import { readingTime } from './width';

/**
 * A timed transcript made from an untimed one: cues with times estimated from reading speed, one after another from
 * zero. Nobody listened to the recording, so whoever shows these times says that they are estimated.
 */
export function estimateCues(
  transcript: Transcript,
  profile: CueProfile = profiles.netflixChinese,
): Transcript {
  let text = '';
  let start = 0;
  const segments = cutIntoCues(transcript, profile).map((lines, index): Segment => {
    if (index > 0) text += '\n';
    const from = text.length;
    text += lines.join(lineBreak);
    const needed = readingTime(lines.join(' '), profile);
    const end = start + Math.round(Math.min(profile.longest, Math.max(profile.shortest, needed)));
    const time = { start, end };
    start = end + profile.gap;
    return { kind: 'cue', from, to: text.length, time };
  });
  return { name: transcript.name, text, segments, protected: [] };
}
