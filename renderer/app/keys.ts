import { type Command, commandNames, keysOf } from '../../shared/commands';

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

/**
 * The command that a key press stands for. The page answers keys before the menu does, so that they work alike
 * wherever the focus is; what it answers, the menu leaves alone.
 */
export function commandOf(event: KeyboardEvent): Command | undefined {
  return commandNames.find((name) => {
    const keys = keysOf(name)?.split('+');
    if (!keys) return false;
    const has = (key: string) => keys.includes(key);
    const main =
      event.altKey || event.key.length > 1 ? event.code.replace(/^(Arrow|Key|Digit|Numpad)/, '') : event.key;
    return (
      keys.at(-1)?.toUpperCase() === main.toUpperCase() &&
      has('Alt') === event.altKey &&
      has('Shift') === event.shiftKey &&
      has('CmdOrCtrl') === (isMac ? event.metaKey : event.ctrlKey) &&
      !(isMac ? event.ctrlKey : event.metaKey)
    );
  });
}
