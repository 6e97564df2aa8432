import { useVirtualizer } from '@tanstack/react-virtual';
import { Check, Undo2 } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import type { BatchHit, BatchHits, HitQuery } from '../../shared/batch';
import type { Catalogue } from '../../shared/i18n/catalogue';
import type { RuleTotal } from '../../shared/receipt/record';
import { stepNames } from '../../shared/transcript/change';
import { useCatalogue } from '../app/store';
import { bridge } from '../bridge';
import { apply, decide, isReverted, useBatch } from './batch';

/** All changes of a rule in all files, or of all rules in one file, to keep or revert; then the files are written again. */
export function HitReview(props: { by: 'rule' | 'path'; name?: string; onNext?: () => void }) {
  const t = useCatalogue();
  const words = t.batch;
  const result = useBatch((store) => store.result);
  const decided = useBatch((store) => store.decisions.size);
  const applying = useBatch((store) => store.applying);
  const isDry = useBatch((store) => store.request.dryRun);
  const [row, setRow] = useState<RuleRow | null>(null);
  const rows = useMemo(() => ruleRows(result?.rules ?? [], t), [result, t]);
  const name = props.by === 'path' ? (props.name ?? null) : (row?.name ?? null);
  const found = useHits(props.by === 'path' ? 'path' : (row?.by ?? 'rule'), name);
  const applyNext = async () => {
    const { decisions } = useBatch.getState();
    if (props.name !== undefined && decisions.has(props.name)) await apply([props.name]);
    props.onNext?.();
  };
  return (
    <section className={`batch-review by-${props.by}`} aria-label={words.hits}>
      {props.by === 'rule' && (
        <ul className="batch-rules">
          {rows.map((one) => (
            <li key={one.name}>
              <Button
                className={`row${one.name === name ? ' chosen' : ''}`}
                aria-pressed={one.name === name}
                onPress={() => setRow(one)}
              >
                <span className="name plain" title={one.label}>
                  {one.label}
                </span>
                <small>{words.inFiles({ files: one.files })}</small>
                <span className="badge">{one.count}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="batch-hits">
        {name === null || !found ? (
          <p className="empty">{name === null ? words.pickRule : words.looking}</p>
        ) : (
          <>
            <div className="batch-hits-bar">
              {isDry ? (
                <span className="muted">{words.decideAfterRun}</span>
              ) : (
                <>
                  <Button className="button" onPress={() => decide(found.hits, 'keep')}>
                    {words.keepAll}
                  </Button>
                  <Button className="button" onPress={() => decide(found.hits, 'revert')}>
                    {words.revertAll}
                  </Button>
                </>
              )}
              {found.hits.length < found.total && (
                <span className="muted">
                  {words.firstHits({ shown: found.hits.length, total: found.total })}
                </span>
              )}
              <span className="grow" />
              {props.onNext && (
                <Button className="button" isDisabled={applying} onPress={() => void applyNext()}>
                  {isDry ? words.next : words.applyNext}
                </Button>
              )}
              {!isDry && (
                <Button
                  className="button primary"
                  isDisabled={decided === 0 || applying}
                  onPress={() => void apply([...useBatch.getState().decisions.keys()])}
                >
                  {words.apply({ files: decided })}
                </Button>
              )}
            </div>
            <HitList hits={found.hits} showsFile={props.by === 'rule'} />
          </>
        )}
      </div>
    </section>
  );
}

/** The changes of a rule or a file; null until they are there. */
function useHits(by: HitQuery['by'], name: string | null): BatchHits | null {
  const [found, setFound] = useState<{ name: string; hits: BatchHits } | null>(null);
  const result = useBatch((store) => store.result);
  const applied = useBatch((store) => store.applied);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another run has other changes, and so have files that were written again
  useEffect(() => {
    let wanted = true;
    if (name !== null)
      void bridge.call('batchHits', { by, name }).then((hits) => wanted && setFound({ name, hits }));
    return () => {
      wanted = false;
    };
  }, [by, name, result, applied]);
  return found && found.name === name ? found.hits : null;
}

function HitList({ hits, showsFile }: { hits: readonly BatchHit[]; showsFile: boolean }) {
  const t = useCatalogue();
  const store = useBatch();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: hits.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 36,
    overscan: 12,
  });
  return (
    <div ref={scroller} className="batch-hit-list" role="list" aria-label={t.batch.hits}>
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const hit = hits[index];
          return (
            hit && (
              <div
                key={key}
                role="listitem"
                className="virtual-row"
                style={{ transform: `translateY(${start}px)` }}
              >
                <HitRow
                  hit={hit}
                  isRejected={isReverted(store, hit)}
                  isFixed={store.request.dryRun}
                  showsFile={showsFile}
                  t={t}
                />
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}

function HitRow(props: {
  hit: BatchHit;
  isRejected: boolean;
  isFixed: boolean;
  showsFile: boolean;
  t: Catalogue;
}) {
  const { hit, isRejected, isFixed, showsFile, t } = props;
  const { left, before, after, right, confidence, line } = hit.change;
  const shown = (text: string) => text.replaceAll('\n', '⏎');
  const what = isRejected ? t.batch.keep : t.batch.revert;
  return (
    <div className={`batch-hit${isRejected ? ' rejected' : ''}`}>
      {showsFile && (
        <span className="place" title={hit.path}>
          {hit.path.split(/[\\/]/).at(-1)}
        </span>
      )}
      <span className="line">{line}</span>
      <span className="words">
        <span className="left">{left}</span>
        <span className="rest">
          {before && <del className={isRejected ? '' : 'em-del'}>{shown(before)}</del>}
          {after && <ins className={isRejected ? 'em-reverted' : 'em-ins'}>{shown(after)}</ins>}
          {right}
        </span>
      </span>
      {confidence === 'suggest' ? (
        <span className="badge suggest">{t.batch.suggestion}</span>
      ) : (
        !isFixed && (
          <Button
            className="icon-button"
            aria-label={`${what}: ${shown(before)} → ${shown(after)}`}
            onPress={() => decide([hit], isRejected ? 'keep' : 'revert')}
          >
            {isRejected ? <Check size={14} aria-hidden /> : <Undo2 size={14} aria-hidden />}
          </Button>
        )
      )}
    </div>
  );
}

/** What changes are listed by: a rule of a dictionary, or a whole step. */
interface RuleRow {
  readonly by: 'rule' | 'step';
  readonly name: string;
  readonly label: string;
  readonly count: number;
  /** In how many files at least. */
  readonly files: number;
}

/** The rules of dictionaries one by one, those of the other steps together; those that did most first. */
function ruleRows(rules: readonly RuleTotal[], t: Catalogue): RuleRow[] {
  const rows = new Map<string, RuleRow>();
  for (const { rule, changes, suggestions, files } of rules) {
    const step = stepNames.find((name) => rule.startsWith(`${name}:`));
    const name = step ?? rule;
    const known = rows.get(name);
    rows.set(name, {
      by: step ? 'step' : 'rule',
      name,
      label: step ? t.steps[step] : rule.slice(rule.indexOf('#') + 1),
      count: (known?.count ?? 0) + changes + suggestions,
      files: Math.max(known?.files ?? 0, files),
    });
  }
  return [...rows.values()].sort((a, b) => b.count - a.count);
}
