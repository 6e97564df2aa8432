import type { LossReason } from './foreign';
import { readDotnet, readOurs, readPython, samePieces, writeDotnet, writePython } from './replacement';
import { type Dialect, groupNumbers, groupsOf, type Token, tokensOf } from './tokens';

/** An expression and a replacement of ours, as another tool's; or why that cannot be. */
export type Exported =
  | { readonly source: string; readonly replacement: string; readonly notes: readonly LossReason[] }
  | { readonly reason: LossReason };

interface Target {
  readonly dialect: Exclude<Dialect, 'javascript'>;
  readonly numbers: readonly number[];
}

/** Writes a regular expression of ours, and what it puts in, for .NET or Python, so that it matches the same text. */
export function exportExpression(expression: RegExp, expected: string, dialect: Target['dialect']): Exported {
  const tokens = tokensOf(expression.source, 'javascript');
  const names = groupsOf(tokens);
  const groups = { names, numbers: groupNumbers(names, dialect) };
  const unsafe = dialect === 'python' && hasLooseLookBehind(tokens);
  if (unsafe) return { reason: { code: 'expressionConstruct', construct: '(?<=…)' } };
  let source = '';
  for (const [index, token] of tokens.entries()) {
    const converted = convertToken(token, tokens[index + 1], { dialect, ...groups });
    if (converted === undefined) return { reason: { code: 'expressionConstruct', construct: token.text } };
    source += converted;
  }
  const hasAnchors = tokens.some(({ text, inClass }) => !inClass && (text === '^' || text === '$'));
  const flags = [
    expression.ignoreCase ? 'i' : '',
    expression.dotAll ? 's' : '',
    dialect === 'python' && hasAnchors ? 'm' : '',
  ].join('');
  const pieces = readOurs(expected, groups);
  const replacement = dialect === 'dotnet' ? writeDotnet(pieces, groups) : writePython(pieces);
  const readBack = (dialect === 'dotnet' ? readDotnet : readPython)(replacement, groups);
  if ('construct' in readBack || !samePieces(readBack, pieces)) {
    return { reason: { code: 'replacementConstruct', construct: expected } };
  }
  const notes: LossReason[] = tokens.some(({ text, inClass }) => !inClass && /^\\b$/i.test(text))
    ? [{ code: 'wordBorder' }]
    : [];
  return {
    source: flags ? `(?${flags})${source}` : source,
    replacement,
    notes,
  };
}

function convertToken(
  { kind, text, inClass }: Token,
  after: Token | undefined,
  { dialect, numbers }: Target,
): string | undefined {
  if (kind === 'escape') return convertEscape(text, inClass, after?.text, dialect, numbers);
  if (kind === 'open' && dialect === 'python') return text.replace(/^\(\?<(?![=!])/, '(?P<');
  if (kind === 'class') {
    // `[^]` is anything and `[]` nothing; elsewhere the bracket would be one of the class.
    if (after?.kind === 'classEnd') return text === '[^' ? '[\\s\\S' : undefined;
    return text;
  }
  if (inClass && (text === '[' || (text === '-' && after?.text === '['))) return `\\${text}`;
  // .NET and Python read a code point beyond the first 65,536 in their own ways.
  if (dialect === 'dotnet' && text.length > 1 && kind === 'char')
    return inClass ? undefined : astral(text, after);
  return text;
}

/** Two code units are one character for us; a count after it must take both. */
const astral = (text: string, after: Token | undefined): string =>
  after && /^[*+?{]/.test(after.text) ? `(?:${text})` : text;

function convertEscape(
  text: string,
  inClass: boolean,
  after: string | undefined,
  dialect: Target['dialect'],
  numbers: readonly number[],
): string | undefined {
  const letter = text.charAt(1);
  switch (letter) {
    case 'd':
      return inClass ? '0-9' : '[0-9]';
    case 'w':
      return inClass ? 'A-Za-z0-9_' : '[A-Za-z0-9_]';
    case 'D':
      return inClass ? undefined : '[^0-9]';
    case 'W':
      return inClass ? undefined : '[^A-Za-z0-9_]';
    case 'p':
    case 'P':
      return dialect === 'dotnet' && /^..\{[A-Z][a-z]?\}$/.test(text) ? text : undefined;
    case 'k':
      return dialect === 'python' && !inClass ? `(?P=${text.slice(3, -1)})` : text;
    case 'u': {
      const code = Number.parseInt(text.replace(/[^\dA-Fa-f]/g, ''), 16);
      if (code > 0xffff) return undefined;
      return `\\u${code.toString(16).padStart(4, '0')}`;
    }
    case 'c':
      return `\\x${(letterCode(text) % 32).toString(16).padStart(2, '0')}`;
    case '0':
      return '\\x00';
    case '/':
      return '/';
    default: {
      if (!/[1-9]/.test(letter)) return text;
      const number = numbers[Number(text.slice(1)) - 1];
      if (number === undefined || inClass) return undefined;
      return /^\d/.test(after ?? '') ? `(?:\\${number})` : `\\${number}`;
    }
  }
}

const letterCode = (text: string): number => text.charCodeAt(2);

/** Python looks behind only by a fixed length, and gives up on the whole expression otherwise. */
function hasLooseLookBehind(tokens: readonly Token[]): boolean {
  let behind = 0;
  let depth = 0;
  for (const { kind, text, inClass } of tokens) {
    if (inClass) continue;
    if (kind === 'open') {
      depth++;
      if (text === '(?<=' || text === '(?<!') behind ||= depth;
    } else if (kind === 'close') {
      if (behind === depth) behind = 0;
      depth--;
    } else if (behind && (kind === 'count' || (kind === 'char' && /[*+?|]/.test(text)))) return true;
  }
  return false;
}
