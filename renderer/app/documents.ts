import { Text } from '@codemirror/state';
import type { ExportResult, OpenedFile, OpenResult, SubtitleTimes } from '../../shared/contract';
import type { Revision } from '../../shared/export';
import type { FormatId } from '../../shared/formats/names';
import { catalogueOf, describeProblem } from '../../shared/i18n/catalogue';
import type { Problem } from '../../shared/i18n/problems';
import { cueOf, cuesOf, isTimed } from '../../shared/transcript/transcript';
import { bridge } from '../bridge';
import { unsureBelow } from '../cues/checked';
import { cueList, timedText } from '../editor/cues';
import { editorExtensions } from '../editor/extensions';
import { lineLooks } from '../editor/lines';
import { changesFromRaw, editsOf, reviewState } from '../editor/review-state';
import { rawText } from '../editor/side-by-side';
import {
  activeDocument,
  isDirty,
  notify,
  type OpenDocument,
  updateDocument,
  useStore,
  workOf,
} from './store';

const catalogue = () => catalogueOf(useStore.getState().language);

/** Runs something that opens files, and shows what came of it. */
export async function opening(ask: () => Promise<readonly OpenResult[]>): Promise<void> {
  useStore.setState({ opening: true });
  try {
    show(await ask());
  } catch (error) {
    notify('error', describeProblem(problemOf(error), catalogue()));
  } finally {
    useStore.setState({ opening: false });
  }
}

/** What a call was rejected with: a problem of the main process, or an error of this page. */
export const problemOf = (error: unknown): Problem =>
  typeof error === 'object' && error !== null && 'code' in error
    ? (error as Problem)
    : { code: 'unexpected', detail: String(error) };

/** Puts what was opened in the list, the first of it before the person; what could not be opened is told. */
export function show(results: readonly OpenResult[]): void {
  const opened: OpenDocument[] = [];
  for (const result of results) {
    if ('file' in result) opened.push(toDocument(result.file));
    else notify('error', describeProblem(result.problem, catalogue()));
  }
  const [first] = opened;
  if (!first) return;
  useStore.setState(({ documents }) => {
    const known = (file: OpenedFile) => documents.some((other) => other.file.path === file.path);
    const fresh = opened.filter(({ file }) => !known(file));
    const shown = documents.find(({ file }) => file.path === first.file.path) ?? first;
    return { documents: [...documents, ...fresh], activeId: shown.file.id };
  });
  // A file that is open already keeps the work done on it; the main process need not keep the second reading.
  for (const { file } of opened) {
    if (!useStore.getState().documents.some((document) => document.file.id === file.id))
      void bridge.call('closeFile', file.id);
  }
}

function toDocument(file: OpenedFile): OpenDocument {
  const { display } = useStore.getState();
  const { transcript, changes } = file;
  const state = reviewState(transcript.text, changes, [
    rawText.init(() => Text.of(transcript.text.split('\n'))),
    timedText(cuesOf(transcript).map(cueOf), transcript.words ?? [], file.format),
    lineLooks,
    editorExtensions(catalogue(), display, file.name),
  ]);
  const saved = workOf({ state });
  // What is on no disk yet is unsaved as it is.
  return { file, state, saved: file.made ? { ...saved, decided: -1 } : saved };
}

/** Makes subtitles of a file, and shows them; false when that was cancelled or could not be done. */
export async function makeSubtitles(document: OpenDocument, times: SubtitleTimes): Promise<boolean> {
  const result = await bridge.call('makeSubtitles', document.file.id, revisionOf(document), times);
  if ('cancelled' in result) return false;
  show([result]);
  if (!('file' in result)) return false;
  const { made, transcript } = result.file;
  const unsure = made?.sureness?.filter((sure) => sure < unsureBelow).length ?? 0;
  notify('done', catalogue().window.cues.made({ count: transcript.segments.length, unsure }));
  useStore.setState({ side: 'cues' });
  return true;
}

/** Reads a file again in the encoding that the person names; its review begins anew. */
export async function reopenAs(document: OpenDocument, encoding: OpenedFile['encoding']): Promise<void> {
  const result = await bridge.call('reopen', document.file.id, encoding);
  if ('file' in result) updateDocument(document.file.id, () => toDocument(result.file));
  else notify('error', describeProblem(result.problem, catalogue()));
}

/** Writes a file as `format`; with `again`, where it went the last time. True when it was written. */
export async function exportDocument(
  document: OpenDocument,
  format: FormatId,
  again: boolean,
): Promise<boolean> {
  const { id } = document.file;
  const result = await bridge.call('exportFile', id, revisionOf(document), format, again);
  return settleExport(document, format, result);
}

/** What became of a file's text, and of its cues if it has any, in the script that it is shown in. */
function revisionOf({ state }: OpenDocument): Revision {
  const edits = editsOf(state.field(changesFromRaw));
  const cues = state.field(cueList);
  const { script } = useStore.getState();
  return { edits, ...(cues.length > 0 && { cues }), ...(script !== 'leave' && { script }) };
}

function settleExport(document: OpenDocument, format: FormatId, result: ExportResult): boolean {
  if ('cancelled' in result) return false;
  if ('problem' in result) {
    notify('error', describeProblem(result.problem, catalogue()));
    return false;
  }
  const saved = workOf(document);
  const lastExport = { path: result.path, format, at: new Date() };
  updateDocument(document.file.id, (current) => ({ ...current, saved, lastExport }));
  if (result.notice) notify('error', describeProblem(result.notice, catalogue()));
  const { window, times } = catalogue();
  const { path } = result;
  // Times that are not the recording's own are never passed over in silence.
  const isTold = result.times !== undefined && result.times !== 'file';
  notify(
    'done',
    isTold ? window.exportedTimed({ path, times: times[result.times] }) : window.exported({ path }),
  );
  return true;
}

/** Saves where the file went the last time, or asks; in the format it last went to, or came in. */
export const saveDocument = (document: OpenDocument): Promise<boolean> =>
  exportDocument(document, document.lastExport?.format ?? document.file.format, true);

/** Closes a file, asking first about work that is not saved. */
export async function closeDocument(document: OpenDocument): Promise<void> {
  if (isDirty(document)) {
    const answer = await bridge.call('askUnsaved', [document.file.name]);
    if (answer === 'cancel' || (answer === 'save' && !(await saveDocument(document)))) return;
  }
  const { id } = document.file;
  useStore.setState(({ documents, activeId }) => {
    const at = documents.findIndex(({ file }) => file.id === id);
    const rest = documents.filter(({ file }) => file.id !== id);
    const neighbour = rest[Math.min(at, rest.length - 1)]?.file.id ?? null;
    return { documents: rest, activeId: activeId === id ? neighbour : activeId };
  });
  await bridge.call('closeFile', id);
}

/** Saves every file with unsaved work; true when all of them were written. */
export async function saveAll(): Promise<boolean> {
  for (const document of useStore.getState().documents.filter(isDirty)) {
    if (!(await saveDocument(document))) return false;
  }
  return true;
}

/** Whether the times of a file's subtitles are its own. */
export const hasTimes = (document: OpenDocument): boolean => isTimed(document.file.transcript);

export const active = (): OpenDocument | undefined => activeDocument(useStore.getState());
