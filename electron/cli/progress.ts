import type { Context } from './terminal';

/** One line on a terminal that tells how far a batch is; nothing where nobody looks. */
export interface Progress {
  show(done: number): void;
  /** Takes the line away, for something else to be said or for good. */
  hide(): void;
}

/** How often the line changes, in milliseconds. */
const pace = 100;

export function createProgress(total: number, { streams: { stderr }, catalogue }: Context): Progress {
  const begun = performance.now();
  let shown = begun;
  let visible = false;
  return {
    show(done) {
      const now = performance.now();
      if (!stderr.isTTY || now - shown < pace) return;
      shown = now;
      visible = true;
      const perSecond = Math.round((done * 1000) / (now - begun));
      stderr.write(`\r\x1b[K${catalogue.cli.progress({ done, total, perSecond })}`);
    },
    hide() {
      if (visible) stderr.write('\r\x1b[K');
      visible = false;
    },
  };
}
