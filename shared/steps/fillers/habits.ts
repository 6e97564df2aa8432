import { requiredText } from '../../rules/required';
import { haltingCharacters } from '../data/doubled';
import { connectives, leading } from '../data/fillers';
import { isWord, wordEndsAt } from '../words';

export type Kind = 'hesitation' | 'particle' | 'tag' | 'opener' | 'pointing' | 'again' | 'own';

/** A way of speaking that adds nothing: a pattern whose match goes, its kind, and what may forbid it. */
export interface Habit {
  readonly pattern: RegExp;
  /** What stands in all that the pattern matches: most lines hold none of it. */
  readonly required: string;
  readonly kind: Kind;
  readonly unless?: (line: string, from: number, to: number) => boolean;
}

/** Where a clause begins; a sound of hesitation there goes as well, and must not hide what follows it. */
const atHead = '(?<=(?:^|[，。！？；、,])[呃嗯啊]{0,3})';
const goesOn = '(?=[^，。！？；、,\\s])';
const pause = '[呃额嗯唔啊，、,]*';
const through = (words: string): string => `(${words})${pause}(?:[这那]个${pause})+(?=\\1(?![这那]个))`;
const degree = '(?:非常|比较|十分|特别|相当|很|更)';
function habit(kind: Kind, source: string, unless?: Habit['unless']): Habit {
  const pattern = new RegExp(source, 'gu');
  return { pattern, required: requiredText(pattern), kind, ...(unless && { unless }) };
}

/** Habits that are nearly always empty. */
export const safeHabits: readonly Habit[] = [
  // 但是呢, 所以呢; 回答呢应该是
  habit('particle', `(?<=(?:^|[，。！？；、,\\s呃嗯啊])(?:${connectives}))呢(?![？?])`),
  habit('particle', '(?<=\\p{Script=Han}{2})(?<![着你我他她它么吗])呢(?=\\p{Script=Han})(?![子绒喃])'),
  habit('hesitation', '(?<![A-Za-z])(?:[Uu]h+m?|[Uu]mm*|[Hh]mm+)(?![A-Za-z])[,，]?\\s?'),
  // 是有讲究的对。 but 你说的对。
  habit('tag', '(?<=[^说讲做写答想选猜看用算读听]的|[了吧嘛]|[A-Za-z])对(?=[，。]|$)'),
  habit('opener', '(?<=[，,])对(?=然后|所以|但是|因为|就是)'),
  habit('opener', `${atHead}就是说[，,]?${goesOn}`, (line, from) => /也$/.test(line.slice(0, from))),
  // 然后 again and again
  habit(
    'opener',
    `${atHead}然后呢?[，,]?${goesOn}`,
    (line, from, to) => isSequence(line, from, to) || !isRepeated(line, from, to, 80),
  ),
  // 然后所以: the second connective says how the clauses hang together.
  habit('opener', `${atHead}然后呢?[，,]?(?=所以|但是|因为|当然|而且|不过)`, isSequence),
  // 所以的话，我们
  habit('opener', `(?<=${atHead}(?:所以|然后|但是|而且|因为|因此))的话(?=[，,]|\\p{Script=Han})`),
];

/** Habits that go as well where a text is to be published. */
export const thoroughHabits: readonly Habit[] = [
  habit(
    'opener',
    `${atHead}然后呢?[，,]?${goesOn}`,
    (line, from, to) => isSequence(line, from, to) || !isRepeated(line, from, to, 200),
  ),
  habit('opener', `${atHead}然后呢[，,]?${goesOn}`, isSequence),
  habit('opener', `${atHead}然后[，,]?(?=如果|或者|比如|后来|接着|另外|同时|其实)`, isSequence),
  habit('opener', `${atHead}就是(?=因为|如果|我们|大家|你|我|在|说)`),
  habit('opener', `${atHead}(?:怎么说呢|反正就是)[，,]?${goesOn}`),
  habit('opener', `${atHead}(?:就说|那个)(?=其实|我们|大家|你们)`),
  habit('opener', `${atHead}那么[，,]?${goesOn}`, isConditional),
  // 对我们要看屋顶; but 对我们来说, 对这件事
  habit(
    'opener',
    '(?<=[，,])对(?=其实|(?:这个?|那)[也就是]|那[我你他么]|我们?(?:要|会|想|先|再|在|有|还|都|也|就|是|可以|觉得|认为))',
  ),
  // 所以就是说我们; 因为就是算力其实是
  habit('opener', `(?<=因为|所以|但是|而且|不过)就是说[，,]?${goesOn}`),
  habit('opener', '(?<=因为|所以|但是|而且|不过)就是(?=[^，。！？；,说]+是)'),
  // 问题就是说如何做, 我们发现说它变大了; but 也就是说, 他就是说
  habit(
    'opener',
    '(?<=(?<![也我你他她它们])就是|的是|确保|发现|理解)(?:是说|说)(?![明法服话辞谎的出过起说])',
  ),
  habit('opener', '(?<=觉得|认为|知道|意识到|保证|相信)说(?=我们|大家|如果|今天|现在|原来|其实|因为|当|在)'),
  // 到了年底，那大家都很忙; 那包括, 那不管; 也就是说那
  habit(
    'opener',
    '(?<=(?:之后|以后|之前|时候|[年月]底|年初|阶段|过程中|情况下|基础上|在内|来说|来讲)[，,])那(?![个些么种样边里天时年儿会是一两几，,])',
    isConditional,
  ),
  habit('opener', `${atHead}那(?=包括|不管|无论|甚至)`),
  habit('opener', '(?<=也就是说)那(?![个些么种样边里天时年儿会是一两几，,])'),
  // 先做这一步，那个，再做下一步; but 这个，那个，都要
  habit('pointing', '(?<=(?<![这那]个)[，,])[这那]个[，,](?=(?![这那]个)\\p{Script=Han})'),
  // 屋顶的这个坡度, 所以这个老房子, 一套这个设备
  habit(
    'pointing',
    '(?<=[的了]|一(?:些|套|类|种|系列|批|组)|除了|随着|因为|所以|而且|但是)[这那]个(?=[^，。！？；、,\\s问时人样是我你他她它])',
  ),
  // 平衡这个它带来的: no determiner stands before a pronoun; but 这个我们下次讲 begins with what it is about.
  habit('pointing', '(?<=\\p{Script=Han})(?<!对|关于)[这那]个(?=[我你他它她]们?|大家|刚刚?|也就)'),
  habit('pointing', '这种(?=我们|你们?|大家)'),
  // 一些这种, 这个整个, 这个各种: one determiner is enough.
  habit('pointing', '(?<=一些|很多|许多|大量|各种)这种(?=\\p{Script=Han})'),
  habit('pointing', '[这那]个(?=整个|各个|各种|这些|那些|这样的)'),
  // 很多的这种工具; but 很多的这种情况, which points back.
  habit(
    'pointing',
    `(?<=(?:(?:很多|大量|许多|不少|不同|多种|众多|新)的|${degree}\\p{Script=Han}{1,2}的|各种))[，,]?这种(?=[^，。！？；、,\\s是])(?!情况|问题|现象|时候|事|方式|做法|说法|人|感觉)`,
  ),
  // 一个很重要的一个变化
  habit(
    'pointing',
    `(?<=一个[，,]?(?:${degree}|什么|怎样|这样|那样)[^，。！？；、,一的]{0,8}的)一个(?=[^，。！？；、,\\s一])`,
  ),
  // 动力呢它会下降: the topic is named already.
  habit(
    'particle',
    '(?<=[^后是且以为过而么来着]|[A-Za-z])呢[它他她](?=并|可[大以能]|是|会|能|就|也|不|要|有|还|都|其实|实际)',
  ),
  // 我们这个我们, 这么呃这个这么; 和这个和: the same word through a filler; the last one stays.
  habit('again', through(leading)),
  habit('again', through('[在被从和跟与]'), (line, from, to) => !(isFree(line, from) && isFree(line, to))),
  // 就会就: the adverb once is enough.
  habit(
    'again',
    '(?<=([就都也])[会能要])\\1(?![会能要])',
    (line, from) => !(isFree(line, from - 2) && isFree(line, from)),
  ),
  // 是可能是
  habit(
    'again',
    '(?<=^|[^但可于还而要只凡若就不也都硬真老总便即像正先的算])是呃?(?=(?:应该|可能|主要|最终|大概|已经)是)',
  ),
  // 把这个把它: one thing is done something to.
  habit('again', '(?<=把[这那]个)把它(?=\\p{Script=Han})'),
  // 为了随着: the second preposition is meant.
  habit('again', '(?:为了|通过|关于)(?=随着|如果|因为|由于|对于)'),
  // 在逐步地在提升
  habit('again', '(?<=在(?:逐步|逐渐|不断|慢慢|持续)[地的]?)在(?=\\p{Script=Han})(?![线乎意])'),
  // 那房子那几乎
  habit('again', '(?<=(?:^|[，。])那[^，。！？个么些]{1,6})那(?=几乎|其实|可能|就是?|也|都|是)'),
  // 不好的，的一些
  habit('again', '(?<=的)[，、,](?:然后)?的(?=\\p{Script=Han})(?![确士])'),
];

/** Whether a function character is its own word: no word ends with it, and none begins with it. */
function isFree(line: string, at: number): boolean {
  const char = line[at] ?? '';
  const halting = haltingCharacters.get(char);
  const ends = halting?.after ? halting.after.has((line[at - 1] ?? '') + char) : wordEndsAt(line, at + 1);
  const begins = isWord(line.slice(at, at + 2)) || halting?.before.some((word) => line.startsWith(word, at));
  return !ends && !begins;
}

/** 先看，然后再改; 然后第二: one after the other. */
function isSequence(line: string, from: number, to: number): boolean {
  return (
    /先|第一步/.test(line.slice(Math.max(0, from - 30), from)) || /^[再才第]/.test(line.slice(to, to + 1))
  );
}

/** Whether the speaker says 然后 at every turn: there is another one close by, before or behind. */
function isRepeated(line: string, from: number, to: number, within: number): boolean {
  return (
    line.slice(Math.max(0, from - within), from).includes('然后') ||
    line.slice(to, to + within).includes('然后')
  );
}

/** 如果…之后，那…, 越…，那么…: then. */
function isConditional(line: string, from: number): boolean {
  return /如果|要是|假如|只要|既然|只有|除非|万一|越/.test(line.slice(Math.max(0, from - 30), from));
}
