import { useVirtualizer } from '@tanstack/react-virtual';
import { Check, CircleAlert, Clock, LoaderCircle } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { Button, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { BatchFile } from '../../shared/batch';
import { describeProblem } from '../../shared/i18n/catalogue';
import { opening } from '../app/documents';
import { useCatalogue, useStore } from '../app/store';
import { bridge } from '../bridge';
import { ask, isBusy, useBatch } from './batch';
import { HitReview } from './HitReview';

const filterNames: readonly Filter[] = ['all', 'failed', 'suggestions'];

const icons = { waiting: Clock, working: LoaderCircle, done: Check, failed: CircleAlert };

/** Which files are listed. */
const filters = {
  all: () => true,
  failed: ({ state }: BatchFile) => state === 'failed',
  suggestions: ({ suggestions }: BatchFile) => suggestions > 0,
};
type Filter = keyof typeof filters;

/** Every file of the batch with its state; of the one chosen, all that changed. */
export function FileTable() {
  const t = useCatalogue();
  const words = t.batch;
  const all = useBatch((store) => store.files);
  const busy = useBatch(isBusy);
  const isSetup = useBatch((store) => store.stage === 'setup');
  const hasResult = useBatch((store) => store.result !== null);
  const [filter, setFilter] = useState<Filter>('all');
  const [chosen, setChosen] = useState<string | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const shown: Filter = isSetup ? 'all' : filter;
  const files = useMemo(() => all.filter(filters[shown]), [all, shown]);
  const virtual = useVirtualizer({
    count: files.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 34,
    overscan: 15,
  });
  if (all.length === 0) return <p className="empty batch-empty">{words.empty}</p>;
  const at = files.findIndex(({ path }) => path === chosen);
  const next = files.find(({ state }, index) => index > at && state === 'done');
  const choose = (path: string) => {
    setChosen(path);
    virtual.scrollToIndex(files.findIndex((file) => file.path === path));
  };
  return (
    <>
      <div className="batch-heads">
        <span className="name">
          {isSetup ? (
            words.listed({ files: all.length })
          ) : (
            <ToggleButtonGroup
              className="segmented"
              aria-label={words.show}
              selectionMode="single"
              disallowEmptySelection
              selectedKeys={[shown]}
              onSelectionChange={(keys) => setFilter(filterNames.find((name) => keys.has(name)) ?? 'all')}
            >
              {filterNames.map((name) => (
                <ToggleButton key={name} id={name}>
                  {words.filters[name]} <span className="badge">{all.filter(filters[name]).length}</span>
                </ToggleButton>
              ))}
            </ToggleButtonGroup>
          )}
        </span>
        <span className="count">{words.changes}</span>
        <span className="count">{words.suggestions}</span>
        <Button className="button" isDisabled={busy} onPress={() => ask({ paths: [] })}>
          {words.clear}
        </Button>
      </div>
      {files.length === 0 && <p className="empty batch-empty">{words.noneOfThese}</p>}
      <div ref={scroller} className="batch-files" role="list" aria-label={words.files}>
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const file = files[index];
            return (
              file && (
                <div
                  key={file.path}
                  role="listitem"
                  className="virtual-row"
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <FileRow
                    file={file}
                    selected={file.path === chosen}
                    onChoose={() => hasResult && setChosen(file.path)}
                  />
                </div>
              )
            );
          })}
        </div>
      </div>
      {hasResult && chosen !== null && (
        <HitReview by="path" name={chosen} {...(next && { onNext: () => choose(next.path) })} />
      )}
    </>
  );
}

function FileRow({ file, selected, onChoose }: { file: BatchFile; selected: boolean; onChoose: () => void }) {
  const t = useCatalogue();
  const Icon = icons[file.state];
  const name = file.path.split(/[\\/]/);
  const open = () => {
    useStore.setState({ page: 'text' });
    void opening(() => bridge.call('openPaths', [file.path]));
  };
  const told = [...(file.problem ? [file.problem] : []), ...file.warnings].map((one) =>
    describeProblem('path' in one ? { ...one, path: name.at(-1) ?? one.path } : one, t),
  );
  return (
    <div className={`batch-file is-${file.state}${selected ? ' selected' : ''}`}>
      <Icon size={14} aria-label={t.batch.states[file.state]} />
      <Button className="problem-row" onPress={onChoose} aria-pressed={selected}>
        <span className="name" title={file.path}>
          {name.at(-1)} <small>{name.slice(0, -1).join('/')}</small>
        </span>
      </Button>
      {told.length > 0 && (
        <span className="told" title={told.join('\n')}>
          {told.join(' ')}
        </span>
      )}
      <span className="count">{file.state === 'done' ? file.changes : ''}</span>
      <span className="count">{file.state === 'done' ? file.suggestions : ''}</span>
      <Button className="button" onPress={open} isDisabled={file.state === 'failed'}>
        {t.batch.open}
      </Button>
    </div>
  );
}
