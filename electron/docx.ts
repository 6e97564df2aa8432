import { inflateRawSync } from 'node:zlib';
import { proseReading } from '../shared/formats/converted';
import type { Reading, Repair } from '../shared/formats/reading';
import { type ZipEntry, zipEntries } from './zip';

/** What a Word document may unpack to, in bytes; more is no transcript but a trap. */
const mostUnpacked = 200 * 1024 * 1024;

/** How much of it may be XML: 60,000 paragraphs have 10 MB, and 16 MB of nothing but tags take 2.5 GB of memory to read. */
const mostXml = 16 * 1024 * 1024;

/** What became of reading bytes as a Word document; `no` is for what is none. */
export type DocxReading = { readonly reading: Reading } | 'no' | 'broken' | 'tooLarge';

/** Reads the paragraphs of a Word document; headings begin with `#`. Pictures, notes and comments are left out and told. */
export async function readDocx(bytes: Uint8Array, name: string): Promise<DocxReading> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || bytes[2] !== 3 || bytes[3] !== 4) return 'no';
  const entries = zipEntries(bytes);
  if (!entries) return /\.docx$/i.test(name) ? 'broken' : 'no';
  if (!entries.some((entry) => entry.name === 'word/document.xml')) return 'no';
  const texts = entries.filter((entry) => /\.(?:xml|rels)$/i.test(entry.name));
  if (sizeOf(entries) > mostUnpacked || sizeOf(texts) > mostXml) return 'tooLarge';
  if (!entries.every((entry) => unpacksAsSaid(bytes, entry))) return 'broken';
  try {
    return { reading: readingOf(await documentIn(bytes), name) };
  } catch {
    return 'broken';
  }
}

const sizeOf = (entries: readonly ZipEntry[]): number => entries.reduce((sum, { size }) => sum + size, 0);

/** Mammoth unpacks these as far as they go, whatever size they claim to have. */
function unpacksAsSaid(bytes: Uint8Array, { data, method, size }: ZipEntry): boolean {
  const packed = bytes.subarray(data.from, data.to);
  if (method === 0) return packed.length === size;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) }).length === size;
  } catch {
    return false;
  }
}

/** An element of the document as mammoth has read it. */
interface DocxElement {
  readonly type: string;
  readonly children?: readonly DocxElement[];
  readonly value?: string;
  readonly breakType?: string;
  readonly styleName?: string | null;
  readonly styleId?: string | null;
}

async function documentIn(bytes: Uint8Array): Promise<DocxElement> {
  const { default: mammoth } = await import('mammoth');
  let document: DocxElement = { type: 'document' };
  await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
    {
      transformDocument(read: DocxElement) {
        document = read;
        // Its paragraphs are taken from here; of HTML nothing is wanted.
        return { ...read, children: [] };
      },
    },
  );
  return document;
}

function readingOf(document: DocxElement, name: string): Reading {
  const paragraphs: string[] = [];
  const repairs: Repair[] = [];
  let line = 1;
  const visit = (element: DocxElement): void => {
    if (element.type !== 'paragraph') {
      element.children?.forEach(visit);
      return;
    }
    const runs: string[] = [];
    const isWhole = collect(element, runs);
    if (!isWhole) repairs.push({ line, what: 'leftOut' });
    const text = runs.join('').trim();
    if (!text) return;
    const level = headingLevel(element);
    const paragraph = level === undefined ? text : `${'#'.repeat(level)} ${text.replace(/\s*\n\s*/g, ' ')}`;
    paragraphs.push(paragraph);
    line += paragraph.split('\n').length + 1;
  };
  visit(document);
  return proseReading('docx', name, paragraphs, repairs);
}

/** Collects the text of an element; false where something in it is none. */
function collect(element: DocxElement, into: string[]): boolean {
  switch (element.type) {
    case 'text':
      into.push(element.value ?? '');
      return true;
    case 'tab':
      into.push('\t');
      return true;
    case 'break':
      if (element.breakType === 'line') into.push('\n');
      return true;
    case 'image':
    case 'noteReference':
    case 'commentReference':
      return false;
    default:
      return (element.children ?? []).map((child) => collect(child, into)).every(Boolean);
  }
}

function headingLevel({ styleName, styleId }: DocxElement): number | undefined {
  if (/^title$/i.test(styleName ?? styleId ?? '')) return 1;
  const level = /^(?:heading|标题|標題)\s*([1-6])$/i.exec(styleName ?? styleId ?? '')?.[1];
  return level === undefined ? undefined : Number(level);
}
