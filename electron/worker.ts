import { dirname, join } from 'node:path';
import workerpool from 'workerpool';
import type { DictionarySummary, SubtitleTimes } from '../shared/contract';
import { termsIn } from '../shared/cues/breaks';
import type { CueProfile } from '../shared/cues/profile';
import { type Exported, exportReading, type Revision, revised } from '../shared/export';
import type { Encoding } from '../shared/formats/encodings';
import type { FormatId } from '../shared/formats/names';
import type { Reading } from '../shared/formats/reading';
import type { Problem } from '../shared/i18n/problems';
import type { RuleDraft } from '../shared/rules/draft';
import type { ListedRule, RuleTrial } from '../shared/rules/editing';
import type { ExportResult, ForeignFormatId } from '../shared/rules/foreign/foreign';
import type { StepOptions } from '../shared/steps/options';
import type { Transcript } from '../shared/transcript/transcript';
import { type Proposed, propose } from './cleaner';
import { createLibrary, type Library, type LoadedDictionaries, summariesOf } from './dictionaries';
import type { ForeignList, ForeignSource } from './foreign';
import { keyOfRule, type Runaway } from './guard';
import { type DictionaryPlaces, dictionariesFor } from './layers';
import { readPrepared } from './prepared';
import type { RuleHome, TrialFile } from './rules';
import { readSource, type SourceFile } from './source';
import type { MadeSubtitles } from './subtitles';

/** What a job needs to know to find the rules in force. */
export interface Surroundings {
  readonly places: DictionaryPlaces;
  /** Rules that ran away before: they are not tried again. */
  readonly runaways: readonly Runaway[];
}

/** What the rules propose for a text, and what tells these rules from others. */
export interface Cleaned extends Proposed {
  readonly key: string;
}

/** A file as it was read, and what the rules propose for it. */
export type Opened = (Cleaned & { readonly source: SourceFile }) | { readonly problem: Problem };

/** The dictionaries of several files. */
export interface Overview {
  readonly summaries: readonly DictionarySummary[];
  /** For each file, the key of its dictionaries. */
  readonly keys: readonly string[];
  /** All files that the dictionaries were read from, or would be if they were there. */
  readonly files: readonly string[];
}

let opened: Promise<Library> | undefined;
const library = (): Promise<Library> => {
  opened ??= readPrepared(join(__dirname, 'dictionaries.json')).then(createLibrary);
  return opened;
};

/** Keys of rules that ran away in this worker, of which the main process may not know yet. */
const stopped = new Set<string>();

async function load({ places }: Surroundings, paths: readonly string[]): Promise<LoadedDictionaries> {
  return (await library()).load(await dictionariesFor(places, paths));
}

const stoppedIn = ({ runaways }: Surroundings): string[] => [...runaways.map(({ key }) => key), ...stopped];

/** What a worker does; called by name through jobs.ts. */
const work = {
  async open(
    surroundings: Surroundings,
    path: string,
    steps: StepOptions,
    encoding?: Encoding,
  ): Promise<Opened> {
    const read = await readSource(path, encoding);
    if ('problem' in read) return read;
    const { transcript } = read.source.reading;
    return { ...read, ...(await work.clean(surroundings, path, transcript, steps)) };
  },

  async clean(
    surroundings: Surroundings,
    path: string,
    transcript: Transcript,
    steps: StepOptions,
  ): Promise<Cleaned> {
    const { dictionary, key } = await load(surroundings, [path]);
    const proposed = await propose(transcript, { dictionary, steps, stopped: stoppedIn(surroundings) });
    for (const runaway of proposed.runaways) stopped.add(runaway.key);
    return { ...proposed, key };
  },

  async export(
    surroundings: Surroundings,
    path: string,
    reading: Reading,
    revision: Revision,
    format: FormatId,
    profile: CueProfile,
  ): Promise<Exported> {
    const { dictionary } = await load(surroundings, [path]);
    return exportReading(reading, revision, format, { profile, terms: termsIn(dictionary) });
  },

  /** Cuts a text into subtitles, with times from the file at `rough` where `times` asks for it. */
  async makeSubtitles(
    surroundings: Surroundings,
    path: string,
    reading: Reading,
    revision: Revision,
    times: SubtitleTimes,
    rough: string | undefined,
    profile: CueProfile,
  ): Promise<MadeSubtitles | { readonly problem: Problem }> {
    const { makeSubtitles } = await import('./subtitles');
    const { dictionary } = await load(surroundings, [path]);
    const cutting = { profile, terms: termsIn(dictionary) };
    return makeSubtitles(revised(reading.transcript, revision), times, rough, cutting);
  },

  /** What there is to tell of the dictionaries for files, and of rules in them that ran away. */
  async overview(surroundings: Surroundings, paths: readonly string[]): Promise<Overview> {
    const { sources, files } = await load(surroundings, paths);
    const folders = new Map(paths.map((path) => [dirname(path), path]));
    const byFolder = new Map<string, string>();
    for (const [folder, path] of folders) byFolder.set(folder, (await load(surroundings, [path])).key);
    const keys = paths.map((path) => byFolder.get(dirname(path)) ?? '');
    const summaries = summariesOf(sources).map((summary, index) => {
      const inIt = new Set(sources[index]?.rules.map(keyOfRule));
      const told = surroundings.runaways.filter(({ key }) => inIt.has(key)).map(({ problem }) => problem);
      return { ...summary, problems: [...summary.problems, ...told] };
    });
    return { summaries, keys, files };
  },

  async listRules(surroundings: Surroundings, paths: readonly string[]): Promise<ListedRule[]> {
    const { listRules } = await import('./rules');
    return listRules((await load(surroundings, paths)).sources);
  },

  async tryRule(
    surroundings: Surroundings,
    draft: RuleDraft,
    files: readonly TrialFile[],
  ): Promise<RuleTrial> {
    const { tryRule } = await import('./rules');
    const { sources } = await load(
      surroundings,
      files.map(({ path }) => path),
    );
    return tryRule(draft, files, sources, stoppedIn(surroundings));
  },

  async saveRule(
    surroundings: Surroundings,
    draft: RuleDraft,
    home: RuleHome,
    paths: readonly string[],
  ): Promise<Problem | undefined> {
    const { saveRule } = await import('./rules');
    return saveRule(draft, home, userOf(surroundings), (await load(surroundings, paths)).sources);
  },

  async removeRules(
    surroundings: Surroundings,
    ids: readonly string[],
    paths: readonly string[],
  ): Promise<Problem | undefined> {
    const { removeRules } = await import('./rules');
    return removeRules(ids, userOf(surroundings), (await load(surroundings, paths)).sources);
  },

  async readForeign(source: ForeignSource): Promise<ForeignList | { readonly problem: Problem }> {
    const { readForeign } = await import('./foreign');
    return readForeign(source);
  },

  async keepForeign(
    surroundings: Surroundings,
    list: ForeignList,
  ): Promise<{ readonly name: string } | { readonly problem: Problem }> {
    const { keepForeign } = await import('./foreign');
    return keepForeign(list, userOf(surroundings));
  },

  /** Writes the rules of these ids, of each the one in force, as another program does. */
  async writeForeign(
    surroundings: Surroundings,
    ids: readonly string[],
    format: ForeignFormatId,
    paths: readonly string[],
  ): Promise<ExportResult> {
    const { writeForeign } = await import('./foreign');
    const wanted = new Set(ids);
    const { sources } = await load(surroundings, paths);
    const byId = new Map(sources.flatMap(({ rules }) => rules.map((rule) => [rule.id, rule])));
    return writeForeign(
      [...byId.values()].filter(({ id }) => wanted.has(id)),
      format,
    );
  },
};
export type Work = typeof work;

function userOf({ places }: Surroundings): string {
  if (places.user === undefined) throw new Error('There is no folder for the person’s own dictionaries');
  return places.user;
}

workerpool.worker(work);
