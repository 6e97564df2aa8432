import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { app, session } from 'electron';
import type { OpenResult } from '../shared/contract';
import type { Handlers } from './answer';
import { batchCalls } from './batch-calls';
import { answerCalls, outboxTo } from './bridge';
import { guardClosing } from './closing';
import { dialogsOver } from './dialogs';
import { createDocuments, type Documents, readableOf } from './documents';
import { type Jobs, startJobs } from './jobs';
import { catalogueInForce, languageInForce } from './language';
import { keepAlive, type LiveDictionaries } from './live';
import { lockSession } from './lockdown';
import { showMenus } from './menu';
import { pageToShow } from './page';
import { ruleCalls } from './rule-calls';
import { serveScheme } from './scheme';
import { openSettings, type SettingsStore } from './settings';
import { createWindow, showWindow } from './window';

/** Opens files, given as absolute paths, in the window, and brings that before the person. */
export type OpenFiles = (paths: readonly string[]) => void;

/**
 * Opens the window with `files` in it, and ties the parts of the program together. `built` is the folder that holds
 * the built main process, preload script and renderer. To be called when Electron is ready.
 */
export async function startApp(built: string, files: readonly string[]): Promise<OpenFiles> {
  const root = app.getAppPath();
  const jobs = startJobs(join(built, 'main', 'worker.js'));
  const settings = await openSettings(join(app.getPath('userData'), 'settings.json'), report);
  const catalogue = () => catalogueInForce(settings.current);

  const page = pageToShow();
  lockSession(session.defaultSession, page.origins);
  serveScheme(join(built, 'renderer'));
  const window = createWindow({
    preload: join(built, 'preload', 'preload.js'),
    placed: settings.current.window,
    onPlaced: (place) => settings.update({ window: place }),
  });
  const outbox = outboxTo(window);
  const dialogs = dialogsOver(window, catalogue);
  const guard = guardClosing(window, dialogs, () => outbox.send('saveAndClose', null));
  const samples = join(root, 'seeds', 'samples');
  const documents: Documents = createDocuments({
    jobs,
    settings,
    dialogs,
    samples,
    surroundings: () => live.surroundings,
    documentsFolder: app.getPath('documents'),
    onRecent: () => menus(),
    onFiles(runaways) {
      live.note(runaways);
      live.refresh().catch(report);
    },
  });
  const live: LiveDictionaries = keepAlive({
    jobs,
    places: { root, user: join(app.getPath('userData'), 'dictionaries') },
    files: documents.list,
    send: (changed) => outbox.send('recleaned', changed),
    failed: report,
  });
  finishBeforeQuitting(settings, jobs, live);
  live.refresh().catch(report);
  // Not every file system tells of changes.
  window.on('focus', () => live.refresh().catch(report));

  const show = (opening: Promise<OpenResult[]>) => {
    opening.then((results) => outbox.send('opened', results)).catch(report);
  };
  const menus = () =>
    showMenus({
      catalogue: catalogue(),
      settings: settings.current,
      run: (command) => outbox.send('command', command),
      open: (path) => show(documents.open([path])),
      choose(language) {
        settings.update({ language });
        menus();
        outbox.send('language', languageInForce(settings.current));
      },
    });
  menus();

  const recent = await readableOf(settings.current.recent);
  if (files.length > 0) show(documents.open(files));
  else if (recent.length === 0) show(documents.openSample());

  const handlers: Handlers = {
    async ready() {
      // After the answer, which tells the window the language.
      setImmediate(outbox.open);
      return {
        language: languageInForce(settings.current),
        recent: await readableOf(settings.current.recent),
        platform: process.platform,
        steps: settings.current.steps,
        subtitles: settings.current.subtitles,
        batch: settings.current.batch,
        dictionaries: await live.summaries(),
      };
    },
    openDialog: async () => documents.open(await dialogs.filesToOpen()),
    openPaths: documents.open,
    openSample: documents.openSample,
    reopen: documents.reopen,
    closeFile: documents.close,
    exportFile: documents.export,
    makeSubtitles: documents.makeSubtitles,
    setSteps(id, steps) {
      if (id === null) settings.update({ steps });
      else {
        documents.setSteps(id, steps);
        live.reclean(id).catch(report);
      }
    },
    setSubtitles: (subtitles) => settings.update({ subtitles }),
    ...ruleCalls({
      jobs,
      live,
      dialogs,
      files: documents.list,
      isSample: (path) => path.startsWith(samples),
      catalogue,
    }),
    ...batchCalls({
      dialogs,
      settings,
      language: () => languageInForce(settings.current),
      places: { root, user: join(app.getPath('userData'), 'dictionaries') },
      worker: join(built, 'main', 'batch.js'),
      prepared: join(built, 'main', 'dictionaries.json'),
      jobs: availableParallelism(),
      send: (progress) => outbox.send('batch', progress),
    }),
    askUnsaved: dialogs.unsaved,
    describeWindow: guard.describe,
    closeWindow: guard.close,
  };
  answerCalls(window, page.origin, handlers);
  await window.loadURL(page.url);

  return (paths) => {
    showWindow(window);
    if (paths.length > 0) show(documents.open(paths));
  };
}

const report = (error: unknown): void => console.error(error);

/** Lets the settings reach the disk before the program ends. */
function finishBeforeQuitting(settings: SettingsStore, jobs: Jobs, live: LiveDictionaries): void {
  let finished = false;
  app.on('will-quit', (event) => {
    if (finished) return;
    event.preventDefault();
    live.close();
    void Promise.allSettled([settings.settled(), jobs.stop()]).then(() => {
      finished = true;
      app.quit();
    });
  });
}
