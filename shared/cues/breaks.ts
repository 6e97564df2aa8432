import { type Automaton, buildAutomaton } from '../rules/automaton';
import { keepsBorders } from '../rules/borders';
import type { Dictionary } from '../rules/dictionary';
import { foldText } from '../rules/fold';
import type { Rule } from '../rules/rule';
import { closesPair, partnerOfOpening, staysWithLast } from './marks';
import { type CueProfile, isSurelyLatin, limitsOf } from './profile';
import { isBlankCode, isHanCode, isWideCode, unitWidth } from './width';

/** Terms that no line and no cue is broken in. Make once, use for any number of texts. */
export type Terms = Automaton;

/** Terms from the right texts of a dictionary's rules; letter case and width do not count. */
export const termsOf = (texts: Iterable<string>): Terms =>
  buildAutomaton([...new Set(Array.from(texts, (text) => foldText(text)))].filter((text) => text.length > 1));

const termsOfRules = new WeakMap<readonly Rule[], Terms>();

/** The terms that a dictionary puts in; made once for each. */
export function termsIn({ rules }: Dictionary): Terms {
  const terms = termsOfRules.get(rules) ?? termsOf(rules.map(({ expected }) => expected));
  termsOfRules.set(rules, terms);
  return terms;
}

/** Where a text may be broken. */
export interface Breaks {
  /** The places, sorted: the first is the text's beginning, the last its end. */
  readonly at: Int32Array;
  /** What breaking there costs; the lower, the better the place. */
  readonly cost: Float64Array;
}

/** What breaking costs, from the best place to the worst; the order is Netflix's, the numbers are ours. */
const costs = {
  sentence: 0,
  clause: 2,
  comma: 4,
  beforeConjunction: 7,
  enumeration: 8,
  beforePreposition: 9,
  scriptEdge: 10,
  betweenWords: 13,
  afterArticle: 30,
  insideWord: 45,
} as const;

/** The cost of the best places: where a sentence ends. */
export const sentenceEnd = costs.sentence;

/** What breaking inside brackets or quotes costs more, where they hold too much to be kept whole. */
const insidePair = 12;

/** How firmly two characters hold together; where a line cannot hold what does, the weakest hold gives way first. */
const hold = { none: 0, clause: 1, pair: 2, word: 3, character: 4 } as const;

const ideographicMarks: Readonly<Record<string, number>> = {
  '。': costs.sentence,
  '？': costs.sentence,
  '！': costs.sentence,
  '…': costs.sentence,
  '?': costs.sentence,
  '!': costs.sentence,
  '.': costs.sentence,
  '；': costs.clause,
  '：': costs.clause,
  ';': costs.clause,
  ':': costs.clause,
  '，': costs.comma,
  ',': costs.comma,
  '—': costs.comma,
  '、': costs.enumeration,
};
const markCost = new Int8Array(65536).fill(-1);
for (const [mark, cost] of Object.entries(ideographicMarks)) markCost[mark.charCodeAt(0)] = cost;

/** Words that begin a new thought: a break before them reads well. */
const conjunction =
  /但是|但|所以|因为|而且|然后|因此|不过|如果|虽然|或者|并且|于是|那么|就是|其实|同时|另外|首先|其次|最后|(?:and|but|or|because|so|if|when|which|that|who|while|although|where)\b/iy;
const preposition = /(?:of|to|in|on|at|for|from|with|by|about|into|than|as)\b/iy;
/** What belongs to the word after it. */
const article = /(?:^|\s)(?:the|an?|my|your|his|her|its|our|their|this|of|to|in|on|at|for|from|with|by)\s+$/i;

const hanUnit =
  '(?:个百分点|个(?:月|小时|点)?|本|些|平方米|公里|公斤|小时|分钟|秒|毫秒|倍|年代?|月份?|日|号|天|周|层|块|种|次|篇|页|位|名|岁|元|卡|张|台|条|家|度|米|克)';
const latinUnit =
  '(?:[A-Za-zµ°]{1,3}(?![A-Za-z])|percent|thousand|million|billion|trillion|tokens?|seconds?|minutes?|hours?|days?|weeks?|months?|years?)';
/** A number with its unit, from its last digit on; the same in Han, or after 这 and the like; a currency's number. */
const numberWithUnit = new RegExp(
  `\\d(?:[亿万千百十]+${hanUnit}?|${hanUnit}| ?${latinUnit})|第?[〇零一二两三四五六七八九十百千万亿]+(?:点[〇零一二三四五六七八九]+)?(?:分之)?${hanUnit}?|[这那哪每某]${hanUnit}|第\\d+${hanUnit}?|[$¥￥€£]\\s?(?=\\d)\\d`,
  'g',
);

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Where a text may be broken and what that costs. Never inside a Latin word, a number with its unit, a term, or a
 * bracket or quote that fits into a line; no line begins with a closing mark or ends with an opening one. What holds
 * together so but is wider than a line may be is broken nevertheless, where it holds least. Unless `withinClauses`,
 * short clauses stay whole as well.
 */
export function breaksOf(text: string, profile: CueProfile, terms?: Terms, withinClauses = false): Breaks {
  const widths = new Float64Array(text.length + 1);
  for (let i = 0; i < text.length; i++)
    widths[i + 1] = (widths[i] ?? 0) + unitWidth(text.charCodeAt(i), profile.countEvery);
  const { chinese } = limitsOf(profile);
  const holds = new Uint8Array(text.length + 1);
  const wordEnds = new Uint8Array(text.length + 1);
  holdWords(text, holds);
  holdNumbers(text, holds);
  terms?.search(text, (_, from, to) => {
    if (keepsBorders(text, from, to)) raise(holds, from + 1, to, hold.word);
  });
  const depths = holdPairs(text, holds, widths, chinese.wanted);
  holdClauses(text, holds, wordEnds, widths, withinClauses ? 0 : chinese.wanted);
  loosen(text, holds, widths, profile);

  const at: number[] = [0];
  const cost: number[] = [0];
  for (let i = 1; i < text.length; i++) {
    if (holds[i] !== hold.none) continue;
    at.push(i);
    cost.push(costAt(text, i, wordEnds[i] === 1) + (depths[i] ? insidePair : 0));
  }
  if (text.length > 0) {
    at.push(text.length);
    cost.push(0);
  }
  return { at: Int32Array.from(at), cost: Float64Array.from(cost) };
}

function raise(holds: Uint8Array, from: number, to: number, firmness: number): void {
  for (let i = from; i < to; i++) if ((holds[i] ?? 0) < firmness) holds[i] = firmness;
}

const isInvisible = (code: number): boolean =>
  (code >= 0x0300 && code <= 0x036f) || code === 0x200d || (code >= 0xfe00 && code <= 0xfe0f);

/** Not Han, not full-width, no space and no mark that parts: part of a Latin word or number. */
const partsWords = new Set([...'“”…—'].map((mark) => mark.charCodeAt(0)));
const isWordLike = (code: number): boolean =>
  !isWideCode(code) && !isBlankCode(code) && !partsWords.has(code);

function holdWords(text: string, holds: Uint8Array): void {
  let solid = 0; // the last character that is no white space
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const before = i === 0 ? 0 : text.charCodeAt(i - 1);
    if ((code >= 0xdc00 && code <= 0xdfff) || isInvisible(code) || before === 0x200d)
      holds[i] = hold.character;
    else if (
      isBlankCode(code) ||
      staysWithLast[code] === 1 ||
      partnerOfOpening[solid] !== 0 ||
      before === 0xb7 || // · joins the parts of a name
      (isWordLike(code) && isWordLike(before) && !isMissingSpace(text, i))
    )
      holds[i] = hold.word;
    if (!isBlankCode(code)) solid = code;
  }
}

/** Between a comma or the like and a letter that no space was left before. */
const isMissingSpace = (text: string, at: number): boolean =>
  /[,;!?]/.test(text.charAt(at - 1)) &&
  /\p{L}/u.test(text.charAt(at)) &&
  !/[\w=&/]/.test(text.charAt(at - 2));

function holdNumbers(text: string, holds: Uint8Array): void {
  for (const match of text.matchAll(numberWithUnit))
    raise(holds, match.index + 1, match.index + match[0].length, hold.word);
}

/** Holds what brackets and quotes enclose where it fits into a line; gives how deep each place is inside the others. */
function holdPairs(text: string, holds: Uint8Array, widths: Float64Array, fits: number): Int32Array {
  const open: number[] = [];
  const depths = new Int32Array(text.length + 2);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (partnerOfOpening[code] !== 0) open.push(i);
    if (closesPair[code] !== 1) continue;
    // What an inner pair left open is passed over.
    let depth = open.length - 1;
    const lowest = Math.max(0, depth - 8);
    while (depth >= lowest && partnerOfOpening[text.charCodeAt(open[depth] ?? 0)] !== code) depth--;
    const from = open[depth];
    if (depth < lowest || from === undefined) continue;
    open.length = depth;
    if ((widths[i + 1] ?? 0) - (widths[from] ?? 0) <= fits) raise(holds, from + 1, i + 1, hold.pair);
    else {
      depths[from + 1] = (depths[from + 1] ?? 0) + 1;
      depths[i + 1] = (depths[i + 1] ?? 0) - 1;
    }
  }
  for (let i = 1; i < depths.length; i++) depths[i] = (depths[i] ?? 0) + (depths[i - 1] ?? 0);
  return depths;
}

/**
 * A clause that fits into a line is not broken between its characters; only in longer ones it is worth knowing where
 * the words end. Clause by clause, because a segmenter keeps its whole input alive with every word that it finds.
 */
function holdClauses(
  text: string,
  holds: Uint8Array,
  wordEnds: Uint8Array,
  widths: Float64Array,
  fits: number,
): void {
  let from = 0;
  for (let i = 1; i <= text.length; i++) {
    const before = text.charCodeAt(i - 1);
    if (i < text.length && (markCost[before] ?? -1) < 0 && !isBlankCode(before)) continue;
    if ((widths[i] ?? 0) - (widths[from] ?? 0) <= fits) raise(holds, from + 1, i, hold.clause);
    else
      for (const { index, segment } of segmenter.segment(text.slice(from, i)))
        wordEnds[from + index + segment.length] = 1;
    from = i;
  }
}

/** Loosens what holds together but is wider than a line may be, the weakest holds first. */
function loosen(text: string, holds: Uint8Array, widths: Float64Array, profile: CueProfile): void {
  const { chinese, latin } = limitsOf(profile);
  const least = Math.min(chinese.widest, latin.widest);
  let from = 0;
  for (let i = 1; i <= text.length; i++) {
    if (i < text.length && holds[i] !== hold.none) continue;
    const width = (widths[i] ?? 0) - (widths[from] ?? 0);
    if (width > least) loosenPiece(text, holds, widths, from, i, profile);
    from = i;
  }
}

function loosenPiece(
  text: string,
  holds: Uint8Array,
  widths: Float64Array,
  from: number,
  to: number,
  profile: CueProfile,
): void {
  const { chinese, latin } = limitsOf(profile);
  for (let firmness: number = hold.clause; firmness < hold.character; firmness++) {
    let start = from;
    let solidEnd = from;
    let han = 0;
    let tooWide = false;
    for (let i = from + 1; i <= to; i++) {
      const code = text.charCodeAt(i - 1);
      if (isHanCode(code)) han++;
      if (!isBlankCode(code)) solidEnd = i;
      if (i < to && (holds[i] ?? 0) > firmness - 1) continue;
      const width = (widths[solidEnd] ?? 0) - (widths[start] ?? 0);
      if (width > (isSurelyLatin(width, han) ? latin : chinese).widest) {
        tooWide = true;
        for (let j = start + 1; j < i; j++) if (holds[j] === firmness) holds[j] = hold.none;
      }
      start = i;
      han = 0;
    }
    if (!tooWide) return;
  }
}

function costAt(text: string, at: number, wordEnds: boolean): number {
  let end = at;
  let broken = false;
  while (end > 0 && isBlankCode(text.charCodeAt(end - 1))) {
    end--;
    if (text.charCodeAt(end) === 0x2028) broken = true;
  }
  let core = end;
  while (core > 0 && closesPair[text.charCodeAt(core - 1)] === 1) core--;
  const mark = markCost[text.charCodeAt(core - 1)] ?? -1;
  if (mark >= 0) return mark;
  if (broken) return costs.comma;
  const next = text.charCodeAt(at);
  const last = text.charCodeAt(end - 1);
  const spaced = end < at;
  if (spaced && isHanCode(last) && isHanCode(next)) return costs.comma;
  if (spaced && !isHanCode(last) && article.test(text.slice(Math.max(0, at - 8), at)))
    return costs.afterArticle;
  if (holdsAt(conjunction, text, at)) return costs.beforeConjunction;
  if (holdsAt(preposition, text, at)) return costs.beforePreposition;
  if (spaced || isHanCode(last) !== isHanCode(next)) return costs.scriptEdge;
  return wordEnds ? costs.betweenWords : costs.insideWord;
}

function holdsAt(expression: RegExp, text: string, at: number): boolean {
  expression.lastIndex = at;
  return expression.test(text);
}
