import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { cleaned, loadSteps } from './cleaning';

// Cleans the file of one path into another whenever it is sent the two; says when it is ready, and when it is done.
const make = await loadSteps();
parentPort?.on('message', ([from, to]: readonly [string, string]) => {
  writeFileSync(to, cleaned({ name: basename(from), text: readFileSync(from, 'utf8') }, make()));
  parentPort?.postMessage('done');
});
parentPort?.postMessage('ready');
