import { Text } from '@codemirror/state';
import { useEffect, useState } from 'react';
import type { CueProblem, Severity, ShownCue } from '../../shared/cues/fault';
import { type CueProfile, type ProfileChoice, profileOf } from '../../shared/cues/profile';
import { checkCues } from '../../shared/cues/quality';
import { cueMarkup } from '../../shared/formats/protect';
import type { Catalogue } from '../../shared/i18n/catalogue';
import { describeFault } from '../../shared/i18n/quality';
import { type Cue, lineBreak } from '../../shared/transcript/cues';
import { activeDocument, useStore } from '../app/store';
import { cueList } from '../editor/cues';

/** A time carried over from another file with too little in common to be trusted. */
interface UnsureTime {
  readonly kind: 'unsureTime';
  readonly severity: Severity;
  readonly cue: number;
  /** From 0 to 1. */
  readonly sureness: number;
  readonly fix?: never;
}

export type ListedProblem = CueProblem | UnsureTime;

/** The cues of timed text as they stand, and what is wrong with them. */
export interface CheckedCues {
  /** What was checked. */
  readonly doc: Text;
  readonly list: readonly Cue[];
  readonly cues: readonly ShownCue[];
  readonly problems: readonly ListedProblem[];
}

const none: CheckedCues = { doc: Text.empty, list: [], cues: [], problems: [] };
const noSureness: readonly number[] = [];

/** Below this a time that was carried over is listed for a person to look at. */
export const unsureBelow = 0.6;

/** How long typing must rest before thousands of cues are checked again; milliseconds. */
const rest = 200;

/** A value once it has not changed for a while. */
function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), rest);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** What is wrong with the active file's subtitles, whenever the typing rests. */
export function useCheckedCues(): CheckedCues {
  const document = useSettled(useStore(activeDocument));
  const choice = useStore((store) => store.subtitles);
  if (!document) return none;
  const { file, state } = document;
  const cues = state.field(cueList);
  return cues.length > 0 ? check(state.doc, cues, choice, file.made?.sureness) : none;
}

/** The last check: the list of problems and the strip ask for the same one. */
let last: { readonly of: readonly unknown[]; readonly checked: CheckedCues } | undefined;

function check(
  doc: Text,
  cues: readonly Cue[],
  choice: ProfileChoice,
  sureness: readonly number[] = noSureness,
): CheckedCues {
  const of = [doc, cues, choice, sureness];
  if (!last?.of.every((part, index) => part === of[index])) {
    last = { of, checked: checkAnew(doc, cues, profileOf(choice), sureness) };
  }
  return last.checked;
}

function checkAnew(
  doc: Text,
  cues: readonly Cue[],
  profile: CueProfile,
  sureness: readonly number[],
): CheckedCues {
  const shown = cuesShown(doc, cues);
  const unsure = cues.flatMap(({ origin }, cue): UnsureTime[] => {
    const sure = (origin === undefined ? undefined : sureness[origin]) ?? 1;
    return sure < unsureBelow ? [{ kind: 'unsureTime', severity: 'warning', cue, sureness: sure }] : [];
  });
  const found = checkCues(shown, profile).map((problem) => withoutRebreak(problem, doc));
  return { doc, list: cues, cues: shown, problems: [...found, ...unsure] };
}

/** Where markup stands in a cue its lines cannot be broken anew: nobody knows what belongs inside of it. */
function withoutRebreak(problem: CueProblem, doc: Text): CueProblem {
  if (problem.fix?.kind !== 'rebreak' || doc.line(problem.cue + 1).text.search(cueMarkup) < 0) return problem;
  const { fix, ...rest } = problem;
  return rest;
}

/** The lines of a document as they are seen, without markup, with the times of its cues. */
export function cuesShown(doc: Text, cues: readonly Cue[]): ShownCue[] {
  const shown: ShownCue[] = [];
  for (const line of doc.iterLines()) {
    const cue = cues[shown.length];
    shown.push({ lines: line.replace(cueMarkup, '').split(lineBreak), ...(cue && { time: cue.time }) });
  }
  return shown;
}

/** A row of the list: a kind of problem, or a place that has it. */
export type ProblemRow =
  | {
      readonly kind: 'head';
      readonly fault: ListedProblem['kind'];
      readonly problems: readonly ListedProblem[];
      readonly open: boolean;
    }
  | { readonly kind: 'problem'; readonly problem: ListedProblem };

/** Problems by kind, in the order of the worst of each; those of `closed` kinds without their places. */
export function problemRows(
  problems: readonly ListedProblem[],
  closed: ReadonlySet<string>,
): readonly ProblemRow[] {
  const kinds = new Map<ListedProblem['kind'], ListedProblem[]>();
  for (const problem of problems) {
    const list = kinds.get(problem.kind);
    if (list) list.push(problem);
    else kinds.set(problem.kind, [problem]);
  }
  return [...kinds].flatMap(([fault, list]): ProblemRow[] => {
    const open = !closed.has(fault);
    const places = open ? list.map((problem): ProblemRow => ({ kind: 'problem', problem })) : [];
    return [{ kind: 'head', fault, problems: list, open }, ...places];
  });
}

/** What a kind of problem is called. */
export const kindName = (kind: ListedProblem['kind'], t: Catalogue): string =>
  kind === 'unsureTime' ? t.window.cues.unsureKind : t.quality.kinds[kind];

/** The sentence for a problem. */
export function describeListed(problem: ListedProblem, t: Catalogue): string {
  return problem.kind === 'unsureTime'
    ? t.window.cues.unsureTime(problem)
    : describeFault(problem, t.quality);
}
