import { constants } from 'node:fs';
import { copyFile, link, realpath, rename, stat } from 'node:fs/promises';
import { identityOf } from '../files';
import { temporaryBeside } from '../temporary';

const nameOf = (path: string, number: number): string => `${path}.bak${number === 0 ? '' : number}`;

/**
 * Keeps a file as it is beside itself, as `FILE.bak`, `FILE.bak1` …; never over a file that is there. The backup is
 * whole from the moment it is there. Returns its path. Rejects with Node's error when there can be none.
 */
export async function backUp(path: string): Promise<string> {
  // A link stays where it is; the file that it leads to is the one that will be replaced.
  const file = await realpath(path);
  for (let number = 0; ; number++) {
    const backup = nameOf(file, number);
    try {
      // Another name for the file itself: what is written in its place is another file.
      await link(file, backup);
      return backup;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') {
        // A run that was killed right after this had made its backup.
        if ((await identityOf(backup)) === (await identityOf(file))) return backup;
        continue;
      }
      if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK'].includes(codeOf(error))) throw error;
    }
    // A file system without links.
    if (await stat(backup).catch(() => undefined)) continue;
    const temporary = temporaryBeside(backup);
    await copyFile(file, temporary, constants.COPYFILE_EXCL);
    await rename(temporary, backup);
    return backup;
  }
}

/** The last backup that was made of a file, if any. */
export async function lastBackup(path: string): Promise<string | undefined> {
  const file = await realpath(path);
  let last: string | undefined;
  for (let number = 0; await stat(nameOf(file, number)).catch(() => undefined); number++) {
    last = nameOf(file, number);
  }
  return last;
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';
