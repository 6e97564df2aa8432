import { app, type Session } from 'electron';

/**
 * Keeps every page where it is: no other page, window, frame from elsewhere or embedded page, whatever the text on
 * screen may hold.
 */
export function lockPages(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}

/** Grants a session's pages nothing, and lets no request leave the machine but those to `origins`. */
export function lockSession(session: Session, origins: readonly string[]): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, callback) => {
    const isOurs = origins.some((origin) => details.url === origin || details.url.startsWith(`${origin}/`));
    callback({ cancel: !isOurs && !/^(?:devtools|data|blob):/.test(details.url) });
  });
}
