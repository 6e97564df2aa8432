import { join } from 'node:path';
import { shell } from 'electron';
import type { BatchFile, BatchHit, BatchProgress, BatchRequest, BatchResult } from '../shared/batch';
import { dayOf } from '../shared/batch';
import type { Language } from '../shared/i18n/catalogue';
import type { Problem } from '../shared/i18n/problems';
import { stepNames } from '../shared/transcript/change';
import type { Handlers } from './answer';
import type { BatchCleaning } from './batch/cleaning';
import { expandInputs } from './batch/inputs';
import { createPassingJournal, type Journal } from './batch/journal';
import { createPlanner, type PlannedFile } from './batch/plan';
import { type Pool, startPool } from './batch/pool';
import { writeReceipt } from './batch/receipts';
import { createGate, type FileResult, type Gate, runBatch } from './batch/run';
import type { Dialogs } from './dialogs';
import { detailOf, isFolder } from './files';
import type { SettingsStore } from './settings';

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
  readonly version: string;
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
  readonly gate: Gate;
  readonly ending: AbortController;
  /** What it wrote, which may be shown to the person. */
  readonly written: Set<string>;
}

/** Answers the calls about batches, of which there is one at a time. */
export function batchCalls(options: BatchCallsOptions): BatchCalls {
  const { dialogs, settings, places, send } = options;
  let batch: Batch | undefined;

  const plan = async ({ paths, pattern, out, template, formats, dryRun }: BatchRequest) => {
    const wanted = await Promise.all(
      paths.map(async (path) => (pattern && (await isFolder(path)) ? join(path, '**', pattern) : path)),
    );
    const { inputs, problems } = await expandInputs(wanted, out || undefined);
    const date = dayOf(new Date());
    const naming = { out, template, formats: formats.length > 0 ? formats : undefined, date };
    const planner = createPlanner(dryRun || out === '' ? 'nowhere' : naming);
    return { files: await planner.plan(inputs), problems };
  };

  const cleaningFor = ({ dictionaries }: BatchRequest): BatchCleaning => ({
    dictionaries: {
      root: places.root,
      prepared: options.prepared,
      builtIn: dictionaries.builtIn,
      ...(dictionaries.user && { user: places.user }),
      folders: dictionaries.folders,
      named: [],
    },
    steps: settings.current.steps,
    only: stepNames,
    language: options.language(),
  });

  /** Runs files of a batch and tells the window how it goes. */
  const work = async (current: Batch, files: readonly PlannedFile[], pool: Pool): Promise<void> => {
    const places = new Map(current.files.map(({ path }, index) => [path, index]));
    const changed = new Map<number, BatchFile>();
    const tell = () => {
      if (changed.size > 0) send([...changed].map(([index, file]) => ({ index, file })));
      changed.clear();
    };
    const note = (path: string, change: (file: BatchFile) => BatchFile) => {
      const index = places.get(path);
      const planned = index === undefined ? undefined : current.files[index];
      if (index !== undefined && planned) changed.set(index, change(changed.get(index) ?? listed(planned)));
    };
    const timer = setInterval(tell, telling);
    try {
      await runBatch(files, {
        pool,
        mode: current.request.dryRun ? 'look' : 'write',
        timeout: patience,
        journal: current.journal,
        signal: current.ending.signal,
        gate: current.gate,
        onStart: (path) => note(path, (file) => ({ ...file, state: 'working' })),
        onFinish({ file, state }) {
          for (const { path } of file.outputs) current.written.add(path);
          note(file.path, (known) => finished(known, { file, state }));
        },
      });
    } finally {
      clearInterval(timer);
      tell();
    }
  };

  const run = async (request: BatchRequest): Promise<BatchResult> => {
    await batch?.journal.close().catch(() => {});
    const { paths: _paths, dryRun: _dryRun, ...kept } = request;
    settings.update({ batch: kept });
    const { files, problems: unread } = await plan(request);
    const cleaning = cleaningFor(request);
    const journal = await createPassingJournal();
    const gate = createGate();
    const current = {
      request,
      files,
      cleaning,
      journal,
      gate,
      ending: new AbortController(),
      written: new Set<string>(),
    };
    batch = current;
    const begun = new Date();
    const asked = { ...request, steps: cleaning.steps };
    await journal.append([
      JSON.stringify({
        kind: 'run',
        emend: options.version,
        begun: begun.toISOString(),
        date: dayOf(begun),
        dryRun: request.dryRun,
        options: asked,
        fingerprint: '',
      }),
    ]);
    const pool = startPool(options.worker, cleaning, options.jobs);
    try {
      await work(current, files, pool);
    } finally {
      await pool.stop();
    }
    const { receipts, problems } = await writeReceipts(current);
    const summary = await journal.summary();
    return {
      cancelled: current.ending.signal.aborted,
      rules: summary?.rules ?? [],
      receipts,
      problems: [...unread, ...problems],
    };
  };

  const writeReceipts = async ({ request, journal, written }: Batch) => {
    const receipts: string[] = [];
    const problems: Problem[] = [];
    for (const kind of request.dryRun ? [] : request.receipts) {
      const path = join(request.out, `emend-receipt.${kind}`);
      try {
        await writeReceipt(journal, path, options.language());
        receipts.push(path);
        written.add(path);
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

  return {
    chooseBatchFiles: async () => [...(await dialogs.filesToOpen())],
    chooseFolder: async () => (await dialogs.folder()) ?? null,

    async planBatch(request) {
      const { files, problems } = await plan(request);
      return { files: files.map(listed), problems };
    },

    runBatch: run,

    controlBatch(what) {
      if (what === 'pause') batch?.gate.pause();
      else if (what === 'resume') batch?.gate.resume();
      else batch?.ending.abort();
    },

    async batchHits({ by, name }) {
      const hits: BatchHit[] = [];
      for await (const { path, changes } of current().journal.files()) {
        changes.forEach((change, index) => {
          const isMeant = {
            path: path === name,
            step: change.step === name,
            rule: change.rules.includes(name),
          };
          if (isMeant[by]) hits.push({ path, index, change });
        });
      }
      return hits;
    },

    async applyBatch(rejections) {
      const { files, cleaning } = current();
      const without = new Map(rejections.map(({ path, indices }) => [path, indices]));
      const again = files
        .filter(({ path }) => without.has(path))
        .map((file) => ({ ...file, without: without.get(file.path) ?? [] }));
      const pool = startPool(options.worker, cleaning, Math.min(options.jobs, again.length));
      try {
        await work(current(), again, pool);
      } finally {
        await pool.stop();
      }
      return writeReceipts(current());
    },

    showWritten(path) {
      const { written, request } = current();
      if (path === request.out) void shell.openPath(path);
      else if (written.has(path) && request.receipts.some((kind) => path.endsWith(`.${kind}`)))
        void shell.openPath(path);
      else if (written.has(path)) shell.showItemInFolder(path);
    },
  };
}

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
