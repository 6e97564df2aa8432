import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Catalogue } from '../../shared/i18n/catalogue';
import { groupItems, groupKey } from '../../shared/review/groups';
import type { Decision, ReviewItem } from '../../shared/review/review';
import { stepNames } from '../../shared/transcript/change';
import { decideItems, showItem } from '../app/actions';
import { activeDocument, useCatalogue, useStore } from '../app/store';
import { focusedItem, reviewItems } from '../editor/review-state';
import { GroupRow, HitRow } from './ChangeRows';
import { type Filter, filterItems, type Row, rowsOf } from './rows';

const none: readonly ReviewItem[] = [];

/** Everything that was changed, by rule: counts, places, and decisions for one or all of a rule. */
export function ChangesPanel() {
  const t = useCatalogue();
  const state = useDeferredValue(useStore((store) => activeDocument(store)?.state));
  const items = state?.field(reviewItems) ?? none;
  const focused = state?.field(focusedItem) ?? null;
  const [filter, setFilter] = useState<Filter>('open');
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set());
  const [cursor, setCursor] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);

  const groups = useMemo(() => groupItems(filterItems(items, filter)), [items, filter]);
  const rows = useMemo(() => rowsOf(groups, expanded), [groups, expanded]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'group' ? 42 : 32),
    getItemKey: (index) => rowKey(rows[index]) ?? index,
    overscan: 12,
  });

  // The group of the change in focus opens by itself, and its row comes into view.
  useEffect(() => {
    const item = items.find(({ id }) => id === focused);
    if (item) setExpanded((open) => (open.has(groupKey(item)) ? open : new Set([...open, groupKey(item)])));
  }, [focused, items]);
  const focusedRow = rows.findIndex((row) => row.kind === 'hit' && row.item.id === focused);
  useEffect(() => {
    if (focusedRow >= 0) {
      setCursor(focusedRow);
      virtual.scrollToIndex(focusedRow, { align: 'auto' });
    }
  }, [focusedRow, virtual]);

  const decide = (row: Row, how: Decision) => {
    const key = row.kind === 'group' ? row.group.key : '';
    decideItems(
      row.kind === 'hit' ? (item) => item.id === row.item.id : (item) => groupKey(item) === key,
      how,
    );
  };
  const toggle = (key: string) =>
    setExpanded((open) =>
      open.has(key) ? new Set([...open].filter((other) => other !== key)) : new Set([...open, key]),
    );

  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[cursor];
    const moves: Record<string, number> = {
      ArrowDown: cursor + 1,
      j: cursor + 1,
      ArrowUp: cursor - 1,
      k: cursor - 1,
      Home: 0,
      End: rows.length - 1,
    };
    const target = moves[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey || !row) return;
    if (target !== undefined) {
      const next = Math.max(0, Math.min(rows.length - 1, target));
      setCursor(next);
      virtual.scrollToIndex(next, { align: 'auto' });
    } else if (event.key === 'a') decide(row, 'keep');
    else if (event.key === 'r') decide(row, 'revert');
    else if (row.kind === 'hit' && (event.key === 'Enter' || event.key === ' ')) showItem(row.item);
    else if (row.kind === 'group' && ['Enter', ' ', 'ArrowRight', 'ArrowLeft'].includes(event.key))
      toggle(row.group.key);
    else return;
    event.preventDefault();
  };

  return (
    <section className="changes" aria-label={t.window.changes}>
      <Filters items={items} filter={filter} onChange={setFilter} t={t} />
      <div
        ref={scroller}
        className="change-list"
        role="tree"
        aria-label={t.window.changes}
        tabIndex={0}
        aria-activedescendant={rows[cursor] ? `change-row-${cursor}` : undefined}
        onKeyDown={onKeyDown}
      >
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(({ index, start, key }) => {
            const row = rows[index];
            if (!row || !state) return null;
            const shared = {
              id: `change-row-${index}`,
              selected: index === cursor,
              onDecide: (how: Decision) => decide(row, how),
              t,
            };
            return (
              <div
                key={key}
                className="virtual-row"
                ref={virtual.measureElement}
                data-index={index}
                style={{ transform: `translateY(${start}px)` }}
              >
                {row.kind === 'group' ? (
                  <GroupRow
                    {...shared}
                    group={row.group}
                    expanded={row.expanded}
                    onToggle={() => {
                      setCursor(index);
                      toggle(row.group.key);
                    }}
                  />
                ) : (
                  <HitRow
                    {...shared}
                    item={row.item}
                    doc={state.doc}
                    focused={row.item.id === focused}
                    onShow={() => {
                      setCursor(index);
                      showItem(row.item);
                    }}
                  />
                )}
              </div>
            );
          })}
        </div>
        {rows.length === 0 && (
          <p className="empty">{items.length === 0 ? t.window.noChanges : t.window.noneLeft}</p>
        )}
      </div>
    </section>
  );
}

const rowKey = (row: Row | undefined) => (row?.kind === 'group' ? row.group.key : row?.item.id);

/** The filters that let something through, as chips. */
function Filters({
  items,
  filter,
  onChange,
  t,
}: {
  items: readonly ReviewItem[];
  filter: Filter;
  onChange: (filter: Filter) => void;
  t: Catalogue;
}) {
  const left = items.filter((item) => !item.decided).length;
  const suggested = items.filter((item) => item.change.confidence === 'suggest').length;
  const chips: { id: Filter; label: string }[] = [
    { id: 'open', label: t.window.openChanges({ left }) },
    { id: 'all', label: t.window.allChanges },
    ...stepNames.flatMap((step) => {
      const count = items.filter((item) => item.change.step === step).length;
      return count > 0 ? [{ id: step, label: t.window.stepChip({ step: t.steps[step], count }) }] : [];
    }),
    ...(suggested > 0
      ? [{ id: 'suggested' as const, label: t.window.suggestions({ count: suggested }) }]
      : []),
  ];
  return (
    <ToggleButtonGroup
      className="chips"
      aria-label={t.window.changes}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[filter]}
      onSelectionChange={(keys) => {
        const chosen = chips.find(({ id }) => keys.has(id));
        if (chosen) onChange(chosen.id);
      }}
    >
      {chips.map(({ id, label }) => (
        <ToggleButton key={id} id={id} className="chip">
          {label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
