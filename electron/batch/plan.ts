import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Problem } from '../../shared/i18n/problems';
import { identityOf } from '../files';
import type { Input } from './inputs';
import { type Naming, type Target, targetsOf } from './names';
import type { Unwanted } from './work';

/** A file of a batch, and where what is made of it goes. */
export interface PlannedFile {
  readonly path: string;
  /** In bytes; 0 when it is not known. */
  readonly size: number;
  readonly targets: readonly Target[];
  /** What to read in place of the file. */
  readonly bytes?: Uint8Array;
  readonly without?: Unwanted;
  /** Why it is not to be cleaned, if so. */
  readonly problem?: Problem;
}

/** Where clean files go: to a folder, in the place of each file, or nowhere. */
export type Destination = Naming | 'inPlace' | 'nowhere';

/** What is known of paths while a plan is made; a plan may grow. */
export interface Planner {
  /** Plans files; none of them, nor of those before them, will be written to, and no target twice. */
  plan(inputs: readonly Input[]): Promise<PlannedFile[]>;
}

/** Files as large as this may take long and come last, so that the others need not wait. In bytes. */
const large = 4 * 1024 * 1024;

/** So many files are looked at together. */
const together = 64;

export function createPlanner(destination: Destination): Planner {
  const sources = new Map<string, string>();
  const written = new Map<string, string>();

  const targetsFor = ({ path, relative }: Input): Target[] => {
    if (destination === 'inPlace') return [{ path }];
    return destination === 'nowhere' ? [] : targetsOf(relative, destination);
  };

  const refusal = async (path: string, targets: readonly Target[]): Promise<Problem | undefined> => {
    if (destination === 'inPlace') {
      // Two names of one file.
      const first = sources.get((await identityOf(path)) ?? '') ?? path;
      return first === path ? undefined : { code: 'targetTwice', path: first, other: path };
    }
    const keys: string[] = [];
    for (const target of targets) {
      const identity = await identityOf(target.path);
      if (identity !== undefined && sources.has(identity))
        return { code: 'sourceIsTarget', path: target.path };
      const key = identity ?? comparable(target.path);
      const other = written.get(key);
      if ((other !== undefined && other !== path) || keys.includes(key))
        return { code: 'targetTwice', path: target.path, other: path };
      keys.push(key);
    }
    for (const key of keys) written.set(key, path);
    return undefined;
  };

  return {
    async plan(inputs) {
      const looked = await inBatches(inputs, async ({ path }) => ({
        identity: await identityOf(path),
        size: (await stat(path).catch(() => undefined))?.size ?? 0,
      }));
      // In their order, whichever the system told of first: of two names of one file the first holds.
      for (const [index, { path }] of inputs.entries()) {
        const identity = looked[index]?.identity;
        if (identity !== undefined && !sources.has(identity)) sources.set(identity, path);
      }
      const files: PlannedFile[] = [];
      for (const [index, input] of inputs.entries()) {
        const { bytes } = input;
        const targets = targetsFor(input);
        const problem = await refusal(input.path, targets);
        const size = bytes?.length ?? looked[index]?.size ?? 0;
        files.push({ path: input.path, size, targets, ...(bytes && { bytes }), ...(problem && { problem }) });
      }
      return [...files.filter(({ size }) => size < large), ...files.filter(({ size }) => size >= large)];
    },
  };
}

async function inBatches<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < items.length; at += together) {
    results.push(...(await Promise.all(items.slice(at, at + together).map(work))));
  }
  return results;
}

/** A path as the systems compare it that take capitals and small letters for the same. */
const comparable = (path: string): string =>
  ['darwin', 'win32'].includes(process.platform) ? resolve(path).normalize().toLowerCase() : resolve(path);
