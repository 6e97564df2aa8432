// @ts-check
// `npm start`: opens the built app, with the files that the command line names.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { main, run } from './command.mjs';
import { hasDisplay } from './display.mjs';
import { ensureElectron } from './electron.mjs';
import { ensureSandbox, ensureSystem, isRoot } from './system.mjs';

main(async () => {
  if (!hasDisplay) {
    const message =
      'Emend has no display to open its window on (neither DISPLAY nor WAYLAND_DISPLAY is set): run ' +
      '`xvfb-run -a npm start` for a virtual one, or `npm run clean` to clean the sample transcripts without a window.';
    console.error(message);
    ensureSystem({ virtualDisplay: true });
    return 1;
  }

  const electron = await ensureElectron();
  ensureSystem({ executable: electron.executable });
  const args = process.argv.slice(2).map(fromWhereNpmWasRun);
  if (isRoot) args.unshift('--no-sandbox');
  else if (!args.includes('--no-sandbox')) ensureSandbox(electron.dist);
  // Electron 38 and later find this out by themselves.
  if (process.platform === 'linux' && !process.env.DISPLAY) args.unshift('--ozone-platform=wayland');
  return run(electron.executable, ['.', ...args]);
});

/**
 * npm runs scripts in the project's folder; a file on the command line is meant from where npm was run.
 *
 * @param {string} arg
 */
function fromWhereNpmWasRun(arg) {
  const path = resolve(process.env.INIT_CWD ?? '.', arg);
  return !arg.startsWith('-') && existsSync(path) ? path : arg;
}
