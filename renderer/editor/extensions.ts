import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, type Extension, type StateEffect } from '@codemirror/state';
import { drawSelection, EditorView, keymap, tooltips } from '@codemirror/view';
import { keysOf } from '../../shared/commands';
import type { Catalogue } from '../../shared/i18n/catalogue';
import type { ScriptConverter } from '../../shared/steps/script';
import { decideAbout, runCommand } from '../app/actions';
import { keysLabel } from '../app/keys';
import { describeItem } from '../changes/describe';
import { cardContent, changeCard } from './change-card';
import { type ChangeDisplay, changeDisplay, changeTitle, inlineChanges } from './inline-changes';
import { scriptView, shownScript } from './script-view';
import { sideBySide } from './side-by-side';

const language = new Compartment();
const display = new Compartment();
const script = new Compartment();

/** The effect that shows a state in another script, or as it is. */
export const showScript = (convert: ScriptConverter | undefined): StateEffect<unknown> =>
  script.reconfigure(convert ? shownScript.of(convert) : []);

/** What every file's editor has in common; language and display can be switched later (see {@link switchTo}). */
export function editorExtensions(catalogue: Catalogue, shown: ChangeDisplay, name: string): Extension {
  return [
    history({ minDepth: 1000 }),
    drawSelection(),
    EditorView.lineWrapping,
    EditorState.allowMultipleSelections.of(true),
    search({ top: true }),
    // The page answers the keys of commands (app/keys.ts) before the editor sees them; Alt with arrows is for review.
    keymap.of([
      ...searchKeymap,
      ...historyKeymap,
      ...defaultKeymap.filter(({ key }) => !key?.startsWith('Alt-')),
    ]),
    tooltips({ position: 'fixed' }),
    inlineChanges,
    scriptView,
    script.of([]),
    sideBySide,
    changeCard,
    display.of(displayExtension(shown)),
    language.of(languageExtension(catalogue, name)),
  ];
}

/** The effects that show a state in another language, or with another amount of changes. */
export const switchTo = (
  catalogue: Catalogue,
  shown: ChangeDisplay,
  name: string,
): StateEffect<unknown>[] => [
  display.reconfigure(displayExtension(shown)),
  language.reconfigure(languageExtension(catalogue, name)),
];

const displayExtension = (shown: ChangeDisplay): Extension => [
  changeDisplay.of(shown),
  EditorView.editorAttributes.of({ class: `em-display-${shown}` }),
];

const languageExtension = (catalogue: Catalogue, name: string): Extension => [
  EditorState.phrases.of(catalogue.window.search),
  EditorView.contentAttributes.of({ 'aria-label': catalogue.window.textName({ name }), spellcheck: 'false' }),
  changeTitle.of((item) => {
    const { title, detail } = describeItem(item, catalogue);
    return `${title}\n${detail}`;
  }),
  cardContent.of((item, state) => {
    const { title, detail, hits } = describeItem(item, catalogue, state);
    const keep = item.change.confidence === 'suggest' ? catalogue.window.accept : catalogue.window.keepShort;
    const revert =
      item.change.confidence === 'suggest' ? catalogue.window.dismiss : catalogue.window.revertShort;
    const action = (label: string, command: Parameters<typeof runCommand>[0]) => ({
      label,
      keys: keysLabel(keysOf(command) ?? ''),
      run: () => runCommand(command),
    });
    const all =
      hits > 1
        ? [
            { label: catalogue.window.keepAllOfRule, keys: '', run: () => decideAbout('rule', 'keep') },
            { label: catalogue.window.revertAllOfRule, keys: '', run: () => decideAbout('rule', 'revert') },
          ]
        : [];
    // Only a dictionary's rule can be told of an exception.
    const byRule = item.change.step === 'dictionary';
    const exception = { ...action(catalogue.window.dictionary.exception, 'editRule'), keys: '' };
    return {
      title,
      detail,
      actions: [action(keep, 'keep'), action(revert, 'revert'), ...all, ...(byRule ? [exception] : [])],
    };
  }),
];
