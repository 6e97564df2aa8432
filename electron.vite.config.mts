import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { prepareDictionaries } from './electron/dictionaries';
import { writePrepared } from './electron/prepared';

/** The oldest runtime that must load what is built: Electron 25 (Node 18.15, Chromium 114). */
const node = 'node18.15';
const browser = 'chrome114';

/** Reads the built-in dictionaries once and for all; see electron/prepared.ts. */
const preparedDictionaries: Plugin = {
  name: 'prepared-dictionaries',
  async generateBundle() {
    const source = writePrepared(await prepareDictionaries(import.meta.dirname));
    this.emitFile({ type: 'asset', fileName: 'dictionaries.json', source });
  },
};

export default defineConfig({
  main: {
    plugins: [preparedDictionaries],
    build: {
      outDir: 'dist/main',
      target: node,
      // Everything is bundled, so that a package carries no node_modules.
      externalizeDeps: false,
      rollupOptions: {
        input: {
          main: 'electron/main.ts',
          worker: 'electron/worker.ts',
          batch: 'electron/batch/worker.ts',
          cli: 'electron/cli.ts',
        },
        output: { format: 'cjs', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'dist/preload',
      target: node,
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: 'electron/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].js' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    build: {
      outDir: 'dist/renderer',
      target: browser,
      rollupOptions: { input: 'renderer/index.html' },
    },
    plugins: [react()],
  },
});
