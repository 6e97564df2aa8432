import type { NoteReason, SkipReason } from './foreign';
import { type Groups, readDotnet, readPython, writeOurs } from './replacement';
import { groupNumbers, groupsOf, type Token, tokensOf } from './tokens';

/** An expression and a replacement of another tool, as ours; or why that cannot be. */
export type Converted =
  | { readonly expression: RegExp; readonly expected: string; readonly notes: readonly NoteReason[] }
  | { readonly reason: SkipReason };

/** Thrown inside a conversion only, to leave it. */
class NotConvertible extends Error {
  constructor(readonly reason: SkipReason) {
    super(reason.code);
  }
}

const cannot = (construct: string): never => {
  throw new NotConvertible({ code: 'expressionConstruct', construct });
};

interface Source extends Groups {
  readonly dialect: 'dotnet' | 'python';
  /** Whether `\w`, `\d` and `\b` know ASCII only (Python's `(?a)`), as ours do. */
  readonly ascii: boolean;
}

/**
 * Turns a regular expression of .NET or Python, and what replaces its matches, into one of ours that matches the same
 * text. `\b` alone stays what it is, with a note: for us a word also ends where Chinese begins.
 */
export function importExpression(
  source: string,
  replacement: string,
  dialect: 'dotnet' | 'python',
  ignoreCase = false,
): Converted {
  try {
    const { flags, rest } = leadingFlags(source, dialect);
    if (ignoreCase) flags.add('i');
    const ascii = flags.delete('a');
    const isMultiline = flags.has('m') || dialect === 'dotnet';
    const tokens = tokensOf(rest, dialect);
    const names = groupsOf(tokens);
    const from: Source = { dialect, names, numbers: groupNumbers(names, dialect), ascii };
    const body = tokens.map((token, index) => convertToken(token, tokens, index, from)).join('');
    const expected = convertReplacement(replacement, from);
    const has = (...texts: string[]) => tokens.some((token) => !token.inClass && texts.includes(token.text));
    const notes: NoteReason[] = [];
    if (!ascii && has('\\b', '\\B')) notes.push({ code: 'wordBorder' });
    if (!isMultiline && has('^', '$')) notes.push({ code: 'lineAnchors' });
    return { expression: compile(body, ['g', 'm', 'u', ...flags]), expected, notes };
  } catch (error) {
    if (error instanceof NotConvertible) return { reason: error.reason };
    throw error;
  }
}

function compile(body: string, flags: readonly string[]): RegExp {
  try {
    return new RegExp(body, [...new Set(flags)].join(''));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new NotConvertible({ code: 'expressionInvalid', detail });
  }
}

/** `(?i)` and the like at the very start hold for the whole expression, as ours do. */
function leadingFlags(source: string, dialect: Source['dialect']): { flags: Set<string>; rest: string } {
  const flags = new Set<string>();
  let rest = source;
  for (;;) {
    const found = /^\(\?([a-zA-Z]*)(?:-([a-zA-Z]+))?\)/.exec(rest);
    if (!found) return { flags, rest };
    const [whole, on = '', off = ''] = found;
    for (const flag of on) {
      if (!(dialect === 'dotnet' ? 'ims' : 'imsua').includes(flag)) cannot(whole);
      if (flag !== 'u') flags.add(flag);
    }
    for (const flag of off) flags.delete(flag);
    rest = rest.slice(whole.length);
  }
}

function convertReplacement(replacement: string, from: Source): string {
  const pieces = (from.dialect === 'dotnet' ? readDotnet : readPython)(replacement, from);
  const written = 'construct' in pieces ? pieces : writeOurs(pieces, from);
  if (typeof written === 'string') return written;
  throw new NotConvertible({ code: 'replacementConstruct', construct: written.construct });
}

function convertToken(token: Token, tokens: readonly Token[], index: number, from: Source): string {
  const { kind, text, inClass } = token;
  const next = tokens[index + 1]?.text;
  switch (kind) {
    case 'escape':
      return convertEscape(token, tokens[index - 1]?.text, next, from);
    case 'open':
      return convertOpen(text);
    case 'comment':
      return '';
    case 'flags':
      return cannot(text);
    case 'name':
      return `\\k<${text.slice(4, -1)}>`;
    case 'count':
      return text.startsWith('{,') ? `{0${text.slice(1)}` : text;
    case 'char':
      // A character class taken from another one.
      if (inClass && text === '-' && next === '[' && from.dialect === 'dotnet') cannot('-[');
      if (inClass) return text === '[' || text === ']' ? `\\${text}` : text;
      return /[{}\]]/.test(text) ? `\\${text}` : text;
    default:
      return text;
  }
}

function convertOpen(text: string): string {
  if (/^\((?:\?(?:<?[=!]|:))?$/.test(text)) return text;
  const name = /^\(\?(?:P?<([^>]*)>|'([^']*)')$/.exec(text);
  const called = name?.[1] ?? name?.[2];
  return called !== undefined && /^[\p{L}_][\p{L}\p{N}_]*$/u.test(called) ? `(?<${called}>` : cannot(text);
}

/** What a word is made of in .NET and in Python. */
const wordClass = '\\p{L}\\p{M}\\p{Nd}\\p{Pc}';

function convertEscape(
  { text, inClass }: Token,
  before: string | undefined,
  next: string | undefined,
  { dialect, numbers, ascii, names }: Source,
): string {
  const letter = text.charAt(1);
  if (/[1-9]/.test(letter)) {
    const position = numbers.indexOf(Number(text.slice(1)));
    if (inClass || position < 0) return cannot(text);
    // A digit after it would be read as one of its own.
    return /^\d/.test(next ?? '') ? `(?:\\${position + 1})` : `\\${position + 1}`;
  }
  switch (letter) {
    case 'd':
    case 'D':
      return ascii ? text : letter === 'd' ? '\\p{Nd}' : '\\P{Nd}';
    case 'w':
      return ascii ? text : inClass ? wordClass : `[${wordClass}]`;
    case 'W':
      if (ascii) return text;
      return inClass ? cannot(text) : `[^${wordClass}]`;
    case 'b':
    case 'f':
    case 'n':
    case 's':
    case 'S':
    case 't':
    case 'v':
    case 'x':
    case 'u':
    case 'c':
      return text.length > 1 ? text : cannot(text);
    case 'B':
      return inClass ? cannot(text) : text;
    case 'r':
      // Subtitle Edit matches on lines that end with a line feed, whichever way the break is written.
      if (dialect === 'python') return text;
      return next === '\\n' ? '' : '\\n';
    case 'a':
      return '\\x07';
    case 'e':
      return dialect === 'dotnet' ? '\\x1b' : cannot(text);
    case 'U':
      return dialect === 'python' ? `\\u{${text.slice(2).replace(/^0+(?=.)/, '')}}` : cannot(text);
    case 'p':
    case 'P':
      // .NET's \p{IsCJKUnifiedIdeographs} names a block; JavaScript knows categories and scripts.
      return dialect === 'dotnet' && /^..\{[A-Z][a-z]?\}$/.test(text) ? text : cannot(text);
    case 'k': {
      const name = text.slice(3, -1);
      if (names.includes(name)) return `\\k<${name}>`;
      const position = numbers.indexOf(Number(name));
      return position < 0 ? cannot(text) : `(?:\\${position + 1})`;
    }
    case 'A':
    case 'Z':
    case 'z':
      // In Subtitle Edit the ends of a cue, which are not in our text.
      if (dialect === 'dotnet' || letter === 'z' || inClass) return cannot(text);
      return letter === 'A' ? '(?<![\\s\\S])' : '(?![\\s\\S])';
    default:
      if (/[A-Za-z0-9]/.test(letter) || letter === '') return cannot(text);
      if (/[\^$\\.*+?()[\]{}|/]/.test(letter) || (inClass && letter === '-')) return text;
      return before === '[' && letter === '^' ? text : text.slice(1);
  }
}
