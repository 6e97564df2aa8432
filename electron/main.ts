import { join } from 'node:path';
import { app } from 'electron';
import { filesFromArguments } from './argv';
import { lockPages } from './lockdown';
import { registerScheme } from './scheme';
import { type OpenFiles, startApp } from './startup';

/** Files that are asked for before there is a window to open them in. */
const early = filesFromArguments(process.argv, process.cwd(), process.defaultApp ?? false);
let openFiles: OpenFiles = (paths) => {
  early.push(...paths);
};

if (app.requestSingleInstanceLock({ files: early })) {
  registerScheme();
  lockPages();
  // macOS names files so, before the app is ready as well as later.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openFiles([path]);
  });
  app.on('second-instance', (_event, _argv, _folder, data) => openFiles(filesIn(data)));
  app.on('window-all-closed', () => app.quit());
  app.whenReady().then(start).catch(fail);
} else app.quit();

async function start(): Promise<void> {
  const begun = early.length;
  openFiles = await startApp(join(__dirname, '..'), early);
  const late = early.slice(begun);
  if (late.length > 0) openFiles(late);
}

/** Without a window there is nothing that a person could do. */
function fail(error: unknown): void {
  console.error(error);
  app.exit(1);
}

/** What a second start hands over. Chromium rearranges the command line of a second start, so that is not read. */
function filesIn(data: unknown): string[] {
  const files = typeof data === 'object' && data !== null && 'files' in data ? data.files : undefined;
  return Array.isArray(files) ? files.filter((file) => typeof file === 'string') : [];
}
