import { createHash } from 'node:crypto';
import { dirname, isAbsolute, join } from 'node:path';
import type { DictionarySummary } from '../shared/contract';
import { decodeFile } from '../shared/formats/encoding';
import type { Problem } from '../shared/i18n/problems';
import { compileDictionary, type Dictionary, stackRules } from '../shared/rules/dictionary';
import { mergeLists, noLists, type WordLists } from '../shared/rules/lists';
import type { DictionaryImport, LoadedDictionary } from '../shared/rules/load';
import type { Rule } from '../shared/rules/rule';
import { readBytes } from './files';
import { builtInDictionaries, type DictionaryFile } from './layers';
import { keyOf, type Prepared } from './prepared';

/** The dictionaries in force as one, and what each of them has to say. */
export interface LoadedDictionaries {
  readonly dictionary: Dictionary;
  /** Those that are there, in the order in which they stack. */
  readonly sources: readonly DictionarySource[];
  /** Changes when anything in the dictionaries changes. */
  readonly key: string;
  /** Every file that was read or looked for, imported ones too. */
  readonly files: readonly string[];
}

/** One dictionary with all that it imports. */
export interface DictionarySource {
  readonly file: DictionaryFile;
  /** With imported rules, which come last; switched off ones too. */
  readonly rules: readonly Rule[];
  /** Words for the lists of the steps, imported ones too. */
  readonly lists: WordLists;
  readonly problems: readonly Problem[];
}

/** Reads dictionaries, and keeps what it has read and compiled for as long as the files stay as they are. */
export interface Library {
  /**
   * Loads dictionaries, stacks them, the later over the earlier, and compiles them. What cannot be read is told and left
   * out; of folder dictionaries, those that are not there are left out without a word.
   */
  load(files: readonly DictionaryFile[]): Promise<LoadedDictionaries>;
}

/** More than this many sets of dictionaries, one for each folder with rules of its own, are not kept. */
const mostCompiled = 8;
const mostParsed = 200;

/** A library that need not read what is `prepared`. */
export function createLibrary(prepared: Prepared = new Map()): Library {
  const parsed = new Map<string, LoadedDictionary>();
  const compiled = new Map<string, Dictionary>();

  const parse = (file: Named, bytes: Uint8Array, key: string): Promise<LoadedDictionary> =>
    remember(parsed, key, mostParsed, async () => {
      const decoded = await decodeFile(bytes);
      if (!decoded) return nothing({ code: 'dictionaryWithoutRules', file: file.name });
      const { loadDictionary } = await import('../shared/rules/load');
      return loadDictionary(decoded.text, file.name);
    });

  const read: ReadDictionary = async (file) => {
    const read = await readBytes(file.path);
    if ('problem' in read) {
      return read.problem.code === 'fileMissing'
        ? undefined
        : failed(asDictionaryProblem(read.problem, file.name));
    }
    const key = keyOf(file.name, read.bytes);
    return { key, loaded: prepared.get(key) ?? (await parse(file, read.bytes, key)) };
  };

  return {
    async load(files) {
      const trees = await Promise.all(files.map((file) => readTree(file, read)));
      const sources = trees.flatMap(({ source }) => source ?? []);
      const keys = trees.flatMap((tree) => tree.keys);
      const key = createHash('sha256').update(JSON.stringify(keys)).digest('hex');
      const dictionary = await remember(compiled, key, mostCompiled, async () =>
        compileDictionary(
          stackRules(sources.map(({ rules }) => rules)),
          mergeLists(sources.map(({ lists }) => lists)),
        ),
      );
      return { dictionary, sources, key, files: trees.flatMap((tree) => tree.files) };
    },
  };
}

/** What the window lists of the dictionaries. */
export const summariesOf = (sources: readonly DictionarySource[]): DictionarySummary[] =>
  sources.map(({ file: { name, layer }, rules, problems }) => ({
    name,
    layer,
    rules: rules.length,
    terms: [...new Set(rules.map(({ expected }) => expected))],
    problems,
  }));

/** Reads the dictionaries that come with Emend, for later starts; see prepared.ts. */
export async function prepareDictionaries(root: string): Promise<Prepared> {
  const { loadDictionary } = await import('../shared/rules/load');
  const prepared = new Map<string, LoadedDictionary>();
  for (const file of await builtInDictionaries(root)) {
    const read = await readBytes(file.path);
    const decoded = 'bytes' in read ? await decodeFile(read.bytes) : undefined;
    if (!('bytes' in read) || !decoded) throw new Error(`${file.path} cannot be read`);
    prepared.set(keyOf(file.name, read.bytes), loadDictionary(decoded.text, file.name));
  }
  return prepared;
}

type Named = Pick<DictionaryFile, 'path' | 'name'>;

/** A dictionary file as it was read, and what its content is known by; undefined when there is none. */
type ReadDictionary = (file: Named) => Promise<{ key: string; loaded: LoadedDictionary } | undefined>;

interface Tree {
  readonly source?: DictionarySource;
  readonly keys: readonly string[];
  readonly files: readonly string[];
}

/** Reads a dictionary and, after its own rules, which go before them, those that it imports, wherever they lie. */
async function readTree(file: DictionaryFile, read: ReadDictionary): Promise<Tree> {
  const keys: string[] = [];
  const problems: Problem[] = [];
  const lists: WordLists[] = [];
  /** The rules of each file with its imports; none while it is being read, so that a circle of imports ends. */
  const known = new Map<string, readonly Rule[]>();

  const rulesOf = async (named: Named, alone: boolean): Promise<readonly Rule[] | undefined> => {
    const place = `${alone} ${named.path}`;
    const ready = known.get(place);
    if (ready) return ready;
    known.set(place, []);
    const found = await read(named);
    if (!found) return undefined;
    keys.push(found.key);
    problems.push(...found.loaded.problems);
    lists.push(found.loaded.lists);
    const imported: (readonly Rule[])[] = [];
    for (const one of alone ? [] : found.loaded.imports) {
      const from = (base: string) => (isAbsolute(one.path) ? one.path : join(dirname(base), one.path));
      const imports = { path: from(named.path), name: from(named.name) };
      const rules = isRemote(one.path) ? undefined : await rulesOf(imports, one.disableImports);
      if (rules) imported.unshift(rules.filter((rule) => !isIgnored(rule, one)));
      else problems.push({ code: 'dictionaryImportMissing', file: named.name, path: one.path });
    }
    const rules = firstOfEach([found.loaded.rules, ...imported].flat());
    known.set(place, rules);
    return rules;
  };

  const rules = await rulesOf(file, false);
  const files = [...new Set([...known.keys()].map((place) => place.slice(place.indexOf(' ') + 1)))];
  if (rules) {
    return { source: { file, rules, lists: mergeLists(lists), problems: distinct(problems) }, keys, files };
  }
  if (file.layer === 'folder') return { keys, files };
  const problem = { code: 'dictionaryUnreadable', file: file.name, detail: 'ENOENT' } as const;
  return {
    source: { file, rules: [], lists: noLists, problems: [problem] },
    keys: [...keys, file.name],
    files,
  };
}

/** Whether a path names another computer, as Windows lets it: nothing is fetched from there. */
const isRemote = (path: string): boolean => /^[\\/]{2}/.test(path);

const isIgnored = (rule: Rule, { ignoreRules }: DictionaryImport): boolean =>
  ignoreRules.some(
    ({ id, expected }) =>
      (id !== undefined || expected !== undefined) &&
      (id === undefined || id === rule.id) &&
      (expected === undefined || expected === rule.expected),
  );

/** Of rules with one id, the first: an importing file overrides what it imports. */
function firstOfEach(rules: readonly Rule[]): readonly Rule[] {
  const ids = new Set<string>();
  return rules.filter(({ id }) => ids.size < ids.add(id).size);
}

/** A file may be imported on several ways; what is wrong with it is told once. */
const distinct = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
];

const nothing = (problem: Problem): LoadedDictionary => ({
  rules: [],
  imports: [],
  lists: noLists,
  problems: [problem],
});

const failed = (problem: Problem) => ({ key: JSON.stringify(problem), loaded: nothing(problem) });

function asDictionaryProblem(problem: Problem, file: string): Problem {
  if (problem.code === 'fileTooLarge') return { code: 'dictionaryTooLarge', file };
  return { code: 'dictionaryUnreadable', file, detail: 'detail' in problem ? problem.detail : '' };
}

/** What is kept for a key, or what is made for it now; of more than `most`, those not asked for longest go. */
async function remember<T>(
  kept: Map<string, T>,
  key: string,
  most: number,
  make: () => Promise<T>,
): Promise<T> {
  const value = kept.get(key) ?? (await make());
  kept.delete(key);
  kept.set(key, value);
  const [oldest] = kept.keys();
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
  return value;
}
