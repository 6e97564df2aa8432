import { type Finder, finding, matching } from './finding';

/** Words beside which a small number is to be expected. */
const smallNumbers =
  /学习率|learning rate|\blr\b|warm ?up|衰减|decay|epsilon|\beps\b|优化器|步长|精度|误差|[eE]-\d/i;
const many = /算力|flops|浮点|compute/i;

/** What recognisers hear for the e of 5e-4: 5亿-4. A range such as 1亿-3亿 has a unit behind it, too. */
export const scientific: Finder = (text) => [
  ...matching(
    text,
    /(?<![\d.])(\d{1,2}(?:[.。]\d+)?)(?:亿|[Ee一]) ?(?:-|－|负|减) ?(\d{1,2}|[一二三四五六七八九])(?![\d.]|[亿万千百十个元年月倍%％])/g,
    ({ index, 0: all, 1: number = '', 2: power = '' }) => {
      const heard = all.slice(number.length);
      const exponent = /\d/.test(power) ? power : String('零一二三四五六七八九'.indexOf(power));
      const insert = `e-${exponent}`;
      if (insert === heard || (heard.startsWith('一') && !/[负]/.test(heard))) return undefined;
      const around =
        text.slice(Math.max(0, index - 200), index) + text.slice(index + all.length, index + 200);
      const several = /\d亿-\d{1,2}(?![\d亿万千百十个元年月倍%])/.test(around);
      const sure = /^[Ee]/.test(heard) || smallNumbers.test(around) || several;
      return finding('scientific', index + number.length, heard.length, insert, sure ? 'auto' : 'suggest');
    },
  ),
  // 6亿18次: 6e18 operations.
  ...matching(
    text,
    /(?<![\d.])(\d)亿[呃嗯额啊]?，?(\d\d)次(?:方)?/g,
    ({ index, 0: all, 1: number = '', 2: power = '' }) => {
      const around = text.slice(Math.max(0, index - 60), index + 60);
      return many.test(around)
        ? finding('scientific', index, all.length, `${number}e${power}`, 'suggest')
        : undefined;
    },
  ),
];
