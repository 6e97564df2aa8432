import { resolve } from 'node:path';
import { exportReading } from '../../shared/export';
import { type FormatId, formatByExtension } from '../../shared/formats/formats';
import { encodeLike } from '../encode';
import type { SourceFile } from '../source';
import { writeLike } from '../write';
import { type Cleaning, type CleaningOptions, listOf, prepareCleaning } from './cleaning';
import { eachInput, expandInputs, type Input, standardInput } from './inputs';
import { table } from './table';
import { type Occupied, occupiedBy, occupy, refusal, type Target, targetsOf } from './targets';
import { type Context, complain, say, UsageError } from './terminal';

/** The options of `emend clean`, as commander gives them. */
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
  readonly targets: readonly Target[];
}

/** `emend clean`: writes clean files to a folder, or one to standard output. Returns the exit code. */
export async function clean(
  paths: readonly string[],
  options: CleanOptions,
  context: Context,
): Promise<number> {
  const { cli } = context.catalogue;
  const { out } = options;
  if (paths.length === 0) throw new UsageError(cli.nothingToDo);
  const formats = chosenFormats(options.to, context);
  const onlyStandardInput = paths.every((path) => path === standardInput) && (formats?.length ?? 1) === 1;
  if (out === undefined && !onlyStandardInput) throw new UsageError(cli.outMissing);

  const cleaning = await prepareCleaning(options, context);
  const { inputs, problems } = await expandInputs(paths, out === undefined ? undefined : resolve(out));
  for (const problem of problems) complain(context, problem);
  let done: Cleaned[];
  if (out === undefined) {
    done = await eachInput(inputs, context, async (source, input) => {
      const target = { path: input.path, format: formats?.[0] ?? source.reading.format };
      return cleanFile(source, input, cleaning, [target], context, print);
    });
  } else {
    const occupied = await occupiedBy(inputs);
    done = await eachInput(inputs, context, async (source, input) => {
      const targets = targetsOf(input, out, formats, source.reading.format);
      if (!(await areFree(targets, input, occupied, context))) return undefined;
      const cleaned = await cleanFile(source, input, cleaning, targets, context, write);
      if (cleaned) for (const target of targets) await occupy(target, input, occupied);
      return cleaned;
    });
    report(done, options.table ?? false, context);
  }
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

async function areFree(
  targets: readonly Target[],
  input: Input,
  occupied: Occupied,
  context: Context,
): Promise<boolean> {
  for (const target of targets) {
    const problem = await refusal(target, input, occupied);
    if (!problem) continue;
    complain(context, problem);
    return false;
  }
  return true;
}

/** Puts a clean text where it belongs; false when that failed, which is then said. */
type Put = (
  source: SourceFile,
  path: string,
  content: string | Uint8Array,
  context: Context,
) => Promise<boolean>;

async function cleanFile(
  source: SourceFile,
  input: Input,
  cleaning: Cleaning,
  targets: readonly Target[],
  context: Context,
  put: Put,
): Promise<Cleaned | undefined> {
  const proposed = await cleaning.propose(source);
  const automatic = proposed.filter(({ confidence }) => confidence === 'auto');
  for (const { path, format } of targets) {
    const { content, times } = await exportReading(source.reading, { edits: automatic }, format);
    if (!(await put(source, path, content, context))) return undefined;
    if (times === 'estimated') say(context, context.catalogue.cli.estimatedTimes({ path }));
  }
  return { input, changes: automatic.length, suggestions: proposed.length - automatic.length, targets };
}

const write: Put = async (source, path, content, context) => {
  const result = await writeLike(source, path, content);
  if ('problem' in result) complain(context, result.problem);
  else if (result.notice) complain(context, result.notice);
  return !('problem' in result);
};

const print: Put = async (source, path, content, context) => {
  const { bytes, encoding } = await encodeLike(source, content);
  context.streams.stdout.write(bytes);
  if (encoding !== source.encoding)
    complain(context, { code: 'notEncodable', path, encoding: source.encoding });
  return true;
};

function report(done: readonly Cleaned[], asTable: boolean, context: Context): void {
  const { cli } = context.catalogue;
  if (asTable) {
    const rows = done.map(({ input, changes, targets }) => [
      input.path,
      changes,
      targets.map(({ path }) => path).join(', '),
    ]);
    context.streams.stdout.write(table([cli.tableFile, cli.tableChanges, cli.tableWritten], rows));
  }
  const changes = done.reduce((sum, cleaned) => sum + cleaned.changes, 0);
  const suggestions = done.reduce((sum, cleaned) => sum + cleaned.suggestions, 0);
  say(context, cli.summary({ files: done.length, changes, suggestions }));
}
