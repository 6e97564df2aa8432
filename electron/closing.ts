import { app, type BrowserWindow } from 'electron';
import type { Dialogs } from './dialogs';

/** Keeps the window open while it holds work that a person may want. */
export interface CloseGuard {
  /** What the title bar says, and the names of the files with unsaved work. */
  describe(title: string, unsaved: readonly string[]): void;
  /** Closes the window, and the app if that was asked for, without asking. */
  close(): void;
}

/** Asks before `window` closes over unsaved work; `save` has it saved by the window, which then closes itself. */
export function guardClosing(window: BrowserWindow, dialogs: Dialogs, save: () => void): CloseGuard {
  let unsaved: readonly string[] = [];
  let asking = false;
  let mayClose = false;
  let quitting = false;
  app.on('before-quit', () => {
    quitting = true;
  });

  const close = () => {
    mayClose = true;
    if (quitting) app.quit();
    else window.close();
  };

  const ask = async () => {
    asking = true;
    const decision = await dialogs.unsaved(unsaved).finally(() => {
      asking = false;
    });
    if (decision === 'discard') close();
    else if (decision === 'save') save();
    else quitting = false;
  };

  window.on('close', (event) => {
    if (mayClose || unsaved.length === 0) return;
    event.preventDefault();
    if (!asking) void ask();
  });
  // Nothing is left to save in a page that is gone, and nobody there to save it.
  window.webContents.on('render-process-gone', () => {
    unsaved = [];
  });

  return {
    describe(title, names) {
      window.setTitle(title);
      window.setDocumentEdited(names.length > 0);
      unsaved = names;
    },
    close,
  };
}
