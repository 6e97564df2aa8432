import { Readable } from 'node:stream';
import type { Problem } from '../shared/i18n/problems';
import { encodeLike } from './encode';
import { detailOf } from './files';
import type { SourceFile } from './source';
import { temporaryBeside } from './temporary';

/** What became of writing a file: `notice` when it is written, but not as asked; `problem` when it is not. */
export type Written = { readonly notice?: Problem } | { readonly problem: Problem };

/** How long a file may be held by a virus scanner, say, before writing it counts as failed; in milliseconds. */
const patience = 1000;

/**
 * Writes a file as a whole or not at all, and on to the disk; folders on the way are made. A file that was there keeps
 * its permissions, a link its place. Rejects with Node's error when that cannot be done; what was there is then unchanged.
 */
export async function writeAtomically(path: string, bytes: Uint8Array): Promise<void> {
  const { writeFile } = await import('atomically');
  // As a stream, since of a buffer atomically takes a part for the whole when the disk is full.
  await writeFile(path, Readable.from([bytes]), { timeout: patience, tmpCreate: temporaryBeside });
}

/** Writes what was made of `source`, text the way that file is encoded, as a whole or not at all. */
export async function writeLike(
  source: SourceFile,
  path: string,
  content: string | Uint8Array,
): Promise<Written> {
  const { bytes, encoding } = await encodeLike(source, content);
  try {
    await writeAtomically(path, bytes);
  } catch (error) {
    return { problem: { code: 'notWritten', path, detail: detailOf(error) } };
  }
  return encoding === source.encoding
    ? {}
    : { notice: { code: 'notEncodable', path, encoding: source.encoding } };
}
