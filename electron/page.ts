import { app } from 'electron';
import { pageOrigin, pageUrl } from './served';

/** The page that the window shows. */
export interface Page {
  readonly url: string;
  readonly origin: string;
  /** Origins that it may load from. */
  readonly origins: readonly string[];
}

/** The built page, or in development the one that Vite serves and keeps fresh. */
export function pageToShow(): Page {
  const served = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;
  if (!served) return { url: pageUrl, origin: pageOrigin, origins: [pageOrigin] };
  const { origin } = new URL(served);
  return { url: served, origin, origins: [origin, origin.replace(/^http/, 'ws')] };
}
