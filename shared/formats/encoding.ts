import type { Encoding } from './encodings';

/** A file's bytes as text, and what it takes to write it back the same way. */
export interface DecodedFile {
  /** Without the byte-order mark, line ends as in the file. */
  readonly text: string;
  readonly encoding: Encoding;
  readonly byteOrderMark: boolean;
}

/** jschardet looks at this much; more costs time and changes no verdict. */
const sampleBytes = 64 * 1024;

const byName: Readonly<Record<string, Encoding>> = {
  'UTF-8': 'UTF-8',
  'UTF-16LE': 'UTF-16LE',
  'UTF-16BE': 'UTF-16BE',
  GB2312: 'GB18030',
  GB18030: 'GB18030',
  GBK: 'GB18030',
  Big5: 'Big5',
};

const marks: readonly { encoding: Encoding; bytes: readonly number[] }[] = [
  { encoding: 'UTF-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'UTF-16LE', bytes: [0xff, 0xfe] },
  { encoding: 'UTF-16BE', bytes: [0xfe, 0xff] },
];

/**
 * Decodes a text file, in the encoding `forced` or in the one that its bytes speak for: byte-order mark, valid UTF-8,
 * then statistics. Bytes that are wrong in a forced encoding become U+FFFD. Returns undefined for what is no
 * text in any of the encodings.
 */
export async function decodeFile(bytes: Uint8Array, forced?: Encoding): Promise<DecodedFile | undefined> {
  const mark = marks.find(({ bytes: lead }) => lead.every((byte, index) => bytes[index] === byte));
  const encoding = forced ?? mark?.encoding ?? (await detectEncoding(bytes));
  if (!encoding) return undefined;
  const byteOrderMark = mark?.encoding === encoding;
  const body = byteOrderMark ? bytes.subarray(mark.bytes.length) : bytes;
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(body);
  return !forced && isBinary(text) ? undefined : { text, encoding, byteOrderMark };
}

async function detectEncoding(bytes: Uint8Array): Promise<Encoding | undefined> {
  if (isUtf8(bytes)) return 'UTF-8';
  const utf16 = utf16WithoutMark(bytes);
  if (utf16) return utf16;
  const sample = bytes.subarray(0, sampleBytes);
  if (sample.includes(0)) return undefined;
  // A megabyte of tables that files in UTF-8 can do without.
  const { default: jschardet } = await import('jschardet');
  const verdict = jschardet.detect(sample, { detectEncodings: ['GB2312', 'GB18030', 'Big5'] });
  const named = verdict.encoding ? byName[verdict.encoding] : undefined;
  const candidates: Encoding[] = named ? [named, 'GB18030', 'Big5'] : ['GB18030', 'Big5'];
  return candidates.find((encoding) => decodesWithoutError(bytes, encoding));
}

const isUtf8 = (bytes: Uint8Array): boolean => decodesWithoutError(bytes, 'UTF-8');

function decodesWithoutError(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * UTF-16 text of Chinese and English without a mark: line breaks, spaces and Latin letters have a zero byte on one
 * side only, and what is decoded is free of control characters.
 */
function utf16WithoutMark(bytes: Uint8Array): Encoding | undefined {
  if (bytes.length < 2 || bytes.length % 2 === 1) return undefined;
  const sample = bytes.subarray(0, sampleBytes);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) i % 2 === 0 ? even++ : odd++;
  if (even === odd) return undefined;
  const encoding = even > odd ? 'UTF-16BE' : 'UTF-16LE';
  if (!decodesWithoutError(bytes, encoding)) return undefined;
  return isBinary(new TextDecoder(encoding).decode(sample)) ? undefined : encoding;
}

/** Control characters that no text holds. Tabs, line ends, form feeds and escapes (terminal logs) do occur. */
function isBinary(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return /[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text.slice(0, sampleBytes)) || text.includes('\0');
}
