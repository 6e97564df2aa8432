import { type Terms, termsIn } from '../../shared/cues/breaks';
import type { Problem } from '../../shared/i18n/problems';
import { type Change, type StepName, stepNames } from '../../shared/transcript/change';
import { type BatchCleaning, type DictionaryChoice, dictionaryFiles } from '../batch/cleaning';
import { propose } from '../cleaner';
import { createLibrary, type LoadedDictionaries } from '../dictionaries';
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
  /** What subtitles of a file are not broken inside of. */
  terms(source: SourceFile): Promise<Terms>;
  /** Whether every dictionary so far could be used. */
  readonly complete: boolean;
}

/** Loads what the options name, and says what is wrong with it. Throws a UsageError for steps that do not exist. */
export async function prepareCleaning(options: CleaningOptions, context: Context): Promise<Cleaning> {
  const only = chosenSteps(options, context);
  const steps = stepOptionsFrom(options);
  const withRules = only.includes('dictionary');
  // Without its step a dictionary still has words for the lists of the others; those that come along have none.
  const dictionaries = await openDictionaries(withRules ? options : { ...options, seeds: false }, context);
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
    terms: async ({ path }) => termsIn((await dictionaries.for(path)).dictionary),
    get complete() {
      return dictionaries.complete;
    },
  };
}

/** How a batch is cleaned that these options ask for. Throws a UsageError for steps that do not exist. */
export const batchCleaning = (options: CleaningOptions, context: Context): BatchCleaning => ({
  dictionaries: choiceOf(options, context),
  steps: stepOptionsFrom(options),
  only: chosenSteps(options, context),
  language: context.language,
});

const choiceOf = (
  { rules, seeds, folderRules }: DictionaryOptions,
  { root, prepared }: Context,
): DictionaryChoice => ({
  root,
  ...(prepared !== undefined && { prepared }),
  builtIn: seeds,
  without: [],
  folders: folderRules,
  named: rules ?? [],
});

/** The dictionaries of one command. */
export interface Dictionaries {
  /** Those for a file, or those without any folder's when none is named. What is wrong with them is said once. */
  for(path?: string): Promise<LoadedDictionaries>;
  /** Whether every dictionary so far could be used. */
  readonly complete: boolean;
}

/** Loads the dictionaries that do not depend on the file, and says what is wrong with them. */
export async function openDictionaries(options: DictionaryOptions, context: Context): Promise<Dictionaries> {
  const choice = choiceOf(options, context);
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
      const loaded = await library.load(await dictionaryFiles(choice, path));
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
