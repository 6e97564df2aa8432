import { readFile } from 'node:fs/promises';
import { type Settings, settingsSchema } from '../shared/settings';
import { writeAtomically } from './write';

/** The settings in force, and the file that keeps them. */
export interface SettingsStore {
  readonly current: Settings;
  /** Changes some settings. They hold at once; the file follows. */
  update(change: Partial<Settings>): void;
  /** Resolves when the file says what is in force. */
  settled(): Promise<void>;
}

/**
 * Reads the settings. What is missing or damaged takes its default, so this never rejects; a file that cannot be written
 * is reported with `failed`, and the settings then last as long as the program.
 */
export async function openSettings(path: string, failed: (error: unknown) => void): Promise<SettingsStore> {
  let current = settingsSchema.parse(await readJson(path));
  let saved = Promise.resolve();
  return {
    get current() {
      return current;
    },
    update(change) {
      current = { ...current, ...change };
      const bytes = Buffer.from(`${JSON.stringify(current, null, 2)}\n`);
      saved = saved.then(() => writeAtomically(path, bytes)).catch(failed);
    },
    settled: () => saved,
  };
}

async function readJson(path: string): Promise<object> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  } catch {
    return {}; // the first start, or a file that is none of ours any more
  }
}

const mostRecent = 10;

/** The recent files after another one was opened. */
export const withRecent = (recent: readonly string[], path: string): string[] =>
  [path, ...recent.filter((other) => other !== path)].slice(0, mostRecent);
