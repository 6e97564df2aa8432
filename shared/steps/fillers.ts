import type { Change } from '../transcript/change';
import { clauseStart, hesitation, midPhrase } from './data/fillers';
import { type Habit, type Kind, safeHabits, thoroughHabits } from './fillers/habits';
import { lineByLine } from './lines';
import type { StepOptions } from './options';
import type { Step } from './step';
import { isWord } from './words';

/** What is to go from a line, and what is put in its place. */
interface Cut {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly kind: Kind;
}

/**
 * Takes out what is said without meaning anything, with the comma that belongs to it. `safe`: sounds of hesitation,
 * particles and tags at the end of a clause (啊, 哈, 对吧), 呢 after a connective, openers said again and again.
 * `thorough`: also openers said once (然后呢, 就是说), 这个, 这种 and a second 一个 that point at nothing, and words said
 * again through a filler (这么这个这么).
 */
export function fillersStep(options: StepOptions): Step {
  const { strength } = options.fillers;
  const find = finder(strength === 'thorough', options.lists.fillers);
  const propose = lineByLine((line) => find(line).map(changeOf));
  return { name: 'fillers', propose: strength === 'off' ? () => [] : propose };
}

const reasons = {
  hesitation: 'fillerHesitation',
  particle: 'fillerParticle',
  tag: 'fillerTag',
  opener: 'fillerOpener',
  pointing: 'fillerPointing',
  again: 'fillerAgain',
  own: 'fillerOwn',
} as const satisfies Record<Kind, Change['reason']>;

const changeOf = ({ from, to, insert, kind }: Cut): Change => ({
  from,
  to,
  insert,
  step: 'fillers',
  rules: [`fillers:${kind}`],
  confidence: 'auto',
  reason: reasons[kind],
});

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const isEnd = (char: string | undefined): boolean => char === undefined || /[。！？；!?;：:…\n]/.test(char);
const isPause = (char: string | undefined): boolean => char !== undefined && /[，、,\s]/.test(char);

const atPause = '(?=[，。、,\\s]|$|[呃嗯啊])';
/** 对吧 wants no answer where speech goes on; 不对吧 does. */
const agreed = `(?<![不答面针应校核绝相成一])对吧(?:${atPause}|(?=(?![台友])\\p{Script=Han}))`;
const asked = `(?:对不对|是吧|是不是)${atPause}`;

function finder(thorough: boolean, own: readonly string[]): (line: string) => Cut[] {
  const words = own.map(escaped).join('|') || '(?!)';
  const tag = thorough ? `${agreed}|${asked}` : agreed;
  const unit = `(?:${words}|${hesitation}|啊|哈${atPause}|${tag})`;
  const run = new RegExp(`${unit}(?:[，、, ]{0,2}${unit})*`, 'gu');
  const isOwn = new RegExp(`^(?:${words})`, 'u');
  return (line) => {
    const cuts: Cut[] = [];
    for (const match of line.matchAll(run)) {
      const cut = cutOf(line, match.index, match[0], isOwn);
      if (cut) cuts.push(cut);
    }
    cuts.push(...habitsIn(line, safeHabits));
    if (thorough) cuts.push(...habitsIn(line, thoroughHabits));
    cuts.sort((a, b) => a.from - b.from || b.to - a.to);
    let end = 0;
    return cuts.filter(({ from, to }) => {
      const apart = from >= end;
      if (apart) end = to;
      return apart;
    });
  };
}

/** One run of fillers, with the commas between them. */
function cutOf(line: string, from: number, run: string, isOwn: RegExp): Cut | undefined {
  const to = from + run.length;
  const left = line[from - 1];
  const right = line[to];
  const kind: Kind = /[呃嗯唔额]/.test(run)
    ? 'hesitation'
    : isOwn.test(run)
      ? 'own'
      : /对|是/.test(run)
        ? 'tag'
        : 'particle';
  if (right !== undefined && /[？！?!]/.test(right)) return undefined;
  if (kind === 'particle' && !isEmptyParticle(line, from, to, run)) return undefined;
  if (kind === 'own' && run.length === 1 && isInWord(left, run, right)) return undefined;
  const cut = (start: number, end: number, insert = ''): Cut => ({ from: start, to: end, insert, kind });
  if (isEnd(left)) return isEnd(right) ? undefined : cut(from, isPause(right) ? to + 1 : to);
  if (isPause(left)) return isEnd(right) ? cut(from - 1, to) : cut(from, isPause(right) ? to + 1 : to);
  if (isEnd(right)) return cut(from, to);
  const middle = midPhrase.test(line.slice(Math.max(0, from - 4), from));
  if (isPause(right)) return kind === 'hesitation' && middle ? cut(from, to + 1) : cut(from, to);
  if (middle && kind !== 'tag') return cut(from, to);
  const parts =
    /[，、,]/.test(run) ||
    kind === 'tag' ||
    (kind === 'particle' && clauseStart.test(line.slice(to, to + 4)));
  return cut(from, to, parts ? '，' : '');
}

/** Whether a filler of one character is part of a word here. */
const isInWord = (left: string | undefined, run: string, right: string | undefined): boolean =>
  (left !== undefined && isWord(left + run)) || (right !== undefined && isWord(run + right));

/** 啊 and 哈 that only keep the voice going: not in an answer, a call or a question. */
function isEmptyParticle(line: string, from: number, to: number, run: string): boolean {
  const left = line[from - 1] ?? '';
  if (run.startsWith('哈')) {
    return left !== '哈' && !isEnd(left) && !isPause(left) && (isPause(line[to]) || isEnd(line[to]));
  }
  // 啊，原来是你！
  if (isEnd(line[from - 1]) && /^[^。！？；!?]*[！!]/.test(line.slice(to))) return false;
  if (/[是对好行哎天妈多谁么吗不哪啥真走快呀哇啦]/.test(left)) return false;
  const clause =
    line
      .slice(0, from)
      .split(/[，。！？；,.!?;]/)
      .at(-1) ?? '';
  return !isEnd(line[to]) || !/(?:什么|谁|怎么|哪|为何|几|多少|是不是|难道|太)/u.test(clause);
}

function habitsIn(line: string, habits: readonly Habit[]): Cut[] {
  const possible = habits.filter(({ required }) => line.includes(required));
  return possible.flatMap(({ pattern, kind, unless }) =>
    Array.from(line.matchAll(pattern)).flatMap((match): Cut[] => {
      const [from, to] = [match.index, match.index + match[0].length];
      return unless?.(line, from, to) ? [] : [{ from, to, insert: '', kind }];
    }),
  );
}
