import { basename } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import { extensions, extensionsOf, type FormatId, timedExtensions } from '../shared/formats/names';
import type { Catalogue } from '../shared/i18n/catalogue';
import type { ForeignFormatId } from '../shared/rules/foreign/foreign';

/** What may happen to unsaved work. */
type Unsaved = 'save' | 'discard' | 'cancel';

/** The questions that the main process asks a person, each in a dialog of the system. */
export interface Dialogs {
  /** The files to open; none when cancelled. */
  filesToOpen(): Promise<readonly string[]>;
  /** Where to write a file; undefined when cancelled. */
  exportTarget(suggestion: string, format: FormatId): Promise<string | undefined>;
  /** A folder to read from or write to; undefined when cancelled. */
  folder(): Promise<string | undefined>;
  /** A file that says when the words of a talk were said; undefined when cancelled. */
  timedFile(): Promise<string | undefined>;
  /** Whether the file as the recogniser left it may be replaced. */
  overwriteSource(path: string): Promise<boolean>;
  unsaved(names: readonly string[]): Promise<Unsaved>;
  /** The list of rules to import; undefined when cancelled. */
  rulesToImport(): Promise<string | undefined>;
  /** Where to write rules in another program's format; undefined when cancelled. */
  rulesTarget(format: ForeignFormatId): Promise<string | undefined>;
}

/** Asks over `window`, in the language that `catalogue` gives at the time. */
export function dialogsOver(window: BrowserWindow, catalogue: () => Catalogue): Dialogs {
  return {
    async filesToOpen() {
      const { dialogs } = catalogue();
      const { filePaths, canceled } = await dialog.showOpenDialog(window, {
        title: dialogs.openTitle,
        properties: ['openFile', 'multiSelections'],
        filters: [
          { name: dialogs.transcripts, extensions: [...extensions] },
          { name: dialogs.allFiles, extensions: ['*'] },
        ],
      });
      return canceled ? [] : filePaths;
    },

    async exportTarget(suggestion, format) {
      const { dialogs, formats } = catalogue();
      const { filePath, canceled } = await dialog.showSaveDialog(window, {
        title: dialogs.exportTitle,
        defaultPath: suggestion,
        properties: ['showOverwriteConfirmation', 'createDirectory'],
        filters: [
          { name: formats[format], extensions: [...extensionsOf(format)] },
          { name: dialogs.allFiles, extensions: ['*'] },
        ],
      });
      return canceled || !filePath ? undefined : filePath;
    },

    async folder() {
      const { filePaths, canceled } = await dialog.showOpenDialog(window, {
        title: catalogue().dialogs.folderTitle,
        properties: ['openDirectory', 'createDirectory'],
      });
      return canceled ? undefined : filePaths[0];
    },

    async timedFile() {
      const { dialogs } = catalogue();
      const { filePaths, canceled } = await dialog.showOpenDialog(window, {
        title: dialogs.timedFileTitle,
        properties: ['openFile'],
        filters: [
          { name: dialogs.timedFiles, extensions: [...timedExtensions] },
          { name: dialogs.allFiles, extensions: ['*'] },
        ],
      });
      return canceled ? undefined : filePaths[0];
    },

    async overwriteSource(path) {
      const { dialogs } = catalogue();
      const { response } = await dialog.showMessageBox(window, {
        type: 'warning',
        message: dialogs.overwriteSourceTitle({ name: basename(path) }),
        detail: dialogs.overwriteSourceDetail,
        buttons: [dialogs.overwriteSource, dialogs.cancel],
        defaultId: 1,
        cancelId: 1,
        noLink: true,
      });
      return response === 0;
    },

    async unsaved(names) {
      const { dialogs } = catalogue();
      const { response } = await dialog.showMessageBox(window, {
        type: 'warning',
        message: dialogs.unsavedTitle({ names }),
        detail: dialogs.unsavedDetail,
        buttons: [dialogs.save, dialogs.discard, dialogs.cancel],
        defaultId: 0,
        cancelId: 2,
        noLink: true,
      });
      return (['save', 'discard'] as const)[response] ?? 'cancel';
    },

    async rulesToImport() {
      const { dialogs } = catalogue();
      const { foreignFormats } = await import('../shared/rules/foreign/formats');
      const lists = foreignFormats.flatMap((format) => format.extensions);
      const { filePaths, canceled } = await dialog.showOpenDialog(window, {
        title: dialogs.importRulesTitle,
        properties: ['openFile'],
        filters: [
          { name: dialogs.ruleLists, extensions: [...new Set(lists)] },
          { name: dialogs.allFiles, extensions: ['*'] },
        ],
      });
      return canceled ? undefined : filePaths[0];
    },

    async rulesTarget(format) {
      const { dialogs, foreign } = catalogue();
      const { foreignFormat } = await import('../shared/rules/foreign/formats');
      const { extensions: own } = foreignFormat(format);
      const { filePath, canceled } = await dialog.showSaveDialog(window, {
        title: dialogs.exportRulesTitle,
        defaultPath: `rules.${own[0]}`,
        properties: ['showOverwriteConfirmation', 'createDirectory'],
        filters: [
          { name: foreign.names[format], extensions: [...own] },
          { name: dialogs.allFiles, extensions: ['*'] },
        ],
      });
      return canceled || !filePath ? undefined : filePath;
    },
  };
}
