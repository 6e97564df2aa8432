import type { Bridge } from '../shared/contract';

declare global {
  interface Window {
    readonly emend: Bridge;
  }
}

/** What the preload script put there: the only way out of the window. */
export const bridge: Bridge = window.emend;
