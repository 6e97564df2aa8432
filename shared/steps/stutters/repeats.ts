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

/** Where {@link recurrences} last met each character; kept, since it is large, and empty between two calls. */
const met = new Int32Array(65536);

/**
 * For each place in a line, where its character stands next before any mark; 0 where it does not, and for gaps and
 * marks. Most places need no closer look.
 */
export function recurrences(line: string): Int32Array {
  const next = new Int32Array(line.length);
  let mark = line.length;
  for (let at = line.length - 1; at >= 0; at--) {
    const code = line.charCodeAt(at);
    if (isMark[code] === 1) mark = at;
    else if (isGap[code] === 0) {
      const again = met[code] ?? 0;
      if (again < mark) next[at] = again;
      met[code] = at;
    }
  }
  for (let at = 0; at < line.length; at++) met[line.charCodeAt(at)] = 0;
  return next;
}

/**
 * All repeats that begin at `from` of a line, the shortest first; each taken as often as it is said in a row, with gaps
 * between all copies or between none. `recurs` are the {@link recurrences} of the line, and `runs` is what was found out at
 * earlier places of it: one array from {@link noRuns} for all places of a line, in their order.
 */
export function repeatsAt(line: string, from: number, recurs: Int32Array, runs: Int32Array): Repeat[] {
  const found: Repeat[] = [];
  const farthest = from + longest + longestGap;
  for (let next = recurs[from] ?? 0; next > 0 && next <= farthest; next = recurs[next] ?? 0) {
    let length = next - from;
    while (isGap[line.charCodeAt(from + length - 1)] === 1) length--;
    if (length > longest || next - from - length > longestGap) continue;
    const text = line.slice(from, from + length);
    if (!line.startsWith(text, next)) continue;
    found.push(next === from + length ? run(line, from, text, runs) : inARow(line, from, next, text));
  }
  return found;
}

/** For each length of a repeated stretch, up to where a line is known to say the same that far on: nowhere yet. */
export const noRuns = (): Int32Array => new Int32Array(longest + 1);

/** A repeat of `text` at `from` without gaps, with all the copies that follow. Long runs are gone through once. */
function run(line: string, from: number, text: string, runs: Int32Array): Repeat {
  const { length } = text;
  let same = Math.max(from, runs[length] ?? 0);
  while (line.charCodeAt(same) === line.charCodeAt(same + length)) same++;
  runs[length] = same;
  const more = Math.floor((same - from) / length);
  const last = from + more * length;
  return { line, from, last, text, copies: more + 1, gap: '', end: last + length };
}

/** So many copies with gaps are taken as one repeat, so that a long row of them is not gone through for each of its places. */
const mostCopies = 16;

/** A repeat of `text` at `from` and, after a gap, at `next`, with the copies that follow in the same way. */
function inARow(line: string, from: number, next: number, text: string): Repeat {
  const { length } = text;
  let last = next;
  let copies = 2;
  let gap = line.slice(from + length, next);
  while (copies < mostCopies) {
    const again = afterGap(line, last + length);
    if (!line.startsWith(text, again) || again === last + length) break;
    gap += line.slice(last + length, again);
    last = again;
    copies++;
  }
  return { line, from, last, text, copies, gap, end: last + length };
}

/** The first position from `at` on that is no gap; `at` itself if the gap is too long. */
function afterGap(line: string, at: number): number {
  let end = at;
  while (end - at <= longestGap && isGap[line.charCodeAt(end)] === 1) end++;
  return end - at > longestGap ? at : end;
}
