// @ts-check
// `npm run dist -- ARGUMENTS`: packages the built app with electron-builder.
import { createRequire } from 'node:module';
import { main, run } from './command.mjs';
import { ensureElectron } from './electron.mjs';

const require = createRequire(import.meta.url);

const OTHER_PLATFORM = /^(--linux|--mac|--macos|--win|--windows|-[lmow]+)$/;

main(async () => {
  const args = process.argv.slice(2);
  // An unpacked trial build takes the Electron that is in use here and needs no download. Everything that is
  // shipped takes the one that package.json names, whatever runs here.
  const isTrial = args.includes('--dir') && !args.some((arg) => OTHER_PLATFORM.test(arg));
  if (isTrial) {
    const electron = await ensureElectron();
    args.push(`-c.electronDist=${electron.dist}`, `-c.electronVersion=${electron.version}`);
  }
  const code = await run(process.execPath, [require.resolve('electron-builder/cli.js'), ...args]);
  if (code !== 0 && !isTrial) {
    console.error(
      "Installers take Electron and packaging tools from their release hosts, so they can't be made offline; " +
        '`npm run dist -- --dir` makes the unpacked app without any download.',
    );
  }
  return code;
});
