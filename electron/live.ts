import type { DictionarySummary, Events } from '../shared/contract';
import type { Recleaned } from '../shared/rules/editing';
import type { StepOptions } from '../shared/steps/options';
import type { Transcript } from '../shared/transcript/transcript';
import type { Runaway } from './guard';
import type { Jobs } from './jobs';
import type { DictionaryPlaces } from './layers';
import { createWatch } from './watch';
import type { Surroundings } from './worker';

/** An open file as far as the rules are concerned. */
export interface LiveFile {
  readonly id: string;
  readonly path: string;
  readonly transcript: Transcript;
  readonly steps: StepOptions;
  /** Tells the dictionaries that its changes were last proposed by. */
  key: string;
}

/** What the dictionaries are kept alive with. */
export interface LiveOptions {
  readonly jobs: Jobs;
  readonly places: DictionaryPlaces & { readonly user: string };
  /** The files that are open now. */
  readonly files: () => readonly LiveFile[];
  readonly send: (changed: Events['recleaned']) => void;
  readonly failed: (error: unknown) => void;
}

/** The dictionaries in force, which follow what changes on disk. */
export interface LiveDictionaries {
  /** What jobs need to know of the dictionaries now. */
  readonly surroundings: Surroundings;
  /** What there is to tell of each dictionary. */
  summaries(): Promise<readonly DictionarySummary[]>;
  /** Notes rules that ran away; they are told with the next refresh. */
  note(runaways: readonly Runaway[]): void;
  /** Looks at the dictionaries again, cleans the open files anew where theirs have changed, and tells the window. */
  refresh(): Promise<void>;
  /** Cleans one open file anew, whether or not its dictionaries have changed. */
  reclean(id: string): Promise<void>;
  close(): void;
}

/** Reads the dictionaries again whenever something about them changes. */
export function keepAlive({ jobs, places, files, send, failed }: LiveOptions): LiveDictionaries {
  const runaways = new Map<string, Runaway>();
  const watch = createWatch(() => refresh().catch(failed));
  let told: string | undefined;
  let running: Promise<void> | undefined;
  let again: Promise<void> | undefined;
  const stale = new Set<string>();

  const surroundings = (): Surroundings => ({ places, runaways: [...runaways.values()] });
  const note = (found: readonly Runaway[]) => {
    for (const runaway of found) runaways.set(runaway.key, runaway);
  };
  const overview = async (paths: readonly string[]) => {
    const found = await jobs.run('overview', surroundings(), paths);
    watch.update(found.files, [places.user]);
    return found;
  };
  const clean = async (file: LiveFile): Promise<Recleaned[]> => {
    const {
      changes,
      key,
      runaways: found,
    } = await jobs.run('clean', surroundings(), file.path, file.transcript, file.steps);
    note(found);
    // It may have been closed, or read in another encoding, in the meantime.
    if (!files().includes(file)) return [];
    file.key = key;
    return [{ id: file.id, changes }];
  };

  const look = async () => {
    const open = files();
    const { keys } = await overview(open.map(({ path }) => path));
    const changed = open.filter(({ id, key }, index) => stale.delete(id) || key !== keys[index]);
    const recleaned = (await Promise.all(changed.map(clean))).flat();
    const dictionaries = await summaries();
    // Until the window has asked for the first time it need not be told.
    const isKnown = told === undefined || JSON.stringify(dictionaries) === told;
    if (recleaned.length === 0 && isKnown) return;
    told = JSON.stringify(dictionaries);
    send({ dictionaries, files: recleaned });
  };
  const summaries = async () => (await overview(files().map(({ path }) => path))).summaries;

  /** One at a time; what is asked for in the meantime is done together, once more. */
  const refresh = (): Promise<void> => {
    if (!running) {
      running = look().finally(() => {
        running = undefined;
      });
      return running;
    }
    again ??= running
      .catch(() => {})
      .then(() => {
        again = undefined;
        return refresh();
      });
    return again;
  };

  return {
    get surroundings() {
      return surroundings();
    },
    async summaries() {
      const found = await summaries();
      told = JSON.stringify(found);
      return found;
    },
    note,
    refresh,
    reclean(id) {
      stale.add(id);
      return refresh();
    },
    close: watch.close,
  };
}
