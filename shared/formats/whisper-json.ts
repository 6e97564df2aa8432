import type { DataCue } from './converted';
import { type Fields, fieldsOf, isFields, listOf, millisecondsOf, secondsOf, textOf } from './json-values';
import type { SpokenWord } from './place-words';

/**
 * The segments of what openai-whisper, faster-whisper, WhisperX, whisper.cpp, the pipeline of Transformers and Emend
 * itself write, or a list of such segments alone; undefined for other JSON.
 */
export function cuesOfWhisper(value: unknown): DataCue[] | undefined {
  const { segments, transcription, chunks, text } = fieldsOf(value);
  const list = [value, segments, transcription, chunks].find(Array.isArray);
  if (list === undefined || list.length === 0) {
    return typeof text === 'string' ? text.split('\n').map((line) => ({ text: line })) : undefined;
  }
  const isSegments = list.some((segment) => isFields(segment) && Object.hasOwn(segment, 'text'));
  return isSegments ? list.map(cueOf) : undefined;
}

function cueOf(value: unknown): DataCue {
  const segment: Fields = isFields(value) ? value : { text: value };
  const words = [segment.words, segment.tokens].map(listOf).find((list) => list.some(isFields)) ?? [];
  return {
    text: textOf(segment.text),
    speaker: textOf(segment.speaker),
    ...timeOf(segment),
    words: words.map(wordOf),
  };
}

function wordOf(value: unknown): SpokenWord {
  const word = fieldsOf(value);
  return { text: textOf(word.word ?? word.text), ...timeOf(word) };
}

/** The times of a segment or word: whisper.cpp has milliseconds and clocks, Transformers a pair, all others seconds. */
function timeOf({ start, end, offsets, timestamps, timestamp }: Fields) {
  const [began, ended] = listOf(timestamp);
  const [offset, clock] = [fieldsOf(offsets), fieldsOf(timestamps)];
  return {
    start: secondsOf(start) ?? millisecondsOf(offset.from) ?? secondsOf(clock.from) ?? secondsOf(began),
    end: secondsOf(end) ?? millisecondsOf(offset.to) ?? secondsOf(clock.to) ?? secondsOf(ended),
  };
}
