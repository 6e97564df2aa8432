import { app } from 'electron';
import { type Catalogue, catalogueOf, type Language, languageOf } from '../shared/i18n/catalogue';
import type { Settings } from '../shared/settings';

/** The language in force: the one that was chosen, else that of `--lang`, else the system's. */
export function languageInForce({ language }: Settings): Language {
  if (language !== 'system') return language;
  const named = app.commandLine.getSwitchValue('lang');
  // The app's own locale knows only the languages that Chromium was packaged with.
  return languageOf(named || app.getPreferredSystemLanguages()[0] || app.getLocale());
}

/** What Emend says, in the language in force. */
export const catalogueInForce = (settings: Settings): Catalogue => catalogueOf(languageInForce(settings));
