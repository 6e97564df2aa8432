import { lineBreak } from '../transcript/cues';
import { isTimed, type Transcript } from '../transcript/transcript';
import { cuesOfBilibili } from './bilibili-json';
import { convertedReading, type DataCue } from './converted';
import { withoutMarkup } from './cue-text';
import type { Format } from './formats';
import { cuesOfFunasr } from './funasr-json';
import { parseJson } from './json-parse';
import { textFormat } from './prose';
import type { Reading } from './reading';
import { cuesOfWhisper } from './whisper-json';
import { cuesOfYoutube } from './youtube-json';

/**
 * What recognisers and caption services write as JSON, told apart by its shape. Written is the shape of Whisper, in
 * UTF-8: `{"text", "segments": [{"id", "start", "end", "text", "speaker", "words": [{"word", "start", "end"}]}]}` with
 * times in seconds to the millisecond; `speaker` and `words` only where they are known. A transcript without times has
 * segments without `start` and `end`, one a line.
 */
export const jsonFormat: Format = {
  id: 'json',
  recognises: (source) => /^\s*(?:\{\s*"|\[\s*\{)/.test(source) && 'cues' in cuesInJson(source),
  read: readJson,
  write: async (transcript) =>
    new TextEncoder().encode(`${JSON.stringify(toWhisper(withoutMarkup(transcript)), null, 2)}\n`),
};

function readJson(source: string, name: string): Reading {
  const found = cuesInJson(source);
  return 'cues' in found
    ? convertedReading('json', name, found.cues)
    : { ...textFormat.read(source, name), repairs: [found] };
}

function cuesInJson(source: string) {
  const parsed = parseJson(source);
  if ('line' in parsed) return { line: parsed.line, what: 'brokenJson' } as const;
  const cues = cuesOf(parsed.value);
  return cues ? { cues } : ({ line: 1, what: 'unknownJson' } as const);
}

const cuesOf = (value: unknown): DataCue[] | undefined =>
  cuesOfBilibili(value) ?? cuesOfYoutube(value) ?? cuesOfFunasr(value) ?? cuesOfWhisper(value);

function toWhisper(transcript: Transcript) {
  const { segments, words = [] } = transcript;
  const plain = (from: number, to: number) => transcript.text.slice(from, to).replaceAll(lineBreak, '\n');
  let next = 0;
  const told = segments.map((segment, id) => {
    const text = plain(segment.from, segment.to);
    if (segment.kind !== 'cue') return { id, text };
    const { speaker } = segment;
    const said: { word: string; start: number; end: number }[] = [];
    for (let word = words[next]; word && word.to <= segment.to; word = words[++next]) {
      said.push({ word: plain(word.from, word.to), ...inSeconds(word) });
    }
    return {
      id,
      ...inSeconds(segment.time),
      text,
      ...(speaker !== undefined && { speaker }),
      ...(said.length > 0 && { words: said }),
    };
  });
  const text = told.map((segment) => segment.text).join(isTimed(transcript) ? '\n' : '\n\n');
  return { text, segments: told };
}

const inSeconds = ({ start, end }: { readonly start: number; readonly end: number }) => ({
  start: Math.round(start) / 1000,
  end: Math.round(end) / 1000,
});
