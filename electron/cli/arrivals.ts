import { basename, extname, isAbsolute, relative, resolve, sep } from 'node:path';
import { watch } from 'chokidar';
import type { Problem } from '../../shared/i18n/problems';
import type { Input } from '../batch/inputs';
import { detailOf, isTranscriptName } from '../files';

/** Files as they arrive. */
export interface Arrivals {
  /** Each file that is there, that comes, or that changes; ends when nobody wants more. */
  readonly inputs: AsyncIterable<Input>;
  /** A file that was given out is finished: if it has changed meanwhile it comes again. */
  finished(path: string): void;
}

/** A file that nobody has written to for so long has arrived, in milliseconds. */
const restAfter = 500;

/**
 * Watches files and folders, and in folders for what looks like a transcript, but not in `except` (an absolute path).
 * Ends with `signal`.
 */
export function watchArrivals(
  paths: readonly string[],
  except: string | undefined,
  signal: AbortSignal,
  failed: (problem: Problem) => void,
): Arrivals {
  const waiting = new Map<string, Input>();
  const working = new Set<string>();
  let wake = () => {};
  const watcher = watch([...paths], {
    awaitWriteFinish: { stabilityThreshold: restAfter, pollInterval: 100 },
    ignored: (path, stats) =>
      resolve(path) === except ||
      (!paths.includes(path) &&
        (basename(path).startsWith('.') ||
          basename(path) === 'node_modules' ||
          (stats !== undefined && !stats.isDirectory() && !isTranscriptName(basename(path))))),
  });
  const arrive = (path: string) => {
    if (extname(path) === '' && !paths.includes(path)) return;
    waiting.set(path, { path, relative: placeOf(path, paths) });
    wake();
  };
  watcher.on('add', arrive).on('change', arrive);
  watcher.on('error', (error) => {
    const [path = ''] = paths;
    failed({ code: 'fileUnreadable', path, detail: detailOf(error) });
  });
  signal.addEventListener('abort', () => wake(), { once: true });

  async function* inputs(): AsyncGenerator<Input> {
    try {
      while (!signal.aborted) {
        const next = [...waiting.values()].find(({ path }) => !working.has(path));
        if (next) {
          waiting.delete(next.path);
          working.add(next.path);
          yield next;
        } else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
    } finally {
      await watcher.close();
    }
  }
  return {
    inputs: inputs(),
    finished(path) {
      working.delete(path);
      wake();
    },
  };
}

/** Where a file stands under the folder that is watched, or its name alone. */
function placeOf(path: string, paths: readonly string[]): string {
  for (const folder of paths) {
    const inside = relative(folder, path);
    if (inside !== '' && !inside.startsWith(`..${sep}`) && inside !== '..' && !isAbsolute(inside))
      return inside;
  }
  return basename(path);
}
