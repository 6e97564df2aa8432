import { cpus } from 'node:os';
import workerpool from 'workerpool';
import type { Work } from './worker';

type Result<Name extends keyof Work> = Awaited<ReturnType<Work[Name]>>;

/** Work that is done beside the main process; each job by its name, with the arguments that worker.ts gives it. */
export interface Jobs {
  run<Name extends keyof Work>(name: Name, ...args: Parameters<Work[Name]>): Promise<Result<Name>>;
  /** Ends the workers, in the middle of a job if need be. */
  stop(): Promise<void>;
}

/** More workers than this wait for the disk and each other, and each holds the dictionaries in memory. */
const mostWorkers = 4;

/** Starts the workers, of which `script` is the built file. A job that throws rejects with its message. */
export function startJobs(script: string): Jobs {
  const pool = workerpool.pool(script, {
    workerType: 'thread',
    minWorkers: 1,
    maxWorkers: Math.max(1, Math.min(mostWorkers, cpus().length - 1)),
  });
  return {
    async run<Name extends keyof Work>(name: Name, ...args: Parameters<Work[Name]>): Promise<Result<Name>> {
      return (await pool.exec<Work[Name]>(name, args)) as Result<Name>;
    },
    async stop() {
      await pool.terminate(true);
    },
  };
}
