import { type Finder, finding, matching } from './finding';
import { readNumeral, writeDigits, writeNumeral } from './numerals';

/** Phrases whose numerals count nothing: they stay as they are. */
const fixedPhrases =
  /一五一十|三三两两|五四|七七事变|九一八|一二九|八一|五一|十一假|六一儿|三八妇|一心一意|三心二意|四面八方|五颜六色|七上八下|乱七八糟|九牛一毛|十全十美|百分百|千方百计|千家万户|千变万化|万一|一万个|十分|百年|千年|万年|百姓|千万|万千|百花|千言万语|万物|万岁|三番五次|五花八门|六神无主|四舍五入|丢三落四|颠三倒四|接二连三|朝三暮四|低三下四|说三道四|三国|三国演义|四书五经|五湖四海|七嘴八舌|十有八九|九死一生|一一|两两|三三|二百五|百度|八卦|四川|三亚|九江|五台|六安|十堰|三峡|双十一|一二线|一线|二线|三线|十大|百强/u;

const numeral = '[零〇一二两三四五六七八九十百千万亿]';
const measure =
  '个百分点|个|位|名|人|年|月|号|日|天|周|岁|倍|元|块|美元|万元|亿元|米|公里|公斤|吨|秒|毫秒|分钟|小时|页|篇|张|台|层|卡|次|家|条|款|项|度|亿|万|种|套|间|辆|本|部|集|分|行|列|维|字|词|步|轮|届|章|节|支|只|头|棵|件|路|线|楼|室|级|期|批|排|队|组|场|座|口|股|票|层楼|[A-Za-z]';

const toDigits = new RegExp(`(百分之)?(${numeral}+(?:点[零〇一二三四五六七八九]+)?)(?=(${measure})?)`, 'gu');

/** Chinese numerals that count something, as digits: 三百二十个, 二零二四年, 百分之二十. */
export const numeralsToDigits: Finder = (text) =>
  matching(text, toDigits, ({ index, 0: all, 1: percent, 2: said = '', 3: unit }) => {
    const around = text.slice(Math.max(0, index - 3), index + all.length + 3);
    if (fixedPhrases.test(around)) return undefined;
    const left = text[index - 1] ?? '';
    const next = text[index + all.length] ?? '';
    if (/[第初几数多好\d.点周期]/u.test(left) || /^[几多来余半]/u.test(next)) return undefined;
    if (percent) {
      const value = readNumeral(said);
      return value === undefined || /[百千万亿]$/.test(said)
        ? undefined
        : finding('numeral', index, all.length, `${value}%`);
    }
    if (unit === '年' && /^[零〇一二三四五六七八九]{4}$|^[零〇一二三四五六七八九]{2}$/u.test(said)) {
      return finding(
        'numeral',
        index,
        said.length,
        [...said].map((char) => readNumeral(char) ?? '').join(''),
      );
    }
    // 三四个, 一两天: about as many; 一个, 两种: words more than numbers.
    if (/^[一二两三四五六七八九]{2,}/u.test(said) || /[一二两三四五六七八九]{2}[十百千万亿]/u.test(said))
      return undefined;
    const value = readNumeral(said);
    if (value !== undefined && value >= 1e13) return undefined;
    if (
      value === undefined ||
      (value < 10 && !said.includes('点')) ||
      (unit === undefined && !said.includes('点') && value < 100)
    )
      return undefined;
    return finding('numeral', index, said.length, inShort(value));
  });

/** Large round numbers keep 万 and 亿, as newspapers write them: 15000 → 1.5万. */
function inShort(value: number): string {
  for (const [unit, size] of [
    ['亿', 1e8],
    ['万', 1e4],
  ] as const) {
    if (value >= size && Number.isInteger((value / size) * 100)) return `${value / size}${unit}`;
  }
  return String(value);
}

/** Digits that count something, as Chinese numerals: 320个, 2024年, 20%. Names and sizes keep their digits. */
export const digitsToNumerals: Finder = (text) =>
  matching(
    text,
    new RegExp(
      `(?<![\\w.,:：/\\-–%第])(\\d{1,12}(?:\\.\\d{1,6})?)(?:([%％])|(?<=百分之\\d{1,12}(?:\\.\\d{1,6})?)(?![\\d.])|(?=${measure.replace('|[A-Za-z]', '')}))(?![A-Za-z\\d])`,
      'gu',
    ),
    ({ index, 0: all, 1: number = '', 2: percent }) => {
      if (percent) return finding('numeral', index, all.length, `百分之${writeNumeral(number)}`);
      const next = text[index + all.length] ?? '';
      const year = next === '年' && /^\d{4}$|^\d{2}$/.test(number);
      if (/^0\d/.test(number) && !year) return undefined;
      const said = year ? writeDigits(number) : writeNumeral(number);
      return finding(
        'numeral',
        index,
        all.length,
        said === '二' && next !== '月' && next !== '号' && next !== '日' ? '两' : said,
      );
    },
  );
