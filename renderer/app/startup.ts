import type { DictionarySummary } from '../../shared/contract';
import { type Terms, termsOf } from '../../shared/cues/breaks';
import { catalogueOf, describeProblem } from '../../shared/i18n/catalogue';
import { addPaths, take, useBatch } from '../batch/batch';
import { bridge } from '../bridge';
import { applyRecleaned, runCommand } from './actions';
import { opening, problemOf, saveAll, show } from './documents';
import { commandOf } from './keys';
import { activeDocument, isDirty, notify, useStore } from './store';

/** Listens to the main process, tells it what the title bar says, and asks for what the window needs to know. */
export async function start(): Promise<void> {
  bridge.on('opened', show);
  bridge.on('command', runCommand);
  bridge.on('language', (language) => useStore.setState({ language }));
  bridge.on('recleaned', ({ dictionaries, files }) => {
    useStore.setState(({ welcome }) => ({ welcome: welcome && { ...welcome, dictionaries } }));
    useStore.setState({ terms: termsOfAll(dictionaries) });
    applyRecleaned(files);
    tellProblems(dictionaries);
  });
  bridge.on('batch', take);
  bridge.on('saveAndClose', () => {
    void saveAll().then((saved) => (saved ? bridge.call('closeWindow') : undefined));
  });
  dropFilesAnywhere();
  // Whatever a person asked for, they learn that it failed.
  addEventListener('unhandledrejection', ({ reason }) =>
    notify('error', describeProblem(problemOf(reason), catalogueOf(useStore.getState().language))),
  );
  addEventListener('keydown', answerKeys, { capture: true });
  useStore.subscribe(describeWindow());

  const welcome = await bridge.call('ready');
  const { batch, dictionaries, language, steps, subtitles } = welcome;
  useStore.setState({ welcome, language, subtitles, terms: termsOfAll(dictionaries) });
  useBatch.setState(({ request }) => ({ request: { ...request, steps, ...batch } }));
  tellProblems(dictionaries);
}

const termsOfAll = (dictionaries: readonly DictionarySummary[]): Terms =>
  termsOf(dictionaries.flatMap(({ terms }) => terms));

function tellProblems(dictionaries: readonly DictionarySummary[]): void {
  const catalogue = catalogueOf(useStore.getState().language);
  for (const problem of dictionaries.flatMap(({ problems }) => problems)) {
    notify('error', describeProblem(problem, catalogue));
  }
}

/** Keeps the title bar and the document language in step with the store. */
function describeWindow(): () => void {
  let told = '';
  return () => {
    const store = useStore.getState();
    document.documentElement.lang = store.language === 'zh' ? 'zh-CN' : 'en';
    const active = activeDocument(store);
    const title = active ? `${isDirty(active) ? '● ' : ''}${active.file.name} — Emend` : 'Emend';
    const unsaved = store.documents.filter(isDirty).map(({ file }) => file.name);
    const message = JSON.stringify([title, unsaved]);
    if (message === told) return;
    told = message;
    void bridge.call('describeWindow', title, unsaved);
  };
}

function answerKeys(event: KeyboardEvent): void {
  const command = commandOf(event);
  // A text field has an undo of its own.
  const inField = event.target instanceof HTMLInputElement;
  if (!command || (inField && (command === 'undo' || command === 'redo'))) return;
  event.preventDefault();
  event.stopPropagation();
  runCommand(command);
}

/** Without these the page would leave for the dropped file. */
function dropFilesAnywhere(): void {
  addEventListener('dragover', (event) => event.preventDefault());
  addEventListener('drop', (event) => {
    event.preventDefault();
    const paths = Array.from(event.dataTransfer?.files ?? [], (file) => bridge.pathOf(file)).filter(Boolean);
    if (paths.length > 0 && useStore.getState().page === 'batch') addPaths(paths);
    else if (paths.length > 0) void opening(() => bridge.call('openPaths', paths));
  });
}
