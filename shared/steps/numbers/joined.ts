import { type Finder, type Finding, finding, matching } from './finding';

const digits = '零一二三四五六七八九十';
const inChinese = (digit: number, before = ''): string =>
  digit === 2 && before === '' ? '两' : (digits[digit] ?? '');

/** Two numbers of one or two digits written as one, if the second follows the first: 34, 910, 1112. */
function consecutive(text: string): [string, string] | undefined {
  const cut = text.length === 2 ? 1 : text.length === 3 ? 1 : 2;
  const [first, second] = [text.slice(0, cut), text.slice(cut)];
  return Number(second) === Number(first) + 1 && !first.startsWith('0') && !second.startsWith('0')
    ? [first, second]
    : undefined;
}

/** The greatest number that may stand before a unit: 34月份 can only be March and April. */
const greatest: Readonly<Record<string, number>> = { 月: 12, 号: 31, 年级: 12, 点钟: 24, 点半: 24 };

const runTogether: Finder = (text) => [
  ...matching(
    text,
    /(?<![\d.,:：/-])(\d{2,4})(月|号|年级|点钟|点半)(?!\d)/g,
    ({ index, 1: number = '', 2: unit = '' }) => {
      const parts = consecutive(number);
      if (
        !parts ||
        Number(number) <= (greatest[unit] ?? Infinity) ||
        Number(parts[1]) > (greatest[unit] ?? 0)
      )
        return undefined;
      return finding('range', index + parts[0].length, 0, '、');
    },
  ),
  // 5 6月份
  ...matching(
    text,
    /(?<![\d.,、])(\d{1,2}) (\d{1,2})(?=月份)/g,
    ({ index, 1: first = '', 2: second = '' }) =>
      Number(second) === Number(first) + 1 && Number(second) <= 12
        ? finding('range', index + first.length, 1, '、')
        : undefined,
  ),
  // 202122年, 20222023年
  ...matching(
    text,
    /(?<!\d)((?:19|20)\d\d)((?:19|20)?\d\d)年/g,
    ({ index, 1: first = '', 2: second = '' }) =>
      Number(second.slice(-2)) === (Number(first) % 100) + 1 &&
      (second.length === 2 || second.slice(0, 2) === first.slice(0, 2))
        ? finding('year', index + 4, 0, '、')
        : undefined,
  ),
  // 22年二三年
  ...matching(
    text,
    /(?<!\d)(?:20)?([12]\d)年[，、到和或跟至]?([一二])([一二三四五六七八九])年(?!级|前|后|以|内|多|间)/g,
    ({ index, 0: all, 1: first = '', 2: tens = '', 3: ones = '' }) => {
      const year = digits.indexOf(tens) * 10 + digits.indexOf(ones);
      return year === Number(first) + 1
        ? finding('year', index + all.length - 3, 2, String(year))
        : undefined;
    },
  ),
];

/** 3B7B, 720P1080P: sizes one after another with the same unit. */
const sizes: Finder = (text) => {
  const found: Finding[] = [];
  for (const match of text.matchAll(
    /(?<![\w.-])(?:\d+(?:\.\d+)?([BMKTGPbk]))(?:\d+(?:\.\d+)?\1)+(?![\w])/g,
  )) {
    const unit = match[1] ?? '';
    const parts = match[0].split(unit).slice(0, -1);
    if (new Set(parts).size < parts.length) continue;
    let at = match.index;
    for (const part of parts.slice(0, -1)) {
      at += part.length + 1;
      found.push(finding('range', at - 1, 1, `${unit}、`));
    }
  }
  return found;
};

/** Digits for what is only said in words: 十几20个, 23成, 1些. */
const words: Finder = (text) => [
  ...matching(text, /([2-9])0(?<=几[2-9]0)(?![\d.%％])/g, ({ index, 1: tens = '' }) =>
    finding('digit', index, 2, `${digits[Number(tens)] ?? ''}十`),
  ),
  ...matching(text, /(?<![\d.])(\d?)([1-9])([1-9])成(?![为了功果本立员就熟效型都])/g, (match) => {
    const [all, extra = '', a = '', b = ''] = match;
    if (Number(b) !== Number(a) + 1 || (extra !== '' && extra !== a)) return undefined;
    return finding('digit', match.index, all.length - 1, inChinese(Number(a)) + inChinese(Number(b), a));
  }),
  ...matching(text, /1(?<![\w.\-–第年月点、，]1)(?=些|样的|直到?|般|旦|定要|切都)/g, ({ index }) =>
    finding('digit', index, 1, '一'),
  ),
  ...matching(text, /1(?<=[A-Za-z，]\s?1)(?=些)/g, ({ index }) => finding('digit', index, 1, '一')),
  ...matching(
    text,
    /1(?<=\p{Script=Han}1)(?=(?:part|case|step|token|layer|head|batch|epoch)(?![a-z]))/gu,
    ({ index }) => finding('digit', index, 1, '一', 'suggest'),
  ),
  ...matching(text, /(?<![\w.])1{2,3}(?=起[来去做开看说讨学研])/g, ({ index, 0: all }) =>
    finding('digit', index, all.length, '一', 'suggest'),
  ),
  // 400000000
  ...matching(text, /(?<![\w.,])(\d{1,4})0{8}(?![\d.万亿])/g, ({ index, 0: all, 1: number = '' }) =>
    finding('digit', index, all.length, `${number}亿`),
  ),
];

/** A unit that was heard as a word of the same sound, where sizes of models are spoken of: 70币. */
const units: Finder = (text) => [
  ...matching(text, /币(?<=(?:\d|[一二三四五六七八九十百两]个)币)(?!种|值|圈|安|市|价|面)/g, ({ index }) => {
    const around = text.slice(Math.max(0, index - 120), index + 120);
    return /\d\s?B(?![A-Za-z\d])|参数/.test(around) ? finding('unit', index, 1, 'B') : undefined;
  }),
  // 200B300元: the second unit was heard as another word.
  ...matching(text, /元(?<=\dB\d{1,3}元)/g, ({ index }) => finding('unit', index, 1, 'B')),
  // 2717年: no talk goes as far into the future, but for round years.
  ...matching(text, /(?<!\d)2[1-9](?=[0-2][1-9]年)/g, ({ index }) =>
    finding('year', index, 2, '20', 'suggest'),
  ),
  // 71080P: no picture has such a height.
  ...matching(text, /(?<![\d.])\d(?=(?:720|1080|1440|2160)[Pp])/g, ({ index }) =>
    finding('unit', index, 1, ''),
  ),
  // 1120x120: a square, said in a hurry.
  ...matching(text, /(?<!\d)(\d)(\d{2,4})([x×*])\2(?!\d)/g, ({ index, 1: lead = '', 2: rest = '' }) =>
    finding('unit', index + 1 + rest.length + 1, 0, lead, 'suggest'),
  ),
  // 像44。5甚至5: two versions.
  ...matching(text, /(\d)(?<=(?:像|GPT[- ]?)\d)(?=\1[.。]\d)/g, ({ index }) =>
    finding('range', index + 1, 0, '、', 'suggest'),
  ),
];

/** Numbers and sizes that a recogniser wrote as one, or in the wrong kind of digits. */
export const joined: readonly Finder[] = [runTogether, sizes, words, units];
