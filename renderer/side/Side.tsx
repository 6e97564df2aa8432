import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useCatalogue, useStore } from '../app/store';
import { ChangesPanel } from '../changes/ChangesPanel';
import { CuesPanel } from '../cues/CuesPanel';

/** What stands beside the text: its changes, or its subtitles. */
export function Side() {
  const t = useCatalogue();
  const side = useStore((store) => store.side);
  return (
    <aside className="side-pane" aria-label={t.window.side}>
      <Tabs
        className="tabs"
        selectedKey={side}
        onSelectionChange={(key) => useStore.setState({ side: key === 'cues' ? 'cues' : 'changes' })}
      >
        <TabList className="tab-list" aria-label={t.window.side}>
          <Tab className="tab" id="changes">
            {t.window.changes}
          </Tab>
          <Tab className="tab" id="cues">
            {t.window.cues.tab}
          </Tab>
        </TabList>
        <TabPanel className="tab-panel" id="changes">
          <ChangesPanel />
        </TabPanel>
        <TabPanel className="tab-panel" id="cues">
          <CuesPanel />
        </TabPanel>
      </Tabs>
    </aside>
  );
}
