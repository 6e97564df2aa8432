import workerpool from 'workerpool';
import type { BatchCleaning } from './cleaning';
import type { Work } from './work';

type Result<Name extends keyof Work> = Awaited<ReturnType<Work[Name]>>;

/** Workers of a batch, or what stands for them. */
export interface Pool {
  /** How many tasks may be given at once. */
  readonly jobs: number;
  /**
   * Does a task, in so many milliseconds at most. Rejects with a {@link WorkerLost} when the worker stalled or broke;
   * another has then taken its place.
   */
  run<Name extends keyof Work>(
    name: Name,
    argument: Parameters<Work[Name]>[0],
    milliseconds: number,
  ): Promise<Result<Name>>;
  /** Ends the workers, in the middle of a task if need be. */
  stop(): Promise<void>;
}

/** A task did not come to its end. */
export class WorkerLost extends Error {
  constructor(
    readonly stalled: boolean,
    message: string,
  ) {
    super(message);
  }
}

/** How long a worker may take to end itself before it is ended, in milliseconds. */
const grace = 100;

/** Starts workers as tasks come, up to `jobs`; `script` is the built worker.ts. */
export function startPool(script: string, cleaning: BatchCleaning, jobs: number): Pool {
  const pool = workerpool.pool(script, {
    workerType: 'thread',
    minWorkers: 0,
    maxWorkers: jobs,
    workerTerminateTimeout: grace,
    workerThreadOpts: { workerData: cleaning },
  });
  return {
    jobs,
    async run<Name extends keyof Work>(
      name: Name,
      argument: Parameters<Work[Name]>[0],
      milliseconds: number,
    ): Promise<Result<Name>> {
      try {
        return (await pool.exec(name, [argument]).timeout(milliseconds)) as Result<Name>;
      } catch (error) {
        if (error instanceof workerpool.Promise.TimeoutError) throw new WorkerLost(true, error.message);
        if (error instanceof workerpool.TerminateError) throw new WorkerLost(false, causeOf(error));
        throw error;
      }
    },
    async stop() {
      await pool.terminate(true);
    },
  };
}

/** Does all tasks in this thread, one after another; nothing ends them before they are done. */
export function workHere(cleaning: BatchCleaning): Pool {
  const work = import('./work').then(({ createWork }) => createWork(cleaning));
  return {
    jobs: 1,
    async run<Name extends keyof Work>(
      name: Name,
      argument: Parameters<Work[Name]>[0],
    ): Promise<Result<Name>> {
      const done = (await work)[name] as (argument: unknown) => Promise<Result<Name>>;
      return done(argument);
    },
    stop: async () => {},
  };
}

const causeOf = ({ message, cause }: Error): string =>
  cause instanceof Error ? cause.message : (message.split('\n')[0] ?? '');
