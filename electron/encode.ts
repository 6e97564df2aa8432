import type { Encoding } from '../shared/formats/encodings';
import type { SourceFile } from './source';

/** A text as the bytes of a file, and whether they are in the encoding that was asked for. */
export interface Encoded {
  readonly bytes: Uint8Array;
  readonly encoding: Encoding;
}

const marks: Readonly<Partial<Record<Encoding, readonly number[]>>> = {
  'UTF-8': [0xef, 0xbb, 0xbf],
  'UTF-16LE': [0xff, 0xfe],
  'UTF-16BE': [0xfe, 0xff],
};

/**
 * Encodes a text that came from `source` the way that file is encoded. Lines that stand in the file keep their very
 * bytes, even those that are wrong or that another program encodes otherwise. When the text has characters that
 * the encoding lacks, it becomes UTF-8. What is no text stays as it is.
 */
export async function encodeLike(source: SourceFile, text: string | Uint8Array): Promise<Encoded> {
  const { encoding, byteOrderMark } = source;
  if (typeof text !== 'string') return { bytes: text, encoding };
  const encode = await encoderOf(encoding);
  const mark = byteOrderMark ? (marks[encoding] ?? []) : [];
  const kept =
    source.bytes && bytesOfLines(source.bytes.subarray(mark.length), source.reading.source, encoding);
  const body = kept
    ? Buffer.concat(linesOf(text).map((line) => takeLine(kept, line) ?? encode(line)))
    : encode(text);
  if (encoding === 'UTF-8' || new TextDecoder(encoding, { ignoreBOM: true }).decode(body) === text) {
    return { bytes: Buffer.concat([Uint8Array.from(mark), body]), encoding };
  }
  const utf8Mark = byteOrderMark ? (marks['UTF-8'] ?? []) : [];
  return { bytes: Buffer.concat([Uint8Array.from(utf8Mark), Buffer.from(text)]), encoding: 'UTF-8' };
}

async function encoderOf(encoding: Encoding): Promise<(text: string) => Uint8Array> {
  if (encoding === 'UTF-8') return (text) => Buffer.from(text, 'utf8');
  if (encoding === 'UTF-16LE') return (text) => Buffer.from(text, 'utf16le');
  if (encoding === 'UTF-16BE') return (text) => Buffer.from(text, 'utf16le').swap16();
  const { default: iconv } = await import('iconv-lite');
  return (text) => iconv.encode(text, encoding);
}

/** The lines of a text, each with its line end. */
const linesOf = (text: string): string[] => text.split(/(?<=\n|\r(?!\n))/);

/** For each line of a file, its bytes wherever it stands, in order. Undefined when text and bytes do not run in step. */
function bytesOfLines(
  bytes: Uint8Array,
  text: string,
  encoding: Encoding,
): Map<string, Uint8Array[]> | undefined {
  const lines = linesOf(text);
  const slices = cutAtLineEnds(bytes, encoding);
  if (lines.length !== slices.length) return undefined;
  const found = new Map<string, Uint8Array[]>();
  lines.forEach((line, index) => {
    const slice = slices[index] ?? bytes.subarray(0, 0);
    const same = found.get(line);
    if (same) same.push(slice);
    else found.set(line, [slice]);
  });
  return found;
}

/** The bytes of the next line of the file that reads so; the last one serves again. */
function takeLine(kept: ReadonlyMap<string, Uint8Array[]>, line: string): Uint8Array | undefined {
  const slices = kept.get(line);
  return slices && slices.length > 1 ? slices.shift() : slices?.[0];
}

/** Cuts after line ends: in all five encodings their bytes are part of no other character. */
function cutAtLineEnds(bytes: Uint8Array, encoding: Encoding): Uint8Array[] {
  const unit = encoding.startsWith('UTF-16') ? 2 : 1;
  const low = encoding === 'UTF-16BE' ? 1 : 0;
  const codeAt = (at: number) => (bytes[at + low] ?? 0) + (unit === 2 ? (bytes[at + 1 - low] ?? 0) * 256 : 0);
  const slices: Uint8Array[] = [];
  let from = 0;
  for (let at = 0; at + unit <= bytes.length; at += unit) {
    const code = codeAt(at);
    if (code !== 10 && (code !== 13 || codeAt(at + unit) === 10)) continue;
    slices.push(bytes.subarray(from, at + unit));
    from = at + unit;
  }
  if (from < bytes.length || slices.length === 0) slices.push(bytes.subarray(from));
  return slices;
}
