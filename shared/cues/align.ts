/** Lengths of the stretches that two texts are first held together by, from the surest. */
const anchorLengths = [12, 8, 5, 4] as const;
/** What lies between anchors is aligned unit by unit up to so many pairs of units; beyond that it stays apart. */
const mostCells = 1_000_000;

/**
 * Aligns two sequences: for each unit of `a` the place of its counterpart in `b`, or -1; counterparts stand in the same
 * order. A counterpart is the same unit, or one that was put in its place. First stretches that occur once in either
 * hold the sequences together (patience diff, Bram Cohen), then what lies between is aligned at the least edit distance
 * (Levenshtein). Time is linear in the lengths, because the stretches in between are of bounded size.
 */
export function align(a: Uint16Array, b: Uint16Array): Int32Array {
  const pairs = new Int32Array(a.length).fill(-1);
  const rest: Stretch[] = [{ aFrom: 0, aTo: a.length, bFrom: 0, bTo: b.length, depth: 0 }];
  for (let stretch = rest.pop(); stretch; stretch = rest.pop()) {
    let { aFrom, aTo, bFrom, bTo } = stretch;
    while (aFrom < aTo && bFrom < bTo && a[aFrom] === b[bFrom]) pairs[aFrom++] = bFrom++;
    while (aFrom < aTo && bFrom < bTo && a[aTo - 1] === b[bTo - 1]) pairs[--aTo] = --bTo;
    if (aFrom === aTo || bFrom === bTo) continue;
    const trimmed = { aFrom, aTo, bFrom, bTo, depth: stretch.depth };
    const length = anchorLengths[stretch.depth];
    const isSmall = (aTo - aFrom + 1) * (bTo - bFrom + 1) <= mostCells / (length === undefined ? 1 : 100);
    if (isSmall) pairByDistance(a, b, trimmed, pairs);
    else if (length !== undefined) rest.push(...pairByAnchors(a, b, trimmed, length, pairs));
  }
  dropChance(a, b, pairs);
  return pairs;
}

interface Stretch {
  readonly aFrom: number;
  readonly aTo: number;
  readonly bFrom: number;
  readonly bTo: number;
  /** How many lengths of anchors were tried. */
  readonly depth: number;
}

/** Pairs what stands in anchors; gives what lies between them. */
function pairByAnchors(
  a: Uint16Array,
  b: Uint16Array,
  { aFrom, aTo, bFrom, bTo, depth }: Stretch,
  length: number,
  pairs: Int32Array,
): Stretch[] {
  const between: Stretch[] = [];
  let [aAt, bAt] = [aFrom, bFrom];
  for (const [aAnchor, bAnchor] of anchorsOf(a, aFrom, aTo, b, bFrom, bTo, length)) {
    // Anchors overlap: the next one either goes on where the last one stands or contradicts it.
    const inside = Math.max(aAt - aAnchor, bAt - bAnchor, 0);
    if (inside >= length || (inside > 0 && aAt - aAnchor !== bAt - bAnchor)) continue;
    if (inside === 0) between.push({ aFrom: aAt, aTo: aAnchor, bFrom: bAt, bTo: bAnchor, depth: depth + 1 });
    for (let i = inside; i < length; i++) pairs[aAnchor + i] = bAnchor + i;
    aAt = aAnchor + length;
    bAt = bAnchor + length;
  }
  between.push({ aFrom: aAt, aTo, bFrom: bAt, bTo, depth: depth + 1 });
  return between;
}

/** Where stretches of a length begin that occur once in either part: the longest series that is in order in both. */
function anchorsOf(
  a: Uint16Array,
  aFrom: number,
  aTo: number,
  b: Uint16Array,
  bFrom: number,
  bTo: number,
  length: number,
): [number, number][] {
  const repeated = -1;
  const firstInA = new Map<number, number>();
  for (let i = aFrom; i + length <= aTo; i++) {
    const hash = hashOf(a, i, length);
    firstInA.set(hash, firstInA.has(hash) ? repeated : i);
  }
  const inB = new Map<number, number>();
  for (let j = bFrom; j + length <= bTo; j++) {
    const i = firstInA.get(hashOf(b, j, length));
    if (i === undefined || i === repeated || !isSame(a, i, b, j, length)) continue;
    inB.set(i, inB.has(i) ? repeated : j);
  }
  const candidates: [number, number][] = [];
  for (const [i, j] of inB) if (j !== repeated) candidates.push([i, j]);
  candidates.sort((one, other) => one[0] - other[0]);
  return longestRising(candidates);
}

function hashOf(units: Uint16Array, from: number, length: number): number {
  let hash = 0;
  for (let i = from; i < from + length; i++) hash = Math.imul(hash, 0x01000193) ^ (units[i] ?? 0);
  return hash;
}

function isSame(a: Uint16Array, aFrom: number, b: Uint16Array, bFrom: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (a[aFrom + i] !== b[bFrom + i]) return false;
  return true;
}

/** The longest series of pairs whose second numbers rise (patience sorting). */
function longestRising(pairs: readonly [number, number][]): [number, number][] {
  const tails: number[] = []; // the last pair of the best series of each length
  const before = new Int32Array(pairs.length);
  pairs.forEach(([, value], index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] ?? 0]?.[1] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before[index] = tails[low - 1] ?? -1;
    tails[low] = index;
  });
  const series: [number, number][] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index];
    if (pair) series.push(pair);
  }
  return series.reverse();
}

const keepBoth = 0;
const skipA = 1;
const skipB = 2;

/** Pairs what a stretch of the least edit distance pairs, the same units and those put in their place. */
function pairByDistance(
  a: Uint16Array,
  b: Uint16Array,
  { aFrom, aTo, bFrom, bTo }: Stretch,
  pairs: Int32Array,
): void {
  const columns = bTo - bFrom + 1;
  const rows = aTo - aFrom + 1;
  const ways = new Uint8Array(rows * columns);
  let last = Int32Array.from({ length: columns }, (_, j) => j);
  let row = new Int32Array(columns);
  ways.fill(skipB, 1, columns);
  for (let i = 1; i < rows; i++) {
    const unit = a[aFrom + i - 1];
    row[0] = i;
    ways[i * columns] = skipA;
    for (let j = 1; j < columns; j++) {
      const both = (last[j - 1] ?? 0) + (unit === b[bFrom + j - 1] ? 0 : 1);
      const withoutA = (last[j] ?? 0) + 1;
      const withoutB = (row[j - 1] ?? 0) + 1;
      const least = Math.min(both, withoutA, withoutB);
      row[j] = least;
      ways[i * columns + j] = least === both ? keepBoth : least === withoutA ? skipA : skipB;
    }
    [last, row] = [row, last];
  }
  for (let i = rows - 1, j = columns - 1; i > 0 || j > 0; ) {
    const way = ways[i * columns + j];
    if (way === keepBoth) pairs[aFrom + i - 1] = bFrom + j - 1;
    if (way !== skipB) i--;
    if (way !== skipA) j--;
  }
}

/** Parts pairs that agree by chance: a single same unit amid what does not agree. */
function dropChance(a: Uint16Array, b: Uint16Array, pairs: Int32Array): void {
  for (let from = 0; from < pairs.length; ) {
    let to = from + 1;
    const first = pairs[from] ?? -1;
    if (first >= 0) while (to < pairs.length && pairs[to] === first + (to - from)) to++;
    let same = 0;
    for (let i = from; i < to; i++) if (a[i] === b[pairs[i] ?? -1]) same++;
    if (first >= 0 && same < 2 && to - from < pairs.length) pairs.fill(-1, from, to);
    from = to;
  }
}
