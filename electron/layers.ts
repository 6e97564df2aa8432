import { readdir } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { Layer } from '../shared/rules/editing';

/** A dictionary's file, how rules and messages call it, and whose it is. */
export interface DictionaryFile {
  readonly path: string;
  readonly name: string;
  readonly layer: Layer;
}

/** Where dictionaries lie besides the folders of the transcripts. */
export interface DictionaryPlaces {
  /** The folder that holds `seeds`. */
  readonly root: string;
  /** The folder of the person's own dictionaries, where there is one. */
  readonly user?: string;
}

/** The dictionary of a folder, for the transcripts in it and below. */
export const folderDictionary = 'emend.yml';
/** The person's dictionary that new rules go to: the last of theirs, so that it has the last word. */
export const ownDictionary = 'mine.yml';

/** The dictionaries that come with Emend, in the order of their names. */
export async function builtInDictionaries(root: string): Promise<DictionaryFile[]> {
  const folder = join(root, 'seeds', 'dictionaries');
  const names = (await readdir(folder)).filter(isDictionaryName).sort();
  return names.map((name) => ({
    path: join(folder, name),
    name: basename(name, extname(name)),
    layer: 'builtIn',
  }));
}

/** The person's own dictionaries, in the order of their names but for the one that new rules go to, which is last. */
export async function userDictionaries(folder: string): Promise<DictionaryFile[]> {
  const names = (await readdir(folder).catch(() => [])).filter(isDictionaryName).sort();
  const others = names.filter((name) => name !== ownDictionary);
  const sorted = names.length > others.length ? [...others, ownDictionary] : others;
  return sorted.map((name) => ({ path: join(folder, name), name, layer: 'user' }));
}

/** Where dictionaries for a transcript may lie: beside it and in every folder above, the furthest first. */
export function folderDictionaries(transcript: string): DictionaryFile[] {
  const found: DictionaryFile[] = [];
  for (let folder = dirname(resolve(transcript)); ; folder = dirname(folder)) {
    const path = join(folder, folderDictionary);
    found.unshift({ path, name: path, layer: 'folder' });
    if (dirname(folder) === folder) return found;
  }
}

/**
 * The dictionaries of all layers for one transcript or, to list them, for several; in the order in which they stack.
 * Those of folders may not be there.
 */
export async function dictionariesFor(
  { root, user }: DictionaryPlaces,
  transcripts: readonly string[],
): Promise<DictionaryFile[]> {
  const builtIn = await builtInDictionaries(root);
  const own = user === undefined ? [] : await userDictionaries(user);
  const folders = new Map(transcripts.flatMap(folderDictionaries).map((file) => [file.path, file]));
  const sorted = [...folders.values()].sort((a, b) => depthOf(a.path) - depthOf(b.path));
  return [...builtIn, ...own, ...sorted];
}

const depthOf = (path: string): number => path.split(/[\\/]/).length;

const isDictionaryName = (name: string): boolean => /^[^.].*\.ya?ml$/i.test(name);
