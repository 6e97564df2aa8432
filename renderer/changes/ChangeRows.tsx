import type { Text } from '@codemirror/state';
import { Check, ChevronRight, Undo2 } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { Catalogue } from '../../shared/i18n/catalogue';
import type { ChangeGroup } from '../../shared/review/groups';
import type { Decision, ReviewItem } from '../../shared/review/review';
import { shown } from './describe';
import { context } from './rows';

interface RowProps {
  readonly id: string;
  readonly selected: boolean;
  readonly onDecide: (how: Decision) => void;
  readonly t: Catalogue;
}

/** A rule: what it corrects, how often, and decisions for all of it. */
export function GroupRow(props: RowProps & { group: ChangeGroup; expanded: boolean; onToggle: () => void }) {
  const { id, selected, onDecide, t, group, expanded, onToggle } = props;
  const pair = `${group.before.map((text) => shown(text, t)).join(' · ')} → ${group.after ? shown(group.after, t) : t.window.deleted}`;
  // A dictionary's rule is known by its words; what the other steps do is known by why they do it.
  const isByWords = group.step === 'dictionary';
  const title = isByWords ? pair : `${t.steps[group.step]}: ${t.reasons[group.reason]}`;
  return (
    <div
      id={id}
      role="treeitem"
      tabIndex={-1}
      aria-level={1}
      aria-expanded={expanded}
      aria-selected={selected}
      aria-label={`${title}, ${group.items.length}`}
      className="group-row"
      data-selected={selected || undefined}
    >
      <button type="button" className="group-head" tabIndex={-1} onClick={onToggle} title={title}>
        <ChevronRight className="chevron" size={14} aria-hidden />
        <span className={`dot ${group.suggested ? 'suggested' : group.step}`} />
        <span className="group-title">
          {isByWords ? <Words group={group} t={t} /> : <b>{t.reasons[group.reason]}</b>}
        </span>
        <span className="count">{group.items.length}</span>
      </button>
      <Decide onDecide={onDecide} suggested={group.suggested} all t={t} name={title} />
    </div>
  );
}

function Words({ group, t }: { group: ChangeGroup; t: Catalogue }) {
  const before = group.before.slice(0, 3).map((text) => shown(text, t));
  return (
    <>
      <span className="was">{before.join(' · ')}</span>
      <span className="arrow">→</span>
      <b>{group.after ? shown(group.after, t) : t.window.deleted}</b>
    </>
  );
}

/** One place that a rule changed, in its context. */
export function HitRow(
  props: RowProps & { item: ReviewItem; doc: Text; focused: boolean; onShow: () => void },
) {
  const { id, selected, onDecide, t, item, doc, focused, onShow } = props;
  const { before, here, after } = context(doc, item);
  const line = doc.lineAt(Math.min(item.from, doc.length)).number;
  // What was put in may begin with a line break, and so show nothing on its line.
  const added = item.applied ? item.change.insert : '';
  const status = item.decided ? (item.applied ? 'kept' : 'reverted') : 'open';
  return (
    <div
      id={id}
      role="treeitem"
      tabIndex={-1}
      aria-level={2}
      aria-selected={selected}
      className="hit-row"
      data-selected={selected || undefined}
      data-focused={focused || undefined}
      data-status={status}
    >
      <button
        type="button"
        className="hit-context"
        tabIndex={-1}
        onClick={onShow}
        title={t.window.line({ line })}
      >
        <span className="hit-before">{before}</span>
        <em>{here || (added ? shown(added, t) : `⌫ ${shown(item.before, t)}`)}</em>
        {after}
      </button>
      {status === 'kept' && <span className="status">{t.window.statusKept}</span>}
      {status === 'reverted' && <span className="status">{t.window.statusReverted}</span>}
      <Decide
        onDecide={onDecide}
        suggested={item.change.confidence === 'suggest'}
        t={t}
        name={`${before}${here}${after}`}
      />
    </div>
  );
}

function Decide({
  onDecide,
  suggested,
  all = false,
  t,
  name,
}: {
  onDecide: (how: Decision) => void;
  suggested: boolean;
  all?: boolean;
  t: Catalogue;
  name: string;
}) {
  const keep = suggested ? t.window.accept : all ? t.window.keepAllOfRule : t.window.keepShort;
  const revert = suggested ? t.window.dismiss : all ? t.window.revertAllOfRule : t.window.revertShort;
  return (
    <span className="decide">
      <Button
        className="icon-button"
        excludeFromTabOrder
        aria-label={`${keep}: ${name}`}
        onPress={() => onDecide('keep')}
      >
        <Check size={14} aria-hidden />
      </Button>
      <Button
        className="icon-button"
        excludeFromTabOrder
        aria-label={`${revert}: ${name}`}
        onPress={() => onDecide('revert')}
      >
        <Undo2 size={14} aria-hidden />
      </Button>
    </span>
  );
}
