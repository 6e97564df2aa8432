import { workerData } from 'node:worker_threads';
import workerpool from 'workerpool';
import { createWork } from './work';

// The pool gives every worker the batch's BatchCleaning; see pool.ts.
workerpool.worker(createWork(workerData));
