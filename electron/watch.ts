import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Tells when files change, come or go, however they are written. */
export interface Watch {
  /**
   * Watches these files from now on, there or not, and everything in these folders. Folders that could not be watched,
   * or have come since, are tried again.
   */
  update(files: Iterable<string>, folders: Iterable<string>): void;
  close(): void;
}

/** Programs write a file in several strokes; a change is told when nothing has happened for so long, in milliseconds. */
const restAfter = 150;

/** A folder that is watched, and the names in it that matter; undefined when all do. */
interface Watched {
  readonly watcher: FSWatcher;
  names: ReadonlySet<string> | undefined;
}

/** Watches nothing yet; `changed` is called some time after each burst of changes. */
export function createWatch(changed: () => void): Watch {
  const watched = new Map<string, Watched>();
  let timer: NodeJS.Timeout | undefined;
  const tell = () => {
    clearTimeout(timer);
    timer = setTimeout(changed, restAfter);
  };
  const forget = (folder: string) => {
    watched.get(folder)?.watcher.close();
    watched.delete(folder);
  };
  const begin = (folder: string, names: Watched['names']) => {
    try {
      const watcher = watch(folder, { persistent: false }, (_event, name) => {
        const wanted = watched.get(folder)?.names;
        // The folder itself has gone, or another has taken its place: the old one tells no more.
        const isSelf = name === basename(folder);
        if (isSelf) forget(folder);
        if (isSelf || name === null || !wanted || wanted.has(name)) tell();
      });
      watcher.on('error', () => forget(folder));
      watched.set(folder, { watcher, names });
    } catch {
      // The folder is not there, or its file system cannot be watched.
    }
  };

  return {
    update(files, folders) {
      const wanted = new Map<string, Set<string> | undefined>();
      const want = (path: string) => {
        const folder = dirname(path);
        const names = wanted.get(folder) ?? new Set<string>();
        if (wanted.has(folder) && !wanted.get(folder)) return;
        wanted.set(folder, names.add(basename(path)));
        // A folder that is made later is seen from the one above it.
        if (dirname(folder) !== folder) want(folder);
      };
      for (const folder of folders) {
        want(folder);
        wanted.set(folder, undefined);
      }
      for (const file of files) want(file);
      for (const folder of [...watched.keys()]) if (!wanted.has(folder)) forget(folder);
      for (const [folder, names] of wanted) {
        const known = watched.get(folder);
        if (known) known.names = names;
        else begin(folder, names);
      }
    },
    close() {
      clearTimeout(timer);
      for (const folder of [...watched.keys()]) forget(folder);
    },
  };
}
