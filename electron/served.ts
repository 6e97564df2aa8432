import { extname, join, sep } from 'node:path';

/** The origin of the window's page: unlike that of file:, it is one of its own and reaches nothing but the built page. */
export const pageOrigin = 'emend://app';
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
  // A recording that the person names, of which only the length is read.
  'media-src blob:',
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A file of the page, and the headers to serve it with. */
export interface Served {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * What an address of the page stands for among the files in `folder`. Undefined for one that leads out of it, or to a
 * kind of file that a page is not made of.
 */
export function servedAt(folder: string, address: string): Served | undefined {
  const path = pathInside(folder, address);
  const type = path && contentTypes[extname(path)];
  if (!path || !type) return undefined;
  const headers = {
    'Content-Type': type,
    'Content-Security-Policy': contentSecurityPolicy,
    'X-Content-Type-Options': 'nosniff',
  };
  return { path, headers };
}

function pathInside(folder: string, address: string): string | undefined {
  try {
    const url = new URL(address);
    const path = join(folder, decodeURIComponent(url.pathname));
    return url.host === 'app' && path.startsWith(folder + sep) && !path.includes('\0') ? path : undefined;
  } catch {
    return undefined; // no address, or a percent sign that encodes nothing
  }
}
