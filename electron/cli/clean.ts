import { join, resolve } from 'node:path';
import { exportReading } from '../../shared/export';
import { type FormatId, formatByExtension, formatOf } from '../../shared/formats/formats';
import { identityOf } from '../files';
import type { SourceFile } from '../source';
import { writeLike } from '../write';
import { type Cleaning, type CleaningOptions, listOf, prepareCleaning } from './cleaning';
import { expandInputs, type Input, readInput, standardInput } from './inputs';
import { table } from './table';
import { type Context, complain, say, UsageError } from './terminal';

export interface CleanOptions extends CleaningOptions {
  readonly out?: string;
  readonly to?: string;
  readonly table?: boolean;
}

/** What was made of one file. */
interface Cleaned {
  readonly input: Input;
  readonly changes: number;
  readonly suggestions: number;
  /** The files written, as the person would name them. */
  readonly written: readonly string[];
}

/** `emend clean`: writes clean files to a folder, or one to standard output. Returns the exit code. */
export async function clean(
  paths: readonly string[],
  options: CleanOptions,
  context: Context,
): Promise<number> {
  const { catalogue } = context;
  if (paths.length === 0) throw new UsageError(catalogue.cli.nothingToDo);
  const formats = chosenFormats(options.to, context);
  const toStandardOutput = options.out === undefined;
  if (toStandardOutput && (paths.some((path) => path !== standardInput) || (formats?.length ?? 1) > 1)) {
    throw new UsageError(catalogue.cli.outMissing);
  }
  const cleaning = await prepareCleaning(options, context);
  if (options.out === undefined) return cleanStream(cleaning, formats?.[0], context);

  const out = options.out;
  const { inputs, problems } = await expandInputs(paths, resolve(out));
  for (const problem of problems) complain(context, problem);
  const plan = await planFor(inputs);
  const done = await eachInput(inputs, context, async (source, input): Promise<Cleaned | undefined> => {
    const targets = targetsOf(input, out, formats ?? [source.reading.format], formats === undefined);
    if (!(await areFree(targets, input, plan, context))) return undefined;
    const { texts, ...counts } = cleanTexts(source, cleaning, targets);
  });
  if (options.table) printTable(done, context);
  say(
    context,
    catalogue.cli.summary({
      files: done.length,
      changes: sum(done.map(({ changes }) => changes)),
      suggestions: sum(done.map(({ suggestions }) => suggestions)),
    }),
  );
  return problems.length > 0 || done.length < inputs.length || !cleaning.complete ? 1 : 0;
}

function chosenFormats(to: string | undefined, { catalogue }: Context): FormatId[] | undefined {
  if (to === undefined) return undefined;
  const formats = listOf(to).map((name) => {
    const format = formatByExtension(name);
    if (!format) throw new UsageError(catalogue.cli.unknownFormat({ format: name }));
    return format;
  });
  if (formats.length === 0) throw new UsageError(catalogue.cli.unknownFormat({ format: to }));
  return [...new Set(formats)];
}

/** What must not be written to: the files that are read, and those that were written in this run. */
interface Plan {
  readonly sources: ReadonlySet<string>;
  /** Target path → the input that it was made of. */
  readonly taken: Map<string, string>;
}

async function planFor(inputs: readonly Input[]): Promise<Plan> {
  const identities = await Promise.all(inputs.map(({ path }) => identityOf(path)));
  return { sources: new Set(identities.filter((identity) => identity !== undefined)), taken: new Map() };
}

/** Cleans one file; undefined when that failed, which is then said. */
async function cleanFile(
  input: Input,
  cleaning: Cleaning,
  out: string,
  formats: readonly FormatId[] | undefined,
  plan: Plan,
  context: Context,
): Promise<Cleaned | undefined> {
  const read = await readInput(input, context.streams);
  if ('problem' in read) {
    complain(context, read.problem);
    return undefined;
  }
  const { source } = read;
  const { reading } = source;
  const targets = (formats ?? [reading.format]).map((format) => ({
    format,
    path: join(out, formats || input.path === standardInput ? renamed(input.relative, format) : input.relative),
  }));
  for (const { path } of targets) {
    const identity = await identityOf(path);
    const other = plan.taken.get(identity ?? resolve(path));
    if (other !== undefined) {
      complain(context, { code: 'targetTwice', path, other: input.path });
      return undefined;
    }
    if (identity !== undefined && plan.sources.has(identity)) {
      complain(context, { code: 'sourceIsTarget', path });
      return undefined;
    }
  }
  const proposed = cleaning.propose(reading);
  const automatic = proposed.filter(({ confidence }) => confidence === 'auto');
  for (const { path, format } of targets) {
    const { text, times } = exportReading(reading, automatic, format);
    if (!(await write(source, path, text, context))) return undefined;
    if (times === 'estimated') say(context, context.catalogue.cli.estimatedTimes({ path }));
    plan.taken.set((await identityOf(path)) ?? resolve(path), input.path);
  }
  const suggestions = proposed.length - automatic.length;
  return { input, changes: automatic.length, suggestions, written: targets.map(({ path }) => path) };
}

async function write(source: SourceFile, path: string, text: string, context: Context): Promise<boolean> {
  const result = await writeLike(source, path, text);
  if ('problem' in result) complain(context, result.problem);
  else if (result.notice) complain(context, result.notice);
  return !('problem' in result);
}

/** A path with the usual extension of a format in place of that of another. */
function renamed(path: string, format: FormatId): string {
  const dot = path.lastIndexOf('.');
  const stem = dot > 0 && formatByExtension(path.slice(dot + 1)) ? path.slice(0, dot) : path;
  return `${stem}.${formatOf(format).extensions[0]}`;
}

async function cleanStream(
  cleaning: Cleaning,
  format: FormatId | undefined,
  context: Context,
): Promise<number> {
  const { encodeLike } = await import('../encode');
  const read = await readInput({ path: standardInput, relative: standardInput }, context.streams);
  if ('problem' in read) {
    complain(context, read.problem);
    return 1;
  }
  const { reading } = read.source;
  const automatic = cleaning.propose(reading).filter(({ confidence }) => confidence === 'auto');
  const { text, times } = exportReading(reading, automatic, format ?? reading.format);
  const { bytes, encoding } = await encodeLike(read.source, text);
  context.streams.stdout.write(bytes);
  if (times === 'estimated') say(context, context.catalogue.cli.estimatedTimes({ path: standardInput }));
  if (encoding !== read.source.encoding) {
    complain(context, { code: 'notEncodable', path: standardInput, encoding: read.source.encoding });
  }
  return cleaning.complete ? 0 : 1;
}

function printTable(done: readonly Cleaned[], { catalogue, streams }: Context): void {
  const { tableFile, tableChanges, tableWritten } = catalogue.cli;
  const rows = done.map(({ input, changes, written }) => [input.path, changes, written.join(', ')]);
  streams.stdout.write(table([tableFile, tableChanges, tableWritten], rows));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
