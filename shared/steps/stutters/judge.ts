import { acronyms } from '../data/acronyms';
import {
  boundCharacters,
  doubledCharacters,
  doubledLatin,
  doubledPhrases,
  doubledVerbs,
  halfBoundCharacters,
  haltingBefore,
  haltingCharacters,
  leadingCharacters,
  leadingWords,
  pointingWords,
  suffixCharacters,
} from '../data/doubled';
import { isWord, wordEndsAt, wordFrom } from '../words';
import { isBorder, type Repeat } from './repeats';

/** What a repeat was found to be: the kind of stutter, and whether that is nearly sure. */
export interface Verdict {
  readonly kind: 'character' | 'word' | 'phrase' | 'clause';
  readonly sure: boolean;
}

/** After these a word begins: particles, pronouns, adverbs, prepositions. */
const opens = new Set(
  '的了是在就都也还很不去来把被给让和跟与但而所更最又再我你他她它们这那个些种一有会要能可想到得着过将为从对比用像做叫由于以及或并且如若因则才已先后吗呢吧啊呃嗯中里上下说',
);
/** After these a noun or an adjective follows, no verb. */
const opensNoun = new Set('个的种些很最更这那');
/** Verbs that take a result: 跑出, 看到. */
const resultVerbs = '看想说讲听查算做写读跑玩改调找选学问谈练猜';
/** What makes a stretch of speech more than a name of something. */
const functional =
  /[的是在有会就都也还很我你他它她这那们个些和与跟把被给让从对于为了着要能可不没到得说做用上]/u;
const numerals = '零〇一二三四五六七八九十百千万亿两几数每半0123456789';

/** Says whether a repeat is a stutter; undefined for doubling that is right, or that may well be. */
export function judge(repeat: Repeat, isDoubled: (text: string) => boolean): Verdict | undefined {
  const { text } = repeat;
  if (isDoubled(text) || isDoubled(text + text)) return undefined;
  if (/^[\p{Script=Latin}\d]/u.test(text) || /[\p{Script=Latin}\d]$/u.test(text)) return judgeLatin(repeat);
  if (!/^\p{Script=Han}/u.test(text) || !/\p{Script=Han}$/u.test(text)) return undefined;
  if (/[,，、]/.test(repeat.gap)) return judgeAcross(repeat);
  return text.length === 1 ? judgeCharacter(repeat) : judgePhrase(repeat);
}

const sureOf = (kind: Verdict['kind']): Verdict => ({ kind, sure: true });
const unsureOf = (kind: Verdict['kind']): Verdict => ({ kind, sure: false });

/** 我我, 很很很, 去呃去; 使使用, 训训练. */
function judgeCharacter({ line, from, last, text, copies, gap, end }: Repeat): Verdict | undefined {
  const left = line[from - 1] ?? '';
  const rest = line.slice(end, end + 6);
  // The end of a longer run that was judged before.
  if (left === text) return undefined;
  const halting = haltingCharacters.get(text);
  if (halting) {
    if (halting.after ? halting.after.has(left + text) : wordEndsAt(line, from + 1)) return undefined;
    if (halting.before.some((word) => line.startsWith(word, last))) return undefined;
    return isAnswer(text, left, rest, copies) ? undefined : sureOf('character');
  }
  const open = isBorder(left) || opens.has(left);
  if (haltingBefore.get(text)?.test(rest)) {
    if (text === '一')
      return numerals.includes(left || ' ') || /[统唯单同专逐不周期]/.test(left)
        ? undefined
        : sureOf('character');
    const joins = !opensNoun.has(left) && wordEndsAt(line, from + 1);
    const clear =
      open || '每各最可以使两让为'.includes(text) || (!'区方重强'.includes(text) && wordEndsAt(line, from));
    return joins || !clear ? undefined : sureOf('character');
  }
  // 可能|能做到: the first one ends a word.
  if (wordEndsAt(line, from + 1)) return undefined;
  if (gap === '' && copies === 2 && isSure(text, line, from, rest)) return sureOf('character');
  if (doubledCharacters.has(text) || numerals.includes(text)) return undefined;
  if (gap !== '') {
    if (/[啊哦 ]/.test(gap)) return undefined;
    return open ? sureOf('character') : unsureOf('character');
  }
  if (!boundCharacters.has(text)) return undefined;
  const word = wordFrom(line, last);
  // 清清楚楚: both halves of a word doubled.
  if (line[end] !== undefined && line[end] === line[end + 1] && isWord(line.slice(last, last + 2)))
    return undefined;
  if (halfBoundCharacters.has(text)) {
    if (word === '') return undefined;
    return opensNoun.has(left) || isBorder(left) ? sureOf('character') : unsureOf('character');
  }
  if (suffixCharacters.has(text)) return open && word !== '' ? sureOf('character') : undefined;
  const clear = open || leadingCharacters.has(text) || wordEndsAt(line, from);
  return clear ? sureOf('character') : unsureOf('character');
}

/**
 * Doubled verbs that the words around show to be single: a verb done for a while has no result (跑跑出结果), and 是
 * leaves no room for it.
 */
function isSure(text: string, line: string, from: number, rest: string): boolean {
  const left = line[from - 1] ?? '';
  if (text === '用') return /[是不没被]/.test(left) && !isBorder(rest[0]);
  if (text === '指') return /^数级/.test(rest) && (left === '就' || line.startsWith('还是', from - 2));
  if (!resultVerbs.includes(text)) return false;
  return /^(?:上去|上来|出(?![口租差去门路版行国生院现品处厂血席色发台局入事手来])|到(?![底时期处位达场来])|完(?![全整美成善]))/u.test(
    rest,
  );
}

/** 不不不, 来来来: said in a row to answer or to call. */
function isAnswer(text: string, left: string, rest: string, copies: number): boolean {
  if (text === '不') {
    return (copies > 2 && (isBorder(left) || isBorder(rest[0]))) || /^[是好要会能对行可]不/u.test(rest);
  }
  if (text === '是') return /^非(?!常)/u.test(rest);
  if (text === '来') return copies > 2 || isBorder(rest[0]);
  if (text === '去') return copies > 2 && isBorder(rest[0]);
  if (text === '又') return copies > 2;
  return (text === '把' || text === '只') && numerals.includes(left || ' ');
}

/** 这个这个, 非常呃非常, 往上去往上去. */
function judgePhrase(repeat: Repeat): Verdict | undefined {
  const { line, from, text, copies, gap, end } = repeat;
  const left = line[from - 1] ?? '';
  const next = line[end] ?? '';
  const kind = text.length === 2 ? 'word' : 'phrase';
  if (new Set(text).size === 1 || isTwice(text)) return undefined;
  // 大学大学生 after 北京: a longer word ends with the first copy.
  if (endsLongerWord(line, from, from + text.length)) return undefined;
  // 好不好不, 是不是不: a question goes on with a no.
  if (/^[^并也就都还又再从绝决][不没]$/u.test(text)) return undefined;
  const whole = isBorder(left) && isBorder(next);
  const hesitates = /[呃额嗯唔]/.test(gap);
  if (text === '一个') return judgeOne(repeat);
  if (text.length === 2 && leadingWords.has(text)) {
    if (whole && copies < 4) return undefined;
    if (doubledPhrases.has(text) && isBorder(left) && !/^[那这]么/u.test(line.slice(end, end + 2)))
      return unsureOf(kind);
    if (/^什么|^怎么/u.test(text) && next === '样') return undefined;
    return isBorder(next) && pointingWords.has(text) && copies === 2 ? unsureOf(kind) : sureOf(kind);
  }
  if (doubledPhrases.has(text) || doubledVerbs.has(text)) {
    // 咨询咨询师: two of the verb would not be who does it.
    const agent = doubledVerbs.has(text) && /[为的个名位]/.test(left) && /^[师员者器]/.test(next);
    const latin = text === '比较' && /[就是很]/.test(left) && /^[A-Za-z]/.test(next);
    return hesitates || agent || latin ? sureOf(kind) : undefined;
  }
  // 聊着聊着, 哗啦哗啦.
  if (isSound(text) || text.endsWith('着')) return undefined;
  // 很大很大, 一步一步, 越走越走: stress and measure.
  if (/^[很好最太多老越一半每不没超非特真]/u.test(text) && text.length <= 3 && !leadingWords.has(text)) {
    return hesitates || copies > 3 ? sureOf(kind) : undefined;
  }
  if (numerals.includes(text[0] ?? ' ') && text.length === 2) return undefined;
  if (whole && copies < 4) return unsureOf(kind);
  if (hesitates) return sureOf(kind);
  if (text.length === 2) {
    const open = isBorder(left) || opens.has(left);
    if (/[了吧吗啦呀呢啊嘛哦]$/u.test(text)) return unsureOf(kind);
    if (text.startsWith('的')) return unsureOf(kind);
    if (numerals.includes(left || ' ') && !isBorder(left)) return unsureOf(kind);
    if (functional.test(text)) return open || wordEndsAt(line, from) ? sureOf(kind) : unsureOf(kind);
    // Where a verb may stand, two of it may be a little of it: 来梳理梳理.
    const thing = !isBorder(next) && !/^[吧再一下]/u.test(next);
    const clear = open || (isWord(text) && next === '的' && wordEndsAt(line, from));
    return thing && clear ? sureOf(kind) : unsureOf(kind);
  }
  if (/^[的了]/u.test(text) || /[,，、]/.test(text) || gap.includes('啊')) return unsureOf(kind);
  if (/^(?:非常|特别|真的|不要|没有)/u.test(text) && !isBorder(next) && text.length <= 4)
    return unsureOf(kind);
  return sureOf(kind);
}

/** 一个一个 goes one by one, unless a thing follows that is only one: 最老的一个一个车站. */
function judgeOne({ line, from, copies, gap, end }: Repeat): Verdict | undefined {
  const left = line[from - 1] ?? '';
  const rest = line.slice(end, end + 2);
  if (isBorder(rest[0]) || /^[地的来去往]/u.test(rest)) return undefined;
  const one = copies > 2 || /[呃额嗯啊]/.test(gap) || /[的是出有]/.test(left) || /^\s?[A-Za-z]/.test(rest);
  return one ? sureOf('word') : undefined;
}

/** What is said again after a comma: the speaker set out anew, or meant both. */
function judgeAcross(repeat: Repeat): Verdict | undefined {
  const { line, from, text, gap, end } = repeat;
  const left = line[from - 1] ?? '';
  const next = line[end] ?? '';
  const initial = isBorder(left) || /[对那就是说以]/.test(left);
  const hesitates = /[呃额嗯唔]/.test(gap);
  if (/^(.).?\1?$/u.test(text) && /[、]/.test(gap)) return undefined;
  if (text.length === 1) {
    if (isBorder(next) || wordEndsAt(line, from + 1)) return undefined;
    if (haltingCharacters.get(text)?.before.some((word) => line.startsWith(word, repeat.last)))
      return undefined;
    if ('我你他她它这那'.includes(text))
      return isBorder(left) || (hesitates && opens.has(left)) ? sureOf('character') : undefined;
    if ('在把被给从和跟与就都也还很更最又再但而所为将向像'.includes(text)) {
      return isBorder(left) && '在就都也还又'.includes(text) && !hesitates
        ? unsureOf('character')
        : sureOf('character');
    }
    return hesitates && boundCharacters.has(text) && !suffixCharacters.has(text)
      ? sureOf('character')
      : undefined;
  }
  if (leadingWords.has(text) || text === '一个') {
    if (isBorder(next) || doubledPhrases.has(text)) return undefined;
    // 一些，一些: perhaps the parts of a list.
    if (!hesitates && (gap.includes('啊') || text.startsWith('一'))) return unsureOf('word');
    if (pointingWords.has(text))
      return initial || hesitates || repeat.copies > 2 || line.startsWith(text, from - text.length)
        ? sureOf('word')
        : unsureOf('word');
    return sureOf('word');
  }
  if (doubledPhrases.has(text) || doubledVerbs.has(text))
    return hesitates && !isBorder(next) ? sureOf('word') : undefined;
  if (text.length >= 3 && !isBorder(next) && /(?:[一这那]个|[的是在有]|我们?)$/u.test(text))
    return hesitates || !text.endsWith('的') ? sureOf('phrase') : unsureOf('phrase');
  if (text.length >= 4 && isBorder(left) && functional.test(text)) {
    // Said twice and no more, it is meant: 没什么好吃的，没什么好吃的。
    if (/[。！？!?]/.test(next) || next === '' || /[太真好谢没不别]/u.test(text)) return unsureOf('clause');
    return sureOf('clause');
  }
  return hesitates ? unsureOf('phrase') : undefined;
}

/** post post norm, AIAI, 500亿500亿. */
function judgeLatin({ line, from, text, gap, end }: Repeat): Verdict | undefined {
  const joins = (a: string | undefined, b: string | undefined) =>
    /[\p{Script=Latin}\d]/u.test(a ?? '') && /[\p{Script=Latin}\d.%]/u.test(b ?? '');
  if (joins(line[from - 1], text[0]) || joins(text.at(-1), line[end])) return undefined;
  if (/^[\d.]+$/.test(text)) return undefined;
  const spaced = gap !== '';
  if (/^[\p{Script=Latin}]+$/u.test(text)) {
    if (doubledLatin.has(text.toLowerCase()) || text.length < 2) return undefined;
    if (spaced) return /[,，、]/.test(gap) ? unsureOf('word') : sureOf('word');
    // AIAI, but not COCO.
    return acronyms.includes(text) ? sureOf('word') : undefined;
  }
  if (/^[A-Z]+\d+$/.test(text)) return sureOf('word');
  if (/^\d[\d.]*[亿万]$/.test(text)) return sureOf('word');
  return text.length >= 4 && /\p{Script=Han}/u.test(text) && !/^\d/.test(text) && !/[,，、]/.test(gap)
    ? sureOf('phrase')
    : undefined;
}

/** Whether a word ends at `end` that begins before `from`, so that what stands between is only part of it. */
function endsLongerWord(line: string, from: number, end: number): boolean {
  return [1, 2].some(
    (more) => from >= more && end - from + more <= 4 && isWord(line.slice(from - more, end)),
  );
}

/** Whether a stretch is itself something said twice. */
const isTwice = (text: string): boolean =>
  text.length % 2 === 0 && text.slice(0, text.length / 2) === text.slice(text.length / 2);

const isSound = (text: string): boolean =>
  /^[哈嘿呵嘻哇嘘喂哎唉嗨咚当叮滴咕啦哗呼嘟噔咔嚓砰嗡吱喵汪呱巴拉啪噼]+$/u.test(text);
