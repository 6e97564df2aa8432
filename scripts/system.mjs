// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { SetupError } from './command.mjs';

/**
 * What Electron, a virtual display and Chinese text need on Debian and Ubuntu. Some packages have another name
 * since these changed to 64-bit time.
 */
const PACKAGES = [
  { name: 'xvfb' },
  { name: 'xauth' },
  { name: 'libgtk-3-0', newer: 'libgtk-3-0t64' },
  { name: 'libnss3' },
  { name: 'libasound2', newer: 'libasound2t64' },
  { name: 'libgbm1' },
  { name: 'libxss1' },
  { name: 'fonts-noto-cjk' },
];

const CJK_FONT = 'a font with Chinese characters';

/** Kernel settings that can keep Chromium's sandbox from working: name, the value that does, one that doesn't. */
const SANDBOX_SETTINGS = /** @type {const} */ ([
  ['kernel.apparmor_restrict_unprivileged_userns', '1', '0'],
  ['kernel.unprivileged_userns_clone', '0', '1'],
  ['user.max_user_namespaces', '0', '15000'],
]);

export const isRoot = process.getuid?.() === 0;
const hasApt = process.platform === 'linux' && existsSync('/usr/bin/apt-get');

/**
 * @typedef {object} Needs
 * @property {string} [executable] of Electron, whose libraries have to be there
 * @property {boolean} [virtualDisplay]
 */

/**
 * Makes sure that the system has what Electron needs: installs it on Debian and Ubuntu when run as root, and
 * otherwise says what to run. A missing font is only told: Emend runs without it.
 *
 * @param {Needs} needs
 */
export function ensureSystem(needs) {
  let missing = missingFromSystem(needs);
  if (missing.length > 0 && hasApt && isRoot) {
    console.error(`Installing ${missing.join(', ')} with apt-get …`);
    aptInstall();
    missing = missingFromSystem(needs);
  }
  const vital = missing.filter((name) => name !== CJK_FONT);
  if (vital.length > 0) throw new SetupError(`This system lacks ${vital.join(', ')}. ${howToInstall()}`);
  if (missing.length > 0)
    console.error(`This system lacks ${CJK_FONT}: some text will show as boxes. ${howToInstall()}`);
}

/**
 * Says what to do where Chromium's sandbox can't work for this user (on recent Ubuntu that is the default);
 * Electron itself would end with a page of addresses.
 *
 * @param {string} dist folder of Electron
 */
export function ensureSandbox(dist) {
  if (process.platform !== 'linux' || isSetuidRoot(join(dist, 'chrome-sandbox'))) return;
  const setting = SANDBOX_SETTINGS.find(([name, blocking]) => readSetting(name) === blocking);
  if (!setting) return;
  throw new SetupError(
    `This system's setting ${setting[0]}=${setting[1]} keeps Electron's sandbox from working. ` +
      `Run \`sudo sysctl -w ${setting[0]}=${setting[2]}\` and then the command again, ` +
      'or try Emend out without the sandbox: `npm start -- --no-sandbox`.',
  );
}

/** @param {Needs} needs @returns {string[]} */
function missingFromSystem({ executable, virtualDisplay }) {
  if (process.platform !== 'linux') return [];
  const missing = executable ? missingLibraries(executable) : [];
  if (virtualDisplay) missing.push(...['Xvfb', 'xauth'].filter((program) => !isOnPath(program)));
  const fonts = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  if (!fonts.stdout?.trim()) missing.push(CJK_FONT);
  return missing;
}

/** @param {string} executable @returns {string[]} */
function missingLibraries(executable) {
  const { stdout } = spawnSync('ldd', [executable], { encoding: 'utf8' });
  const lines = (stdout ?? '').split('\n').filter((line) => line.endsWith(' => not found'));
  return [...new Set(lines.map((line) => line.replace(' => not found', '').trim()))];
}

function howToInstall() {
  if (!hasApt) return "Install it with your distribution's package manager, then run the command again.";
  const command = `apt-get install -y --no-install-recommends ${packageNames().join(' ')}`;
  return `Run \`sudo apt-get update && sudo ${command}\` and then the command again.`;
}

function aptInstall() {
  const options = {
    encoding: /** @type {const} */ ('utf8'),
    maxBuffer: Number.POSITIVE_INFINITY,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  const apt = ['-q', '-o', 'DPkg::Lock::Timeout=60'];
  spawnSync('apt-get', [...apt, 'update'], options);
  const install = [...apt, 'install', '-y', '--no-install-recommends', ...packageNames()];
  const { status, stderr } = spawnSync('apt-get', install, options);
  if (status !== 0) console.error(`apt-get ${install.join(' ')} failed:\n${stderr}`);
}

/** Of each package, the name that this release knows. */
function packageNames() {
  return PACKAGES.map(({ name, newer }) => (newer && isKnownToApt(newer) ? newer : name));
}

/** @param {string} name */
function isKnownToApt(name) {
  return spawnSync('apt-cache', ['show', '--no-all-versions', name]).status === 0;
}

/** @param {string} program */
function isOnPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

/** @param {string} file */
function isSetuidRoot(file) {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats !== undefined && stats.uid === 0 && (stats.mode & 0o4000) !== 0;
}

/** @param {string} name of a kernel setting @returns {string | undefined} */
function readSetting(name) {
  const file = join('/proc/sys', ...name.split('.'));
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}
