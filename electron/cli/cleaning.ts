import type { Reading } from '../../shared/formats/reading';
import { runPipeline } from '../../shared/pipeline';
import { compileDictionary } from '../../shared/rules/dictionary';
import { type Change, type StepName, stepNames } from '../../shared/transcript/change';
import { builtInDictionaries, loadDictionaries } from '../dictionaries';
import { readPrepared } from '../prepared';
import { allSteps } from '../steps';
import { type Context, complain, UsageError } from './terminal';

/** The options that say how to clean, as commander gives them. */
export interface CleaningOptions {
  readonly rules?: readonly string[];
  /** False for `--no-seeds`. */
  readonly seeds: boolean;
  readonly steps?: string;
  readonly skip?: string;
}

/** How the files of one command are cleaned. */
export interface Cleaning {
  /** The changes of a reading's transcript, suggestions included. */
  propose(reading: Reading): Change[];
  /** Whether every dictionary that was named could be used. */
  readonly complete: boolean;
}

/** Loads what the options name, and says what is wrong with it. Throws a UsageError for steps that do not exist. */
export async function prepareCleaning(options: CleaningOptions, context: Context): Promise<Cleaning> {
  const names = chosenSteps(options, context);
  if (!names.includes('dictionary')) return cleaningBy(names, compileDictionary([]), true);
  const builtIn = options.seeds ? await builtInDictionaries(context.root) : [];
  const named = (options.rules ?? []).map((path) => ({ path, name: path }));
  const prepared = context.prepared === undefined ? undefined : await readPrepared(context.prepared);
  const { dictionary, summaries } = await loadDictionaries([...builtIn, ...named], prepared);
  const problems = summaries.flatMap((summary) => summary.problems);
  for (const problem of problems) complain(context, problem);
  return cleaningBy(names, dictionary, !problems.some(({ code }) => code.startsWith('dictionary')));
}

function cleaningBy(
  names: readonly StepName[],
  dictionary: Parameters<typeof allSteps>[0],
  complete: boolean,
): Cleaning {
  const steps = allSteps(dictionary).filter((step) => names.includes(step.name));
  return { propose: (reading) => runPipeline(reading.transcript, steps), complete };
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
