import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { Button, ProgressBar, ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { isTemplate } from '../../shared/templates';
import { useCatalogue, useStore } from '../app/store';
import { bridge } from '../bridge';
import { control, run, useBatch } from './batch';
import { FileTable } from './FileTable';
import { HitReview } from './HitReview';
import { Setup } from './Setup';

/** Many files at once: what to do, how it goes, and what came of it. */
export function BatchPage() {
  const t = useCatalogue().batch;
  const [view, setView] = useState<'files' | 'rules'>('files');
  const stage = useBatch((store) => store.stage);
  const hasResult = useBatch((store) => store.result !== null);
  return (
    <main className="batch" aria-label={t.title}>
      <div className="dictionary-bar">
        <Button className="button" onPress={() => useStore.setState({ page: 'text' })}>
          <ArrowLeft size={15} aria-hidden />
          {t.back}
        </Button>
        {hasResult && (
          <ToggleButtonGroup
            className="segmented"
            aria-label={t.view}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[view]}
            onSelectionChange={(keys) => setView(keys.has('rules') ? 'rules' : 'files')}
          >
            <ToggleButton id="files">{t.files}</ToggleButton>
            <ToggleButton id="rules">{t.rules}</ToggleButton>
          </ToggleButtonGroup>
        )}
        <Progress />
        <span className="grow" />
        {stage === 'running' || stage === 'paused' ? <Controls /> : <Starters />}
      </div>
      <div className="batch-body">
        <Setup />
        <div className="batch-main">
          <Outcome />
          {view === 'rules' && hasResult ? <HitReview by="rule" /> : <FileTable />}
        </div>
      </div>
    </main>
  );
}

function Starters() {
  const t = useCatalogue().batch;
  const { out, template } = useBatch((store) => store.request);
  const hasFiles = useBatch((store) => store.files.length > 0);
  const ready = hasFiles && isTemplate(template);
  return (
    <>
      <Button className="button" isDisabled={!ready} onPress={() => void run(true)}>
        {t.dryRun}
      </Button>
      <Button className="button primary" isDisabled={!ready || out === ''} onPress={() => void run(false)}>
        {t.run}
      </Button>
    </>
  );
}

function Controls() {
  const t = useCatalogue().batch;
  const isPaused = useBatch((store) => store.stage === 'paused');
  return (
    <>
      <Button className="button" onPress={() => control(isPaused ? 'resume' : 'pause')}>
        {isPaused ? t.resume : t.pause}
      </Button>
      <Button className="button" onPress={() => control('cancel')}>
        {t.cancel}
      </Button>
    </>
  );
}

/** How far the batch is, by the size of the files, and when it may end. */
function Progress() {
  const t = useCatalogue().batch;
  const { files, stage, begun } = useBatch();
  if (stage === 'setup' || files.length === 0) return null;
  const finished = files.filter(({ state }) => state === 'done' || state === 'failed');
  const sizeOf = (some: typeof files) => some.reduce((sum, { size }) => sum + size + 1, 0);
  const share = sizeOf(finished) / sizeOf(files);
  const seconds = Math.round(((Date.now() - begun) / 1000) * (1 / Math.max(share, 0.01) - 1));
  return (
    <ProgressBar
      className="progress"
      aria-label={t.progressLabel}
      value={100 * share}
      valueLabel={t.progress({ done: finished.length, total: files.length })}
    >
      {({ valueText }) => (
        <>
          {valueText}
          <span className="meter">
            <i style={{ width: `${100 * share}%` }} />
          </span>
          {stage === 'paused' && t.paused}
          {stage === 'running' && share > 0.02 && share < 1 && t.left({ seconds: Math.max(1, seconds) })}
        </>
      )}
    </ProgressBar>
  );
}

/** What the batch came to, and the way to what it wrote. */
function Outcome() {
  const t = useCatalogue().batch;
  const { result, files, request, stage } = useBatch();
  if (!result || stage !== 'done') return null;
  const sum = (of: 'changes' | 'suggestions') => files.reduce((total, file) => total + file[of], 0);
  const done = files.filter(({ state }) => state === 'done').length;
  const failed = files.filter(({ state }) => state === 'failed').length;
  return (
    <div className="batch-outcome" role="status">
      <span>
        {t.finished({ files: done, changes: sum('changes'), suggestions: sum('suggestions'), failed })}{' '}
        {request.dryRun && t.finishedDry} {result.cancelled && t.cancelled}
      </span>
      <span className="grow" />
      {result.receipts.map((path) => (
        <Button key={path} className="button" onPress={() => void bridge.call('showWritten', path)}>
          {t.showReceipt} (.{path.split('.').at(-1)})
        </Button>
      ))}
      {!request.dryRun && (
        <Button className="button" onPress={() => void bridge.call('showWritten', request.out)}>
          {t.showFolder}
        </Button>
      )}
    </div>
  );
}
