// @ts-check
// `node scripts/with-electron.mjs COMMAND…`: runs a command, such as the end-to-end tests, where it can start
// Electron: EMEND_ELECTRON names the executable, and there is a display, if need be a virtual one.
import { main, run, SetupError } from './command.mjs';
import { hasDisplay, startVirtualDisplay } from './display.mjs';
import { ensureElectron } from './electron.mjs';
import { ensureSystem } from './system.mjs';

main(async () => {
  const [command, ...args] = process.argv.slice(2);
  if (!command) throw new SetupError('Name the command to run: node scripts/with-electron.mjs COMMAND …');

  const electron = await ensureElectron();
  ensureSystem({ executable: electron.executable, virtualDisplay: !hasDisplay });
  const display = hasDisplay ? undefined : await startVirtualDisplay();
  try {
    return await run(command, args, { ...electron.env, ...display?.env });
  } finally {
    await display?.stop();
  }
});
