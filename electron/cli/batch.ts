import { resolve } from 'node:path';
import { extensionsOf, type FormatId } from '../../shared/formats/names';
import { describeProblem } from '../../shared/i18n/catalogue';
import { usualTemplate } from '../../shared/templates';
import type { BatchCleaning } from '../batch/cleaning';
import { expandInputs, expandList, type Input, pathsInList, standardInput } from '../batch/inputs';
import { JournalError } from '../batch/journal';
import type { Naming } from '../batch/names';
import { type Notes, openNotes } from '../batch/notes';
import { createPlanner, type Destination, type PlannedFile } from '../batch/plan';
import { type FileResult, runBatch } from '../batch/run';
import { detailOf, identityOf, readBytes, readStream } from '../files';
import { decodeSource } from '../source';
import { removeLeftoversBeside } from '../temporary';
import { createTeller, jobsFor, poolFor, timeoutFor } from './batch-options';
import { type CleanOptions, suggestionsLeft } from './clean';
import { batchCleaning } from './cleaning';
import { createProgress } from './progress';
import { table } from './table';
import { type Context, complain, say, UsageError } from './terminal';

/** The exit code of a run that a person ended early. */
const interruptedCode = 130;

/** Cleans files to a folder, in their place, or only to see what would be done. Returns the exit code. */
export async function cleanFiles(
  paths: readonly string[],
  formats: readonly FormatId[] | undefined,
  options: CleanOptions,
  context: Context,
): Promise<number> {
  const { cli } = context.catalogue;
  const cleaning = batchCleaning(options, context);
  let failures = 0;
  const fail = (problem: Parameters<typeof complain>[1]) => {
    failures++;
    complain(context, problem);
  };

  const notes = await notesFor(paths, formats, cleaning, options).catch((error: unknown) => {
    fail({ code: 'notWritten', path: options.out ?? '.', detail: detailOf(error) });
  });
  if (!notes) return 1;
  const { journal, run, earlier } = notes;
  try {
    const planner = createPlanner(destinationOf(options, formats, run.date));
    const except = options.out === undefined ? undefined : resolve(options.out);
    const files: PlannedFile[] = [];
    if (!options.watch) {
      const { inputs, problems } = await findInputs(paths, except, options, context);
      problems.forEach(fail);
      files.push(...(await planner.plan(inputs)));
      await refuseReports(options.report ?? [], files, context);
    }
    if (!options.dryRun) {
      const written = files.flatMap(({ targets }) => targets.map(({ path }) => path));
      await removeLeftoversBeside([journal.path, ...written, ...(options.report ?? [])]);
    }
    const stop = context.interrupted?.() ?? new AbortController().signal;
    const arrivals = options.watch
      ? (await import('./arrivals')).watchArrivals(paths, except, stop, fail)
      : undefined;
    if (arrivals) say(context, cli.watching);

    const results = createResults(files.length, options, context);
    const pool = poolFor(cleaning, jobsFor(options), context, arrivals ? undefined : files);
    await journal.append([JSON.stringify(run)]);
    try {
      await runBatch(arrivals ? planned(arrivals.inputs, planner) : files, {
        pool,
        mode: options.dryRun ? 'look' : options.inPlace ? 'replace' : 'write',
        timeout: timeoutFor(options),
        journal,
        ...(earlier && { earlier: earlier.files }),
        ...(!arrivals && { signal: stop }),
        onFinish(result) {
          results.add(result);
          arrivals?.finished(result.file.path);
        },
        onDictionaries: results.addDictionaries,
      });
    } catch (error) {
      if (!(error instanceof JournalError)) throw error;
      fail({ code: 'notWritten', path: journal.path, detail: detailOf(error.cause) });
    } finally {
      await pool.stop();
    }
    results.end();
    for (const path of options.report ?? []) {
      const { writeReceipt } = await import('../batch/receipts');
      await writeReceipt(journal, path, context.language).catch((error: unknown) => {
        fail({ code: 'notWritten', path, detail: detailOf(error) });
      });
    }
    if (stop.aborted && !arrivals) {
      say(context, cli.interrupted);
      return interruptedCode;
    }
    if (failures + results.failed > 0 || !results.complete) return 1;
    return options.failOn && results.suggestions > 0 ? suggestionsLeft : 0;
  } finally {
    await journal.close();
  }
}

/** Opens the journal of this command, with what an earlier run of it noted when that is resumed. */
const notesFor = (
  paths: readonly string[],
  formats: readonly FormatId[] | undefined,
  cleaning: BatchCleaning,
  { out, inPlace = false, name = usualTemplate, dryRun = false, resume = false, filesFrom }: CleanOptions,
): Promise<Notes> =>
  openNotes({
    folder: out ?? '.',
    words: [...paths, ...(filesFrom === undefined ? [] : ['--files-from', filesFrom])],
    writing: { formats: formats ?? 'as the file', name, inPlace },
    cleaning,
    dryRun,
    resume,
  });

function destinationOf(
  { out, inPlace, name }: CleanOptions,
  formats: readonly FormatId[] | undefined,
  date: string,
): Destination {
  if (inPlace) return 'inPlace';
  return out === undefined
    ? 'nowhere'
    : ({ out, template: name ?? usualTemplate, formats, date } satisfies Naming);
}

async function findInputs(
  paths: readonly string[],
  except: string | undefined,
  { filesFrom, to }: CleanOptions,
  context: Context,
) {
  const named = await expandInputs(paths, except);
  const inputs: Input[] = [];
  for (const input of named.inputs) {
    inputs.push(input.path === standardInput ? await readInput(to !== undefined, context) : input);
  }
  if (filesFrom === undefined) return { inputs, problems: named.problems };
  const read =
    filesFrom === standardInput
      ? await readStream(context.streams.stdin, filesFrom)
      : await readBytes(filesFrom);
  if ('problem' in read) throw new UsageError(describeProblem(read.problem, context.catalogue));
  const listed = await expandList(pathsInList(Buffer.from(read.bytes).toString()), except);
  return { inputs: [...inputs, ...listed.inputs], problems: [...named.problems, ...listed.problems] };
}

/** Standard input as a file, called `stdin` with the extension of its format unless formats were asked for. */
async function readInput(hasFormats: boolean, { catalogue, streams }: Context): Promise<Input> {
  const read = await readStream(streams.stdin, standardInput);
  if ('problem' in read) throw new UsageError(describeProblem(read.problem, catalogue));
  const { bytes } = read;
  const decoded = await decodeSource(bytes, standardInput);
  const format = 'source' in decoded && !hasFormats ? decoded.source.reading.format : undefined;
  const relative = format ? `stdin.${extensionsOf(format)[0]}` : 'stdin';
  return { path: standardInput, relative, bytes };
}

/** Reports must not take the place of what is read. */
async function refuseReports(
  reports: readonly string[],
  files: readonly PlannedFile[],
  { catalogue }: Context,
): Promise<void> {
  const identities = new Map<string, string>();
  for (const report of reports) {
    const identity = await identityOf(report);
    if (identity !== undefined) identities.set(identity, report);
  }
  for (const { path } of identities.size > 0 ? files : []) {
    const report = identities.get((await identityOf(path)) ?? '');
    if (report !== undefined)
      throw new UsageError(describeProblem({ code: 'sourceIsTarget', path: report }, catalogue));
  }
}

async function* planned(
  inputs: AsyncIterable<Input>,
  { plan }: ReturnType<typeof createPlanner>,
): AsyncGenerator<PlannedFile> {
  for await (const input of inputs) yield* await plan([input]);
}

/** Tells what becomes of files, and adds it up. */
function createResults(total: number, options: CleanOptions, context: Context) {
  const { cli } = context.catalogue;
  const progress = createProgress(total, context);
  const teller = createTeller(context);
  const rows: (string | number)[][] = [];
  let finished = 0;
  const sums = { done: 0, unchanged: 0, failed: 0, changes: 0, suggestions: 0 };

  return {
    add({ state, file }: FileResult): void {
      finished++;
      sums[state]++;
      if (file.problem || file.warnings.length > 0) progress.hide();
      if (file.problem) complain(context, file.problem);
      if (state === 'done') for (const warning of file.warnings) teller.tellWarning(warning);
      if (state !== 'failed') {
        sums.changes += file.changes;
        sums.suggestions += file.suggestions;
        const written = file.outputs.map((output) => output.path).join(', ');
        if (options.table) rows.push([file.path, file.changes, written]);
      }
      progress.show(finished);
    },
    addDictionaries: teller.tellDictionaries,
    end(): void {
      progress.hide();
      if (options.table)
        context.streams.stdout.write(table([cli.tableFile, cli.tableChanges, cli.tableWritten], rows));
      const { done, unchanged, changes, suggestions } = sums;
      say(context, cli.summary({ files: done + unchanged, changes, suggestions }));
      if (unchanged > 0) say(context, cli.unchanged({ files: unchanged }));
      if (options.dryRun) say(context, cli.nothingWritten);
    },
    get failed() {
      return sums.failed;
    },
    get suggestions() {
      return sums.suggestions;
    },
    get complete() {
      return teller.complete;
    },
  };
}
