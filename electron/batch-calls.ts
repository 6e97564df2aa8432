import { join } from 'node:path';
import { shell } from 'electron';
import {
  type BatchFile,
  type BatchHit,
  type BatchProgress,
  type BatchRequest,
  type BatchResult,
  type HitQuery,
  mostHits,
} from '../shared/batch';
import type { Language } from '../shared/i18n/catalogue';
import type { Problem } from '../shared/i18n/problems';
import type { FileDetails, FileRecord, RecordedChange } from '../shared/receipt/record';
import { dayOf } from '../shared/templates';
import { stepNames } from '../shared/transcript/change';
import type { Handlers } from './answer';
import type { BatchCleaning } from './batch/cleaning';
import { expandInputs } from './batch/inputs';
import { type Earlier, type Journal, JournalError } from './batch/journal';
import { openNotes } from './batch/notes';
import { createPlanner, type PlannedFile } from './batch/plan';
import { startPool } from './batch/pool';
import { writeReceipt } from './batch/receipts';
import { createGate, type FileResult, runBatch } from './batch/run';
import type { Unwanted } from './batch/work';
import type { Dialogs } from './dialogs';
import { detailOf, isFolder } from './files';
import type { SettingsStore } from './settings';
import { removeLeftoversBeside } from './temporary';

/** What the calls about batches are answered with. */
export interface BatchCallsOptions {
  readonly dialogs: Dialogs;
  readonly settings: SettingsStore;
  readonly language: () => Language;
  /** The folder that holds `seeds`, and that of the person's own dictionaries. */
  readonly places: { readonly root: string; readonly user: string };
  /** The built worker of batches, and the prepared dictionaries. */
  readonly worker: string;
  readonly prepared: string;
  /** How many files are cleaned at once. */
  readonly jobs: number;
  readonly send: (progress: BatchProgress) => void;
}

type BatchCalls = Pick<
  Handlers,
  | 'chooseBatchFiles'
  | 'chooseFolder'
  | 'planBatch'
  | 'runBatch'
  | 'controlBatch'
  | 'batchHits'
  | 'applyBatch'
  | 'showWritten'
>;

/** How long a file of a megabyte may take, in milliseconds: ten times what slow computers need. */
const patience = 30_000;
/** Progress is told so often; more often nobody sees it. Milliseconds. */
const telling = 100;

/** A batch that runs or has run. */
interface Batch {
  readonly request: BatchRequest;
  readonly files: readonly PlannedFile[];
  readonly cleaning: BatchCleaning;
  readonly journal: Journal;
  readonly earlier?: Earlier;
  /** What became of each file, by its path; of those that are finished. */
  readonly records: Map<string, FileRecord>;
}

/** Answers the calls about batches, of which there is one at a time. */
export function batchCalls(options: BatchCallsOptions): BatchCalls {
  const { dialogs, settings, places, send } = options;
  let batch: Batch | undefined;
  let control = createControl();

  const plan = async ({ paths, pattern, out, template, formats, dryRun }: BatchRequest, date: string) => {
    const wanted = await Promise.all(
      paths.map(async (path) => (pattern && (await isFolder(path)) ? join(path, '**', pattern) : path)),
    );
    const { inputs, problems } = await expandInputs(wanted, out || undefined);
    const naming = { out, template, formats: formats.length > 0 ? formats : undefined, date };
    const planner = createPlanner(dryRun || out === '' ? 'nowhere' : naming);
    return { files: await planner.plan(inputs), problems };
  };

  const cleaningFor = ({ without, folders, steps }: BatchRequest): BatchCleaning => ({
    dictionaries: {
      root: places.root,
      prepared: options.prepared,
      builtIn: true,
      user: places.user,
      without,
      folders,
      named: [],
    },
    steps,
    only: stepNames,
    language: options.language(),
  });

  const sendFiles = ({ files }: Batch, changed: Iterable<[number, BatchFile]>) =>
    send({ total: files.length, changed: [...changed].map(([index, file]) => ({ index, file })) });

  /** Runs files of a batch and tells the window how it goes; says what went wrong with the batch itself. */
  const work = async (current: Batch, files: readonly PlannedFile[]): Promise<Problem[]> => {
    const { request, cleaning, earlier } = current;
    const places = new Map(current.files.map(({ path }, index) => [path, index]));
    const changed = new Map<number, BatchFile>();
    const tell = () => {
      if (changed.size > 0) sendFiles(current, changed);
      changed.clear();
    };
    const note = (path: string, change: (file: BatchFile) => BatchFile) => {
      const index = places.get(path);
      const planned = index === undefined ? undefined : current.files[index];
      if (index !== undefined && planned) changed.set(index, change(changed.get(index) ?? listed(planned)));
    };
    const timer = setInterval(tell, telling);
    const pool = startPool(options.worker, cleaning, Math.min(options.jobs, files.length));
    try {
      await runBatch(files, {
        pool,
        mode: request.dryRun ? 'look' : 'write',
        timeout: patience,
        journal: current.journal,
        ...(earlier && { earlier: earlier.files }),
        signal: control.ending.signal,
        gate: control.gate,
        onStart: (path) => note(path, (file) => ({ ...file, state: 'working' })),
        onFinish({ file, state }) {
          current.records.set(file.path, file);
          note(file.path, (known) => finished(known, { file, state }));
        },
      });
      return [];
    } catch (error) {
      if (!(error instanceof JournalError)) throw error;
      return [{ code: 'notWritten', path: current.journal.path, detail: detailOf(error.cause) }];
    } finally {
      await pool.stop();
      clearInterval(timer);
      // What was given up is as it was.
      for (const { path } of files)
        if (!current.records.has(path)) note(path, (file) => ({ ...file, state: 'waiting' }));
      tell();
    }
  };

  const run = async (request: BatchRequest): Promise<BatchResult> => {
    await batch?.journal.close().catch(() => {});
    batch = undefined;
    control = createControl();
    const { paths, dryRun, ...kept } = request;
    settings.update({ batch: kept });
    const { pattern, out, template, formats, resume } = kept;
    const cleaning = cleaningFor(request);
    const asked = {
      folder: out,
      words: ['window', pattern, ...paths],
      writing: { formats, template },
      cleaning,
      dryRun,
      resume,
    };
    const notes = await openNotes(asked).catch((error: unknown) => detailOf(error));
    if (typeof notes === 'string')
      return { ...nothingDone, problems: [{ code: 'notWritten', path: out, detail: notes }] };
    const { journal, run, earlier } = notes;
    const { files, problems: unread } = await plan(request, run.date);
    const current: Batch = {
      ...{ request, files, cleaning, journal, records: new Map() },
      ...(earlier && { earlier }),
    };
    batch = current;
    sendFiles(current, files.map(listed).entries());
    if (!dryRun)
      await removeLeftoversBeside([
        journal.path,
        ...files.flatMap(({ targets }) => targets.map(({ path }) => path)),
      ]);
    await journal.append([JSON.stringify(run)]);
    const broken = await work(current, files);
    const { receipts, problems } = await writeReceipts(current);
    const summary = await journal.summary();
    return {
      cancelled: control.ending.signal.aborted,
      rules: summary?.rules ?? [],
      receipts,
      problems: [...unread, ...broken, ...problems],
    };
  };

  const writeReceipts = async ({ request, journal }: Batch) => {
    const receipts: string[] = [];
    const problems: Problem[] = [];
    for (const path of request.dryRun ? [] : receiptsOf(request)) {
      try {
        await writeReceipt(journal, path, options.language());
        receipts.push(path);
      } catch (error) {
        problems.push({ code: 'notWritten', path, detail: detailOf(error) });
      }
    }
    return { receipts, problems };
  };

  const current = (): Batch => {
    if (!batch) throw new Error('No batch has run');
    return batch;
  };

  /** The files that a query may mean, each with all its changes. */
  const filesFor = ({ by, name }: HitQuery): AsyncIterable<FileDetails> =>
    current().journal.files(
      (file) =>
        ({
          path: file.path === name,
          rule: name in file.rules,
          step: Object.keys(file.rules).some((rule) => isOfStep(rule, name)),
        })[by],
    );

  return {
    chooseBatchFiles: async () => [...(await dialogs.filesToOpen())],
    chooseFolder: async () => (await dialogs.folder()) ?? null,

    async planBatch(request) {
      const { files, problems } = await plan(request, dayOf(new Date()));
      return { files: files.map(listed), problems };
    },

    runBatch: run,

    controlBatch(what) {
      if (what === 'pause') control.gate.pause();
      else if (what === 'resume') control.gate.resume();
      else control.ending.abort();
    },

    async batchHits(query) {
      const hits: BatchHit[] = [];
      let total = 0;
      for await (const { path, changes } of filesFor(query)) {
        changes.forEach((change, index) => {
          if (!isHit(query, path, change)) return;
          total++;
          if (hits.length < mostHits) hits.push({ path, index, change });
        });
      }
      const places = new Map(current().files.map(({ path }, index) => [path, index]));
      const placeOf = ({ path }: BatchHit) => places.get(path) ?? 0;
      return { hits: hits.sort((a, b) => placeOf(a) - placeOf(b)), total };
    },

    async applyBatch(decisions) {
      control = createControl();
      const { files, journal, records } = current();
      const decided = new Map(decisions.map((one) => [one.path, one]));
      const unwanted = new Map<string, Unwanted>();
      for await (const { path, changes } of journal.files(({ path }) => decided.has(path))) {
        const { keep = [], revert = [] } = decided.get(path) ?? {};
        const indices = new Set(changes.flatMap(({ reverted }, index) => (reverted ? [index] : [])));
        for (const index of keep) indices.delete(index);
        for (const index of revert) indices.add(index);
        const { input, dictionaries } = records.get(path) ?? {};
        if (input && dictionaries !== undefined)
          unwanted.set(path, { indices: [...indices], input: input.sha256, dictionaries });
      }
      const again = files.flatMap((file): PlannedFile[] => {
        const without = unwanted.get(file.path);
        return without ? [{ ...file, without }] : [];
      });
      const broken = again.length > 0 ? await work(current(), again) : [];
      const { receipts, problems } = await writeReceipts(current());
      return { receipts, problems: [...broken, ...problems] };
    },

    showWritten(path) {
      const { records, request } = current();
      if (path === request.out || receiptsOf(request).includes(path)) void shell.openPath(path);
      else if ([...records.values()].some(({ outputs }) => outputs.some((output) => output.path === path)))
        shell.showItemInFolder(path);
    },
  };
}

const nothingDone = { cancelled: false, rules: [], receipts: [] };

/** What a person holds in their hands while a batch runs. */
const createControl = () => ({ gate: createGate(), ending: new AbortController() });

/** Where the receipts of a batch are written. */
const receiptsOf = ({ out, receipts }: BatchRequest): string[] =>
  receipts.map((kind) => join(out, `emend-receipt.${kind}`));

const isHit = ({ by, name }: HitQuery, path: string, { rules }: RecordedChange): boolean =>
  ({
    path: path === name,
    step: rules.some((rule) => isOfStep(rule, name)),
    rule: rules.includes(name),
  })[by];

/** Rules of a step are called by its name; those of dictionaries are not. */
const isOfStep = (rule: string, step: string): boolean => rule.startsWith(`${step}:`);

/** A planned file as the window lists it. */
const listed = ({ path, size, problem }: PlannedFile): BatchFile => ({
  path,
  size,
  state: problem ? 'failed' : 'waiting',
  changes: 0,
  suggestions: 0,
  warnings: [],
  outputs: [],
  ...(problem && { problem }),
});

const finished = (known: BatchFile, { file, state }: FileResult): BatchFile => ({
  path: known.path,
  size: known.size,
  state: state === 'failed' ? 'failed' : 'done',
  changes: file.changes,
  suggestions: file.suggestions,
  warnings: file.warnings,
  outputs: file.outputs.map(({ path }) => path),
  ...(file.problem && { problem: file.problem }),
});
