// @ts-check
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** Something about this machine that its user has to put right; the message says what, where and how. */
export class SetupError extends Error {}

/**
 * Runs a script's task and exits with the code that it returns. A SetupError is shown as the sentence it is;
 * any other error is a bug and keeps its stack.
 *
 * @param {() => Promise<number>} task
 */
export async function main(task) {
  try {
    process.exitCode = await task();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/**
 * Runs a command on this terminal, hands on the signals that end us, and resolves to its exit code.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string | undefined>} [env] added to the environment; undefined removes
 * @returns {Promise<number>}
 */
export function run(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: 'inherit',
      // Terminals inside Electron-based editors set this, and Electron would start as plain Node.
      env: { ...process.env, ...env, ELECTRON_RUN_AS_NODE: undefined },
      // On Windows, commands of node_modules/.bin are batch files, which only a shell can start.
      shell: process.platform === 'win32' && !command.endsWith('.exe'),
    });
    // Ctrl-C reaches the child from the terminal itself; a second one from us would read as "stop at once".
    const forwarded = /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
    /** @param {NodeJS.Signals} signal */
    const forward = (signal) => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    for (const signal of forwarded) process.on(signal, forward);
    child.on('error', (error) => reject(new SetupError(`${command} could not be started: ${error.message}`)));
    child.on('exit', (code, signal) => {
      for (const name of forwarded) process.off(name, forward);
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}
