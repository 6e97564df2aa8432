import type { CueTime } from '../transcript/cues';
import type { Transcript } from '../transcript/transcript';
import { align } from './align';
import type { Terms } from './breaks';
import { type CutCue, cutIntoCues } from './cut';
import { type CueProfile, profiles } from './profile';
import {
  lengthOf,
  type Speech,
  speechFolding,
  speechOf,
  spread,
  type TimedSpeech,
  timedSpeech,
} from './speech';
import { tidyTimes } from './tidy';
import { timedCues } from './timed';

/** A cue of the clean text with its time from the rough one. */
export interface RetimedCue extends CutCue {
  readonly time: CueTime;
  /**
   * How sure the time is, from 0 to 1: the share of the cue's characters that the rough text has as well, less where
   * its first or its last is not among them.
   */
  readonly sureness: number;
  readonly speaker?: string;
}

export interface RetimeOptions {
  /** netflixChinese where none is given. */
  readonly profile?: CueProfile;
  readonly terms?: Terms | undefined;
  /** Turns traditional text into simplified, so that the two scripts compare as one. */
  readonly simplify?: ((text: string) => string) | undefined;
}

/** What is left of a cue's sureness for each of its edges that is not in the rough text. */
const surenessOfEdge = 0.8;
/** Milliseconds for a Han character, where a text does not tell: about 250 a minute, as people talk. */
const usualPace = 240;

/**
 * Gives a clean text the times of a rough one of the same talk: its cues as they are, or paragraphs cut into cues at
 * the speaker's pauses. Texts are aligned by what is said; letter case, width, script, marks and spaces do not count.
 * What only the clean text has is given a time from its neighbours. Cues come in the clean text's order.
 */
export function retime(clean: Transcript, rough: Transcript, options: RetimeOptions = {}): RetimedCue[] {
  const { profile = profiles.netflixChinese, terms, simplify } = options;
  const fold = speechFolding(simplify);
  const source = timedSpeech(rough, fold);
  const spoken = clean.segments.filter(({ kind }) => kind === 'paragraph' || kind === 'cue');
  const speech = speechOf(clean.text, spoken, fold);
  const pairs = align(speech.codes, source.codes);
  const timed = transferTimes(speech, source, pairs);

  const before = charactersBefore(clean.text, speech);
  const timing = {
    startAt: (place: number) => timed.starts[before[place] ?? 0] ?? timed.ends.at(-1) ?? 0,
    endAt: (place: number) => timed.ends[(before[place] ?? 0) - 1] ?? 0,
  };
  const given = timedCues(clean);
  const cues: (CutCue & { readonly speaker?: string })[] =
    given.length > 0 ? given : cutIntoCues(clean, { profile, terms, timing });
  const times = tidyTimes(
    cues.map(({ from, to, lines }) => ({
      time: { start: timing.startAt(from), end: timing.endAt(to) },
      lines,
    })),
    profile,
  );
  return cues.map(({ from, to, lines, speaker }, index) => ({
    from,
    to,
    lines,
    ...(speaker !== undefined && { speaker }),
    time: times[index] ?? { start: 0, end: 0 },
    sureness: surenessOf(before[from] ?? 0, before[to] ?? 0, speech, source, pairs),
  }));
}

/** How many characters of the speech stand before each place of the text. */
function charactersBefore(text: string, { places }: Speech): Int32Array {
  const before = new Int32Array(text.length + 1);
  let count = 0;
  for (let place = 0; place <= text.length; place++) {
    before[place] = count;
    if (places[count] === place) count++;
  }
  return before;
}

/** The clean speech with the times of its counterparts; what has none lies between its neighbours. */
function transferTimes(speech: Speech, source: TimedSpeech, pairs: Int32Array): TimedSpeech {
  const count = speech.codes.length;
  const timed = { ...speech, starts: new Float64Array(count), ends: new Float64Array(count) };
  const pace = paceOf(source);
  let free = 0; // when the last character with a counterpart ended
  let alone = 0; // the first of those without one that came after it
  for (let i = 0; i <= count; i++) {
    const pair = pairs[i] ?? -1;
    if (i < count && pair < 0) continue;
    const start = i < count ? Math.max(free, source.starts[pair] ?? 0) : Infinity;
    place(timed, alone, i, free, start, pace);
    if (i === count) break;
    timed.starts[i] = start;
    free = Math.max(start, source.ends[pair] ?? 0);
    timed.ends[i] = free;
    alone = i + 1;
  }
  return timed;
}

/**
 * Places characters without counterparts between two times: as fast as the speaker talks, what stands before the
 * longest pause right after the one time, the rest right before the other.
 */
function place(timed: TimedSpeech, first: number, end: number, from: number, to: number, pace: number): void {
  if (first === end) return;
  const needed = lengthOf(timed, first, end) * pace;
  if (from + needed >= to) {
    spread(timed, first, end, from, to);
    return;
  }
  let parting = first === 0 ? 0 : end;
  let longest = 0;
  for (let i = first; i <= end && first > 0 && to < Infinity; i++) {
    const pause = timed.pauses[i] ?? 0;
    if (pause > longest) [parting, longest] = [i, pause];
  }
  if (to === Infinity) parting = end;
  spread(timed, first, parting, from, from + lengthOf(timed, first, parting) * pace);
  spread(timed, parting, end, to - lengthOf(timed, parting, end) * pace, to);
}

/** Milliseconds for a Han character in the rough talk. */
function paceOf({ starts, ends, lengths }: TimedSpeech): number {
  let time = 0;
  let length = 0;
  for (let i = 0; i < lengths.length; i++) {
    time += (ends[i] ?? 0) - (starts[i] ?? 0);
    length += lengths[i] ?? 0;
  }
  return time > 0 && length > 0 ? time / length : usualPace;
}

function surenessOf(first: number, end: number, speech: Speech, source: Speech, pairs: Int32Array): number {
  if (first >= end) return 0;
  const isSame = (i: number) => speech.codes[i] === source.codes[pairs[i] ?? -1];
  let same = 0;
  for (let i = first; i < end; i++) if (isSame(i)) same++;
  const edges = (isSame(first) ? 1 : surenessOfEdge) * (isSame(end - 1) ? 1 : surenessOfEdge);
  return (same / (end - first)) * edges;
}
