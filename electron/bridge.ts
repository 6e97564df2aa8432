import { type BrowserWindow, ipcMain } from 'electron';
import type { EventName, Events } from '../shared/contract';
import { type Answer, answer, type Handlers } from './answer';

/** The way to the window. What is sent before the window is ready waits for it. */
export interface Outbox {
  send<Name extends EventName>(name: Name, payload: Events[Name]): void;
  /** The window listens: what waited goes out, in order. */
  open(): void;
}

/** Makes the way to a window. It closes whenever the window loads its page anew. */
export function outboxTo(window: BrowserWindow): Outbox {
  let waiting: (() => void)[] | undefined = [];
  window.webContents.on('did-start-loading', () => {
    waiting ??= [];
  });
  return {
    send(name, payload) {
      const go = () => {
        if (!window.isDestroyed()) window.webContents.send(name, payload);
      };
      if (waiting) waiting.push(go);
      else go();
    },
    open() {
      const sent = waiting ?? [];
      waiting = undefined;
      for (const go of sent) go();
    },
  };
}

/**
 * Answers the calls of a window, and of nothing but the page that it was made for: a frame inside it, another window or
 * a page of another origin gets no answer.
 */
export function answerCalls(window: BrowserWindow, origin: string, handlers: Handlers): void {
  ipcMain.handle('call', (event, name: unknown, args: unknown): Promise<Answer> => {
    const frame = event.senderFrame;
    if (!frame || frame !== window.webContents.mainFrame || frame.origin !== origin) {
      throw new Error('A call from outside the window');
    }
    return answer(handlers, name, args, (message, error) => console.error(`${message}:`, error));
  });
}
