import { createHash } from 'node:crypto';
import { mkdir, open, rename, stat, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { catalogueOf, type Language } from '../../shared/i18n/catalogue';
import { csvReceipt } from '../../shared/receipt/csv';
import { htmlReceipt } from '../../shared/receipt/html';
import { jsonReceipt } from '../../shared/receipt/json';
import { type ReceiptKind, receiptKindOf } from '../../shared/receipt/kinds';
import type { ReceiptData } from '../../shared/receipt/record';
import { temporaryBeside } from '../temporary';
import type { Journal } from './journal';

const formats = {
  json: (data: ReceiptData, language: Language) => jsonReceipt(data, catalogueOf(language)),
  csv: (data: ReceiptData, language: Language) => csvReceipt(data, catalogueOf(language)),
  html: (data: ReceiptData, language: Language) =>
    htmlReceipt(data, catalogueOf(language), language, (text) =>
      createHash('sha256').update(text).digest('base64'),
    ),
} satisfies Readonly<Record<ReceiptKind, unknown>>;

/**
 * Writes what a journal tells as a receipt in the format of the file's name, as a whole or not at all; the files go
 * through one by one. Rejects with Node's error when that cannot be done.
 */
export async function writeReceipt(journal: Journal, path: string, language: Language): Promise<void> {
  const kind = receiptKindOf(path);
  const summary = await journal.summary();
  if (!kind || !summary) throw new Error(`There is nothing to write to ${path}; this is a bug`);
  await writePieces(path, formats[kind]({ ...summary, files: journal.files() }, language));
}

/** So much text is gathered before it is written, in UTF-16 code units. */
const enough = 64 * 1024;

async function writePieces(path: string, pieces: AsyncIterable<string>): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = temporaryBeside(path);
  const mode = (await stat(path).catch(() => undefined))?.mode;
  const handle = await open(temporary, 'wx', mode);
  try {
    let text = '';
    for await (const piece of pieces) {
      text += piece;
      if (text.length < enough) continue;
      await handle.appendFile(text);
      text = '';
    }
    await handle.appendFile(text);
    await handle.sync();
    await handle.close();
    await rename(temporary, path);
  } catch (error) {
    await handle.close().catch(() => {});
    await unlink(temporary).catch(() => {});
    throw error;
  }
}
