import { join } from 'node:path';
import { app, session } from 'electron';
import type { OpenResult } from '../shared/contract';
import type { Handlers } from './answer';
import { answerCalls, outboxTo } from './bridge';
import { guardClosing } from './closing';
import { dialogsOver } from './dialogs';
import { createDocuments, readableOf } from './documents';
import { type Jobs, startJobs } from './jobs';
import { catalogueInForce, languageInForce } from './language';
import { lockSession } from './lockdown';
import { showMenus } from './menu';
import { pageToShow } from './page';
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
  const dictionaries = jobs.run('dictionaries', root);
  const settings = await openSettings(join(app.getPath('userData'), 'settings.json'), report);
  finishBeforeQuitting(settings, jobs);
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
  const documents = createDocuments({
    jobs,
    settings,
    dialogs,
    root,
    documentsFolder: app.getPath('documents'),
    onRecent: () => menus(),
  });

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
        dictionaries: await dictionaries,
      };
    },
    openDialog: async () => documents.open(await dialogs.filesToOpen()),
    openPaths: documents.open,
    openSample: documents.openSample,
    reopen: documents.reopen,
    closeFile: documents.close,
    exportFile: documents.export,
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
function finishBeforeQuitting(settings: SettingsStore, jobs: Jobs): void {
  let finished = false;
  app.on('will-quit', (event) => {
    if (finished) return;
    event.preventDefault();
    void Promise.allSettled([settings.settled(), jobs.stop()]).then(() => {
      finished = true;
      app.quit();
    });
  });
}
