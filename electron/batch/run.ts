import type { DictionariesRecord, FileRecord } from '../../shared/receipt/record';
import { detailOf } from '../files';
import type { Journal } from './journal';
import type { PlannedFile } from './plan';
import { type Pool, WorkerLost } from './pool';
import { type FileOutcome, type FileTask, failedWith } from './work';

/** How a batch runs. */
export interface BatchRun {
  readonly pool: Pool;
  readonly mode: FileTask['mode'];
  /** How long a file of up to a megabyte may take, in milliseconds; a larger one as much longer as it is larger. */
  readonly timeout: number;
  /** Where what is done is noted. */
  readonly journal?: Journal;
  /** What an earlier run noted of its files, when that is resumed. */
  readonly earlier?: ReadonlyMap<string, FileRecord>;
  /** Begin no more files and give up those at work; they stay as they are. */
  readonly signal?: AbortSignal;
  readonly gate?: Gate;
  onStart?(path: string): void;
  /** A file is finished, and noted in the journal. */
  onFinish(result: FileResult): void;
  /** Dictionaries that are used from now on. */
  onDictionaries?(record: DictionariesRecord): void;
}

/** What became of a file. */
export interface FileResult {
  readonly state: 'done' | 'unchanged' | 'failed';
  readonly file: FileRecord;
}

/**
 * Cleans files, as many at once as the pool does, and resolves when all are finished or the run was given up; what goes
 * wrong with one is its result. The files may still be coming. Rejects when the journal cannot be written, and for bugs.
 */
export async function runBatch(
  files: AsyncIterable<PlannedFile> | Iterable<PlannedFile>,
  run: BatchRun,
): Promise<void> {
  const { pool, journal, signal, gate } = run;
  const told = new Set<string>();
  const queue = Symbol.asyncIterator in files ? files[Symbol.asyncIterator]() : files[Symbol.iterator]();
  let ending: NodeJS.Timeout | undefined;
  const giveUp = () => {
    gate?.resume();
    ending = setTimeout(() => void pool.stop(), patience);
  };
  signal?.addEventListener('abort', giveUp, { once: true });

  const finish = async (outcome: FileOutcome) => {
    const { dictionaries, file, details, unchanged } = outcome;
    const lines: string[] = [];
    if (dictionaries && !told.has(dictionaries.key)) {
      told.add(dictionaries.key);
      lines.push(JSON.stringify(dictionaries));
      run.onDictionaries?.(dictionaries);
    }
    if (unchanged) lines.push(JSON.stringify({ kind: 'unchanged', path: file.path }));
    else lines.push(...(details ? [details] : []), JSON.stringify(file));
    await journal?.append(lines);
    run.onFinish({ state: unchanged ? 'unchanged' : file.problem ? 'failed' : 'done', file });
  };

  /** Set when a journal that cannot be written, or a bug, ends the run. */
  let broken = false;
  const work = async (): Promise<void> => {
    let finishing = Promise.resolve(); // what is done is noted down while the next file is cleaned
    for (;;) {
      await gate?.opened();
      if (broken || signal?.aborted) return finishing;
      const next = await queue.next();
      if (next.done) return finishing;
      run.onStart?.(next.value.path);
      const outcome = await cleanOne(next.value, run);
      await finishing;
      if (!outcome) continue;
      finishing = finish(outcome);
      finishing.catch(() => {}); // its failure is told where it is awaited
    }
  };
  try {
    await Promise.all(Array.from({ length: pool.jobs }, work));
  } catch (error) {
    broken = true;
    throw error;
  } finally {
    clearTimeout(ending);
    signal?.removeEventListener('abort', giveUp);
  }
}

/** Files at work when a run is given up have so long to be finished, in milliseconds. */
const patience = 500;

const megabyte = 1024 * 1024;

async function cleanOne(
  { path, size, targets, bytes, without, problem }: PlannedFile,
  { pool, mode, timeout, signal, earlier }: BatchRun,
): Promise<FileOutcome | undefined> {
  if (problem) return failedWith(path, problem);
  const milliseconds = Math.ceil(timeout * Math.max(1, size / megabyte));
  const task: FileTask = {
    path,
    targets,
    mode,
    ...(bytes && { bytes }),
    ...(without && { without }),
    ...(earlier && { earlier: earlier.get(path) ?? null }),
  };
  try {
    return await pool.run('cleanFile', task, milliseconds);
  } catch (error) {
    if (signal?.aborted) return undefined;
    if (!(error instanceof WorkerLost))
      return failedWith(path, { code: 'unexpected', detail: `${path}: ${detailOf(error)}` });
    return failedWith(
      path,
      error.stalled
        ? { code: 'fileStalled', path, seconds: Math.ceil(milliseconds / 1000) }
        : { code: 'fileBroke', path, detail: error.message },
    );
  }
}

/** Lets a batch go on, or wait before its next file. */
export interface Gate {
  pause(): void;
  resume(): void;
  opened(): Promise<void>;
}

export function createGate(): Gate {
  let closed: { readonly opened: Promise<void>; readonly open: () => void } | undefined;
  return {
    pause() {
      if (closed) return;
      let open = () => {};
      const opened = new Promise<void>((resolve) => {
        open = resolve;
      });
      closed = { opened, open };
    },
    resume() {
      closed?.open();
      closed = undefined;
    },
    opened: () => closed?.opened ?? Promise.resolve(),
  };
}
