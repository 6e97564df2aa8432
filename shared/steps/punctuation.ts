import type { Change } from '../transcript/change';
import { applyEdits } from '../transcript/edit';
import type { Transcript } from '../transcript/transcript';
import { openTo } from './open';
import type { StepOptions } from './options';
import type { Step } from './step';

type Convention = StepOptions['punctuation']['convention'];

/** Full-width marks and their half-width counterparts. */
const pairs = { '，': ',', '。': '.', '；': ';', '：': ':', '？': '?', '！': '!' } as const;
const toHalf: Readonly<Record<string, string>> = { ...pairs, '、': ',' };
const toFull: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(pairs).map(([full, half]) => [half, full]),
);

/** Marks with the spaces around and between them, but not the spaces at the ends of a line. */
const cluster = /(?<=\S)[ \t]*[，。、；：？！,.;:?!](?:[ \t]*[，。、；：？！,.;:?!])*(?:[ \t]+(?=\S))?/g;
/** Marks that a line cannot begin with. */
const leadingMarks = /(?<=^|\n)[ \t]*[，。、；：](?:[，。、；：？！,;:?! \t]|\.(?![A-Za-z0-9]))*/g;
/** Digits, letters and signs as wide as a Chinese character. */
const wideLetters = /[０-９Ａ-Ｚａ-ｚ％＋－＝＆＠＃＄]+/g;
/** Half-width brackets in one line with nothing but text inside. */
const brackets = /\(([^()\n]*)\)/g;

/** Three Latin names or more with nothing but commas between; 、 parts them in Chinese. */
const latinItem =
  '(?!(?:ok|okay|yes|no|so|well|and|but)(?![A-Za-z0-9]))[A-Za-z][A-Za-z0-9.+-]*(?: [A-Za-z0-9.+-]+)?';
const latinList = new RegExp(
  `(?<![A-Za-z0-9，、.+-] ?)${latinItem}(?:，${latinItem}){2,}(?=[^A-Za-z0-9，\n])`,
  'giu',
);

const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const markAfterHan = /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[，。；：？！,.;:?!]/gu;
const hanOrClosing = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}）」』》】]/u;
/** Words that a full stop shortens, before Chinese text as before English. */
const abbreviated =
  /(?:^|[^A-Za-z])(?:etc|vs|fig|eq|al|inc|ltd|corp|prof|vol|sec|dept|approx|[A-Za-z]{1,2})$/i;

/**
 * Sets marks right: as wide as the script around them asks for, one instead of several, without spaces around those of
 * Chinese. Numbers, abbreviations and all that is protected stay as they are. Half-width marks that a document uses
 * throughout its Chinese are only suggested to be widened, unless Chinese marks are chosen.
 */
export const punctuationStep = (options: StepOptions): Step => ({
  name: 'punctuation',
  propose: (transcript) =>
    options.punctuation.enabled ? propose(transcript, options.punctuation.convention) : [],
});

interface Draft {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly kind: keyof typeof reasons;
  /** Whether the marks may be as their editor wants them. */
  readonly meant?: boolean;
}

const reasons = {
  width: 'markWidth',
  doubled: 'markDoubled',
  space: 'markSpace',
  leading: 'markLeading',
  letters: 'letterWidth',
  list: 'listMark',
} as const satisfies Record<string, Change['reason']>;

function propose(transcript: Transcript, convention: Convention): Change[] {
  const { text } = transcript;
  const isMeant = convention === 'auto' ? meantNarrow(text) : () => false;
  const bracketed = bracketDrafts(text, convention, isMeant).filter(openTo(transcript));
  // A mark is judged by the bracket that will stand before it; a widened bracket moves no position.
  const asBracketed = applyEdits(text, bracketed);
  const drafts = [
    ...clusterDrafts(asBracketed, convention, isMeant),
    ...leadingDrafts(text),
    ...letterDrafts(text),
    ...(convention === 'english' ? [] : listDrafts(text)),
    ...bracketed,
  ].sort((a, b) => a.from - b.from || b.to - a.to);
  const isOpen = openTo(transcript);
  let at = -1;
  return drafts.flatMap(({ from, to, insert, kind, meant }): Change[] => {
    if (from < at || !isOpen({ from, to })) return [];
    at = to;
    return [
      {
        from,
        to,
        insert,
        step: 'punctuation',
        rules: [`punctuation:${kind}`],
        confidence: meant ? 'suggest' : 'auto',
        reason: reasons[kind],
      },
    ];
  });
}

/** So many half-width marks of a kind, and so many for one of full width, are no slips. */
const manyMarks = 20;
const timesMore = 9;

/**
 * Tells which half-width marks an editor means: those that stand after Chinese nine times out of ten, and at least
 * twenty times. Marks too few to tell go with the commas.
 */
function meantNarrow(text: string): (marks: string) => boolean {
  const counts = new Map<string, number>();
  for (const [mark] of text.matchAll(markAfterHan)) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  const judged = (mark: string): boolean | undefined => {
    const half = counts.get(mark) ?? 0;
    const full = counts.get(toFull[mark] ?? '') ?? 0;
    return half + full < manyMarks ? undefined : half >= full * timesMore;
  };
  const commas = judged(',') ?? false;
  return (marks) => /^[,.;:?!()]+$/.test(marks) && Array.from(marks).every((mark) => judged(mark) ?? commas);
}

type MarkTest = (marks: string) => boolean;

function clusterDrafts(text: string, convention: Convention, isMeant: MarkTest): Draft[] {
  const drafts: Draft[] = [];
  const inChinese = chineseLines(text);
  for (const match of text.matchAll(cluster)) {
    const [found] = match;
    const from = match.index;
    const marks = found.replace(/[ \t]/g, '');
    const before = text[from - 1] ?? '';
    const after = text[from + found.length] ?? '';
    const wide = widened(marks, { before, after, text, from, found, convention, inChinese });
    const kept = collapse(wide);
    const isWide = /[，。、；：？！…]/.test(kept);
    const isBare = !isWide && /[，。、；：？！]/.test(marks); // made narrow: a space parts it from what follows
    const gap = isBare && after && !/[\s)\]"”’]/.test(after) ? ' ' : '';
    const insert = isWide ? kept : isBare ? kept + gap : found;
    if (insert === found) continue;
    const kind = kept.length < marks.length ? 'doubled' : wide === marks ? 'space' : 'width';
    drafts.push({ from, to: from + found.length, insert, kind, meant: kind === 'width' && isMeant(marks) });
  }
  return drafts;
}

interface Surroundings {
  readonly before: string;
  readonly after: string;
  readonly text: string;
  readonly from: number;
  readonly found: string;
  readonly convention: Convention;
  readonly inChinese: (at: number) => boolean;
}

/** The marks of a cluster in the width that belongs there. */
function widened(marks: string, around: Surroundings): string {
  const { before, after, found, convention } = around;
  const hasFull = /[，。、；：？！]/.test(marks);
  const inNumber = /\d/.test(before) && /\d/.test(after);
  if (convention === 'english') {
    return hasFull && !inNumber ? marks.replace(/[，。、；：？！]/g, (mark) => toHalf[mark] ?? mark) : marks;
  }
  if (hasFull) {
    // English from one end of the line to the other takes English marks.
    if (convention === 'auto' && !inNumber && !around.inChinese(around.from) && /[A-Za-z]/.test(before)) {
      return marks.replace(/[，。；：？！]/g, (mark) => toHalf[mark] ?? mark);
    }
    return marks.replace(/[,;:?!]/g, (mark) => toFull[mark] ?? mark);
  }
  if (marks.includes('..')) return marks;
  const tight = found === marks;
  const joinsLatin = tight && /[A-Za-z0-9_]/.test(before) && /[A-Za-z0-9_/\\]/.test(after);
  if (joinsLatin) return marks;
  const chinese =
    convention === 'chinese' ? around.inChinese(around.from) : hanOrClosing.test(before) || han.test(after);
  if (!chinese) return marks;
  if (marks === '.') {
    // "3." before Chinese begins a list; "Dr." and ".py" are no sentence ends either.
    const word = around.text.slice(Math.max(0, around.from - 8), around.from);
    if (/[A-Za-z0-9]/.test(after) && tight) return marks;
    if (/[0-9]/.test(before) || abbreviated.test(word)) return marks;
  }
  if (marks === ':' && tight && /[A-Za-z0-9/\\]/.test(after) && /[A-Za-z0-9]/.test(before)) return marks;
  return marks.replace(/[,.;:?!]/g, (mark) => toFull[mark] ?? mark);
}

const strength = '、，：；。！？';

/** Several marks become the strongest of them; 。。。 is meant for dots, and ！！ or ？！ for stress. */
function collapse(marks: string): string {
  if (marks.length < 2 || /^[！？!?]+$/.test(marks) || !/[，。、；：？！]/.test(marks)) return marks;
  if (/^。{3,}$/.test(marks)) return '……';
  let strongest = '';
  for (const mark of marks) {
    if (strongest === '' || strength.indexOf(mark) > strength.indexOf(strongest)) strongest = mark;
  }
  return strongest;
}

const leadingDrafts = (text: string): Draft[] =>
  Array.from(text.matchAll(leadingMarks), (match) => ({
    from: match.index,
    to: match.index + match[0].length,
    insert: '',
    kind: 'leading',
  }));

const letterDrafts = (text: string): Draft[] =>
  Array.from(text.matchAll(wideLetters), (match) => ({
    from: match.index,
    to: match.index + match[0].length,
    insert: match[0].normalize('NFKC'),
    kind: 'letters',
  }));

function listDrafts(text: string): Draft[] {
  const inChinese = chineseLines(text);
  return Array.from(text.matchAll(latinList)).flatMap(({ index, 0: found }) =>
    inChinese(index)
      ? Array.from(found.matchAll(/，/g), (comma): Draft => {
          const from = index + comma.index;
          return { from, to: from + 1, insert: '、', kind: 'list' };
        })
      : [],
  );
}

function bracketDrafts(text: string, convention: Convention, isMeant: MarkTest): Draft[] {
  if (convention === 'english') return [];
  const meant = isMeant('(');
  return Array.from(text.matchAll(brackets)).flatMap((match): Draft[] => {
    const inside = match[1] ?? '';
    const before = text[match.index - 1] ?? '';
    // f(x) and [a link](its target) are no remarks; a remark in Latin letters keeps the brackets it has.
    if (!han.test(inside) || /[A-Za-z0-9_\]]/.test(before)) return [];
    const to = match.index + match[0].length;
    return [
      { from: match.index, to: match.index + 1, insert: '（', kind: 'width', meant },
      { from: to - 1, to, insert: '）', kind: 'width', meant },
    ];
  });
}

/** Whether the line that a position lies in has Chinese; asked for positions in order. */
function chineseLines(text: string): (at: number) => boolean {
  let from = 0;
  let to = -1;
  let isChinese = false;
  return (at) => {
    while (at > to) {
      from = to + 1;
      const end = text.indexOf('\n', from);
      to = end < 0 ? text.length : end;
      if (at <= to) isChinese = han.test(text.slice(from, to));
    }
    return isChinese;
  };
}
