/**
 * Chinese numerals and numbers. Written here, because no package on npm reads what people say: nzh takes 两百 for 0 and
 * 一万五 for 10005, chinese-numbers-converter takes 一亿零五万 for ten thousand times as much, @lazy-cjk/zh2num reads no
 * decimals and brings 19 packages along.
 */
const digits = '零一二三四五六七八九';
const worth = new Map(
  [...`${digits}两〇`].map((char, index) => [char, index < 10 ? index : index === 10 ? 2 : 0]),
);
const places = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

/** The number that a Chinese numeral says: 两百, 一万五, 二零二四, 三点五; undefined if it is none. */
export function readNumeral(text: string): number | undefined {
  const [whole = '', part, ...more] = text.split('点');
  if (more.length > 0 || text === '') return undefined;
  if (part !== undefined) {
    const before = whole === '' ? undefined : readWhole(whole);
    const after = readDigits(part);
    return before === undefined || after === undefined ? undefined : Number(`${before}.${after}`);
  }
  return readWhole(whole);
}

/** Digit by digit, as years and decimals are read: 二零二四. */
function readDigits(text: string): string | undefined {
  let out = '';
  for (const char of text) {
    const value = worth.get(char);
    if (value === undefined) return undefined;
    out += value;
  }
  return out === '' ? undefined : out;
}

function readWhole(text: string): number | undefined {
  const plain = readDigits(text);
  if (plain !== undefined) return Number(plain);
  for (const [mark, size] of [
    ['亿', 1e8],
    ['万', 1e4],
  ] as const) {
    const at = text.lastIndexOf(mark);
    if (at < 0) continue;
    const high = at === 0 ? undefined : readWhole(text.slice(0, at));
    const low = readRest(text.slice(at + 1), size);
    return high === undefined || low === undefined || low >= size ? undefined : high * size + low;
  }
  return readThousands(text);
}

/** What follows 万 or 亿; a single digit counts the next place: 一万五. */
function readRest(text: string, size: number): number | undefined {
  if (text === '') return 0;
  if (text.length === 1 && text !== '零') {
    const digit = worth.get(text);
    return digit === undefined ? readThousands(text) : (digit * size) / 10;
  }
  return readWhole(text.replace(/^[零〇]/, ''));
}

function readThousands(text: string): number | undefined {
  let sum = 0;
  let digit: number | undefined;
  let last = 10_000;
  for (const [index, char] of [...text].entries()) {
    const place = places.get(char);
    const value = worth.get(char);
    if (place !== undefined) {
      if (place >= last || (digit === undefined && (place !== 10 || index > 0)) || digit === 0)
        return undefined;
      sum += (digit ?? 1) * place;
      last = place;
      digit = undefined;
    } else if (value === 0) {
      if (digit !== undefined || index === 0) return undefined;
      last = Math.min(last, 101); // what comes now is at its own place: 一百零五
    } else if (value !== undefined) {
      if (digit !== undefined) return undefined;
      digit = value;
    } else return undefined;
  }
  if (digit === undefined) return sum;
  // 三千二 means 3200; 一百零二 means 102.
  const shortened = last >= 100 && last < 10_000 && !/[零〇]/.test(text);
  return sum + digit * (shortened ? last / 10 : 1);
}

/** A whole or decimal number (digits, perhaps with a point) as it is said: 12 → 十二, 3.5 → 三点五. */
export function writeNumeral(number: string): string {
  const [whole = '', part] = number.split('.');
  const said = writeWhole(whole.replace(/^0+(?=\d)/, ''));
  return part === undefined ? said : `${said}点${writeDigits(part)}`;
}

/** A number digit by digit: 2024 → 二零二四. */
export const writeDigits = (number: string): string =>
  [...number].map((char) => digits[Number(char)] ?? '').join('');

function writeWhole(number: string): string {
  if (number === '0') return '零';
  const groups: string[] = [];
  for (let end = number.length; end > 0; end -= 4) groups.unshift(number.slice(Math.max(0, end - 4), end));
  let out = '';
  let skipped = false;
  groups.forEach((group, index) => {
    const rank = groups.length - 1 - index;
    const said = writeGroup(group.replace(/^0+/, ''));
    if (said === '') {
      skipped = true;
      if (rank === 2 && out !== '') out += '亿';
      return;
    }
    const gap = out !== '' && (skipped || group.startsWith('0'));
    out += (gap ? '零' : '') + said + (['', '万', '亿', '万亿'][rank] ?? '');
    skipped = false;
  });
  return out.replace(/^一十/, '十').replace(/万亿(?=.*亿)/, '万');
}

function writeGroup(group: string): string {
  let out = '';
  let zero = false;
  [...group].forEach((char, index) => {
    const place = group.length - 1 - index;
    if (char === '0') {
      zero = true;
      return;
    }
    out +=
      (zero && out !== '' ? '零' : '') + (digits[Number(char)] ?? '') + (['', '十', '百', '千'][place] ?? '');
    zero = false;
  });
  return out;
}
