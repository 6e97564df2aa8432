import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { afterEach } from 'vitest';

/** A running Emend with a profile and a folder of its own. */
export interface Emend {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** A temporary folder for what the test writes. */
  readonly folder: string;
  /** Answers the next save dialog with a path, or cancels it. */
  saveTo(path: string | null): Promise<void>;
  /** Answers the next message box with the button of this label. */
  answer(label: string): Promise<void>;
  close(): Promise<void>;
}

export interface Launch {
  /** Files to write into the folder and name on the command line, in this order. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly language?: 'en' | 'zh-CN';
  /** The executable and app of a package; by default the built checkout in the Electron that the scripts found. */
  readonly packaged?: string;
}

/** Starts Emend as a person would, with real files. */
export async function launch({ files = {}, language = 'en', packaged }: Launch = {}): Promise<Emend> {
  const executablePath = packaged ?? process.env.EMEND_ELECTRON;
  if (!executablePath)
    throw new Error('EMEND_ELECTRON is not set: run the end-to-end tests with npm run e2e');
  const folder = await mkdtemp(join(tmpdir(), 'emend-e2e-'));
  const paths: string[] = [];
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    await writeFile(path, content);
    paths.push(path);
  }
  const app = await _electron.launch({
    executablePath,
    args: [
      '--no-sandbox',
      `--user-data-dir=${join(folder, 'profile')}`,
      `--lang=${language}`,
      ...(packaged ? [] : [resolve('.')]),
      ...paths,
    ],
  });
  const page = await app.firstWindow();
  page.setDefaultTimeout(10_000);
  return {
    app,
    page,
    folder,
    saveTo: (path) =>
      app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: filePath === null, filePath: filePath ?? '' });
      }, path),
    answer: (label) =>
      app.evaluate(({ dialog }, wanted) => {
        dialog.showMessageBox = async (...args: unknown[]) => {
          const { buttons = [] } = args.at(-1) as { buttons?: string[] };
          if (!buttons.includes(wanted)) throw new Error(`No button ${wanted} among ${buttons.join(', ')}`);
          return { response: buttons.indexOf(wanted), checkboxChecked: false };
        };
      }, label),
    async close() {
      // The window may ask about unsaved work; a test that is over does not answer.
      await app.evaluate(({ app: main }) => main.exit()).catch(() => {});
      await app.close().catch(() => {});
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Starts Emend for one test at a time; whatever is running is closed after each. Call it once in a file. */
export function launcher(): (how: Launch) => Promise<Emend> {
  let running: Emend | undefined;
  afterEach(async () => {
    await running?.close();
    running = undefined;
  });
  return async (how) => {
    running = await launch(how);
    return running;
  };
}

/** The text in the editor, as a person reads it: without what is struck through. */
export const cleanText = (page: Page): Promise<string> =>
  page.getByRole('textbox', { name: /Text of|的正文/ }).evaluate((content) =>
    Array.from(content.querySelectorAll('.cm-line'), (line) => {
      const copy = line.cloneNode(true) as HTMLElement;
      for (const gone of copy.querySelectorAll('del')) gone.remove();
      return copy.textContent ?? '';
    }).join('\n'),
  );
