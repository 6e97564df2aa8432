/** What is put in for a match: text, and groups by their place in the order of brackets, from 0. */
export type Pieces = readonly (string | number)[];

/** The capturing groups of an expression in the order of their brackets. */
export interface Groups {
  readonly names: readonly (string | undefined)[];
  /** The numbers that the dialect at hand gives them. */
  readonly numbers: readonly number[];
}

/** What a replacement asks for that no other dialect has. */
export interface Unknown {
  readonly construct: string;
}

/** Reads what a rule of ours puts in: `$1` … `$99` and `$<name>` where there is such a group. */
export const readOurs = (text: string, { names }: Groups): Pieces =>
  cut(text, /\$(?:(\d{1,2})|<([^>]+)>)/g, ([, number, name]) => {
    const place = name === undefined ? Number(number) - 1 : names.indexOf(name);
    return place >= 0 && place < names.length ? place : undefined;
  }) as Pieces;

/** Writes pieces as ours, or says what in their text would read as a group. */
export function writeOurs(pieces: Pieces, groups: Groups): string | Unknown {
  const text = pieces
    .map((piece, index) => {
      if (typeof piece === 'string') return piece;
      const following = pieces[index + 1];
      // A digit after it would be read as one of its own.
      const isFollowed = typeof following === 'string' && /^\d/.test(following);
      return `$${isFollowed ? String(piece + 1).padStart(2, '0') : piece + 1}`;
    })
    .join('');
  return samePieces(readOurs(text, groups), pieces) ? text : { construct: text };
}

/** Reads what .NET puts in, with Subtitle Edit's `\n` for a line break. */
export function readDotnet(source: string, { names, numbers }: Groups): Pieces | Unknown {
  const text = source.replace(/\\r\\n|\\[nr]/g, '\n');
  return cut(text, /\$(?:(\d+)|\{(\w+)\}|[$&`'+_])/g, ([whole, digits, braced]) => {
    if (whole === '$$') return '$';
    const name = digits ?? braced;
    if (name === undefined || name === '0') return { construct: whole };
    const named = names.indexOf(name);
    const place = named >= 0 ? named : numbers.indexOf(Number(name));
    return place >= 0 ? place : undefined;
  });
}

export const writeDotnet = (pieces: Pieces, { numbers }: Groups): string =>
  pieces
    .map((piece) =>
      // A backslash before an n would read as a line break, and cannot be escaped.
      typeof piece === 'string'
        ? piece.replaceAll('$', '$$$$').replaceAll('\n', '\\n')
        : `\${${numbers[piece]}}`,
    )
    .join('');

/** Reads what Python's `re` puts in. */
export const readPython = (text: string, { names }: Groups): Pieces | Unknown =>
  cut(text, /\\(?:([1-9]\d?)|g<(\w+)>|([\s\S]?))/gu, ([whole, digits, name, char]) => {
    if (digits !== undefined || name !== undefined) {
      const named = names.indexOf(name ?? '');
      const place = named >= 0 ? named : Number(digits ?? name) - 1;
      return place >= 0 && place < names.length ? place : { construct: whole };
    }
    const control = { n: '\n', t: '\t', r: '\r', a: '\x07', f: '\f', v: '\v', '\\': '\\' }[char ?? ''];
    if (control !== undefined) return control;
    return /^[A-Za-z0-9]?$/.test(char ?? '') ? { construct: whole } : undefined;
  });

export const writePython = (pieces: Pieces): string =>
  pieces
    .map((piece, index) => {
      if (typeof piece === 'string')
        return piece.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t');
      const following = pieces[index + 1];
      const isFollowed = typeof following === 'string' && /^\d/.test(following);
      return isFollowed ? `\\g<${piece + 1}>` : `\\${piece + 1}`;
    })
    .join('');

/**
 * Cuts a text at what `pattern` finds. `mean` says what a find stands for: a group, text, nothing but itself
 * (undefined), or something that cannot be said otherwise, which ends the cutting.
 */
function cut(
  text: string,
  pattern: RegExp,
  mean: (match: RegExpExecArray) => string | number | Unknown | undefined,
): Pieces | Unknown {
  const pieces: (string | number)[] = [];
  const addText = (more: string): void => {
    const last = pieces.at(-1);
    if (typeof last === 'string') pieces[pieces.length - 1] = last + more;
    else if (more) pieces.push(more);
  };
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    addText(text.slice(at, match.index));
    at = match.index + match[0].length;
    const meaning = mean(match);
    if (typeof meaning === 'object') return meaning;
    if (typeof meaning === 'number') pieces.push(meaning);
    else addText(meaning ?? match[0]);
  }
  addText(text.slice(at));
  return pieces;
}

/** Whether two replacements put in the same. */
export const samePieces = (a: Pieces, b: Pieces): boolean =>
  a.length === b.length && a.every((piece, index) => piece === b[index]);
