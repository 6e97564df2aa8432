import { create } from 'zustand';
import type { BatchFile, BatchProgress, BatchRequest, BatchResult } from '../../shared/batch';
import { catalogueOf, describeProblem } from '../../shared/i18n/catalogue';
import { notify, useStore } from '../app/store';
import { bridge } from '../bridge';

/** A batch from its first file to its last decision. */
interface BatchStore {
  readonly request: BatchRequest;
  readonly files: readonly BatchFile[];
  readonly stage: 'setup' | 'running' | 'paused' | 'done';
  /** When the run began, for guessing when it ends; milliseconds. */
  readonly begun: number;
  readonly result: BatchResult | null;
  /** Changes that are not wanted, by file. */
  readonly rejected: ReadonlyMap<string, ReadonlySet<number>>;
  /** Files whose decisions are not written yet. */
  readonly undone: ReadonlySet<string>;
  readonly applying: boolean;
}

const untouched = { result: null, rejected: new Map(), undone: new Set<string>(), applying: false } as const;

export const useBatch = create<BatchStore>(() => ({
  request: {
    paths: [],
    pattern: '',
    out: '',
    template: '{name}.{ext}',
    formats: [],
    receipts: ['html'],
    dictionaries: { builtIn: true, user: true, folders: true },
    dryRun: false,
  },
  files: [],
  stage: 'setup',
  begun: 0,
  ...untouched,
}));

const catalogue = () => catalogueOf(useStore.getState().language);

let asked = 0;

/** Changes what is asked for, and lists the files anew that it means. */
export async function ask(change: Partial<BatchRequest>): Promise<void> {
  const request = { ...useBatch.getState().request, ...change };
  useBatch.setState({ request, stage: 'setup', ...untouched });
  const mine = ++asked;
  const { files, problems } = await bridge.call('planBatch', request);
  // What was asked for later may be answered earlier.
  if (mine !== asked) return;
  useBatch.setState({ files });
  for (const problem of problems) notify('error', describeProblem(problem, catalogue()));
}

export const addPaths = (paths: readonly string[]): Promise<void> =>
  ask({ paths: [...new Set([...useBatch.getState().request.paths, ...paths])] });

export async function addFiles(): Promise<void> {
  const paths = await bridge.call('chooseBatchFiles');
  if (paths.length > 0) await addPaths(paths);
}

export async function addFolder(): Promise<void> {
  const path = await bridge.call('chooseFolder');
  if (path !== null) await addPaths([path]);
}

export async function chooseOut(): Promise<void> {
  const out = await bridge.call('chooseFolder');
  if (out !== null) await ask({ out });
}

/** Runs the batch to its end, or to where the person ends it. */
export async function run(dryRun: boolean): Promise<void> {
  await ask({ dryRun });
  useBatch.setState({ stage: 'running', begun: Date.now() });
  try {
    const result = await bridge.call('runBatch', useBatch.getState().request);
    for (const problem of result.problems) notify('error', describeProblem(problem, catalogue()));
    useBatch.setState({ result, stage: 'done' });
  } catch (error) {
    useBatch.setState({ stage: 'setup' });
    throw error;
  }
}

export function control(what: 'pause' | 'resume' | 'cancel'): void {
  void bridge.call('controlBatch', what);
  if (what !== 'cancel') useBatch.setState({ stage: what === 'pause' ? 'paused' : 'running' });
}

/** Takes in how files are getting on. */
export function take(progress: BatchProgress): void {
  useBatch.setState(({ files }) => {
    const changed = [...files];
    for (const { index, file } of progress) changed[index] = file;
    return { files: changed };
  });
}

/** Keeps or reverts changes of a file. */
export function decide(path: string, indices: readonly number[], how: 'keep' | 'revert'): void {
  useBatch.setState(({ rejected, undone }) => {
    const set = new Set(rejected.get(path));
    for (const index of indices) {
      if (how === 'revert') set.add(index);
      else set.delete(index);
    }
    return { rejected: new Map(rejected).set(path, set), undone: new Set(undone).add(path) };
  });
}

/** Writes files again as decided. */
export async function apply(paths: readonly string[]): Promise<void> {
  const { rejected } = useBatch.getState();
  const chosen = paths.map((path) => ({ path, indices: [...(rejected.get(path) ?? [])] }));
  useBatch.setState({ applying: true });
  try {
    const { problems } = await bridge.call('applyBatch', chosen);
    for (const problem of problems) notify('error', describeProblem(problem, catalogue()));
    useBatch.setState(({ undone }) => ({
      undone: new Set([...undone].filter((path) => !paths.includes(path))),
    }));
    notify('done', catalogue().batch.applied);
  } finally {
    useBatch.setState({ applying: false });
  }
}
