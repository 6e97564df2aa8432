import { type EditorState, Text } from '@codemirror/state';
import { useEffect, useState } from 'react';
import type { OpenedFile } from '../../shared/contract';
import type { Terms } from '../../shared/cues/breaks';
import { type CueProblem, type Severity, type ShownCue, severities } from '../../shared/cues/fault';
import { type ProfileChoice, profileOf } from '../../shared/cues/profile';
import { checkCues } from '../../shared/cues/quality';
import { shownText } from '../../shared/formats/cue-text';
import type { Catalogue } from '../../shared/i18n/catalogue';
import { describeFault } from '../../shared/i18n/quality';
import { type Cue, lineBreak } from '../../shared/transcript/cues';
import { cuesOf } from '../../shared/transcript/transcript';
import { activeDocument, type OpenDocument, useStore } from '../app/store';
import { cueList, markupInCues } from '../editor/cues';

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
  const terms = useStore((store) => store.terms);
  if (!document) return none;
  return document.state.field(cueList).length > 0 ? check(document, choice, terms) : none;
}

/** The last check: the list of problems and the strip ask for the same one. */
let last: { readonly of: readonly unknown[]; readonly checked: CheckedCues } | undefined;

function check(document: OpenDocument, choice: ProfileChoice, terms: Terms): CheckedCues {
  const { doc } = document.state;
  const list = document.state.field(cueList);
  const of = [doc, list, document.file, choice, terms];
  if (!last?.of.every((part, index) => part === of[index])) {
    const cues = cuesShown(document.state);
    const markup = document.state.facet(markupInCues);
    const found = checkCues(cues, profileOf(choice), terms).map((problem) =>
      withoutRebreak(problem, doc, markup),
    );
    const problems = worstFirst([...unsureTimes(document.file, list), ...found]);
    last = { of, checked: { doc, list, cues, problems } };
  }
  return last.checked;
}

/** The cues whose times are uncertain, until a person gives them others. */
function unsureTimes({ made, transcript }: OpenedFile, cues: readonly Cue[]): UnsureTime[] {
  const { sureness } = made ?? {};
  if (!sureness) return [];
  const madeCues = cuesOf(transcript);
  return cues.flatMap(({ origin = -1, time }, cue): UnsureTime[] => {
    const was = madeCues[origin]?.time;
    const sure = sureness[origin] ?? 1;
    const isAsMade = was?.start === time.start && was.end === time.end;
    return isAsMade && sure < unsureBelow
      ? [{ kind: 'unsureTime', severity: 'warning', cue, sureness: sure }]
      : [];
  });
}

const worstFirst = (problems: readonly ListedProblem[]): ListedProblem[] =>
  severities.flatMap((severity) => problems.filter((problem) => problem.severity === severity));

/** Where markup stands in a cue its lines cannot be broken anew: nobody knows what belongs inside of it. */
function withoutRebreak(problem: CueProblem, doc: Text, markup: RegExp): CueProblem {
  if (problem.fix?.kind !== 'rebreak' || doc.line(problem.cue + 1).text.search(markup) < 0) return problem;
  const { fix, ...rest } = problem;
  return rest;
}

/** The lines of a document as they are seen, without markup, with the times of its cues. */
export function cuesShown(state: EditorState): ShownCue[] {
  const cues = state.field(cueList);
  const markup = state.facet(markupInCues);
  const shown: ShownCue[] = [];
  for (const line of state.doc.iterLines()) {
    const cue = cues[shown.length];
    shown.push({ lines: shownText(line, markup).split(lineBreak), ...(cue && { time: cue.time }) });
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
