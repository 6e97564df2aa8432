import { basename, join, resolve } from 'node:path';
import type { Problem } from '../../shared/i18n/problems';
import { detailOf, isFolder, listTranscripts, readStream } from '../files';
import { decodeSource, readSource, type Sourced, type SourceFile } from '../source';
import { type Context, complain } from './terminal';

/** A file that a command is to work on. */
export interface Input {
  /** As the person wrote it, or found in a folder that they named; `-` for standard input. */
  readonly path: string;
  /** Where what is made of it goes, relative to an output folder. */
  readonly relative: string;
}

/** Standard input as a name on the command line. */
export const standardInput = '-';

/** The files that arguments stand for, each once; a folder stands for the transcripts in it, but not in `except`. */
export async function expandInputs(
  paths: readonly string[],
  except?: string,
): Promise<{ inputs: Input[]; problems: Problem[] }> {
  const inputs = new Map<string, Input>();
  const problems: Problem[] = [];
  const add = (input: Input) => {
    const key = input.path === standardInput ? standardInput : resolve(input.path);
    if (!inputs.has(key)) inputs.set(key, input);
  };
  for (const path of paths) {
    if (path === standardInput) add({ path, relative: 'stdin' });
    else if (await isFolder(path)) {
      const listing = await listTranscripts(path, except);
      for (const relative of listing.files) add({ path: join(path, relative), relative });
      problems.push(...listing.problems);
      if (listing.files.length === 0 && listing.problems.length === 0)
        problems.push({ code: 'folderEmpty', path });
    } else add({ path, relative: basename(path) });
  }
  return { inputs: [...inputs.values()], problems };
}

/**
 * Works on one input after another. What goes wrong with one is said and does not stop the others; the results are
 * those of the inputs that went well. `work` resolves to undefined when it failed and has said so.
 */
export async function eachInput<T>(
  inputs: readonly Input[],
  context: Context,
  work: (source: SourceFile, input: Input) => T | undefined | Promise<T | undefined>,
): Promise<T[]> {
  const results: T[] = [];
  for (const input of inputs) {
    try {
      const read = await readInput(input, context);
      const result = 'problem' in read ? complain(context, read.problem) : await work(read.source, input);
      if (result !== undefined) results.push(result);
    } catch (error) {
      complain(context, { code: 'unexpected', detail: `${input.path}: ${detailOf(error)}` });
    }
  }
  return results;
}

async function readInput({ path }: Input, { streams }: Context): Promise<Sourced> {
  if (path !== standardInput) return readSource(path);
  const read = await readStream(streams.stdin, path);
  return 'problem' in read ? read : decodeSource(read.bytes, path);
}
