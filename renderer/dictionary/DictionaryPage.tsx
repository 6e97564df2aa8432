import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowLeft, Plus, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { Button, Checkbox, Input, SearchField } from 'react-aria-components';
import { type Catalogue, describeProblem } from '../../shared/i18n/catalogue';
import type { ListedRule } from '../../shared/rules/editing';
import { notify, useCatalogue, useStore } from '../app/store';
import { bridge } from '../bridge';
import { ExchangeMenus } from './ExchangeMenus';
import { editRule, startNewRule } from './rule-form';
import { type Column, cellText, columns, findRules, isConditional, type Sorting } from './rule-list';

const rowHeight = 34;

/** All rules of all dictionaries: search, sort, switch on and off, edit, remove, bring in and take out. */
export function DictionaryPage() {
  const t = useCatalogue();
  const words = t.window.dictionary;
  const rules = useRules();
  const [query, setQuery] = useState('');
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const sought = useDeferredValue(query);
  const found = useMemo(() => findRules(rules, sought, sorting), [rules, sought, sorting]);
  return (
    <main className="dictionary" aria-label={words.title}>
      <div className="dictionary-bar">
        <Button className="button" onPress={() => useStore.setState({ page: 'text' })}>
          <ArrowLeft size={15} aria-hidden />
          {words.back}
        </Button>
        <SearchField aria-label={words.search} value={query} onChange={setQuery} autoFocus className="search">
          <Input placeholder={words.search} />
        </SearchField>
        <span className="muted">{words.shownOf({ shown: found.length, total: rules.length })}</span>
        <span className="grow" />
        <ExchangeMenus found={found} />
        <Button className="button primary" onPress={() => startNewRule('')}>
          <Plus size={15} aria-hidden />
          {words.newRule}
        </Button>
      </div>
      <RuleTable found={found} sorting={sorting} onSort={setSorting} />
    </main>
  );
}

/** The rules as the main process lists them; asked for again when the dictionaries change. */
function useRules(): readonly ListedRule[] {
  const [rules, setRules] = useState<readonly ListedRule[]>([]);
  const dictionaries = useStore((store) => store.welcome?.dictionaries);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other dictionaries mean other rules
  useEffect(() => {
    let current = true;
    void bridge.call('listRules').then((listed) => current && setRules(listed));
    return () => {
      current = false;
    };
  }, [dictionaries]);
  return rules;
}

function RuleTable(props: {
  found: readonly ListedRule[];
  sorting: Sorting | null;
  onSort: (sorting: Sorting) => void;
}) {
  const { found, sorting, onSort } = props;
  const t = useCatalogue();
  const words = t.window.dictionary;
  const [cursor, setCursor] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: found.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 15,
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const rule = found[cursor];
    const page = 15;
    const moves: Record<string, number> = {
      ArrowDown: cursor + 1,
      ArrowUp: cursor - 1,
      PageDown: cursor + page,
      PageUp: cursor - page,
      Home: 0,
      End: found.length - 1,
    };
    const target = moves[event.key];
    // The buttons inside have keys of their own.
    if (event.target !== event.currentTarget) return;
    if (!rule || event.altKey || event.ctrlKey || event.metaKey) return;
    if (target !== undefined) {
      const next = Math.max(0, Math.min(found.length - 1, target));
      setCursor(next);
      virtual.scrollToIndex(next, { align: 'auto' });
    } else if (event.key === 'Enter') editRule(rule);
    else if (event.key === ' ') void switchRule(rule, t);
    else if (event.key === 'Delete') void removeRule(rule, t);
    else return;
    event.preventDefault();
  };
  const sortBy = (column: Column) =>
    onSort({ column, descending: sorting?.column === column && !sorting.descending });
  return (
    <div
      className="rule-table"
      role="grid"
      aria-label={words.title}
      aria-rowcount={found.length + 1}
      tabIndex={0}
      aria-activedescendant={found[cursor] ? `rule-${cursor}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div role="row" className="rule-row head" tabIndex={-1}>
        <span role="columnheader" tabIndex={-1}>
          {words.on}
        </span>
        {columns.map((column) => (
          <span
            key={column}
            role="columnheader"
            tabIndex={-1}
            aria-sort={
              sorting?.column === column ? (sorting.descending ? 'descending' : 'ascending') : 'none'
            }
          >
            <button type="button" onClick={() => sortBy(column)}>
              {words[column]}
              {sorting?.column === column && (sorting.descending ? ' ↓' : ' ↑')}
            </button>
          </span>
        ))}
        <span role="columnheader" tabIndex={-1} aria-label={words.remove} />
      </div>
      <div ref={scroller} className="rule-scroll" role="rowgroup">
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const rule = found[index];
            return (
              rule && (
                <RuleRow
                  key={index}
                  rule={rule}
                  index={index}
                  top={start}
                  selected={index === cursor}
                  onSelect={() => setCursor(index)}
                  t={t}
                />
              )
            );
          })}
        </div>
        {found.length === 0 && <p className="empty">{words.none}</p>}
      </div>
    </div>
  );
}

function RuleRow(props: {
  rule: ListedRule;
  index: number;
  top: number;
  selected: boolean;
  onSelect: () => void;
  t: Catalogue;
}) {
  const { rule, index, top, selected, onSelect, t } = props;
  const words = t.window.dictionary;
  const { draft, layer, file, line, overridden } = rule;
  const isOn = (draft.enabled ?? true) && !overridden;
  const kind = [
    draft.confidence === 'suggest' ? words.suggest : words.auto,
    isConditional(rule) ? words.conditional : '',
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list answers the keys for the row in focus
    <div
      id={`rule-${index}`}
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={selected}
      className="rule-row"
      data-selected={selected || undefined}
      data-off={!isOn || undefined}
      style={{ transform: `translateY(${top}px)` }}
      onClick={onSelect}
      onDoubleClick={() => editRule(rule)}
    >
      <span role="gridcell" tabIndex={-1}>
        <Checkbox
          className="check"
          aria-label={`${words.on}: ${draft.expected}`}
          isSelected={isOn}
          isDisabled={overridden}
          excludeFromTabOrder
          onChange={() => void switchRule(rule, t)}
        >
          <span className="box" aria-hidden />
        </Checkbox>
      </span>
      <span role="gridcell" tabIndex={-1} className="cell-wrong" title={cellText(rule, 'wrong')}>
        {cellText(rule, 'wrong') || '—'}
      </span>
      <span role="gridcell" tabIndex={-1} className="cell-right" title={draft.note ?? draft.expected}>
        <button type="button" tabIndex={-1} onClick={() => editRule(rule)}>
          {draft.expected || t.window.deleted}
        </button>
      </span>
      <span role="gridcell" tabIndex={-1}>
        {draft.group}
      </span>
      <span role="gridcell" tabIndex={-1} title={`${file}:${line}`}>
        {words.layers[layer]} · {t.packs[file] ?? file}
      </span>
      <span role="gridcell" tabIndex={-1}>
        {overridden ? words.overridden : kind}
      </span>
      <span role="gridcell" tabIndex={-1}>
        {layer !== 'builtIn' && (
          <Button
            className="icon-button"
            excludeFromTabOrder
            aria-label={`${words.remove}: ${draft.expected}`}
            onPress={() => void removeRule(rule, t)}
          >
            <Trash2 size={14} aria-hidden />
          </Button>
        )}
      </span>
    </div>
  );
}

/** Switches a rule on or off; for a built-in one that is a rule of the person's own with its id. */
async function switchRule(rule: ListedRule, t: Catalogue): Promise<void> {
  const { enabled = true, ...draft } = rule.draft;
  const fileId = useStore.getState().activeId;
  const scope =
    rule.layer === 'folder' && fileId
      ? ({ kind: 'folder', fileId } as const)
      : ({ kind: 'everywhere' } as const);
  const result = await bridge.call('saveRule', enabled ? { ...draft, enabled: false } : draft, scope);
  if ('problem' in result) notify('error', describeProblem(result.problem, t));
}

async function removeRule(rule: ListedRule, t: Catalogue): Promise<void> {
  if (rule.layer === 'builtIn') return;
  const result = await bridge.call('removeRules', [rule.draft.id]);
  if ('problem' in result) notify('error', describeProblem(result.problem, t));
}
