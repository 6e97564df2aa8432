import { type Finder, finding, matching } from './finding';
import { readNumeral } from './numerals';

const digit = '一二三四五六七八九';

/** 百分之20; 80%到90; 二三十% and 八九十%, two tens in one breath. */
export const percents: Finder = (text) => [
  ...matching(text, /百分之(\d{1,3}(?:\.\d+)?)(?![\d.。])/g, ({ index, 0: all, 1: number = '' }) =>
    finding('percent', index, all.length, `${number}%`),
  ),
  ...matching(
    text,
    /(?<![\d.])(\d{1,2}(?:\.\d+)?)[%％](?:到|至|~|～|或者?|和|、)(\d{1,3}(?:\.\d+)?)(?=[，。、；！？\s的]|左右|以上|之间|$)/g,
    ({ index, 0: all, 1: low = '', 2: high = '' }) =>
      Number(high) > Number(low) && Number(high) <= 100
        ? finding('percent', index + all.length, 0, '%')
        : undefined,
  ),
  ...matching(
    text,
    /(?<![一二三四五六七八九十百千万\d])([一二三四五六七八])([二三四五六七八九])十[%％]/g,
    (match) => {
      const [all, a = '', b = ''] = match;
      const low = digit.indexOf(a) + 1;
      return digit.indexOf(b) + 1 === low + 1
        ? finding('percent', match.index, all.length, `${low}0%~${low + 1}0%`)
        : undefined;
    },
  ),
  ...matching(
    text,
    /(?<![一二三四五六七八九十百千万两几多\d])([一二三四五六七八九]?十[一二三四五六七八九]?)[%％]/g,
    (match) => {
      const value = readNumeral(match[1] ?? '');
      return value === undefined
        ? undefined
        : finding('percent', match.index, match[1]?.length ?? 0, String(value));
    },
  ),
];
