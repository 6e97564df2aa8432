import type { DataCue } from './converted';
import { type Fields, fieldsOf, isFields, listOf, millisecondsOf, textOf } from './json-values';
import type { SpokenWord } from './place-words';

/**
 * The sentences of what FunASR's models write (Paraformer, SenseVoice), alone or in a list; undefined for other JSON.
 * Without sentences, the text is cut where its marks end one, or where the speaker pauses if it has no marks.
 */
export function cuesOfFunasr(value: unknown): DataCue[] | undefined {
  const results = (Array.isArray(value) ? value : [value]).map(fieldsOf);
  return results.some(isResult) ? results.flatMap(cuesOfResult) : undefined;
}

const isResult = (result: Fields): boolean =>
  typeof result.text === 'string' &&
  !Array.isArray(result.segments) &&
  (typeof result.key === 'string' ||
    sentencesOf(result) !== undefined ||
    listOf(stampsOf(result)).some(Array.isArray));

const sentencesOf = ({ sentence_info, sentences, stamp_sents }: Fields): readonly unknown[] | undefined =>
  [sentence_info, sentences, stamp_sents].find(Array.isArray);

const stampsOf = ({ timestamp, time_stamp, ts_list }: Fields): unknown => timestamp ?? time_stamp ?? ts_list;

function cuesOfResult(result: Fields): DataCue[] {
  const text = plain(textOf(result.text));
  const sentences = (sentencesOf(result) ?? []).filter(isFields).map(cueOfSentence);
  // Some versions lose sentences; the text is then the better witness.
  const told = letters(sentences.map((sentence) => sentence.text).join(''));
  if (sentences.length > 0 && told.length >= letters(text).length) return sentences;
  const words = wordsOf(text, result);
  return words.length > 0 ? cutSentences(text, words) : [{ text, ...spanOf(result) }];
}

function cueOfSentence(sentence: Fields): DataCue {
  const { sentence: said, text_seg: seg, punc, start, end, spk } = sentence;
  const text = plain(textOf(sentence.text ?? said) || `${textOf(seg).trim()}${textOf(punc)}`);
  const span = spanOf(sentence);
  return {
    text,
    start: millisecondsOf(start) ?? span.start,
    end: millisecondsOf(end) ?? span.end,
    speaker: typeof spk === 'number' ? `spk${spk}` : textOf(spk),
    words: wordsOf(text, sentence),
  };
}

/** Without SenseVoice's tags and without the spaces that stand between characters where marks were not restored. */
const plain = (text: string): string =>
  text
    .replace(/<\|[^|<>]*\|>/g, '')
    .replace(/(?<=\p{Script=Han})[ \t]+(?=\p{Script=Han})/gu, '')
    .trim();

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

/** What has a time of its own: a Chinese character, or a word in letters. */
const spokenUnit = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}'’])+/gu;

/** The characters and words with their times, if there are as many of either. */
function wordsOf(text: string, result: Fields): SpokenWord[] {
  const stamps = listOf(stampsOf(result)).map(listOf);
  const named = listOf(result.words).map(textOf);
  const units = named.length === stamps.length ? named : (text.match(spokenUnit) ?? []);
  if (units.length !== stamps.length) return [];
  return units.map((unit, index) => {
    const [start, end] = stamps[index] ?? [];
    return { text: unit, start: millisecondsOf(start), end: millisecondsOf(end) };
  });
}

function spanOf(result: Fields) {
  const stamps = listOf(stampsOf(result)).map(listOf);
  return { start: millisecondsOf(stamps[0]?.[0]), end: millisecondsOf(stamps.at(-1)?.[1]) };
}

/** A pause that parts sentences where no mark does, in milliseconds; see the splitting of stable-ts. */
const longPause = 500;
const sentenceEnd = /[。！？；…!?;]|\.(?!\S)/;

function cutSentences(text: string, words: readonly SpokenWord[]): DataCue[] {
  const hasMarks = sentenceEnd.test(text);
  const cues: DataCue[] = [];
  let from = 0; // where the sentence begins in the text
  let first = 0; // its first word
  let at = 0;
  words.forEach((word, index) => {
    const place = text.indexOf(word.text.trim(), at);
    if (place >= 0) at = place + word.text.trim().length;
    const next = words[index + 1];
    const following = next ? text.indexOf(next.text.trim(), at) : text.length;
    const between = text.slice(at, Math.max(at, following));
    const pause = (next?.start ?? 0) - (word.end ?? 0);
    if (next && (hasMarks ? !sentenceEnd.test(between) : pause < longPause)) return;
    const to = next ? Math.max(at, following) : text.length;
    const said = words.slice(first, index + 1);
    cues.push({ text: text.slice(from, to).trim(), start: said[0]?.start, end: word.end, words: said });
    from = to;
    first = index + 1;
  });
  return cues;
}
