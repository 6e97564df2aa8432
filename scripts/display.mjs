// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { SetupError } from './command.mjs';

const SCREEN = '1600x1000x24';

/** Whether a window can be opened here. */
export const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/**
 * Ends Xvfb when its standard input ends: that happens however this process ends, even when it is killed, and
 * a display that nobody uses never stays behind.
 */
const XVFB_WHILE_INPUT_IS_OPEN = 'Xvfb "$@" & exec 3>&-; cat >/dev/null; kill "$!" 2>/dev/null; wait';

/**
 * Starts a virtual display.
 *
 * @returns {Promise<{ env: Record<string, string | undefined>, stop: () => Promise<void> }>}
 */
export async function startVirtualDisplay() {
  const args = ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'];
  const server = spawn('sh', ['-c', XVFB_WHILE_INPUT_IS_OPEN, 'Xvfb', ...args], {
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
    // Out of reach of the terminal's Ctrl-C: what runs on the display has to end first.
    detached: true,
  });
  const closed = once(server, 'close');
  const stop = async () => {
    server.stdin?.end();
    await closed;
  };

  let errors = '';
  server.stderr?.setEncoding('utf8').on('data', (text) => {
    errors += text;
  });
  let number = '';
  for await (const text of /** @type {import('node:stream').Readable} */ (server.stdio[3])) {
    number += text;
    if (number.includes('\n')) break;
  }
  if (!number.trim()) {
    await stop();
    throw new SetupError(`Xvfb, the virtual display, could not be started: ${errors.trim()}`);
  }
  // Without WAYLAND_DISPLAY, or windows would open there.
  return { env: { DISPLAY: `:${number.trim()}`, WAYLAND_DISPLAY: undefined }, stop };
}
