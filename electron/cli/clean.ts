import { exportReading } from '../../shared/export';
import { extensionsOf, type FormatId, formatByExtension, formatIds } from '../../shared/formats/names';
import { receiptKindOf } from '../../shared/receipt/kinds';
import { isTemplate } from '../../shared/templates';
import { standardInput } from '../batch/inputs';
import { encodeLike } from '../encode';
import { type CleaningOptions, listOf, prepareCleaning } from './cleaning';
import { eachInput } from './inputs';
import { type Context, complain, UsageError } from './terminal';

/** The options of `emend clean`, as commander gives them. */
export interface CleanOptions extends CleaningOptions {
  readonly out?: string;
  readonly inPlace?: boolean;
  readonly to?: string;
  readonly name?: string;
  readonly table?: boolean;
  readonly report?: readonly string[];
  readonly dryRun?: boolean;
  readonly resume?: boolean;
  readonly filesFrom?: string;
  readonly jobs?: string;
  readonly timeout?: string;
  readonly failOn?: 'suggest';
  readonly watch?: boolean;
  readonly ndjson?: boolean;
}

/**
 * `emend clean`: writes clean files to a folder or in their place, one to standard output, or answers a stream of
 * documents. Returns the exit code.
 */
export async function clean(
  paths: readonly string[],
  options: CleanOptions,
  context: Context,
): Promise<number> {
  const { cli } = context.catalogue;
  const { out, filesFrom } = options;
  check(options, context);
  if (options.ndjson) {
    if (paths.some((path) => path !== standardInput)) throw new UsageError(cli.tooMuch);
    const { cleanDocuments } = await import('./ndjson');
    return cleanDocuments(options, context);
  }
  if (paths.length === 0 && filesFrom === undefined) throw new UsageError(cli.nothingToDo);
  const formats = chosenFormats(options.to, context);
  if (out === undefined && !options.inPlace && !options.dryRun) {
    const isPrinted = paths.length > 0 && paths.every((path) => path === standardInput);
    const isOther = filesFrom ?? options.name ?? (options.resume || options.watch || options.report);
    if (!isPrinted || isOther || (formats?.length ?? 1) > 1) throw new UsageError(cli.outMissing);
    return print(options, formats?.[0], context);
  }
  const usesInput = paths.includes(standardInput);
  if (usesInput && (options.inPlace || options.watch)) {
    throw new UsageError(cli.onlyWithFiles({ option: options.watch ? '--watch' : '--in-place' }));
  }
  if (usesInput && filesFrom === standardInput)
    throw new UsageError(cli.onlyWithFiles({ option: '--files-from -' }));
  const { cleanFiles } = await import('./batch');
  return cleanFiles(paths, formats, options, context);
}

function check({ name, report = [], jobs, timeout }: CleanOptions, { catalogue: { cli } }: Context): void {
  if (name !== undefined && !isTemplate(name)) throw new UsageError(cli.unknownTemplate({ template: name }));
  const unknown = report.find((path) => receiptKindOf(path) === undefined);
  if (unknown !== undefined) throw new UsageError(cli.unknownReport({ path: unknown }));
  if (jobs !== undefined && !/^[1-9]\d{0,2}$/.test(jobs))
    throw new UsageError(cli.notANumber({ option: '--jobs', value: jobs }));
  if (timeout !== undefined && !(/^\d{1,6}(\.\d+)?$/.test(timeout) && Number(timeout) > 0))
    throw new UsageError(cli.notANumber({ option: '--timeout', value: timeout }));
}

function chosenFormats(to: string | undefined, { catalogue }: Context): FormatId[] | undefined {
  if (to === undefined) return undefined;
  const known = formatIds.map((id) => extensionsOf(id)[0]).join(', ');
  const formats = listOf(to).map((name) => {
    const format = formatByExtension(name);
    if (!format) throw new UsageError(catalogue.cli.unknownFormat({ format: name, formats: known }));
    return format;
  });
  if (formats.length === 0) throw new UsageError(catalogue.cli.unknownFormat({ format: to, formats: known }));
  return [...new Set(formats)];
}

/** Cleans standard input to standard output. */
async function print(options: CleanOptions, format: FormatId | undefined, context: Context): Promise<number> {
  const cleaning = await prepareCleaning(options, context);
  const input = { path: standardInput, relative: '' };
  let suggestions = 0;
  const done = await eachInput([input], context, async (source, { path }) => {
    const proposed = await cleaning.propose(source);
    const edits = proposed.filter(({ confidence }) => confidence === 'auto');
    suggestions = proposed.length - edits.length;
    const { reading } = source;
    const to = format ?? reading.format;
    const cutting = { terms: await cleaning.terms(source) };
    const { content, times, withoutSpeakers } = await exportReading(reading, { edits }, to, cutting);
    const { bytes, encoding } = await encodeLike(source, content);
    context.streams.stdout.write(bytes);
    if (encoding !== source.encoding)
      complain(context, { code: 'notEncodable', path, encoding: source.encoding });
    if (times === 'estimated') complain(context, { code: 'timesEstimated', path });
    if (withoutSpeakers) complain(context, { code: 'withoutSpeakers', path });
    return bytes;
  });
  if (done.length === 0 || !cleaning.complete) return 1;
  return options.failOn && suggestions > 0 ? suggestionsLeft : 0;
}

/** The exit code that `--fail-on suggest` asks for. */
export const suggestionsLeft = 3;
