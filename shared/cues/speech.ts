import { foldCode } from '../rules/fold';
import type { CueTime, Word } from '../transcript/cues';
import type { Range } from '../transcript/edit';
import type { Transcript } from '../transcript/transcript';
import { isBlankCode, isHanCode, isWideCode } from './width';

/** What is said, character by character, without white space and marks. */
export interface Speech {
  /** The characters as they are compared: letter case, width and script do not count. */
  readonly codes: Uint16Array;
  /** Where each stands in the text, in UTF-16 code units. */
  readonly places: Int32Array;
  /** How long each takes to say, and how long the pause before it is; a Han character is 1. Rough values of ours. */
  readonly lengths: Float64Array;
  readonly pauses: Float64Array;
}

/** Speech with the time of each of its characters, in milliseconds. */
export interface TimedSpeech extends Speech {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
}

/** A character of Latin script, and one of two or three Latin letters that make a syllable. */
const latinLength = 0.38;
const digitLength = 1;
const pauseOf = new Float64Array(65536);
for (const mark of '。？！…?!.；;') pauseOf[mark.charCodeAt(0)] = 2;
for (const mark of '，：,:—') pauseOf[mark.charCodeAt(0)] = 1;
pauseOf['、'.charCodeAt(0)] = 0.5;

const isMark = new Uint8Array(65536);
for (let code = 0; code < 65536; code++)
  isMark[code] = /[\s\p{P}\p{S}\p{Cc}\p{Cf}\p{M}]/u.test(String.fromCharCode(code)) ? 1 : 0;

/** A folding of code units that also makes traditional characters simplified. */
export type SpeechFolding = (code: number) => number;

/** `simplify` turns traditional text into simplified; it is asked for each Han character once. */
export function speechFolding(simplify?: (text: string) => string): SpeechFolding {
  if (!simplify) return foldCode;
  const known = new Uint16Array(65536);
  return (code) => {
    if (!isHanCode(code) || (code >= 0xd800 && code <= 0xdfff)) return foldCode(code);
    const seen = known[code];
    if (seen) return seen;
    const simple = simplify(String.fromCharCode(code));
    const folded = simple.length === 1 ? simple.charCodeAt(0) : code;
    known[code] = folded;
    return folded;
  };
}

/** The speech in stretches of a text, in the order they are given. */
export function speechOf(text: string, ranges: readonly Range[], fold: SpeechFolding): Speech {
  const size = ranges.reduce((sum, { from, to }) => sum + to - from, 0);
  const codes = new Uint16Array(size);
  const places = new Int32Array(size);
  const lengths = new Float64Array(size);
  const pauses = new Float64Array(size);
  let count = 0;
  for (const { from, to } of ranges) {
    let pause = 0;
    for (let place = from; place < to; place++) {
      const code = text.charCodeAt(place);
      if (isMark[code] === 1) {
        pause = Math.max(
          pause,
          pauseOf[code] ?? 0,
          isBlankCode(code) && isHanCode(text.charCodeAt(place - 1)) ? 0.5 : 0,
        );
        continue;
      }
      codes[count] = fold(code);
      places[count] = place;
      lengths[count] = isWideCode(code) ? 1 : code >= 48 && code <= 57 ? digitLength : latinLength;
      pauses[count] = pause;
      pause = 0;
      count++;
    }
  }
  return {
    codes: codes.subarray(0, count),
    places: places.subarray(0, count),
    lengths: lengths.subarray(0, count),
    pauses: pauses.subarray(0, count),
  };
}

/**
 * The speech of a timed transcript, cue by cue in the order of their times. A character has the time of its word where
 * that is known, else its share of its cue's time.
 */
export function timedSpeech(transcript: Transcript, fold: SpeechFolding): TimedSpeech {
  const cues = transcript.segments
    .filter((segment) => segment.kind === 'cue')
    .sort((one, other) => one.time.start - other.time.start);
  const speech = speechOf(transcript.text, cues, fold);
  const timed = {
    ...speech,
    starts: new Float64Array(speech.codes.length).fill(NaN),
    ends: new Float64Array(speech.codes.length).fill(NaN),
  };
  const words = transcript.words ?? [];
  let at = 0;
  for (const { from, to, time } of cues) {
    const first = at;
    while (at < speech.places.length && isWithin(speech.places[at] ?? -1, from, to)) at++;
    timeCue(timed, first, at, time, words, from, to);
  }
  return timed;
}

const isWithin = (place: number, from: number, to: number): boolean => place >= from && place < to;

function timeCue(
  speech: TimedSpeech,
  first: number,
  end: number,
  time: CueTime,
  words: readonly Word[],
  from: number,
  to: number,
): void {
  let done = first;
  let doneUntil = time.start;
  let at = first;
  for (let index = firstFrom(words, from); index < words.length; index++) {
    const word = words[index];
    if (!word || word.from >= to) break;
    while (at < end && (speech.places[at] ?? 0) < word.from) at++;
    const begin = at;
    while (at < end && (speech.places[at] ?? 0) < word.to) at++;
    if (begin === at) continue;
    spread(speech, done, begin, doneUntil, Math.max(doneUntil, word.start));
    spread(speech, begin, at, word.start, Math.max(word.start, word.end));
    done = at;
    doneUntil = Math.max(word.start, word.end);
  }
  spread(speech, done, end, doneUntil, Math.max(doneUntil, time.end));
}

/** The first word that begins at or after a place. */
function firstFrom(words: readonly Word[], place: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.from ?? Infinity) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Spreads characters over a time, each as long as it takes to say. */
export function spread(speech: TimedSpeech, first: number, end: number, from: number, to: number): void {
  const whole = lengthOf(speech, first, end);
  const unit = whole === 0 ? 0 : (to - from) / whole;
  let time = from;
  for (let i = first; i < end; i++) {
    if (i > first) time += (speech.pauses[i] ?? 0) * unit;
    speech.starts[i] = time;
    time += (speech.lengths[i] ?? 0) * unit;
    speech.ends[i] = time;
  }
}

/** How long characters take to say, with the pauses between them. */
export function lengthOf({ lengths, pauses }: Speech, first: number, end: number): number {
  let sum = 0;
  for (let i = first; i < end; i++) sum += (lengths[i] ?? 0) + (i > first ? (pauses[i] ?? 0) : 0);
  return sum;
}
