import { version } from '../../package.json';
import type { RunRecord } from '../../shared/receipt/record';
import { dayOf } from '../../shared/templates';
import { type BatchCleaning, sha256 } from './cleaning';
import {
  createJournal,
  createPassingJournal,
  type Earlier,
  type Journal,
  journalPath,
  resumeJournal,
} from './journal';

/** What a batch is asked for, as far as its notes depend on it. */
export interface Asked {
  /** The folder for the notes. */
  readonly folder: string;
  /** What names the files: asked for with the same words, a batch finds its notes again. */
  readonly words: readonly string[];
  /** How files are written, in the words of the receipt; other options, other files. */
  readonly writing: Readonly<Record<string, unknown>>;
  readonly cleaning: BatchCleaning;
  readonly dryRun: boolean;
  /** Whether files that an earlier run finished are left as they are. */
  readonly resume: boolean;
}

/** The notes of a batch that begins. */
export interface Notes {
  readonly journal: Journal;
  readonly run: RunRecord;
  /** What an earlier run noted when the same was asked for, and that is resumed. */
  readonly earlier?: Earlier;
}

/** Opens the notes of a batch; of a dry run nothing stays on the disk. Rejects with Node's error when that cannot be done. */
export async function openNotes({ folder, words, writing, cleaning, dryRun, resume }: Asked): Promise<Notes> {
  const { dictionaries, steps, only } = cleaning;
  const { root: _root, prepared: _prepared, ...chosen } = dictionaries;
  const options = { ...writing, dictionaries: chosen, only, steps };
  const begun = new Date();
  const run = {
    kind: 'run',
    emend: version,
    begun: begun.toISOString(),
    date: dayOf(begun),
    dryRun,
    options,
    fingerprint: sha256(JSON.stringify([version, options])),
  } as const;
  if (dryRun) return { journal: await createPassingJournal(), run };
  const path = journalPath(folder, words);
  if (!resume) return { journal: await createJournal(path), run };
  const { journal, earlier } = await resumeJournal(path);
  if (earlier?.run.fingerprint !== run.fingerprint) return { journal, run };
  // A file keeps its name when the run goes on the next day.
  return { journal, run: { ...run, date: earlier.run.date }, earlier };
}
