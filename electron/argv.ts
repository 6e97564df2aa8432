import { resolve } from 'node:path';

/**
 * The files that a command line names, as absolute paths. `argv` begins with the executable; started from its folder
 * (`defaultApp`), the first word that is no flag is the app itself. After `--` nothing is a flag.
 */
export function filesFromArguments(argv: readonly string[], folder: string, defaultApp: boolean): string[] {
  const end = argv.indexOf('--');
  const flagged = argv.slice(1, end === -1 ? undefined : end).filter((word) => !word.startsWith('-'));
  const plain = end === -1 ? [] : argv.slice(end + 1);
  return [...flagged.slice(defaultApp ? 1 : 0), ...plain]
    .filter(Boolean)
    .map((path) => resolve(folder, path));
}
