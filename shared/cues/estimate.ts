import type { Segment, Transcript } from '../transcript/transcript';
import { cutIntoCues } from './cut';
import { readingTime } from './width';

/** Shortest and longest a cue is shown, and the pause between two, in milliseconds (Netflix, TED). */
const shortest = 1000;
const longest = 7000;
const gap = 83;

/**
 * A timed transcript made from an untimed one: cues with times estimated from reading speed, one after another from
 * zero. Nobody listened to the recording, so whoever shows these times says that they are estimated.
 */
export function estimateCues(transcript: Transcript): Transcript {
  let text = '';
  let start = 0;
  const segments = cutIntoCues(transcript).map((cue, index): Segment => {
    if (index > 0) text += '\n';
    const from = text.length;
    text += cue;
    const end = start + Math.round(Math.min(longest, Math.max(shortest, readingTime(cue))));
    const time = { start, end };
    start = end + gap;
    return { kind: 'cue', from, to: text.length, time };
  });
  return { name: transcript.name, text, segments, protected: [] };
}
