import { I18nProvider } from 'react-aria-components';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { BatchPage } from '../batch/BatchPage';
import { MakeSubtitles } from '../cues/MakeSubtitles';
import { DictionaryPage } from '../dictionary/DictionaryPage';
import { RuleForm } from '../dictionary/RuleForm';
import { Editor } from '../editor/Editor';
import { Sidebar } from '../files/Sidebar';
import { Palette } from '../palette/Palette';
import { Side } from '../side/Side';
import { StartPage } from '../start/StartPage';
import { StatusBar } from '../status/StatusBar';
import { Notices } from './Notices';
import { activeDocument, useStore } from './store';
import { Toolbar } from './Toolbar';

export function App() {
  const language = useStore((store) => store.language);
  const ready = useStore((store) => store.welcome !== null);
  if (!ready) return null;
  return (
    <I18nProvider locale={language === 'zh' ? 'zh-CN' : 'en'}>
      <div className="app">
        <Toolbar />
        <Notices />
        <Center />
        <StatusBar />
        <Palette />
        <RuleForm />
        <MakeSubtitles />
      </div>
    </I18nProvider>
  );
}

/** What the window is about right now. */
function Center() {
  const page = useStore((store) => store.page);
  const hasDocument = useStore((store) => activeDocument(store) !== undefined);
  if (page === 'dictionary') return <DictionaryPage />;
  if (page === 'batch') return <BatchPage />;
  return hasDocument ? <Workspace /> : <StartPage />;
}

/** Files, text and changes side by side; the panes keep the sizes that the person gave them. */
function Workspace() {
  return (
    <Group orientation="horizontal" className="workspace">
      <Panel
        id="files"
        className="pane side"
        defaultSize={216}
        minSize={150}
        maxSize={420}
        collapsible
        groupResizeBehavior="preserve-pixel-size"
      >
        <Sidebar />
      </Panel>
      <Separator className="separator" />
      <Panel id="text" className="pane" minSize={360}>
        <Editor />
      </Panel>
      <Separator className="separator" />
      <Panel
        id="changes"
        className="pane side"
        defaultSize={336}
        minSize={240}
        maxSize={560}
        collapsible
        groupResizeBehavior="preserve-pixel-size"
      >
        <Side />
      </Panel>
    </Group>
  );
}
