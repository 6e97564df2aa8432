import { widthOf } from './width';

/** A piece of text that no line and no cue is broken in, and how good a place its end is to break at. */
export interface Atom {
  readonly text: string;
  readonly width: number;
  /** The width of its Han characters. */
  readonly han: number;
  readonly endsInSpace: boolean;
  /** What breaking after it costs; the lower, the better the place. */
  readonly cost: number;
}

/** What breaking costs, from the best place to the worst; the order is Netflix's, the numbers are ours. */
export const breakCosts = {
  sentence: 0,
  clause: 2,
  comma: 4,
  beforeConjunction: 7,
  enumeration: 8,
  scriptEdge: 10,
  betweenWords: 13,
  insideWord: 45,
} as const;

const closing = '，。、；：？！…,.;:?!）)》」』】”’%％';
const opening = '（(《「『【“‘';
const han = /\p{Script=Han}/u;

/** Words that begin a new thought: a break before them reads well. */
const conjunction =
  /^(?:但是|但|所以|因为|而且|然后|因此|不过|如果|虽然|或者|并且|于是|那么|就是|其实|同时|另外|首先|其次|最后)/;

// A Latin word with what belongs to it (GPT-4, C++, 3.5B, A/B), or a number with its unit, or one character.
const piece =
  /\d+(?:[.,:]\d+)*\s?(?:[A-Za-z%°]+|[亿万千百十]?(?:亿|万|千|百|个|倍|年|月|日|号|天|小时|分钟|秒|层|块|种|次|篇|页|位|岁|元|卡))?|[A-Za-z][\w'’+#./-]*[\w+#]|[A-Za-z]|\s+|./gsu;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Cuts a paragraph into atoms. Marks stay with what they close or open; `terms` (lower case) are never broken, and
 * neither is a Latin word or a number with its unit.
 */
export function atomsOf(paragraph: string, terms: ReadonlySet<string> = new Set()): Atom[] {
  const words = wordEnds(paragraph);
  const pieces = withTerms(paragraph, terms);
  const atoms: Atom[] = [];
  let end = 0;
  pieces.forEach((text, index) => {
    end += text.length;
    const next = pieces[index + 1] ?? '';
    const last = atoms.at(-1);
    const joins =
      last !== undefined &&
      (isMark(text, closing) || /^\s+$/.test(text) || isMark(last.text.trimEnd().slice(-1), opening));
    const whole = joins ? last.text + text : text;
    const atom = {
      text: whole,
      width: widthOf(whole),
      han: hanWidth(whole),
      endsInSpace: /\s$/.test(whole),
      cost: costAfter(whole, next, paragraph.slice(end, end + 4), words.has(end)),
    };
    if (joins) atoms[atoms.length - 1] = atom;
    else atoms.push(atom);
  });
  return atoms;
}

const isMark = (text: string, marks: string): boolean => text.length === 1 && marks.includes(text);

function withTerms(paragraph: string, terms: ReadonlySet<string>): string[] {
  const pieces = paragraph.match(piece) ?? [];
  if (terms.size === 0) return pieces;
  // A term is one or more whole pieces with single spaces between: «scaling law».
  const joined: string[] = [];
  for (let at = 0; at < pieces.length; ) {
    let length = 1;
    for (let n = 2; n <= 9 && at + n <= pieces.length; n++) {
      if (
        terms.has(
          pieces
            .slice(at, at + n)
            .join('')
            .toLowerCase(),
        )
      )
        length = n;
    }
    joined.push(pieces.slice(at, at + length).join(''));
    at += length;
  }
  return joined;
}

function costAfter(text: string, next: string, ahead: string, wordEnds: boolean): number {
  const end = text.trimEnd().slice(-1);
  if (next !== '' && isMark(next, closing)) return Number.POSITIVE_INFINITY;
  const core = text
    .trimEnd()
    .replace(/[”’」』）)】》]+$/, '')
    .slice(-1);
  if ('。？！…?!'.includes(core) && core) return breakCosts.sentence;
  if ('；：;:'.includes(core) && core) return breakCosts.clause;
  if ('，,'.includes(core) && core) return breakCosts.comma;
  if (isMark(end, opening)) return Number.POSITIVE_INFINITY;
  if (conjunction.test(ahead)) return breakCosts.beforeConjunction;
  if (core === '、') return breakCosts.enumeration;
  if (/\s$/.test(text) || han.test(end) !== han.test(next.charAt(0))) return breakCosts.scriptEdge;
  return wordEnds ? breakCosts.betweenWords : breakCosts.insideWord;
}

/** Where words end. Clause by clause: a segmenter keeps its whole input alive with every word that it finds. */
function wordEnds(paragraph: string): Set<number> {
  const ends = new Set<number>();
  let at = 0;
  for (const clause of paragraph.split(/(?<=[，。、；：？！,.;:?!])/)) {
    for (const { index, segment } of segmenter.segment(clause)) ends.add(at + index + segment.length);
    at += clause.length;
  }
  return ends;
}

function hanWidth(text: string): number {
  let width = 0;
  for (const char of text) if (han.test(char)) width++;
  return width;
}
