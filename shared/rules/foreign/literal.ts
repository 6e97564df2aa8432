import { foldText, isDigitCode, isWordCode } from '../fold';
import type { Pattern } from '../rule';

/** How a literal of another tool is meant. */
export interface LiteralMeaning {
  readonly caseSensitive: boolean;
  readonly borders: boolean;
}

/**
 * A literal of another tool as a pattern of ours. Ours read letter case, width and white space loosely and know no
 * space at their ends, so a literal that is only marks or spaces, or that counts its spaces, becomes an expression.
 */
export function literalPattern(text: string, meaning: LiteralMeaning): Pattern {
  const hasWords = /[\p{L}\p{N}]/u.test(text);
  const keepsSpaces = text === text.trim() && !/\s{2}|[^\S ]/.test(text);
  const looksLikeExpression = /^\/.+\/[a-z]*$/s.test(text);
  if (hasWords && keepsSpaces && !looksLikeExpression) return text;
  const source = meaning.borders ? withBorders(escapeExpression(text), text) : escapeExpression(text);
  return new RegExp(source, meaning.caseSensitive ? 'gmu' : 'gimu');
}

/** The text as an expression that matches just it, in the syntax that JavaScript, .NET and Python share. */
export const escapeExpression = (text: string): string =>
  text
    .replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
    .replace(/\n/g, '\\n')
    .replace(/\t/g, '\\t')
    .replace(/\r/g, '\\r');

/** Whether a literal has a Latin edge, so that borders mean something for it. */
export const hasBorders = (text: string): boolean =>
  isWordCode(text.charCodeAt(0)) || isWordCode(text.charCodeAt(text.length - 1));

/**
 * Whether borders make no difference to a literal that another tool finds inside words as well, so that the rule may
 * have ours. They do where the right text contains it: what is right already is told by its borders.
 */
export const needsNoBorders = (text: string, expected: string): boolean =>
  !hasBorders(text) && !(hasBorders(expected) && foldText(expected).includes(foldText(text)));

/**
 * A literal and its borders as one expression, for tools that have no borders of their own. Their `\b` would not do:
 * in .NET and Python a Chinese character is part of the word beside it.
 */
export function borderedExpression(text: string, caseSensitive: boolean): string {
  const source = escapeExpression(text);
  // As we read it: of white space, how much does not matter, where letter case does not.
  return withBorders(caseSensitive ? source : source.replace(/ /g, '\\s+'), text);
}

/** The literal that {@link borderedExpression} was made of, if `source` is such an expression. */
export function readBordered(source: string, caseSensitive: boolean): string | undefined {
  let bare = source;
  const left = [leftOfNumber, leftOfWord].find((border) => bare.startsWith(border));
  if (left) bare = bare.slice(left.length);
  const right = [rightOfNumber, rightOfWord].find((border) => bare.endsWith(border));
  if (right) bare = bare.slice(0, -right.length);
  bare = bare.replace(/\\s\+/g, ' ').replace(/\\(.)/g, '$1');
  const isOurs = bare !== '' && hasBorders(bare) && borderedExpression(bare, caseSensitive) === source;
  return isOurs && literalPattern(bare, { caseSensitive, borders: true }) === bare ? bare : undefined;
}

/** Latin letters, digits and the underscore, written so that every dialect reads it in the same way. */
const word = '0-9A-Za-z_\u00C0-\u024F';
const leftOfWord = `(?<![${word}])`;
const leftOfNumber = `${leftOfWord}(?<![0-9][.,])`;
const rightOfWord = `(?![${word}])`;
const rightOfNumber = `(?![${word}]|[.,][0-9])`;

function withBorders(source: string, text: string): string {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  const left = isDigitCode(first) ? leftOfNumber : leftOfWord;
  const right = isDigitCode(last) ? rightOfNumber : rightOfWord;
  return `${isWordCode(first) ? left : ''}${source}${isWordCode(last) ? right : ''}`;
}
