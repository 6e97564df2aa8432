import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { servedAt } from './served';

const scheme = 'emend';

/** Makes the page's own scheme known; to be called before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true } }]);
}

/** Serves the files in `folder` as the page. */
export function serveScheme(folder: string): void {
  protocol.handle(scheme, async (request) => {
    const served = request.method === 'GET' ? servedAt(folder, request.url) : undefined;
    const body = served && (await readFile(served.path).catch(() => undefined));
    return body ? new Response(body, { headers: served.headers }) : new Response(null, { status: 404 });
  });
}
