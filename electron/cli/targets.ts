import { join, resolve } from 'node:path';
import { type FormatId, formatByExtension, formatOf } from '../../shared/formats/formats';
import type { Problem } from '../../shared/i18n/problems';
import { identityOf } from '../files';
import { type Input, standardInput } from './inputs';

/** A file to be written. */
export interface Target {
  readonly path: string;
  readonly format: FormatId;
}

/** Where the clean files of an input go: its own name in the format it came in, or with the extensions of `formats`. */
export function targetsOf(
  input: Input,
  out: string,
  formats: readonly FormatId[] | undefined,
  own: FormatId,
): Target[] {
  const keepsName = formats === undefined && input.path !== standardInput;
  return (formats ?? [own]).map((format) => ({
    format,
    path: join(out, keepsName ? input.relative : renamed(input.relative, format)),
  }));
}

/** A path with the usual extension of a format in place of that of another. */
function renamed(path: string, format: FormatId): string {
  const dot = path.lastIndexOf('.');
  const stem = dot > 0 && formatByExtension(path.slice(dot + 1)) ? path.slice(0, dot) : path;
  return `${stem}.${formatOf(format).extensions[0]}`;
}

/** What must not be written to: the files that are read, and what was written in this run. */
export interface Occupied {
  readonly sources: ReadonlySet<string>;
  /** Written file → the input that it was made of. */
  readonly written: Map<string, string>;
}

/** Nothing is written yet, and none of the inputs may be. */
export async function occupiedBy(inputs: readonly Input[]): Promise<Occupied> {
  const identities = await Promise.all(inputs.map(({ path }) => identityOf(path)));
  const sources = new Set(identities.filter((identity) => identity !== undefined));
  return { sources, written: new Map() };
}

/** Why a target cannot be written, if so. */
export async function refusal(
  { path }: Target,
  input: Input,
  { sources, written }: Occupied,
): Promise<Problem | undefined> {
  const identity = await identityOf(path);
  if (identity !== undefined && sources.has(identity)) return { code: 'sourceIsTarget', path };
  if (written.has(identity ?? resolve(path))) return { code: 'targetTwice', path, other: input.path };
  return undefined;
}

/** Remembers that a target was written. */
export async function occupy({ path }: Target, input: Input, { written }: Occupied): Promise<void> {
  written.set((await identityOf(path)) ?? resolve(path), input.path);
}
