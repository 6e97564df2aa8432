import { create } from 'zustand';
import type { BatchFile, BatchHit, BatchProgress, BatchRequest, BatchResult } from '../../shared/batch';
import { catalogueOf, describeProblem } from '../../shared/i18n/catalogue';
import { defaultStepOptions } from '../../shared/steps/defaults';
import { usualTemplate } from '../../shared/templates';
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
  /** What is decided and not written yet: changes to keep or revert, by file and their places in it. */
  readonly decisions: ReadonlyMap<string, ReadonlyMap<number, Decision>>;
  /** How often files were written again as decided. */
  readonly applied: number;
  readonly applying: boolean;
}

type Decision = 'keep' | 'revert';

const untouched = { result: null, decisions: new Map(), applied: 0, applying: false } as const;

export const useBatch = create<BatchStore>(() => ({
  request: {
    paths: [],
    pattern: '',
    out: '',
    template: usualTemplate,
    formats: [],
    receipts: ['html'],
    without: [],
    folders: true,
    steps: defaultStepOptions,
    resume: true,
    dryRun: false,
  },
  files: [],
  stage: 'setup',
  begun: 0,
  ...untouched,
}));

const catalogue = () => catalogueOf(useStore.getState().language);

/** Whether files are being cleaned, so that nothing else may be asked for. */
export const isBusy = ({ stage, applying }: BatchStore): boolean =>
  stage === 'running' || stage === 'paused' || applying;

let asked = 0;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** How long nothing must have been typed before the files are looked for, in milliseconds. */
const rest = 150;

/** Changes what is asked for, and lists anew the files that it means. */
export function ask(change: Partial<BatchRequest>): void {
  if (isBusy(useBatch.getState())) return;
  const request = { ...useBatch.getState().request, ...change };
  useBatch.setState({ request, stage: 'setup', ...untouched });
  clearTimeout(waiting);
  waiting = setTimeout(() => void list(request), 'paths' in change ? 0 : rest);
}

async function list(request: BatchRequest): Promise<void> {
  const mine = ++asked;
  const { files, problems } = await bridge.call('planBatch', request);
  // What was asked for later may be answered earlier, and a run lists its files itself.
  if (mine !== asked || isBusy(useBatch.getState())) return;
  useBatch.setState({ files });
  for (const problem of problems) notify('error', describeProblem(problem, catalogue()));
}

export const addPaths = (paths: readonly string[]): void =>
  ask({ paths: [...new Set([...useBatch.getState().request.paths, ...paths])] });

export async function addFiles(): Promise<void> {
  const paths = await bridge.call('chooseBatchFiles');
  if (paths.length > 0) addPaths(paths);
}

export async function addFolder(): Promise<void> {
  const path = await bridge.call('chooseFolder');
  if (path !== null) addPaths([path]);
}

export async function chooseOut(): Promise<void> {
  const out = await bridge.call('chooseFolder');
  if (out !== null) ask({ out });
}

/** Runs the batch to its end, or to where the person ends it. */
export async function run(dryRun: boolean): Promise<void> {
  if (isBusy(useBatch.getState())) return;
  const request = { ...useBatch.getState().request, dryRun };
  useBatch.setState({ request, stage: 'running', begun: Date.now(), ...untouched });
  try {
    const result = await bridge.call('runBatch', request);
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
export function take({ total, changed }: BatchProgress): void {
  useBatch.setState(({ files }) => {
    const taken = files.slice(0, total);
    for (const { index, file } of changed) taken[index] = file;
    return { files: taken };
  });
}

/** Whether a change is not wanted: as it is decided, or as the file was written. */
export const isReverted = ({ decisions }: BatchStore, { path, index, change }: BatchHit): boolean =>
  (decisions.get(path)?.get(index) ?? (change.reverted ? 'revert' : 'keep')) === 'revert';

/** Keeps or reverts changes; suggestions are not made and cannot be reverted. */
export function decide(hits: readonly BatchHit[], how: Decision): void {
  useBatch.setState(({ decisions }) => {
    const decided = new Map([...decisions].map(([path, known]) => [path, new Map(known)]));
    for (const { path, index, change } of hits) {
      if (change.confidence !== 'auto') continue;
      const inFile = decided.get(path) ?? new Map<number, Decision>();
      // What is written so already needs no decision.
      if ((change.reverted ? 'revert' : 'keep') === how) inFile.delete(index);
      else inFile.set(index, how);
      if (inFile.size > 0) decided.set(path, inFile);
      else decided.delete(path);
    }
    return { decisions: decided };
  });
}

/** Writes files again as decided. */
export async function apply(paths: readonly string[]): Promise<void> {
  const { decisions } = useBatch.getState();
  const chosen = paths.map((path) => {
    const decided = [...(decisions.get(path) ?? [])];
    const of = (how: Decision) => decided.flatMap(([index, what]) => (what === how ? [index] : []));
    return { path, keep: of('keep'), revert: of('revert') };
  });
  useBatch.setState({ applying: true });
  try {
    const { problems } = await bridge.call('applyBatch', chosen);
    for (const problem of problems) notify('error', describeProblem(problem, catalogue()));
    useBatch.setState(({ decisions, applied }) => ({
      decisions: new Map([...decisions].filter(([path]) => !paths.includes(path))),
      applied: applied + 1,
    }));
    notify('done', catalogue().batch.applied);
  } finally {
    useBatch.setState({ applying: false });
  }
}
