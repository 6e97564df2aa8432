/**
 * What a person can tell the window to do, with the keys for it (Electron's accelerator syntax). Menus, buttons, the
 * command palette and the keyboard all read this one list; the names come from the catalogue.
 */
const commands = {
  open: { keys: 'CmdOrCtrl+O' },
  openSample: {},
  save: { keys: 'CmdOrCtrl+S' },
  export: { keys: 'CmdOrCtrl+Shift+S' },
  closeFile: { keys: 'CmdOrCtrl+W' },
  undo: { keys: 'CmdOrCtrl+Z' },
  redo: { keys: 'CmdOrCtrl+Shift+Z' },
  find: { keys: 'CmdOrCtrl+F' },
  replace: { keys: 'CmdOrCtrl+H' },
  nextChange: { keys: 'Alt+Down' },
  previousChange: { keys: 'Alt+Up' },
  keep: { keys: 'Alt+Enter' },
  revert: { keys: 'Alt+Backspace' },
  keepRule: { keys: 'Alt+Shift+Enter' },
  revertRule: { keys: 'Alt+Shift+Backspace' },
  keepAll: {},
  revertAll: {},
  viewClean: { keys: 'CmdOrCtrl+1' },
  viewInline: { keys: 'CmdOrCtrl+2' },
  viewSideBySide: { keys: 'CmdOrCtrl+3' },
  sideChanges: { keys: 'CmdOrCtrl+4' },
  sideCues: { keys: 'CmdOrCtrl+5' },
  splitCue: {},
  joinCue: {},
  makeSubtitles: { keys: 'CmdOrCtrl+Shift+M' },
  addRule: { keys: 'CmdOrCtrl+D' },
  editRule: { keys: 'CmdOrCtrl+E' },
  dictionary: { keys: 'CmdOrCtrl+Shift+D' },
  batch: { keys: 'CmdOrCtrl+B' },
  palette: { keys: 'CmdOrCtrl+K' },
} as const satisfies Readonly<Record<string, { readonly keys?: string }>>;

export type Command = keyof typeof commands;
export const commandNames = Object.keys(commands) as readonly Command[];

export const keysOf = (command: Command): string | undefined =>
  (commands[command] as { readonly keys?: string }).keys;
