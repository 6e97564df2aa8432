import { basename } from 'node:path';
import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { type Command, keysOf } from '../shared/commands';
import { type Catalogue, languages } from '../shared/i18n/catalogue';
import type { Settings } from '../shared/settings';

/** What the menus show and do. */
export interface MenuOptions {
  readonly catalogue: Catalogue;
  readonly settings: Settings;
  readonly run: (command: Command) => void;
  readonly open: (path: string) => void;
  readonly choose: (language: Settings['language']) => void;
}

/** What stands in the menus, where a person looks for what there is and its keys: every command is in one of them. */
const review = [
  'nextChange',
  'previousChange',
  '-',
  'keep',
  'revert',
  'keepRule',
  'revertRule',
  '-',
  'keepAll',
  'revertAll',
  '-',
  'addRule',
  'editRule',
  'dictionary',
] as const;
const subtitles = ['splitCue', 'joinCue', '-', 'makeSubtitles'] as const;
const view = [
  'viewClean',
  'viewInline',
  'viewSideBySide',
  '-',
  'sideChanges',
  'sideCues',
  '-',
  'palette',
  '-',
] as const;
const openings = ['open', 'openSample', 'batch'] as const;
const savings = ['-', 'save', 'export', '-', 'closeFile'] as const;
const undoing = ['undo', 'redo', '-'] as const;
const finding = ['-', 'find', 'replace'] as const;

type Placed =
  | (typeof review | typeof subtitles | typeof view | typeof openings)[number]
  | (typeof savings | typeof undoing | typeof finding)[number];
/** An entry that is no command. It cannot be written while a command stands in no menu: a person would never find that. */
type Item = Exclude<Command, Placed> extends never ? MenuItemConstructorOptions : never;
type Entry = Command | '-' | Item;

/** Puts the menus in place, in the language of the catalogue. */
export function showMenus(options: MenuOptions): void {
  const mac = process.platform === 'darwin';
  const { menus } = options.catalogue;
  const item = (entry: Entry): Item => {
    if (entry === '-') return { type: 'separator' };
    if (typeof entry !== 'string') return entry;
    const keys = keysOf(entry);
    const click = () => options.run(entry);
    return { label: options.catalogue.commands[entry], click, ...(keys && { accelerator: keys }) };
  };
  const menu = (label: string, entries: readonly Entry[]): Item => ({ label, submenu: entries.map(item) });
  const quit: Item = { role: 'quit', label: menus.quit, accelerator: 'CmdOrCtrl+Q' };
  const about: Item = { role: 'about', label: menus.about };

  const appMenu = menu(app.name, [
    about,
    '-',
    { role: 'hide', label: menus.hide },
    { role: 'hideOthers', label: menus.hideOthers },
    { role: 'unhide', label: menus.showAll },
    '-',
    quit,
  ]);
  const file = menu(menus.file, [
    ...openings,
    recentMenu(options),
    ...savings,
    ...(mac ? [] : (['-', quit] as const)),
  ]);
  const edit = menu(menus.edit, [
    ...undoing,
    { role: 'cut', label: menus.cut },
    { role: 'copy', label: menus.copy },
    { role: 'paste', label: menus.paste },
    { role: 'selectAll', label: menus.selectAll },
    ...finding,
  ]);
  const look = menu(menus.view, [...view, ...zoom(menus), '-', languageMenu(options), ...developer(menus)]);
  const window = menu(menus.window, [{ role: 'minimize', label: menus.minimize }]);
  const help = menu(menus.help, [about]);
  const bar = [file, edit, menu(menus.review, review), menu(menus.subtitles, subtitles), look, window];
  Menu.setApplicationMenu(Menu.buildFromTemplate(mac ? [appMenu, ...bar] : [...bar, help]));
}

function recentMenu({ catalogue: { menus }, settings, open }: MenuOptions): Item {
  const items = settings.recent.map(
    // An ampersand would make a shortcut of the letter that follows it.
    (path): Item => ({ label: basename(path).replaceAll('&', '&&'), toolTip: path, click: () => open(path) }),
  );
  const none: Item = { label: menus.noRecent, enabled: false };
  return { label: menus.openRecent, submenu: items.length > 0 ? items : [none] };
}

function languageMenu({ catalogue: { menus }, settings, choose }: MenuOptions): Item {
  const choice = (language: Settings['language'], label: string): Item => ({
    label,
    type: 'radio',
    checked: settings.language === language,
    click: () => choose(language),
  });
  const named = languages.map((language) => choice(language, menus.languageNames[language]));
  return { label: menus.language, submenu: [choice('system', menus.languageSystem), ...named] };
}

const zoom = (menus: Catalogue['menus']): Item[] => [
  { role: 'zoomIn', label: menus.zoomIn },
  // On most keyboards the plus sign needs Shift, which nobody presses for it.
  {
    role: 'zoomIn',
    label: menus.zoomIn,
    accelerator: 'CmdOrCtrl+=',
    visible: false,
    acceleratorWorksWhenHidden: true,
  },
  { role: 'zoomOut', label: menus.zoomOut },
  { role: 'resetZoom', label: menus.zoomReset },
  { role: 'togglefullscreen', label: menus.fullScreen },
];

const developer = (menus: Catalogue['menus']): Item[] =>
  app.isPackaged ? [] : [{ type: 'separator' }, { role: 'toggleDevTools', label: menus.developerTools }];
