import type { Transcript } from '../transcript/transcript';
import type { CueProfile } from './profile';
import { tidyTimes } from './tidy';
import { type TimedCue, timedCues, timedTranscript } from './timed';

/**
 * Cues whose times were estimated, stretched or squeezed so that the last one ends when the recording does, after
 * `duration` milliseconds; short pauses remain as the profile has them. As they are where no cue ends after zero.
 */
export function fitToDuration(transcript: Transcript, duration: number, profile: CueProfile): Transcript {
  const cues = timedCues(transcript);
  const end = cues.reduce((latest, { time }) => Math.max(latest, time.end), 0);
  if (end === 0) return transcript;
  const factor = duration / end;
  const scaled = cues.map((cue) => ({
    ...cue,
    time: { start: factor * cue.time.start, end: factor * cue.time.end },
  }));
  const times = tidyTimes(scaled, profile);
  const fitted = scaled.map((cue, index): TimedCue => {
    const time = times[index] ?? cue.time;
    // To be read, a cue may stay after its last word, but not after the recording.
    return { ...cue, time: { ...time, end: Math.max(time.start, Math.min(time.end, Math.round(duration))) } };
  });
  return timedTranscript(transcript.name, fitted);
}
