import { readdir } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { DictionarySummary } from '../shared/contract';
import { decodeFile } from '../shared/formats/encoding';
import type { Problem } from '../shared/i18n/problems';
import { compileDictionary, type Dictionary, stackRules } from '../shared/rules/dictionary';
import type { LoadedDictionary } from '../shared/rules/load';
import { readBytes } from './files';
import { keyOf, type Prepared } from './prepared';

/** The dictionaries in force as one, and what each of them has to say. */
export interface LoadedDictionaries {
  readonly dictionary: Dictionary;
  /** One for each dictionary, in the order in which they stack. */
  readonly summaries: readonly DictionarySummary[];
}

/** A dictionary's file, and how rules and messages call it. */
export interface DictionaryFile {
  readonly path: string;
  readonly name: string;
}

/** The dictionaries that come with Emend; `root` is the folder that holds `seeds`. */
export async function builtInDictionaries(root: string): Promise<DictionaryFile[]> {
  const folder = join(root, 'seeds', 'dictionaries');
  const names = await readdir(folder);
  return names
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => ({ path: join(folder, name), name: basename(name, extname(name)) }));
}

/**
 * Loads dictionaries, stacks them, the later over the earlier, and compiles them. What cannot be read is told and left
 * out; what is `prepared` need not be read.
 */
export async function loadDictionaries(
  files: readonly DictionaryFile[],
  prepared: Prepared = new Map(),
): Promise<LoadedDictionaries> {
  const loaded = await Promise.all(files.map((file) => loadFile(file, prepared)));
  const rules = stackRules(loaded.map((dictionary) => dictionary.rules));
  const summaries = loaded.map(({ rules, problems }, index) => ({
    name: files[index]?.name ?? '',
    rules: rules.length,
    problems,
  }));
  return { dictionary: compileDictionary(rules), summaries };
}

/** Reads the dictionaries that come with Emend, for later starts; see prepared.ts. */
export async function prepareDictionaries(root: string): Promise<Prepared> {
  const prepared = new Map<string, LoadedDictionary>();
  for (const file of await builtInDictionaries(root)) {
    const read = await readBytes(file.path);
    if ('bytes' in read) prepared.set(keyOf(file.name, read.bytes), await loadFile(file, new Map()));
  }
  return prepared;
}

async function loadFile({ path, name }: DictionaryFile, prepared: Prepared): Promise<LoadedDictionary> {
  const read = await readBytes(path);
  if ('problem' in read) return nothing(asDictionaryProblem(read.problem, name));
  const ready = prepared.get(keyOf(name, read.bytes));
  if (ready) return ready;
  const decoded = decodeFile(read.bytes);
  if (!decoded) return nothing({ code: 'dictionaryWithoutRules', file: name });
  const { loadDictionary } = await import('../shared/rules/load');
  return loadDictionary(decoded.text, name);
}

const nothing = (problem: Problem): LoadedDictionary => ({ rules: [], imports: [], problems: [problem] });

function asDictionaryProblem(problem: Problem, file: string): Problem {
  if (problem.code === 'fileTooLarge') return { code: 'dictionaryTooLarge', file };
  const detail = problem.code === 'fileUnreadable' ? problem.detail : 'ENOENT';
  return { code: 'dictionaryUnreadable', file, detail };
}
