import type { Transcript } from '../transcript/transcript';
import { assFormat } from './ass';
import { docxFormat } from './docx';
import { jsonFormat } from './json';
import { lrcFormat } from './lrc';
import { type FormatId, formatByExtension, formatIds, isTimedFormat } from './names';
import { markdownFormat, textFormat } from './prose';
import type { Reading } from './reading';
import { srtFormat } from './srt';
import { tsvFormat } from './tsv';
import { ttmlFormat } from './ttml';
import { vttFormat } from './vtt';

/** A kind of file that Emend reads and writes. */
export interface Format {
  readonly id: FormatId;
  /** Whether a text without a telling name is of this format. */
  recognises(source: string): boolean;
  /** Reads a decoded file (no byte-order mark). `name` is the file's name without folders. */
  read(source: string, name: string): Reading;
  /** Writes a transcript that came from any format, with `\n` line ends. */
  write(transcript: Transcript): string | Promise<Uint8Array>;
  /** Writes a transcript back into the file that it was read from: only what became of its cues differs. */
  rewrite?(reading: Reading, transcript: Transcript): string;
}

const byId: Readonly<Record<FormatId, Format>> = {
  text: textFormat,
  markdown: markdownFormat,
  docx: docxFormat,
  srt: srtFormat,
  vtt: vttFormat,
  ass: assFormat,
  lrc: lrcFormat,
  tsv: tsvFormat,
  ttml: ttmlFormat,
  json: jsonFormat,
};

export const formatOf = (id: FormatId): Format => byId[id];

/**
 * Reads a decoded file: in the format of its name, or in the one its text speaks for. What is no subtitle file despite its
 * name is read as text.
 */
export function readTranscript(source: string, name: string): Reading {
  const named = formatByExtension(name.slice(name.lastIndexOf('.') + 1));
  // Recognisers also write cues into files called .txt.
  const isNamed = named !== undefined && named !== 'text';
  const id = isNamed ? named : formatIds.find((each) => each !== 'text' && byId[each].recognises(source));
  const format = byId[id ?? 'text'];
  const reading = format.read(source, name);
  const hasNothing =
    isTimedFormat(format.id) && reading.transcript.segments.length === 0 && source.trim() !== '';
  if (!hasNothing || reading.converted || format.recognises(source)) return reading;
  return { ...textFormat.read(source, name), repairs: [{ line: 1, what: 'notSubtitles' }] };
}
