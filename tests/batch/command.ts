import { spawn } from 'node:child_process';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { resolveConfig } from 'electron-vite';
import { build } from 'vite';

/** The command line, built anew where nobody else looks. */
export interface Command {
  /** A folder for whatever is needed; it goes with the command. */
  readonly folder: string;
  run(args: readonly string[], options?: RunOptions): Promise<Ended>;
  remove(): Promise<void>;
}

export interface RunOptions {
  readonly input?: string | Uint8Array;
  /** Sends the signal after so many milliseconds. */
  readonly signal?: { readonly name: 'SIGKILL' | 'SIGINT'; readonly after: number };
  readonly cwd?: string;
  /** Closes standard output after the first of it. */
  readonly stopReading?: boolean;
}

/** How a process ended: its exit code, or null when it was killed. */
interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export async function buildCommand(): Promise<Command> {
  const folder = await mkdtemp(join(tmpdir(), 'emend-batch-'));
  const outDir = join(folder, 'built', 'dist');
  const { config } = await resolveConfig({ build: { outDir }, logLevel: 'error' }, 'build', 'production');
  // The window is not needed.
  await build(config?.main);
  await symlink(resolve('seeds'), join(folder, 'built', 'seeds'));
  const script = join(outDir, 'main', 'cli.js');
  return {
    folder,
    run: (args, options = {}) => run([script, ...args], options),
    remove: () => rm(folder, { recursive: true }),
  };
}

function run(args: readonly string[], { input, signal, cwd, stopReading }: RunOptions): Promise<Ended> {
  const child = spawn(process.execPath, args, { cwd, env: { ...process.env, LC_ALL: 'C' } });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk) => {
    out.push(chunk);
    if (stopReading) child.stdout.destroy();
  });
  child.stderr.on('data', (chunk) => err.push(chunk));
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const timer = signal && setTimeout(() => child.kill(signal.name), signal.after);
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() });
    });
  });
}
