import { basename } from 'node:path';
import { decodeFile } from '../shared/formats/encoding';
import type { Encoding } from '../shared/formats/encodings';
import { readTranscript } from '../shared/formats/formats';
import type { Reading } from '../shared/formats/reading';
import type { Problem } from '../shared/i18n/problems';
import { readDocx } from './docx';
import { readBytes } from './files';

/** A transcript file as it was read, with what it takes to write its like. */
export interface SourceFile {
  readonly path: string;
  readonly reading: Reading;
  readonly encoding: Encoding;
  readonly byteOrderMark: boolean;
  /** The file's bytes, kept where encoding the text anew might not give them back. */
  readonly bytes?: Uint8Array;
}

/** A transcript file, or why it cannot be read. */
export type Sourced = { readonly source: SourceFile } | { readonly problem: Problem };

/** Reads a transcript file, in the encoding that its bytes speak for unless one is named. */
export async function readSource(path: string, encoding?: Encoding): Promise<Sourced> {
  const read = await readBytes(path);
  return 'problem' in read ? read : decodeSource(read.bytes, path, encoding);
}

/** As {@link readSource}, for bytes that are there already. */
export async function decodeSource(bytes: Uint8Array, path: string, encoding?: Encoding): Promise<Sourced> {
  const docx = await readDocx(bytes, basename(path));
  if (docx === 'broken') return { problem: { code: 'docxBroken', path } };
  if (docx === 'tooLarge') return { problem: { code: 'docxTooLarge', path } };
  if (docx !== 'no') return { source: { path, ...docx, encoding: 'UTF-8', byteOrderMark: false } };
  const decoded = await decodeFile(bytes, encoding);
  if (!decoded) return { problem: { code: 'fileBinary', path } };
  const { text, ...how } = decoded;
  const isFaithful = how.encoding.startsWith('UTF') && !text.includes('\ufffd');
  const reading = readTranscript(text, basename(path));
  return { source: { path, reading, ...how, ...(!isFaithful && !reading.converted && { bytes }) } };
}
