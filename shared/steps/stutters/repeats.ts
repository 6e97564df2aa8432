/** One stretch of a line that is said again at once, perhaps after a filler or a comma. Positions are in the line. */
export interface Repeat {
  readonly line: string;
  /** Where the first copy begins, and where the last one does. */
  readonly from: number;
  readonly last: number;
  /** What is repeated. */
  readonly text: string;
  /** How often it is said. */
  readonly copies: number;
  /** All that stands between the copies. */
  readonly gap: string;
  /** Where the last copy ends. */
  readonly end: number;
}

/** The longest stretch that is looked for, and the longest gap between two copies, in UTF-16 code units. */
const longest = 16;
const longestGap = 4;

const gapChars = '呃额嗯唔啊哦诶欸，、, ';
const isGap = new Uint8Array(65536);
for (const char of gapChars) isGap[char.charCodeAt(0)] = 1;

/** What ends a repeated stretch: sentence marks, brackets, quotes. */
const isMark = new Uint8Array(65536);
for (const char of '。！？；：…!?;:.（）()《》「」『』【】[]“”‘’"\'—~～·/\\|<>*#_`=+-')
  isMark[char.charCodeAt(0)] = 1;

/** Whether a character may stand at the border of a clause: white space, a mark, or none at all. */
export const isBorder = (char: string | undefined): boolean =>
  char === undefined || char === '' || /[\s，、,]/.test(char) || isMark[char.charCodeAt(0)] === 1;

/**
 * All repeats that begin at `from` of a line, the shortest first; each taken as often as it is said in a
 * row, with gaps between all copies or between none.
 */
export function repeatsAt(line: string, from: number): Repeat[] {
  const first = line.charCodeAt(from);
  if (isGap[first] === 1 || isMark[first] === 1) return [];
  const found: Repeat[] = [];
  for (let length = 1; length <= longest; length++) {
    const lastCode = line.charCodeAt(from + length - 1);
    if (Number.isNaN(lastCode) || isMark[lastCode] === 1) break;
    if (isGap[lastCode] === 1) continue;
    const next = afterGap(line, from + length);
    if (line.charCodeAt(next) !== first) continue;
    const text = line.slice(from, from + length);
    if (!line.startsWith(text, next)) continue;
    let last = next;
    let copies = 2;
    let gap = line.slice(from + length, next);
    for (;;) {
      const again = afterGap(line, last + length);
      if (!line.startsWith(text, again) || (again === last + length) !== (gap === '')) break;
      gap += line.slice(last + length, again);
      last = again;
      copies++;
    }
    found.push({ line, from, last, text, copies, gap, end: last + length });
  }
  return found;
}

/** The first position from `at` on that is no gap; `at` itself if the gap is too long. */
function afterGap(line: string, at: number): number {
  let end = at;
  while (end - at <= longestGap && isGap[line.charCodeAt(end)] === 1) end++;
  return end - at > longestGap ? at : end;
}
