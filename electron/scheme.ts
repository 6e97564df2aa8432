import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { protocol } from 'electron';

/** The page's own scheme: unlike file:, it has an origin, and reaches nothing but the built renderer. */
const scheme = 'emend';

/** The origin of the window's page, and its address. */
export const pageOrigin = `${scheme}://app`;
export const pageUrl = `${pageOrigin}/index.html`;

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  // CodeMirror and React Aria put their style rules in elements of their own.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Makes the scheme known; to be called before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true } }]);
}

/** Serves the files in `folder` as the page. */
export function serveScheme(folder: string): void {
  protocol.handle(scheme, async (request) => {
    const path = request.method === 'GET' ? pathInside(folder, request.url) : undefined;
    const type = path && contentTypes[extname(path)];
    const body = path && type ? await readFile(path).catch(() => undefined) : undefined;
    if (!body || !type) return new Response(null, { status: 404 });
    const headers = {
      'Content-Type': type,
      'Content-Security-Policy': contentSecurityPolicy,
      'X-Content-Type-Options': 'nosniff',
    };
    return new Response(body, { headers });
  });
}

/** The file that an address of ours stands for; undefined when it leads out of the folder. */
export function pathInside(folder: string, address: string): string | undefined {
  const url = new URL(address);
  if (url.host !== 'app') return undefined;
  try {
    const path = join(folder, decodeURIComponent(url.pathname));
    return path.startsWith(folder + sep) && !path.includes('\0') ? path : undefined;
  } catch {
    return undefined; // a percent sign that encodes nothing
  }
}
