import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { callNames, eventNames } from '../shared/channels';
import type { Bridge } from '../shared/contract';
import type { Answer } from './answer';

/** The only thing that the page can reach outside itself, and only by the names of the contract. */
const bridge = {
  async call(name, ...args) {
    if (!callNames.includes(name)) throw new Error(`There is no call ${name}`);
    const answer: Answer = await ipcRenderer.invoke('call', name, args);
    if ('problem' in answer) throw answer.problem;
    // The main process answers as the contract says; the types cannot follow it through the channel.
    return answer.value as never;
  },
  on(name, listener) {
    if (!eventNames.includes(name)) throw new Error(`There is no event ${name}`);
    const hear = (_event: unknown, payload: Parameters<typeof listener>[0]) => listener(payload);
    ipcRenderer.on(name, hear);
    return () => {
      ipcRenderer.off(name, hear);
    };
  },
  pathOf: (file) => pathOfFile(file as File & { readonly path?: string }),
} satisfies Bridge;

/** Electron 32 took the `path` of files away and gave a function for it. */
const pathOfFile = (file: File & { readonly path?: string }): string =>
  webUtils ? webUtils.getPathForFile(file) : (file.path ?? '');

contextBridge.exposeInMainWorld('emend', bridge);
