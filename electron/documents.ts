import { access, constants } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { ExportResult, MadeFrom, OpenedFile, OpenResult, SubtitleTimes } from '../shared/contract';
import { profileOf } from '../shared/cues/profile';
import type { Revision } from '../shared/export';
import type { Encoding } from '../shared/formats/encodings';
import { extensionsOf, type FormatId } from '../shared/formats/names';
import type { StepOptions } from '../shared/steps/options';
import type { Dialogs } from './dialogs';
import { identityOf, isFolder, listTranscripts } from './files';
import type { Runaway } from './guard';
import type { Jobs } from './jobs';
import type { LiveFile } from './live';
import type { SettingsStore } from './settings';
import { withRecent } from './settings';
import type { SourceFile } from './source';
import type { Surroundings } from './worker';
import { writeLike } from './write';

/** A file that is open, and the places it was written to in this session. */
interface OpenFile extends LiveFile {
  readonly source: SourceFile;
  readonly targets: Map<FormatId, string>;
  steps: StepOptions;
  /** Subtitles made of another file. */
  readonly made?: MadeFrom;
}

/** What the documents are made with. */
export interface DocumentsOptions {
  readonly jobs: Jobs;
  readonly settings: SettingsStore;
  readonly dialogs: Dialogs;
  /** The folder of the samples. */
  readonly samples: string;
  /** What jobs need to know of the dictionaries now. */
  readonly surroundings: () => Surroundings;
  /** Where what is made of the samples goes, which lie among the program's own files. */
  readonly documentsFolder: string;
  /** Called when the list of recent files has changed. */
  readonly onRecent: () => void;
  /** Called when files were opened or closed, with the rules that ran away on them. */
  readonly onFiles: (runaways: readonly Runaway[]) => void;
}

/** The files that are open in the window. */
export interface Documents {
  /** Opens files and the transcripts in folders; those that a person chose become recent files. */
  open(paths: readonly string[]): Promise<OpenResult[]>;
  openSample(): Promise<OpenResult[]>;
  /** Reads an open file again in another encoding; it keeps its id. */
  reopen(id: string, encoding: Encoding): Promise<OpenResult>;
  close(id: string): void;
  /** How the steps clean a file from now on. */
  setSteps(id: string, steps: StepOptions): void;
  /** The files that are open now. */
  list(): readonly LiveFile[];
  /** Cuts a file as revised into subtitles; see the contract's `makeSubtitles`. */
  makeSubtitles(
    id: string,
    revision: Revision,
    times: SubtitleTimes,
  ): Promise<OpenResult | { readonly cancelled: true }>;
  /** Writes a file as revised; see the contract's `exportFile`. */
  export(id: string, revision: Revision, format: FormatId, again: boolean): Promise<ExportResult>;
}

/** Keeps track of open files: what the window shows as text and changes, this side can write back. */
export function createDocuments(options: DocumentsOptions): Documents {
  const { jobs, settings, dialogs, samples, surroundings } = options;
  const files = new Map<string, OpenFile>();
  let opened = 0;

  const fileOf = (id: string): OpenFile => {
    const file = files.get(id);
    if (!file) throw new Error(`No file ${id} is open`);
    return file;
  };

  const read = async (
    id: string,
    path: string,
    steps: StepOptions,
    encoding?: Encoding,
  ): Promise<OpenResult> => {
    const opened = await jobs.run('open', surroundings(), path, steps, encoding);
    if ('problem' in opened) return { path, problem: opened.problem };
    const { source, changes, key, runaways } = opened;
    const { transcript } = source.reading;
    const targets = files.get(id)?.targets ?? new Map();
    const file = { id, path: source.path, transcript, steps, key, source, targets };
    files.set(id, file);
    options.onFiles(runaways);
    return { file: describe(file, changes) };
  };

  const openFile = (path: string): Promise<OpenResult> =>
    read(`file-${++opened}`, path, settings.current.steps);

  /** Whether a path leads to a file that is open, which is then the recogniser's own work. */
  const isSource = async (path: string): Promise<boolean> => {
    const identity = await identityOf(path);
    if (identity === undefined) return false;
    const sources = [...files.values()].map(({ source }) => identityOf(source.path));
    return (await Promise.all(sources)).includes(identity);
  };

  /** A place beside a file for subtitles made of it, where no open file has its place. */
  const freePath = (stem: string): string => {
    const taken = new Set([...files.values()].map(({ path }) => path));
    let path = `${stem}.srt`;
    for (let number = 2; taken.has(path); number++) path = `${stem} ${number}.srt`;
    return path;
  };

  const askTarget = async (
    { source, targets, made }: OpenFile,
    format: FormatId,
  ): Promise<string | undefined> => {
    const home = source.path.startsWith(samples) ? options.documentsFolder : dirname(source.path);
    const mark = made ? '' : '.clean';
    const name = `${basename(source.path, extname(source.path))}${mark}.${extensionsOf(format)[0]}`;
    const suggestion = targets.get(format) ?? join(settings.current.exportFolder ?? home, name);
    const path = await dialogs.exportTarget(suggestion, format);
    if (path === undefined) return undefined;
    return !made && (await isSource(path)) && !(await dialogs.overwriteSource(path)) ? undefined : path;
  };

  return {
    async open(paths) {
      const listed = await Promise.all(paths.map(filesAt));
      const results = await Promise.all(
        listed.flat().map((entry) => (typeof entry === 'string' ? openFile(entry) : entry)),
      );
      const read = results.flatMap((result) => ('file' in result ? [result.file.path] : []));
      const recent = read.reduceRight(withRecent, settings.current.recent);
      if (read.length > 0) settings.update({ recent });
      if (read.length > 0) options.onRecent();
      return results;
    },

    async openSample() {
      const [first] = (await listTranscripts(samples)).files;
      return first === undefined
        ? [{ path: samples, problem: { code: 'folderEmpty', path: samples } }]
        : [await openFile(join(samples, first))];
    },

    async reopen(id, encoding) {
      const { path, steps } = fileOf(id);
      return read(id, path, steps, encoding);
    },

    close(id) {
      if (files.delete(id)) options.onFiles([]);
    },

    setSteps(id, steps) {
      fileOf(id).steps = steps;
    },

    list: () => [...files.values()],

    async makeSubtitles(id, revision, times) {
      const { source, steps } = fileOf(id);
      const rough = times.kind === 'retimed' ? await dialogs.timedFile() : undefined;
      if (times.kind === 'retimed' && rough === undefined) return { cancelled: true };
      const profile = profileOf(settings.current.subtitles);
      const made = await jobs.run(
        'makeSubtitles',
        surroundings(),
        source.path,
        source.reading,
        revision,
        times,
        rough,
        profile,
      );
      if ('problem' in made) return { path: rough ?? source.path, problem: made.problem };
      const path = freePath(join(dirname(source.path), basename(source.path, extname(source.path))));
      const file: OpenFile = {
        id: `file-${++opened}`,
        path,
        transcript: made.reading.transcript,
        steps,
        key: '',
        source: { path, reading: made.reading, encoding: 'UTF-8', byteOrderMark: false },
        targets: new Map(),
        made: made.from,
      };
      files.set(file.id, file);
      return { file: describe(file, []) };
    },

    async export(id, revision, format, again) {
      const file = fileOf(id);
      const path = (again && file.targets.get(format)) || (await askTarget(file, format));
      if (path === undefined) return { cancelled: true };
      const profile = profileOf(settings.current.subtitles);
      const {
        content,
        times: found,
        withoutSpeakers,
      } = await jobs.run('export', surroundings(), file.path, file.source.reading, revision, format, profile);
      const times = found && (file.made?.times ?? found);
      const written = await writeLike(file.source, path, content);
      if ('problem' in written) return written;
      file.targets.set(format, path);
      settings.update({ exportFolder: dirname(path) });
      const notice = written.notice ?? (withoutSpeakers && { code: 'withoutSpeakers', path });
      return { path, ...(times && { times }), ...(notice && { notice }) };
    },
  };
}

/** A file as it is, a folder as the transcripts in it. */
async function filesAt(path: string): Promise<(string | OpenResult)[]> {
  if (!(await isFolder(path))) return [path];
  const { files, problems } = await listTranscripts(path);
  if (files.length === 0 && problems.length === 0) return [{ path, problem: { code: 'folderEmpty', path } }];
  return [...files.map((file) => join(path, file)), ...problems.map((problem) => ({ path, problem }))];
}

function describe({ id, path, source, steps, made }: OpenFile, changes: OpenedFile['changes']): OpenedFile {
  const { reading, encoding, byteOrderMark } = source;
  const { format, lineEnd, transcript, repairs } = reading;
  return {
    id,
    path,
    name: basename(path),
    format,
    encoding,
    byteOrderMark,
    lineEnd,
    transcript,
    steps,
    changes,
    repairs,
    ...(made && { made }),
  };
}

/** The recent files that can still be read. */
export async function readableOf(paths: readonly string[]): Promise<string[]> {
  const readable = await Promise.all(
    paths.map((path) =>
      access(path, constants.R_OK).then(
        () => true,
        () => false,
      ),
    ),
  );
  return paths.filter((_, index) => readable[index]);
}
