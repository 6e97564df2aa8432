import type { CueTime } from '../transcript/cues';
import type { Transcript } from '../transcript/transcript';

/** How times become others: a time `t` in milliseconds becomes `factor * t + offset`. */
export interface Scale {
  readonly factor: number;
  readonly offset: number;
}

/** All times later by so many milliseconds, or earlier. */
export const shiftBy = (offset: number): Scale => ({ factor: 1, offset });

/** A time as it is and as it should be, in milliseconds. */
export interface AnchorPoint {
  readonly is: number;
  readonly shouldBe: number;
}

/**
 * Moves and stretches times so that two of them become what they should be. Undefined where no line leads through the
 * two that keeps the order of times.
 */
export function throughPoints(one: AnchorPoint, other: AnchorPoint): Scale | undefined {
  const factor = (other.shouldBe - one.shouldBe) / (other.is - one.is);
  if (!Number.isFinite(factor) || factor <= 0) return undefined;
  return { factor, offset: one.shouldBe - factor * one.is };
}

/** Stretches times so that the last one ends when the recording does. Undefined where there is no time after zero. */
export function toDuration(times: readonly CueTime[], duration: number): Scale | undefined {
  const end = times.reduce((latest, time) => Math.max(latest, time.end), 0);
  return throughPoints({ is: 0, shouldBe: 0 }, { is: end, shouldBe: duration });
}

/** For times that were made at one frame rate and are shown at another, in frames a second. */
export const betweenFrameRates = (from: number, to: number): Scale => ({ factor: from / to, offset: 0 });

/** A time on the scale, in whole milliseconds and not before zero. */
export const scaleTime = ({ start, end }: CueTime, { factor, offset }: Scale): CueTime => ({
  start: Math.max(0, Math.round(factor * start + offset)),
  end: Math.max(0, Math.round(factor * end + offset)),
});

/** A transcript with the times of its cues and words on the scale. */
export const scaleTranscript = (transcript: Transcript, scale: Scale): Transcript => ({
  ...transcript,
  segments: transcript.segments.map((segment) =>
    segment.kind === 'cue' ? { ...segment, time: scaleTime(segment.time, scale) } : segment,
  ),
  ...(transcript.words && {
    words: transcript.words.map((word) => ({ ...word, ...scaleTime(word, scale) })),
  }),
});
