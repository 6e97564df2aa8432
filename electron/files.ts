import type { Stats } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { extensions } from '../shared/formats/names';
import type { Problem } from '../shared/i18n/problems';

/** Larger files are no transcripts, and would not fit into one text. In bytes. */
export const largestFile = 64 * 1024 * 1024;
const megabyte = 1024 * 1024;

/** A file's bytes, or why there are none. */
export type Bytes = { readonly bytes: Uint8Array } | { readonly problem: Problem };

/** Reads a whole file of at most 64 MB. Never rejects for what is wrong with the file. */
export async function readBytes(path: string): Promise<Bytes> {
  try {
    const handle = await open(path);
    try {
      const stats = await handle.stat();
      // Pipes and devices do not tell their size.
      if (!stats.isFile()) return await readStream(handle.createReadStream(), path);
      return stats.size > largestFile ? tooLarge(path, stats) : { bytes: await handle.readFile() };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return { problem: readingProblem(path, error) };
  }
}

/** Reads a stream of at most 64 MB to its end; `path` is what messages call it. */
export async function readStream(stream: AsyncIterable<Uint8Array>, path: string): Promise<Bytes> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > largestFile) return tooLarge(path, { size });
    }
  } catch (error) {
    return { problem: readingProblem(path, error) };
  }
  return { bytes: Buffer.concat(chunks, size) };
}

const tooLarge = (path: string, { size }: Pick<Stats, 'size'>): Bytes => ({
  problem: { code: 'fileTooLarge', path, megabytes: Math.ceil(size / megabyte) },
});

function readingProblem(path: string, error: unknown): Problem {
  return codeOf(error) === 'ENOENT'
    ? { code: 'fileMissing', path }
    : { code: 'fileUnreadable', path, detail: detailOf(error) };
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/** What a sentence puts in brackets: `EACCES: permission denied` rather than all that Node says, which names the path again. */
export function detailOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return codeOf(error) ? message.replace(/, \w+( '.*)?$/s, '') : message;
}

/** The transcripts in a folder and those under it. */
export interface Listing {
  /** Paths relative to the folder, sorted. */
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Finds what looks like a transcript by its extension, at any depth, but not in hidden folders, in `node_modules` or in
 * the folder `except` (an absolute path) under it. Links count, even those that lead nowhere, but not those to folders.
 */
export async function listTranscripts(folder: string, except?: string): Promise<Listing> {
  const files: string[] = [];
  const problems: Problem[] = [];
  const skipped = except === undefined ? undefined : await identityOf(except);
  const visit = async (relative: string): Promise<void> => {
    const here = join(folder, relative);
    if (relative && skipped !== undefined && (await identityOf(here)) === skipped) return;
    const entries = await readdir(here, { withFileTypes: true }).catch((error: unknown) => {
      problems.push(readingProblem(here, error));
      return [];
    });
    for (const entry of entries) {
      const path = join(relative, entry.name);
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      if (entry.isDirectory()) await visit(path);
      else if (isTranscriptName(entry.name) && (entry.isFile() || !(await isFolder(join(folder, path))))) {
        files.push(path);
      }
    }
  };
  await visit('');
  return { files: files.sort(), problems };
}

export const isTranscriptName = (name: string): boolean => {
  const dot = name.lastIndexOf('.');
  return dot > 0 && extensions.includes(name.slice(dot + 1).toLowerCase());
};

/** Whether a path leads to a folder. False when it leads nowhere. */
export const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isDirectory() ?? false;

/**
 * What two paths have in common when they lead to one file: through links, in another letter case, by another name.
 * Undefined when there is no such file.
 */
export async function identityOf(path: string): Promise<string | undefined> {
  const stats = await stat(path, { bigint: true }).catch(() => undefined);
  if (!stats) return undefined;
  // Some network drives number no files.
  return stats.ino === 0n ? realpath(path) : `${stats.dev}:${stats.ino}`;
}
