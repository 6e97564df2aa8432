import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import type { Language } from '../../shared/i18n/catalogue';
import type { DictionariesRecord, DictionaryVersion } from '../../shared/receipt/record';
import { type ExceptedRules, exceptedRules } from '../../shared/receipt/rejected';
import { stackRules } from '../../shared/rules/dictionary';
import type { StepOptions } from '../../shared/steps/options';
import type { StepName } from '../../shared/transcript/change';
import { createLibrary, type LoadedDictionaries } from '../dictionaries';
import { readBytes } from '../files';
import { builtInDictionaries, type DictionaryFile, folderDictionaries, userDictionaries } from '../layers';
import { readPrepared } from '../prepared';

/** Which dictionaries a batch uses. Plain data. */
export interface DictionaryChoice {
  /** The folder that holds `seeds`. */
  readonly root: string;
  /** A file of prepared dictionaries; see prepared.ts. */
  readonly prepared?: string;
  readonly builtIn: boolean;
  /** Names of built-in ones, and of the person's own, that are left out. */
  readonly without: readonly string[];
  /** The folder of the person's own dictionaries, if they are to be used. */
  readonly user?: string;
  /** Whether every `emend.yml` beside a file and in the folders above holds. */
  readonly folders: boolean;
  /** Other dictionary files; these have the last word. */
  readonly named: readonly string[];
}

/** How the files of a batch are cleaned. Plain data, so that it reaches the workers. */
export interface BatchCleaning {
  readonly dictionaries: DictionaryChoice;
  readonly steps: StepOptions;
  /** Of the steps that run, only these. */
  readonly only: readonly StepName[];
  /** The language of reasons in what is streamed. */
  readonly language: Language;
}

/** The files of all dictionaries for a transcript, or of those without any folder's when none is named. */
export async function dictionaryFiles(choice: DictionaryChoice, path?: string): Promise<DictionaryFile[]> {
  const { root, builtIn, without, user, folders, named } = choice;
  const usual = [
    ...(builtIn ? await builtInDictionaries(root) : []),
    ...(user === undefined ? [] : await userDictionaries(user)),
  ];
  return [
    ...usual.filter(({ name }) => !without.includes(name)),
    ...(folders && path !== undefined ? folderDictionaries(path) : []),
    ...named.map((path): DictionaryFile => ({ path, name: path, layer: 'user' })),
  ];
}

/** The dictionaries for one transcript. */
export interface BatchDictionaries extends Pick<LoadedDictionaries, 'dictionary' | 'key'> {
  /** Those of a person's rules that keep away from what was reverted. */
  readonly excepted: ExceptedRules;
  readonly record: DictionariesRecord;
}

/** Dictionaries that were changed are read again after so long, in milliseconds; until then the files of a folder share them. */
const fresh = 1000;
const mostFolders = 100;
const mostSets = 8;

/** Loads the dictionaries for transcripts, each set compiled once as long as its files stay as they are. */
export function openBatchDictionaries(
  choice: DictionaryChoice,
): (path?: string) => Promise<BatchDictionaries> {
  let library: ReturnType<typeof openLibrary> | undefined;
  const folders = new Map<string, { readonly at: number; readonly loaded: Promise<BatchDictionaries> }>();
  const sets = new Map<string, BatchDictionaries>();

  const load = async (path?: string): Promise<BatchDictionaries> => {
    library ??= openLibrary(choice);
    const loaded = await (await library).load(await dictionaryFiles(choice, path));
    const known = sets.get(loaded.key);
    if (known) return known;
    const set = await describe(loaded);
    if (sets.size >= mostSets) sets.clear();
    sets.set(loaded.key, set);
    return set;
  };

  return (path) => {
    const folder = path === undefined ? '' : dirname(path);
    const known = folders.get(folder);
    if (known && performance.now() - known.at < fresh) return known.loaded;
    if (folders.size >= mostFolders) folders.clear();
    const loaded = load(path);
    folders.set(folder, { at: performance.now(), loaded });
    return loaded;
  };
}

const openLibrary = async ({ prepared }: DictionaryChoice) =>
  createLibrary(prepared === undefined ? undefined : await readPrepared(prepared));

async function describe({ dictionary, key, sources, files }: LoadedDictionaries): Promise<BatchDictionaries> {
  const own = sources.filter(({ file }) => file.layer !== 'builtIn');
  const versions: DictionaryVersion[] = [];
  for (const name of files) {
    const read = await readBytes(name);
    if ('bytes' in read) versions.push({ name, sha256: sha256(read.bytes) });
  }
  const problems = sources.flatMap((source) => source.problems);
  return {
    dictionary,
    key,
    excepted: exceptedRules(stackRules(own.map(({ rules }) => rules))),
    record: { kind: 'dictionaries', key, files: versions, problems },
  };
}

/** The SHA-256 of bytes or of a text in UTF-8, in hexadecimal. */
export const sha256 = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex');
