import { join } from 'node:path';
import { runProgram } from './cli/program';

/** The command line's entry: dist/main/cli.js, two folders below the one that holds `seeds`. */
const root = join(__dirname, '..', '..');
const prepared = join(__dirname, 'dictionaries.json');
const worker = join(__dirname, 'batch.js');

/** A reader that has seen enough, such as `head`, is no error. */
const ignoreClosedPipe = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
};

process.stdout.on('error', ignoreClosedPipe);
process.stderr.on('error', ignoreClosedPipe);
const { stdin, stdout, stderr, env } = process;

/** The first wish to end is left to the command, the second ends the process. */
const interrupted = (): AbortSignal => {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort());
  return controller.signal;
};

runProgram(process.argv.slice(2), { stdin, stdout, stderr, env, root, prepared, worker, interrupted }).then(
  (code) => {
    process.exitCode = code;
  },
);
