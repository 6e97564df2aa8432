import { useVirtualizer } from '@tanstack/react-virtual';
import { Check, CircleAlert, Clock, LoaderCircle } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import type { BatchFile } from '../../shared/batch';
import { describeProblem } from '../../shared/i18n/catalogue';
import { opening } from '../app/documents';
import { useCatalogue, useStore } from '../app/store';
import { bridge } from '../bridge';
import { ask, useBatch } from './batch';
import { HitReview } from './HitReview';

const icons = { waiting: Clock, working: LoaderCircle, done: Check, failed: CircleAlert };

/** Every file of the batch with its state; of the one chosen, all that changed. */
export function FileTable() {
  const t = useCatalogue();
  const words = t.batch;
  const files = useBatch((store) => store.files);
  const hasResult = useBatch((store) => store.result !== null);
  const [chosen, setChosen] = useState<string | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: files.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 34,
    overscan: 15,
  });
  if (files.length === 0) return <p className="empty batch-empty">{words.empty}</p>;
  const next = files[files.findIndex(({ path }) => path === chosen) + 1];
  return (
    <>
      <div className="batch-heads">
        <span className="name">{words.file}</span>
        <span className="count">{words.changes}</span>
        <span className="count">{words.suggestions}</span>
        <Button className="button" onPress={() => void ask({ paths: [] })}>
          {words.clear}
        </Button>
      </div>
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
        <HitReview by="path" name={chosen} {...(next && { onNext: () => setChosen(next.path) })} />
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
    describeProblem(one, t),
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
