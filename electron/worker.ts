import { join } from 'node:path';
import workerpool from 'workerpool';
import type { DictionarySummary } from '../shared/contract';
import { type Exported, exportReading } from '../shared/export';
import type { Encoding } from '../shared/formats/encodings';
import type { FormatId } from '../shared/formats/formats';
import type { Reading } from '../shared/formats/reading';
import type { Problem } from '../shared/i18n/problems';
import { runPipeline } from '../shared/pipeline';
import type { Change } from '../shared/transcript/change';
import type { Edit } from '../shared/transcript/edit';
import { builtInDictionaries, type LoadedDictionaries, loadDictionaries } from './dictionaries';
import { readPrepared } from './prepared';
import { readSource, type SourceFile } from './source';
import { allSteps } from './steps';

/** A file as it was read, and what the rules propose for it. */
export type Opened =
  | { readonly source: SourceFile; readonly changes: readonly Change[] }
  | { readonly problem: Problem };

/** The dictionaries of a root folder, compiled once in each worker. */
const loaded = new Map<string, Promise<LoadedDictionaries>>();

function dictionariesOf(root: string): Promise<LoadedDictionaries> {
  const known = loaded.get(root);
  if (known) return known;
  const loading = Promise.all([
    builtInDictionaries(root),
    readPrepared(join(__dirname, 'dictionaries.json')),
  ]).then(([files, prepared]) => loadDictionaries(files, prepared));
  loaded.set(root, loading);
  return loading;
}

/** What a worker does; called by name through jobs.ts. `root` is the folder that holds `seeds`. */
const work = {
  async open(root: string, path: string, encoding?: Encoding): Promise<Opened> {
    const read = await readSource(path, encoding);
    if ('problem' in read) return read;
    const { dictionary } = await dictionariesOf(root);
    return { ...read, changes: runPipeline(read.source.reading.transcript, allSteps(dictionary)) };
  },

  export: (reading: Reading, edits: readonly Edit[], format: FormatId): Exported =>
    exportReading(reading, edits, format),

  dictionaries: async (root: string): Promise<readonly DictionarySummary[]> =>
    (await dictionariesOf(root)).summaries,
};
export type Work = typeof work;

workerpool.worker(work);
