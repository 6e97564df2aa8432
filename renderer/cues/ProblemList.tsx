import { useVirtualizer } from '@tanstack/react-virtual';
import { Wrench } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { clock } from '../../shared/cues/clock';
import type { Catalogue } from '../../shared/i18n/catalogue';
import { fixCues, showLine } from '../app/actions';
import { useCatalogue } from '../app/store';
import { type CheckedCues, describeListed, kindName, type ListedProblem, problemRows } from './checked';

/** What is wrong with the subtitles, the worst kinds first; places to go to, and what can safely be put right. */
export function ProblemList({ checked }: { checked: CheckedCues }) {
  const t = useCatalogue();
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => problemRows(checked.problems, closed), [checked, closed]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 34,
    overscan: 12,
  });
  const toggle = (kind: string) =>
    setClosed(
      (kinds) => new Set(kinds.has(kind) ? [...kinds].filter((one) => one !== kind) : [...kinds, kind]),
    );
  return (
    <section className="problems" aria-label={t.window.cues.problems}>
      <div ref={scroller} className="problem-list">
        <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
          {virtual.getVirtualItems().map(({ index, start, key }) => {
            const row = rows[index];
            return (
              <div key={key} className="virtual-row" style={{ transform: `translateY(${start}px)` }}>
                {row?.kind === 'head' && (
                  <KindRow {...row} checked={checked} onToggle={() => toggle(row.fault)} t={t} />
                )}
                {row?.kind === 'problem' && <PlaceRow problem={row.problem} checked={checked} t={t} />}
              </div>
            );
          })}
        </div>
        {rows.length === 0 && <p className="empty">{t.window.cues.noProblems}</p>}
      </div>
    </section>
  );
}

function KindRow(props: {
  problems: readonly ListedProblem[];
  open: boolean;
  checked: CheckedCues;
  onToggle: () => void;
  t: Catalogue;
}) {
  const { problems, open, checked, onToggle, t } = props;
  const [first] = problems;
  if (!first) return null;
  const fixable = problems.filter(({ fix }) => fix);
  return (
    <div className="problem-kind">
      <Button className="problem-row" aria-expanded={open} onPress={onToggle}>
        <span className="words">{kindName(first.kind, t)}</span>
        <span className="badge">{problems.length}</span>
        <Severity of={first} t={t} />
      </Button>
      {fixable.length > 0 && (
        <Button className="button" onPress={() => fixCues(checked, fixable)}>
          {t.window.cues.fixAll({ count: fixable.length })}
        </Button>
      )}
    </div>
  );
}

/** A dot before the words that is told after them. */
function Severity({ of: { severity }, t }: { of: ListedProblem; t: Catalogue }) {
  return <span className={`severity ${severity}`} role="img" aria-label={t.quality.severities[severity]} />;
}

function PlaceRow({ problem, checked, t }: { problem: ListedProblem; checked: CheckedCues; t: Catalogue }) {
  const cue = checked.cues[problem.cue];
  const words = describeListed(problem, t);
  const text = cue?.lines.join(' ') ?? '';
  return (
    <div className="problem">
      <Button className="problem-row" onPress={() => showLine(problem.cue)}>
        <span className="place">{cue?.time && clock(cue.time.start)}</span>
        <span className="words" title={`${words}\n${text}`}>
          {words}
        </span>
        <Severity of={problem} t={t} />
      </Button>
      {problem.fix && (
        <Button
          className="icon-button"
          aria-label={`${t.window.cues.fix}: ${t.quality.fixes[problem.fix.kind]}`}
          onPress={() => fixCues(checked, [problem])}
        >
          <Wrench size={14} aria-hidden />
        </Button>
      )}
    </div>
  );
}
