import { useMemo } from 'react';
import { severities } from '../../shared/cues/quality';
import { showLine } from '../app/actions';
import { activeDocument, useCatalogue, useStore } from '../app/store';
import { cueAtCursor, cueList } from '../editor/cues';
import { type ListedProblem, useCheckedCues } from './checked';

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
  const worst = useMemo(() => worstIn(problems, cues.length, parts), [problems, cues.length, parts]);
  if (cues.length === 0) return null;
  return (
    <nav className="heat" aria-label={t.strip}>
      {worst.map((problem, part) =>
        problem ? (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: a part has nothing but its place
            key={part}
            type="button"
            tabIndex={-1}
            className={problem.severity}
            style={{ top: `${(100 * part) / parts}%`, height: `max(3px, ${100 / parts}%)` }}
            aria-label={t.cueOf({ index: problem.cue + 1, total: cues.length })}
            onClick={() => showLine(problem.cue)}
          />
        ) : null,
      )}
      <span className="here" style={{ top: `${(100 * here) / cues.length}%` }} />
    </nav>
  );
}

/** The worst problem in each of so many parts of equally many cues. */
function worstIn(problems: readonly ListedProblem[], cues: number, parts: number): (ListedProblem | undefined)[] {
  const worst = new Array<ListedProblem | undefined>(parts).fill(undefined);
  for (const problem of problems) {
    const part = Math.floor((problem.cue * parts) / cues);
    const known = worst[part];
    const isWorse = !known || severities.indexOf(problem.severity) < severities.indexOf(known.severity);
    if (isWorse) worst[part] = problem;
  }
  return worst;
}
