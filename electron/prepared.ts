import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { LoadedDictionary } from '../shared/rules/load';

/**
 * Dictionaries that were read when Emend was built: reading YAML takes longer than everything else at the start. Each is
 * known by its name and content, so one that has changed since is simply not among them.
 */
export type Prepared = ReadonlyMap<string, LoadedDictionary>;

/** How a dictionary is known. */
export const keyOf = (name: string, bytes: Uint8Array): string =>
  createHash('sha256').update(`${name}\n`).update(bytes).digest('hex');

/** Prepared dictionaries as the text of a file. */
export const writePrepared = (prepared: Prepared): string =>
  JSON.stringify([...prepared], (_key, value: unknown) =>
    value instanceof RegExp ? { regExp: value.source, flags: value.flags } : value,
  );

/** Reads what {@link writePrepared} wrote; nothing is prepared when the file is not there. */
export async function readPrepared(path: string): Promise<Prepared> {
  const text = await readFile(path, 'utf8').catch(() => '[]');
  return new Map(
    JSON.parse(text, (_key, value: unknown) => {
      if (typeof value !== 'object' || value === null || !('regExp' in value && 'flags' in value))
        return value;
      return new RegExp(String(value.regExp), String(value.flags));
    }),
  );
}
