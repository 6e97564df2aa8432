import type { Problem } from '../../shared/i18n/problems';
import { type Change, type StepName, stepNames } from '../../shared/transcript/change';
import { propose } from '../cleaner';
import { createLibrary, type LoadedDictionaries } from '../dictionaries';
import { builtInDictionaries, type DictionaryFile, folderDictionaries } from '../layers';
import { readPrepared } from '../prepared';
import type { SourceFile } from '../source';
import { type StepChoices, stepOptionsFrom } from './step-options';
import { type Context, complain, UsageError } from './terminal';

/** The options that name dictionaries, as commander gives them. */
export interface DictionaryOptions {
  readonly rules?: readonly string[];
  /** False for `--no-seeds`. */
  readonly seeds: boolean;
  /** False for `--no-folder-rules`. */
  readonly folderRules: boolean;
}

/** The options that say how to clean, as commander gives them. */
export interface CleaningOptions extends DictionaryOptions, StepChoices {
  readonly steps?: string;
  readonly skip?: string;
}

/** How the files of one command are cleaned. */
export interface Cleaning {
  /** The changes of a file's transcript, suggestions included. */
  propose(source: SourceFile): Promise<readonly Change[]>;
  /** Whether every dictionary so far could be used. */
  readonly complete: boolean;
}

/** Loads what the options name, and says what is wrong with it. Throws a UsageError for steps that do not exist. */
export async function prepareCleaning(options: CleaningOptions, context: Context): Promise<Cleaning> {
  const only = chosenSteps(options, context);
  const steps = stepOptionsFrom(options);
  const withRules = only.includes('dictionary');
  const dictionaries = await openDictionaries(withRules ? options : noDictionaries, context);
  const stopped = new Set<string>();
  return {
    async propose({ path, reading }) {
      const { dictionary } = await dictionaries.for(path);
      const { changes, runaways } = await propose(reading.transcript, { dictionary, steps, only, stopped });
      for (const { key, problem } of runaways) {
        stopped.add(key);
        complain(context, problem);
      }
      return changes;
    },
    get complete() {
      return dictionaries.complete;
    },
  };
}

const noDictionaries: DictionaryOptions = { seeds: false, folderRules: false };

/** The dictionaries of one command. */
export interface Dictionaries {
  /** Those for a file, or those without any folder's when none is named. What is wrong with them is said once. */
  for(path?: string): Promise<LoadedDictionaries>;
  /** Whether every dictionary so far could be used. */
  readonly complete: boolean;
}

/** Loads the dictionaries that do not depend on the file, and says what is wrong with them. */
export async function openDictionaries(options: DictionaryOptions, context: Context): Promise<Dictionaries> {
  const builtIn = options.seeds ? await builtInDictionaries(context.root) : [];
  const named = (options.rules ?? []).map((path): DictionaryFile => ({ path, name: path, layer: 'user' }));
  const library = createLibrary(
    context.prepared === undefined ? undefined : await readPrepared(context.prepared),
  );
  const told = new Set<string>();
  let complete = true;
  const tell = (problem: Problem) => {
    const known = told.size;
    if (told.add(JSON.stringify(problem)).size === known) return;
    complain(context, problem);
    if (problem.code.startsWith('dictionary')) complete = false;
  };
  const dictionaries: Dictionaries = {
    async for(path) {
      const folders = path === undefined || !options.folderRules ? [] : folderDictionaries(path);
      const loaded = await library.load([...builtIn, ...folders, ...named]);
      for (const { problems } of loaded.sources) problems.forEach(tell);
      return loaded;
    },
    get complete() {
      return complete;
    },
  };
  await dictionaries.for();
  return dictionaries;
}

function chosenSteps({ steps, skip }: CleaningOptions, context: Context): StepName[] {
  const parse = (list: string) =>
    listOf(list).map((name) => {
      const step = stepNames.find((known) => known === name);
      if (!step) throw new UsageError(context.catalogue.cli.unknownStep({ step: name }));
      return step;
    });
  if (steps !== undefined) return parse(steps);
  const skipped = parse(skip ?? '');
  return stepNames.filter((name) => !skipped.includes(name));
}

/** The parts of `a, b,c`. */
export const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
