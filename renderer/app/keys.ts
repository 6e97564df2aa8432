const isMac = navigator.platform.startsWith('Mac');

const macNames: Readonly<Record<string, string>> = {
  CmdOrCtrl: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Enter: '↩',
  Backspace: '⌫',
  Up: '↑',
  Down: '↓',
};
const otherNames: Readonly<Record<string, string>> = {
  CmdOrCtrl: 'Ctrl',
  Backspace: '⌫',
  Enter: '↵',
  Up: '↑',
  Down: '↓',
};

/** Keys in Electron's accelerator syntax as they are written on this system's keyboards. */
export function keysLabel(accelerator: string): string {
  const names = isMac ? macNames : otherNames;
  return accelerator
    .split('+')
    .map((key) => names[key] ?? key)
    .join(isMac ? '' : ' ');
}
