import { stat } from 'node:fs/promises';
import { basename, isAbsolute, join, normalize, parse, resolve, sep } from 'node:path';
import type { Problem } from '../../shared/i18n/problems';
import { isFolder, listTranscripts } from '../files';

/** A file that a batch is to work on. */
export interface Input {
  /** As the person wrote it, or found in a folder that they named; `-` for standard input. */
  readonly path: string;
  /** Where what is made of it goes, relative to an output folder. */
  readonly relative: string;
  /** What to read in place of the file. */
  readonly bytes?: Uint8Array;
}

/** Standard input as a name on the command line. */
export const standardInput = '-';

/** The files that paths stand for, each once, and what is wrong with some. */
export interface Inputs {
  readonly inputs: Input[];
  readonly problems: Problem[];
}

/**
 * Finds the files that paths stand for: a folder stands for the transcripts in it and below, but not in `except`; what is no
 * file may be a pattern such as `talks/**` + `/*.srt`. Sub-folders are kept under the output folder.
 */
export async function expandInputs(paths: readonly string[], except?: string): Promise<Inputs> {
  const collected = collector();
  for (const path of paths) {
    if (path === standardInput) collected.add({ path, relative: 'stdin' });
    else if (await isFolder(path)) await addFolder(path, (relative) => relative, collected, except);
    else {
      const matches = await matchesOf(path);
      if (matches) for (const match of matches) collected.add(match);
      else collected.add({ path, relative: basename(path) });
    }
  }
  return collected.result;
}

/**
 * As {@link expandInputs}, for a list that another program made: each path keeps its folders under the output folder,
 * so that where a file goes does not depend on what else is in the list. As with tar, a leading `/` and `..` are dropped.
 */
export async function expandList(paths: readonly string[], except?: string): Promise<Inputs> {
  const collected = collector();
  for (const path of paths) {
    const kept = keptPath(path);
    if (await isFolder(path)) await addFolder(path, (relative) => join(kept, relative), collected, except);
    else collected.add({ path, relative: kept });
  }
  return collected.result;
}

/** The paths of a list: one a line or, when it has any, parted by NUL characters. */
export const pathsInList = (list: string): string[] =>
  list.split(list.includes('\0') ? '\0' : /\r?\n/).filter(Boolean);

/** The place of a listed path under an output folder: all of it but a leading `/` and `..`. */
export function keptPath(path: string): string {
  const { root } = parse(path);
  const parts = normalize(path.slice(root.length)).split(sep);
  return join(...parts.filter((part) => part !== '..' && part !== '.'));
}

function collector() {
  const inputs = new Map<string, Input>();
  const problems: Problem[] = [];
  return {
    problems,
    add(input: Input): void {
      const key = input.path === standardInput ? standardInput : resolve(input.path);
      if (!inputs.has(key)) inputs.set(key, input);
    },
    get result(): Inputs {
      return { inputs: [...inputs.values()], problems };
    },
  };
}

async function addFolder(
  folder: string,
  place: (relative: string) => string,
  { add, problems }: ReturnType<typeof collector>,
  except?: string,
): Promise<void> {
  const listing = await listTranscripts(folder, except);
  for (const relative of listing.files) add({ path: join(folder, relative), relative: place(relative) });
  problems.push(...listing.problems);
  if (listing.files.length === 0 && listing.problems.length === 0)
    problems.push({ code: 'folderEmpty', path: folder });
}

/** The files that match a pattern; undefined when it is none, or matches nothing and may be a file that is not there. */
async function matchesOf(pattern: string): Promise<Input[] | undefined> {
  if (await isThere(pattern)) return undefined;
  const { glob, isDynamicPattern } = await import('tinyglobby');
  const slashed = sep === '\\' ? pattern.replaceAll('\\', '/') : pattern;
  if (!isDynamicPattern(slashed)) return undefined;
  const parts = slashed.split('/');
  const fixed = parts.slice(
    0,
    Math.min(
      parts.findIndex((part) => isDynamicPattern(part)),
      parts.length - 1,
    ),
  );
  const base = fixed.join('/') || (isAbsolute(pattern) ? '/' : '.');
  const rest = parts.slice(fixed.length).join('/');
  const found = await glob(rest, { cwd: base, expandDirectories: false, followSymbolicLinks: false });
  if (found.length === 0) return undefined;
  return found.sort().map((relative) => ({ path: join(base, relative), relative: normalize(relative) }));
}

const isThere = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined)) !== undefined;
