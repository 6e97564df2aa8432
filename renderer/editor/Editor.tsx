import { EditorView } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { catalogueOf } from '../../shared/i18n/catalogue';
import { setEditor } from '../app/actions';
import { activeDocument, updateDocument, useCatalogue, useStore } from '../app/store';
import { HeatStrip } from '../cues/HeatStrip';
import { useScriptConverter } from '../script/use-script-converter';
import { showScript, switchTo } from './extensions';

/** The text of the active file. One editor serves all files: what is open in it is the file's state. */
export function Editor() {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const activeId = useStore((store) => store.activeId);
  const state = useStore((store) => activeDocument(store)?.state);
  const name = useStore((store) => activeDocument(store)?.file.name ?? '');
  const display = useStore((store) => store.display);
  const language = useStore((store) => store.language);
  const convert = useScriptConverter(useStore((store) => store.script));
  const t = useCatalogue();

  useEffect(() => {
    if (!host.current) return;
    const editor = new EditorView({
      parent: host.current,
      dispatchTransactions(transactions, editorView) {
        editorView.update(transactions);
        const id = useStore.getState().activeId;
        if (id) updateDocument(id, (document) => ({ ...document, state: editorView.state }));
      },
    });
    view.current = editor;
    setEditor(editor);
    return () => {
      setEditor(null);
      editor.destroy();
      view.current = null;
    };
  }, []);

  // The store holds what the editor last said; another state there is another file, or a file read anew.
  useEffect(() => {
    const editor = view.current;
    if (!editor || !state || editor.state === state) return;
    editor.setState(state);
    editor.dispatch({
      effects: switchTo(catalogueOf(useStore.getState().language), useStore.getState().display, name),
    });
    editor.focus();
  }, [state, name]);

  useEffect(() => {
    if (activeId) view.current?.dispatch({ effects: switchTo(catalogueOf(language), display, name) });
  }, [display, language, activeId, name]);

  useEffect(() => {
    if (activeId) view.current?.dispatch({ effects: showScript(convert) });
  }, [convert, activeId]);

  return (
    <main className="editor-pane">
      {display === 'sideBySide' && (
        <div className="side-heads" aria-hidden>
          <span>{t.window.rawText}</span>
          <span>{t.window.cleanText}</span>
        </div>
      )}
      <div className="editor-body">
        <div className="editor-host" ref={host} />
        <HeatStrip />
      </div>
    </main>
  );
}
