import type { EditorState, TransactionSpec } from '@codemirror/state';
import type { CueProblem } from '../../shared/cues/fault';
import { fixProblems, spaceEdits } from '../../shared/cues/fix';
import type { CueProfile } from '../../shared/cues/profile';
import { lineBreak } from '../../shared/transcript/cues';
import type { Edit } from '../../shared/transcript/edit';
import { changeCues, cueList } from '../editor/cues';
import { cuesShown } from './checked';

/**
 * The transaction that fixes problems of the cues as they stand. Lines that stay in their order are edited in place, so
 * that the changes under review in them stay where they are; null where nothing would be left.
 */
export function fixing(
  state: EditorState,
  problems: readonly CueProblem[],
  profile: CueProfile,
): TransactionSpec | null {
  const { doc } = state;
  const before = state.field(cueList);
  const shown = cuesShown(state).map((cue, line) => ({ ...cue, line }));
  const rebroken = new Set(problems.filter(({ fix }) => fix?.kind === 'rebreak').map(({ cue }) => cue));
  const fixed = fixProblems(shown, problems, profile);
  if (fixed.length === 0) return null;
  const stay = inOrder(fixed.map(({ line }) => line));
  const edits: Edit[] = [];
  let moved = '';
  let last: number | undefined; // where the last line that stays ends
  let next = 0; // the first line not yet dealt with
  const takeOut = (end: number) => {
    for (; next < end; next++) {
      const { from, to } = doc.line(next + 1);
      // A line goes with the break before it, so that the one above is not touched; where none stays above, behind it.
      edits.push(last === undefined ? { from, to: to + 1, insert: '' } : { from: from - 1, to, insert: '' });
    }
  };
  for (const { line, lines } of fixed) {
    const text = rebroken.has(line) ? lines.join(lineBreak) : doc.line(line + 1).text;
    if (!stay.has(line)) {
      moved += `${text}\n`;
      continue;
    }
    takeOut(line);
    const { from, to, text: old } = doc.line(line + 1);
    if (moved) edits.push({ from, to: from, insert: moved });
    moved = '';
    if (rebroken.has(line)) edits.push(...spaceEdits(from, old, text));
    last = to;
    next = line + 1;
  }
  if (moved && last !== undefined) edits.push({ from: last, to: last, insert: `\n${moved.slice(0, -1)}` });
  takeOut(doc.lines);
  const cues = fixed.flatMap(({ line, time }) => {
    const cue = before[line];
    return cue ? [time ? { ...cue, time } : cue] : [];
  });
  return changeCues(cues, edits);
}

/** The longest run of numbers that rise in the order they stand in: the lines that need not move. */
function inOrder(numbers: readonly number[]): ReadonlySet<number> {
  const ends: number[] = []; // the index that a rising run of each length ends with, at the lowest
  const before: number[] = [];
  numbers.forEach((number, index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    before[index] = ends[low - 1] ?? -1;
    ends[low] = index;
  });
  const run = new Set<number>();
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) run.add(numbers[index] ?? 0);
  return run;
}
