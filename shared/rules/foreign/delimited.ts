/** A row of a table in text, and the line that it starts on, counted from 1. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
  /** The row as it stands in the text. */
  readonly source: string;
  /** A quote that does not close, or closes in the middle of a cell: what the cells are is a guess. */
  readonly isBroken: boolean;
}

/**
 * Reads a table as RFC 4180 and Excel write it: cells in quotes may hold separators, line breaks and doubled quotes.
 * Empty lines are no rows. Own code: what keeps line numbers and bad rows as data is shorter than what a library needs
 * around it to do so, and a bad quote must spoil its own row only.
 */
export function readTable(text: string, separator: ',' | '\t' | ';'): Row[] {
  const rows: Row[] = [];
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  let line = 1;
  for (let at = 0; at < source.length; ) {
    let row = readRow(source, at, separator);
    if (row.isBroken) {
      // The quote was no quote, or what follows it is anyone's guess: the row is the line.
      const end = lineEnd(source, at);
      row = { cells: source.slice(at, end).split(separator), end, isBroken: true };
    }
    const own = source.slice(at, row.end);
    if (own.trim()) rows.push({ line, cells: row.cells, source: own, isBroken: row.isBroken });
    line += own.split('\n').length;
    at = row.end + 1;
  }
  return rows;
}

const lineEnd = (text: string, from: number): number => {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
};

function readRow(
  text: string,
  start: number,
  separator: string,
): { cells: string[]; end: number; isBroken: boolean } {
  const cells: string[] = [];
  let isBroken = false;
  for (let at = start; ; at++) {
    if (text[at] === '"') {
      const quoted = /"((?:[^"]|"")*)"/y;
      quoted.lastIndex = at;
      const match = quoted.exec(text);
      const after = match ? text[quoted.lastIndex] : '"';
      if (!match || (after !== undefined && after !== separator && after !== '\n')) isBroken = true;
      if (!match) return { cells, end: text.length, isBroken };
      cells.push((match[1] ?? '').replaceAll('""', '"'));
      at = quoted.lastIndex;
      if (isBroken) return { cells, end: at, isBroken };
    } else {
      let end = at;
      while (end < text.length && text[end] !== separator && text[end] !== '\n') end++;
      cells.push(text.slice(at, end));
      at = end;
    }
    if (text[at] !== separator) return { cells, end: at, isBroken };
  }
}

/** Writes a table, each row ended by `lineEnd`. */
export function writeTable(
  rows: readonly (readonly string[])[],
  separator: ',' | '\t',
  lineEnd: '\n' | '\r\n',
): string {
  const cell = (text: string): string => {
    const isPlain = !/["\r\n]/.test(text) && !text.includes(separator) && text === text.trim();
    return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
  };
  return rows.map((row) => `${row.map(cell).join(separator)}${lineEnd}`).join('');
}
