import { useMemo } from 'react';
import { heatOf } from '../../shared/cues/quality';
import { showLine } from '../app/actions';
import { activeDocument, useCatalogue, useStore } from '../app/store';
import { cueAtCursor, cueList } from '../editor/cues';
import { useCheckedCues } from './checked';

/** Finer than this a strip as high as a window cannot show. */
const mostParts = 200;

/** A strip over the whole file: where in it the worst problems are, and where the cursor is. */
export function HeatStrip() {
  const t = useCatalogue().window.cues;
  const { cues, problems } = useCheckedCues();
  const here = useStore((store) => {
    const state = activeDocument(store)?.state;
    return state && state.field(cueList).length > 0 ? cueAtCursor(state) : 0;
  });
  const parts = Math.min(mostParts, cues.length);
  const heat = useMemo(() => heatOf(problems, cues.length, parts), [problems, cues.length, parts]);
  const firstOf = (part: number) => Math.ceil((part * cues.length) / parts);
  if (cues.length === 0) return null;
  return (
    <nav className="heat" aria-label={t.strip}>
      {heat.map((severity, part) =>
        severity ? (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: a part has nothing but its place
            key={part}
            type="button"
            tabIndex={-1}
            className={`part ${severity}`}
            style={{ top: `${(100 * part) / parts}%`, height: `clamp(3px, ${100 / parts}%, 14px)` }}
            aria-label={t.cueOf({ index: firstOf(part) + 1, total: cues.length })}
            onClick={() => showLine(firstOf(part))}
          />
        ) : null,
      )}
      <span className="here" style={{ top: `${(100 * here) / cues.length}%` }} />
    </nav>
  );
}
