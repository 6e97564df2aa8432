import { invertedEffects, isolateHistory } from '@codemirror/commands';
import {
  type EditorState,
  type Extension,
  Facet,
  Prec,
  StateEffect,
  StateField,
  type Text,
  type Transaction,
  type TransactionSpec,
} from '@codemirror/state';
import {
  type Command,
  Decoration,
  type DecorationSet,
  EditorView,
  keymap,
  MatchDecorator,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from '@codemirror/view';
import type { FormatId } from '../../shared/formats/names';
import { cueMarkup } from '../../shared/formats/protect';
import {
  type Cue,
  type CueTime,
  lineBreak,
  reviseCues,
  type Word,
  wordTimes,
} from '../../shared/transcript/cues';
import { changesFromRaw, editsOf } from './review-state';

/** All cues as they are once the transaction is applied. */
const setCues = StateEffect.define<readonly Cue[]>();

/** What is known of each line of timed text; empty for text without times. */
export const cueList = StateField.define<readonly Cue[]>({
  create: () => [],
  update(cues, transaction) {
    const set = transaction.effects.findLast((effect) => effect.is(setCues));
    if (set) return set.value;
    if (cues.length === 0 || !changesLines(transaction)) return cues;
    const { startState } = transaction;
    const told = startState.field(spokenWords);
    const toRaw = startState.field(changesFromRaw).invertedDesc;
    return reviseCues(cues, startState.doc.toString(), editsOf(transaction.changes), (position) =>
      told(toRaw.mapPos(position)),
    );
  },
});

/** Times of words, by their places in the text as it was read. */
const spokenWords = StateField.define({ create: () => wordTimes([]), update: (times) => times });

function changesLines({ startState, changes }: Transaction): boolean {
  let changed = false;
  const { doc } = startState;
  changes.iterChanges((from, to, _from, _to, inserted: Text) => {
    changed ||= inserted.lines > 1 || doc.lineAt(from).number !== doc.lineAt(to).number;
  });
  return changed;
}

/** Undo brings back times together with the lines that had them. */
const undoCues = invertedEffects.of((transaction) => {
  const cues = transaction.startState.field(cueList);
  const set = transaction.effects.some((effect) => effect.is(setCues));
  return set || (cues.length > 0 && changesLines(transaction)) ? [setCues.of(cues)] : [];
});

/** How long a cue is that a person adds where there is room for it; milliseconds. */
const newCue = 2000;

/** Parts the cue at the cursor in two; at its end or start a new one goes into the time between it and its neighbour. */
export const splitCue: Command = ({ state, dispatch }) => {
  const cues = state.field(cueList);
  if (cues.length === 0 || state.readOnly) return false;
  const { from, to } = state.selection.main;
  const line = state.doc.lineAt(from);
  const end = state.doc.lineAt(to);
  const before = line.text.slice(0, from - line.from).trimEnd();
  const after = end.text.slice(to - end.from).trimStart();
  const changes = { from: line.from + before.length, to: end.to - after.length, insert: '\n' };
  const spec: TransactionSpec = {
    changes,
    selection: { anchor: changes.from + 1 },
    scrollIntoView: true,
    userEvent: 'input.split',
    annotations: isolateHistory.of('full'),
  };
  const added = from === to && (!before || !after) && withNewCue(cues, line.number - 1, before ? 1 : 0);
  dispatch(state.update(added ? { ...spec, effects: setCues.of(added) } : spec));
  return true;
};

/** The cues with an empty one put behind (1) or before (0) the cue at `index`. */
function withNewCue(cues: readonly Cue[], index: number, side: 0 | 1): Cue[] {
  const at = index + side;
  const floor = cues[at - 1]?.time.end ?? 0;
  const ceiling = cues[at]?.time.start ?? Number.POSITIVE_INFINITY;
  const room = Math.max(0, ceiling - floor);
  const start = side === 1 ? floor : floor + Math.max(0, room - newCue);
  const time = { start, end: start + Math.min(room, newCue) };
  return [...cues.slice(0, at), { time }, ...cues.slice(at)];
}

/** Joins the cue at whose start the cursor stands to the one before; the cue at whose end it stands, to the next. */
const join =
  (direction: -1 | 1): Command =>
  ({ state, dispatch }) => {
    const { empty, head } = state.selection.main;
    const line = state.doc.lineAt(head);
    const edge = direction < 0 ? line.from : line.to;
    if (!empty || head !== edge || state.field(cueList).length === 0 || state.readOnly) return false;
    const spec = joinAt(state, direction < 0 ? line.number - 1 : line.number);
    if (spec) dispatch(state.update(spec));
    return true;
  };

/** Joins the cue at the cursor to the next. */
export const joinWithNext: Command = ({ state, dispatch }) => {
  const spec = state.field(cueList).length > 0 && joinAt(state, cueAtCursor(state) + 1);
  if (spec) dispatch(state.update(spec));
  return Boolean(spec);
};

/** The transaction that joins a line, counted from 1, with the next. */
function joinAt({ doc }: EditorState, number: number): TransactionSpec | null {
  if (number < 1 || number >= doc.lines) return null;
  const line = doc.line(number);
  const next = doc.line(number + 1);
  const words = /[\p{L}\p{N}.,;:!?]$/u.test(line.text) && /^[\p{L}\p{N}]/u.test(next.text);
  const han = /\p{Script=Han}[，。、]?$/u.test(line.text) || /^\p{Script=Han}/u.test(next.text);
  const insert = words && !han ? ' ' : '';
  return {
    changes: { from: line.to, to: next.from, insert },
    selection: { anchor: line.to + insert.length },
    scrollIntoView: true,
    userEvent: 'delete.join',
    annotations: isolateHistory.of('full'),
  };
}

const breakLine: Command = ({ state, dispatch }) => {
  if (state.field(cueList).length === 0 || state.readOnly) return false;
  dispatch(state.update(state.replaceSelection(lineBreak), { scrollIntoView: true, userEvent: 'input' }));
  return true;
};

/** The transaction that gives cues other times, or other lines as well. */
export const changeCues = (
  cues: readonly Cue[],
  changes: TransactionSpec['changes'] = [],
): TransactionSpec => ({
  changes,
  effects: setCues.of(cues),
  annotations: isolateHistory.of('full'),
  userEvent: 'cues',
});

/** The transaction that gives the cue of a line, counted from 0, another time. */
export const moveCue = (state: EditorState, index: number, time: CueTime): TransactionSpec =>
  changeCues(state.field(cueList).map((cue, at) => (at === index ? { ...cue, time } : cue)));

/** The index of the cue that the cursor stands in. */
export const cueAtCursor = (state: EditorState): number =>
  state.doc.lineAt(state.selection.main.head).number - 1;

/** A line break inside a cue, shown as the break that it is. */
class Break extends WidgetType {
  override eq(): boolean {
    return true;
  }
  override get lineBreaks(): number {
    return 1;
  }
  override toDOM(): HTMLElement {
    const element = document.createElement('span');
    element.className = 'em-break';
    element.append('↵', document.createElement('br'));
    return element;
  }
}

const breaks = new MatchDecorator({
  regexp: /\u2028/g,
  decoration: () => Decoration.replace({ widget: new Break() }),
});

/** What is markup in the text of the cues, and not shown by players. */
export const markupInCues = Facet.define<RegExp, RegExp>({ combine: ([first]) => first ?? /(?!)/g });

const markupOf = (format: FormatId): MatchDecorator =>
  new MatchDecorator({ regexp: cueMarkup(format), decoration: Decoration.mark({ class: 'em-markup' }) });

/** Shows what a decorator finds in the visible text. */
const showing = (decorator: MatchDecorator): Extension =>
  ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      constructor(view: EditorView) {
        this.decorations = decorator.createDeco(view);
      }
      update(update: ViewUpdate) {
        this.decorations = decorator.updateDeco(update, this.decorations);
      }
    },
    { decorations: (plugin) => plugin.decorations },
  );

/** Makes a state hold timed text: a cue for each line. */
export const timedText = (cues: readonly Cue[], words: readonly Word[], format: FormatId): Extension => [
  cueList.init(() => cues),
  spokenWords.init(() => wordTimes(words)),
  undoCues,
  markupInCues.of(cueMarkup(format)),
  cues.length > 0 ? [showing(breaks), showing(markupOf(format))] : [],
  EditorView.clipboardOutputFilter.of((text) => text.replaceAll(lineBreak, '\n')),
  Prec.high(
    keymap.of([
      { key: 'Enter', run: splitCue },
      { key: 'Shift-Enter', run: breakLine },
      { key: 'Backspace', run: join(-1) },
      { key: 'Delete', run: join(1) },
    ]),
  ),
];
