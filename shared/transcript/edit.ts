/** A stretch of text, `from` inclusive to `to` exclusive, in UTF-16 code units. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Replace `from`–`to` of a text by `insert`. Positions are UTF-16 code units of the text before the edit. */
export interface Edit extends Range {
  readonly insert: string;
}

/**
 * Applies edits that are sorted by position and do not overlap.
 * Throws a RangeError when they are not, or reach past the text: that is a caller's mistake.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const edit of edits) {
    if (edit.from < at || edit.to < edit.from || edit.to > text.length) {
      throw new RangeError(
        `Edit ${edit.from}–${edit.to} is out of order or outside the text (${text.length})`,
      );
    }
    pieces.push(text.slice(at, edit.from), edit.insert);
    at = edit.to;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}

/**
 * The edits that undo `edits`: they lead from `applyEdits(text, edits)` back to `text`.
 */
export function invertEdits(text: string, edits: readonly Edit[]): Edit[] {
  let shift = 0;
  return edits.map((edit) => {
    const from = edit.from + shift;
    shift += edit.insert.length - (edit.to - edit.from);
    return { from, to: from + edit.insert.length, insert: text.slice(edit.from, edit.to) };
  });
}

/**
 * Where each of the `positions` (sorted) ends up after `edits`. A position inside replaced text goes to the start of
 * the insertion for `side` -1 and to its end for `side` 1; the same side decides at the point of a pure insertion.
 */
export function mapPositions(positions: readonly number[], edits: readonly Edit[], side: -1 | 1): number[] {
  let next = 0;
  let shift = 0;
  return positions.map((position) => {
    for (; next < edits.length; next++) {
      const edit = edits[next];
      if (!edit || edit.to > position || (edit.to === position && edit.from === edit.to && side < 0)) break;
      shift += edit.insert.length - (edit.to - edit.from);
    }
    const edit = edits[next];
    if (!edit || edit.from >= position) return position + shift;
    return edit.from + shift + (side < 0 ? 0 : edit.insert.length);
  });
}

/**
 * Sorted, non-overlapping ranges after `edits`. With `grow`, text put in exactly at a border belongs to the range,
 * as for a segment; without, it stays outside, as for a protected range.
 */
export function mapRanges<T extends Range>(ranges: readonly T[], edits: readonly Edit[], grow: boolean): T[] {
  if (edits.length === 0) return [...ranges];
  const from = mapPositions(
    ranges.map((range) => range.from),
    edits,
    grow ? -1 : 1,
  );
  const to = mapPositions(
    ranges.map((range) => range.to),
    edits,
    grow ? 1 : -1,
  );
  return ranges.map((range, index) => {
    const start = from[index] ?? 0;
    return { ...range, from: start, to: Math.max(start, to[index] ?? 0) };
  });
}

/**
 * Whether a later edit meets what an earlier one put in, so that the two can only be told as one. `put` is where the
 * earlier insertion stands and `later` the later edit, both in the text between the two.
 */
export function collides(put: Range, earlier: Edit, later: Range): boolean {
  const inserts = later.from === later.to;
  if (put.from === put.to) {
    return inserts ? later.from === put.from : later.from < put.from && put.from < later.to;
  }
  if (!inserts) return later.from < put.to && put.from < later.to;
  // Two insertions at one place of the first text have no order of their own there.
  if (earlier.from === earlier.to) return put.from <= later.from && later.from <= put.to;
  return put.from < later.from && later.from < put.to;
}

/**
 * Composes `first` (edits of `text`) and `second` (edits of what `first` leaves) into edits of `text`. Edits of the
 * two lists that collide become one, made by `merge` from its parts (those of `first`, then those of `second`);
 * what comes out as no change at all is dropped. Both lists are sorted and do not overlap; so does the result.
 */
export function composeEdits<T extends Edit>(
  text: string,
  first: readonly T[],
  second: readonly T[],
  merge: (parts: readonly T[], edit: Edit) => T,
): T[] {
  const result: T[] = [];
  let a = 0;
  let b = 0;
  let shift = 0; // from `text` to the text between the two lists, before first[a]
  const putAt = (edit: T): Range => ({ from: edit.from + shift, to: edit.from + shift + edit.insert.length });

  while (a < first.length || b < second.length) {
    // Most edits meet no other.
    const [alone, other] = [first[a], second[b]];
    if (alone && (!other || putAt(alone).to < other.from)) {
      result.push(alone);
      shift += alone.insert.length - (alone.to - alone.from);
      a++;
      continue;
    }
    if (other && (!alone || other.to < putAt(alone).from)) {
      result.push(moved(other, -shift));
      b++;
      continue;
    }
    const firstA = a;
    const firstB = b;
    const firstShift = shift;
    let put: Range | undefined;
    let end = 0;
    const takeEarlier = (edit: T) => {
      put = putAt(edit);
      end = Math.max(end, put.to);
      shift += edit.insert.length - (edit.to - edit.from);
      a++;
    };
    const takeLater = (edit: T) => {
      end = Math.max(end, edit.to);
      b++;
    };

    const early = first[a];
    const late = second[b];
    const start = Math.min(early ? putAt(early).from : Infinity, late ? late.from : Infinity);
    if (early && (!late || comesFirst(putAt(early), late))) takeEarlier(early);
    else if (late) takeLater(late);

    // Both lists are sorted: what collides with the group collides with the last one taken of the other list.
    for (;;) {
      const nextEarly = first[a];
      const nextLate = second[b];
      const lastEarly = first[a - 1];
      const lastLate = second[b - 1];
      if (nextEarly && lastLate && b > firstB && collides(putAt(nextEarly), nextEarly, lastLate)) {
        takeEarlier(nextEarly);
      } else if (nextLate && lastEarly && put && collides(put, lastEarly, nextLate)) {
        takeLater(nextLate);
      } else break;
    }

    const earlier = first.slice(firstA, a);
    const later = second.slice(firstB, b);
    if (later.length === 0) result.push(...earlier);
    else if (earlier.length === 0) result.push(...later.map((edit) => moved(edit, -shift)));
    else {
      const base = { from: start - firstShift, to: end - shift };
      const before = text.slice(base.from, base.to);
      const between = applyEdits(
        before,
        earlier.map((edit) => moved(edit, -base.from)),
      );
      const insert = applyEdits(
        between,
        later.map((edit) => moved(edit, -start)),
      );
      if (insert !== before) result.push(merge([...earlier, ...later], { ...base, insert }));
    }
  }
  return result;
}

const comesFirst = (a: Range, b: Range): boolean => a.from < b.from || (a.from === b.from && a.to <= b.to);

const moved = <T extends Range>(range: T, by: number): T => ({
  ...range,
  from: range.from + by,
  to: range.to + by,
});
