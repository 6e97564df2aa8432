import { basename } from 'node:path';
import type { CallResult, RuleChanged } from '../shared/contract';
import type { Catalogue } from '../shared/i18n/catalogue';
import { sentenceFor } from '../shared/i18n/coded';
import type { Problem } from '../shared/i18n/problems';
import { toDraft } from '../shared/rules/draft';
import type { RuleScope } from '../shared/rules/editing';
import { type ExportResult, type ForeignFormatId, foreignFormatIds } from '../shared/rules/foreign/foreign';
import type { Handlers } from './answer';
import type { Dialogs } from './dialogs';
import { detailOf } from './files';
import type { ForeignList, ForeignSource } from './foreign';
import type { Jobs } from './jobs';
import type { LiveDictionaries, LiveFile } from './live';
import type { RuleHome } from './rules';
import { writeAtomically } from './write';

/** What the calls about rules are answered with. */
export interface RuleCallsOptions {
  readonly jobs: Jobs;
  readonly live: LiveDictionaries;
  readonly dialogs: Dialogs;
  readonly files: () => readonly LiveFile[];
  /** Whether a file is one that comes with Emend, whose folder is not the person's. */
  readonly isSample: (path: string) => boolean;
  readonly catalogue: () => Catalogue;
}

type RuleCalls = Pick<
  Handlers,
  'listRules' | 'tryRule' | 'saveRule' | 'removeRules' | 'previewImport' | 'acceptImport' | 'exportRules'
>;

/** Answers the calls about rules; the work is done in the workers, changes of files one after another. */
export function ruleCalls(options: RuleCallsOptions): RuleCalls {
  const { jobs, live, dialogs, files, catalogue } = options;
  const paths = () => files().map(({ path }) => path);
  const previews = new Map<string, ForeignList>();
  let previewed = 0;

  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn;
    return turn;
  };
  const change = (work: () => Promise<Problem | undefined>): Promise<RuleChanged> =>
    inTurn(async () => {
      const problem = await work();
      if (problem) return { problem };
      await live.refresh();
      return { done: true };
    });

  return {
    listRules: () => jobs.run('listRules', live.surroundings, paths()),

    tryRule(draft) {
      const open = files().map(({ id, path, transcript }) => ({ id, path, transcript }));
      return jobs.run('tryRule', live.surroundings, draft, open);
    },

    saveRule(draft, scope) {
      const home = homeOf(scope, options);
      const sample = scope.kind === 'file' && home.kind === 'everywhere' && fileOf(scope.fileId, files());
      const said = sample ? { ...draft, document: [basename(sample.path)] } : draft;
      return change(() => jobs.run('saveRule', live.surroundings, said, home, paths()));
    },

    removeRules: (ids) => change(() => jobs.run('removeRules', live.surroundings, ids, paths())),

    async previewImport(text) {
      const source = text === null ? await askSource(dialogs) : { text };
      if (!source) return { cancelled: true };
      const list = await jobs.run('readForeign', source);
      if ('problem' in list) return list;
      const token = `import-${++previewed}`;
      previews.clear();
      previews.set(token, list);
      const { foreign } = catalogue();
      const { rules, skipped, notes } = list.result;
      return {
        token,
        name: list.name,
        format: foreign.names[list.format],
        rules: rules.map(toDraft),
        skipped: skipped.map(({ line, text: entry, reason }) => ({
          line,
          text: entry,
          reason: sentenceFor(foreign.skipped, reason),
        })),
        notes: notes.map(({ reason }) => sentenceFor(foreign.notes, reason)),
      };
    },

    acceptImport: (token) =>
      change(async () => {
        const list = previews.get(token);
        if (!list) throw new Error(`There is no preview ${token}`);
        const kept = await jobs.run('keepForeign', live.surroundings, list);
        if ('problem' in kept) return kept.problem;
        previews.delete(token);
        return undefined;
      }),

    async exportRules(ids, format) {
      if (!isForeignFormat(format)) throw new Error(`There is no format ${format}`);
      const path = await dialogs.rulesTarget(format);
      if (path === undefined) return { cancelled: true };
      return writeRules(
        path,
        await jobs.run('writeForeign', live.surroundings, ids, format, paths()),
        catalogue(),
      );
    },
  };
}

const fileOf = (id: string, files: readonly LiveFile[]): LiveFile => {
  const file = files.find((open) => open.id === id);
  if (!file) throw new Error(`No file ${id} is open`);
  return file;
};

/** Where a rule of that scope is written; the samples have no folder of the person's. */
function homeOf(scope: RuleScope, { files, isSample }: RuleCallsOptions): RuleHome {
  if (scope.kind === 'everywhere') return scope;
  const { path } = fileOf(scope.fileId, files());
  return isSample(path) ? { kind: 'everywhere' } : { kind: scope.kind, transcript: path };
}

async function askSource(dialogs: Dialogs): Promise<ForeignSource | undefined> {
  const path = await dialogs.rulesToImport();
  return path === undefined ? undefined : { path };
}

const isForeignFormat = (name: string): name is ForeignFormatId =>
  foreignFormatIds.some((format) => format === name);

async function writeRules(
  path: string,
  { text, omitted }: ExportResult,
  { foreign }: Catalogue,
): Promise<CallResult<'exportRules'>> {
  try {
    await writeAtomically(path, Buffer.from(text));
  } catch (error) {
    return { problem: { code: 'notWritten', path, detail: detailOf(error) } };
  }
  const reasons = new Map(omitted.map(({ rule, reason }) => [rule, sentenceFor(foreign.lost, reason)]));
  return { path, omitted: [...reasons].map(([rule, reason]) => `${rule}: ${reason}`) };
}
