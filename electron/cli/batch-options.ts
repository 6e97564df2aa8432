import { availableParallelism } from 'node:os';
import type { Problem } from '../../shared/i18n/problems';
import type { DictionariesRecord } from '../../shared/receipt/record';
import type { BatchCleaning } from '../batch/cleaning';
import type { PlannedFile } from '../batch/plan';
import { type Pool, startPool, workHere } from '../batch/pool';
import type { CleanOptions } from './clean';
import { type Context, complain } from './terminal';

/** How many files are cleaned at once. */
export const jobsFor = ({ jobs }: CleanOptions): number => Number(jobs ?? availableParallelism());

/** Seconds for each megabyte unless `--timeout` says otherwise: ten times what slow computers need. */
const usualTimeout = 30;

/** How long a file of a megabyte may take, in milliseconds. */
export const timeoutFor = ({ timeout }: CleanOptions): number => Number(timeout ?? usualTimeout) * 1000;

/** A single file up to this many bytes is cleaned sooner than a worker would have started. */
const soonDone = 256 * 1024;

/**
 * Workers in threads of their own, where there is a built one. A small file alone is cleaned in this thread, whose start is
 * most of the time it takes; regular expressions that run away are stopped there as well.
 */
export function poolFor(
  cleaning: BatchCleaning,
  jobs: number,
  { worker }: Context,
  files?: readonly PlannedFile[],
): Pool {
  const isSmall = files !== undefined && files.length === 1 && (files[0]?.size ?? 0) <= soonDone;
  return worker === undefined || isSmall ? workHere(cleaning) : startPool(worker, cleaning, jobs);
}

/** Says what is wrong with dictionaries, and which rules ran away, once each. */
export function createTeller(context: Context) {
  const told = new Set<string>();
  let complete = true;
  const tellOnce = (problem: Problem) => {
    const known = told.size;
    if (told.add(JSON.stringify(problem)).size > known) complain(context, problem);
  };
  return {
    tellDictionaries({ problems }: DictionariesRecord): void {
      for (const problem of problems) {
        tellOnce(problem);
        if (problem.code.startsWith('dictionary')) complete = false;
      }
    },
    tellWarning(problem: Problem): void {
      if (problem.code === 'ruleRanAway') tellOnce(problem);
      else complain(context, problem);
    },
    /** Whether every dictionary so far could be used. */
    get complete() {
      return complete;
    },
  };
}
