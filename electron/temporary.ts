import { createHash } from 'node:crypto';
import { readdir, stat, unlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';

/** Computers that share a drive do not clear away each other's files. */
const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 6);
let made = 0;

/**
 * A path beside `target` for a file that will take its place. It tells who writes it, so that what a killed process
 * left can be told from what is being written; and it is short, because a name near the system's limit has no room
 * for more.
 */
export const temporaryBeside = (target: string): string =>
  join(dirname(target), `.emend-${host}-${process.pid}-${threadId}-${++made}.tmp`);

/** Removes the temporary files that killed processes left where these paths are to be written. */
export async function removeLeftoversBeside(targets: readonly string[]): Promise<void> {
  for (const folder of new Set(targets.map((target) => dirname(target)))) await removeLeftovers(folder);
}

const pattern = /^\.emend-([0-9a-f]{6})-(\d+)-\d+-\d+\.tmp$/;

/** Files of other computers count as left when nobody has written to them for so long, in milliseconds. */
const stale = 24 * 60 * 60 * 1000;

/** Removes the temporary files that killed processes left in a folder. */
export async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const [, where, pid] = pattern.exec(name) ?? [];
    if (where === undefined || pid === undefined) continue;
    const path = join(folder, name);
    const stats = await stat(path).catch(() => undefined);
    if (!stats) continue;
    const isLeft = where === host ? isGone(Number(pid), stats.mtimeMs) : Date.now() - stats.mtimeMs > stale;
    if (isLeft) await unlink(path).catch(() => {});
  }
}

/** Whether the process that wrote a file then has ended; another may have its number now, even this one. */
function isGone(pid: number, written: number): boolean {
  if (pid === process.pid) return written < Date.now() - process.uptime() * 1000;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
