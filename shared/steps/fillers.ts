import type { Change } from '../transcript/change';
import type { Transcript } from '../transcript/transcript';
import { clauseStart, connectives, hesitation, midPhrase } from './data/fillers';
import { openTo } from './open';
import type { StepOptions } from './options';
import type { Step } from './step';
import { isWord } from './words';

type Kind = 'hesitation' | 'particle' | 'tag' | 'opener' | 'pointing' | 'own';

/** What is to go from a line, and what is put in its place. */
interface Cut {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly kind: Kind;
}

/**
 * Takes out what is said without meaning anything, with the comma that belongs to it. `safe`: sounds of hesitation,
 * particles and tags at the end of a clause (啊, 哈, 对吧), 呢 after a connective. `thorough`: openers (然后, 就是说)
 * and 这个, 那个 as well where they point at nothing.
 */
export function fillersStep(options: StepOptions): Step {
  const { strength } = options.fillers;
  const find = strength === 'off' ? () => [] : finder(strength === 'thorough', options.lists.fillers);
  return { name: 'fillers', propose: (transcript) => propose(transcript, find) };
}

function propose(transcript: Transcript, find: (line: string) => Cut[]): Change[] {
  const isOpen = openTo(transcript);
  const changes: Change[] = [];
  for (const segment of transcript.segments) {
    if (segment.kind === 'heading' || segment.kind === 'image') continue;
    let start = segment.from;
    for (const line of transcript.text.slice(segment.from, segment.to).split('\n')) {
      for (const { from, to, insert, kind } of find(line)) {
        const range = { from: start + from, to: start + to };
        if (isOpen(range)) changes.push(changeOf(range.from, range.to, insert, kind));
      }
      start += line.length + 1;
    }
  }
  return changes;
}

const changeOf = (from: number, to: number, insert: string, kind: Kind): Change => ({
  from,
  to,
  insert,
  step: 'fillers',
  rules: [`fillers:${kind}`],
  confidence: 'auto',
  reason: 'filler',
});

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const isEnd = (char: string | undefined): boolean => char === undefined || /[。！？；!?;：:…\n]/.test(char);
const isPause = (char: string | undefined): boolean => char !== undefined && /[，、,\s]/.test(char);

function finder(thorough: boolean, own: readonly string[]): (line: string) => Cut[] {
  const tags = thorough ? '对吧|对不对|是吧|是不是' : '对吧';
  const words = own.map(escaped).join('|') || '(?!)';
  const unit = `(?:${words}|${hesitation}|啊|哈(?!哈)|(?:${tags})(?=[，。、,\\s]|$|[呃嗯啊]|\\p{Script=Han}))`;
  const run = new RegExp(`${unit}(?:[，、, ]{0,2}${unit})*`, 'gu');
  const isOwn = new RegExp(`^(?:${words})`, 'u');
  return (line) => {
    const cuts: Cut[] = [];
    for (const match of line.matchAll(run)) {
      const cut = cutOf(line, match.index, match[0], isOwn);
      if (cut) cuts.push(cut);
    }
    cuts.push(...topics(line));
    if (thorough) cuts.push(...openers(line), ...pointing(line));
    cuts.sort((a, b) => a.from - b.from || b.to - a.to);
    return cuts.filter(
      (cut, index) => index === 0 || cut.from >= Math.max(...cuts.slice(0, index).map((c) => c.to)),
    );
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
  if (kind === 'own' && run.length === 1 && (isWord(`${left ?? ''}${run}`) || isWord(`${run}${right ?? ''}`)))
    return undefined;
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

/** 啊 and 哈 that only keep the voice going: not in an answer, a call or a question. */
function isEmptyParticle(line: string, from: number, to: number, run: string): boolean {
  const left = line[from - 1] ?? '';
  if (run.startsWith('哈'))
    return left !== '哈' && !isEnd(left) && !isPause(left) && (isPause(line[to]) || isEnd(line[to]));
  if (/[是对好行哎天妈多谁么吗不哪啥真走快呀哇啦]/.test(left)) return false;
  const clause =
    line
      .slice(0, from)
      .split(/[，。！？；,.!?;]/)
      .at(-1) ?? '';
  return !/(?:什么|谁|怎么|哪|为何|几|多少|是不是|难道|太)/u.test(clause);
}

/** 但是呢, 所以呢. */
function topics(line: string): Cut[] {
  const pattern = new RegExp(`(?<=^|[，。！？；、,\\s呃嗯啊])(?:${connectives})(呢)(?![？?])`, 'gu');
  return Array.from(line.matchAll(pattern), (match): Cut => {
    const at = match.index + match[0].length - 1;
    return { from: at, to: at + 1, insert: '', kind: 'particle' };
  });
}

/** 然后, 就是说, 那么 … at the head of a clause, where they lead nowhere. */
function openers(line: string): Cut[] {
  const cuts: Cut[] = [];
  for (const match of line.matchAll(
    /(?<=^|[，。！？；,])(然后呢?|就是说|也就是说呢|对(?=然后|所以|就是|我|其实|因为|这|那)|那么|怎么说呢|反正就是)([，,]?)(?=[^，。！？；,\n])/gu,
  )) {
    const [all, opener = ''] = match;
    // 先看，然后再改: one after the other.
    const before = line.slice(Math.max(0, match.index - 30), match.index);
    const after = line.slice(match.index + all.length, match.index + all.length + 2);
    if (opener.startsWith('然后') && (/先|首先|第一/.test(before) || /^[再才]/.test(after))) continue;
    cuts.push({ from: match.index, to: match.index + all.length, insert: '', kind: 'opener' });
  }
  return cuts;
}

/** 的这个提升, 呃这个: pointing at nothing. */
function pointing(line: string): Cut[] {
  return Array.from(
    line.matchAll(/(?<=[的了])[这那]个(?=[^，。！？；、,\s问时人样是我你他她它])/gu),
    (match): Cut => {
      return { from: match.index, to: match.index + 2, insert: '', kind: 'pointing' };
    },
  );
}
