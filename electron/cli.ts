import { join } from 'node:path';
import { runProgram } from './cli/program';

/** The command line's entry: dist/main/cli.js, two folders below the one that holds `seeds`. */
const root = join(__dirname, '..', '..');
const prepared = join(__dirname, 'dictionaries.json');

/** A reader that has seen enough, such as `head`, is no error. */
const ignoreClosedPipe = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
};

process.stdout.on('error', ignoreClosedPipe);
process.stderr.on('error', ignoreClosedPipe);
const { stdin, stdout, stderr, env } = process;
runProgram(process.argv.slice(2), { stdin, stdout, stderr, env, root, prepared }).then((code) => {
  process.exitCode = code;
});
