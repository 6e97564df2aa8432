import { BrowserWindow, nativeTheme, type Rectangle, screen } from 'electron';
import type { Settings } from '../shared/settings';

/** What the window needs to know before it opens. */
export interface WindowOptions {
  /** The built preload script. */
  readonly preload: string;
  /** Where the window was, or null for the first time. */
  readonly placed: Settings['window'];
  /** Called when the window was moved or resized, once it has come to rest. */
  readonly onPlaced: (place: Settings['window']) => void;
}

/** Of the page, so that the window does not flash before it is drawn. */
const background = () => (nativeTheme.shouldUseDarkColors ? '#191b1e' : '#f6f5f2');

/** Makes the window, without a page yet; it shows itself when its page is drawn. */
export function createWindow({ preload, placed, onPlaced }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    ...(placed && isOnScreen(placed) && boundsOf(placed)),
    minWidth: 900,
    minHeight: 560,
    show: false,
    title: 'Emend',
    backgroundColor: background(),
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      // It would fetch its dictionaries from the network.
      spellcheck: false,
    },
  });
  if (placed?.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  // The main process names the window (see closing.ts), not the page.
  window.on('page-title-updated', (event) => event.preventDefault());
  const recolour = () => window.setBackgroundColor(background());
  nativeTheme.on('updated', recolour);
  window.on('closed', () => nativeTheme.off('updated', recolour));
  rememberPlace(window, onPlaced);
  return window;
}

/** Brings a window before the person. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

const boundsOf = ({ x, y, width, height }: Rectangle): Rectangle => ({ x, y, width, height });

/** Whether enough of the title bar is on a screen that is there now. */
function isOnScreen({ x, y, width }: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const visible = Math.min(x + width, workArea.x + workArea.width) - Math.max(x, workArea.x);
    return visible >= 100 && y >= workArea.y - 10 && y < workArea.y + workArea.height - 50;
  });
}

/** Time after which a window that is being dragged has come to rest, in milliseconds. */
const restAfter = 500;

function rememberPlace(window: BrowserWindow, onPlaced: WindowOptions['onPlaced']): void {
  let timer: NodeJS.Timeout | undefined;
  const tell = () => {
    clearTimeout(timer);
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return;
    onPlaced({ ...window.getNormalBounds(), maximized: window.isMaximized() });
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(tell, restAfter);
  };
  window.on('resize', later).on('move', later).on('maximize', later).on('unmaximize', later);
  window.on('close', tell);
}
