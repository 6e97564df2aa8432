/** A piece of a regular expression, as .NET, Python and JavaScript all cut it. */
export interface Token {
  /**
   * `open` is a `(` with what says its kind; `flags` is an inline group without content, such as `(?i)`; `class` is `[`
   * or `[^`; `count` is `{2,5}`; `name` is a reference such as `(?P=n)`.
   */
  readonly kind:
    | 'char'
    | 'escape'
    | 'open'
    | 'close'
    | 'class'
    | 'classEnd'
    | 'count'
    | 'comment'
    | 'flags'
    | 'name';
  readonly text: string;
  readonly inClass: boolean;
}

/** Which tool's regular expressions. */
export type Dialect = 'dotnet' | 'python' | 'javascript';

const escapeForm =
  /\\(?:[pPN]\{[^}]*\}|k(?:<[^>]*>|'[^']*')|x[\dA-Fa-f]{2}|u\{[\dA-Fa-f]+\}|u[\dA-Fa-f]{4}|U[\dA-Fa-f]{8}|c[A-Za-z]|[1-9]\d*|[\s\S])/uy;
const group =
  /\(\?#[^)]*\)|\(\?P=[^)]*\)|\(\?[a-zA-Z]*(?:-[a-zA-Z]+)?\)|\((?:\?(?:P?<(?![=!])[^>]*>|'[^']*'|<?[=!]|[:>|]|[a-zA-Z]*(?:-[a-zA-Z]+)?:)|(?!\?)|\?)/y;
const count = /\{\d*(?:,\d*)?\}/y;

/** Cuts a regular expression into tokens; put together again they are the source. Never throws. */
export function tokensOf(source: string, dialect: Dialect): Token[] {
  const tokens: Token[] = [];
  let inClass = false;
  let classStart = 0;
  const at = (pattern: RegExp, index: number): string | undefined => {
    pattern.lastIndex = index;
    return pattern.exec(source)?.[0];
  };
  for (let i = 0; i < source.length; ) {
    const char = String.fromCodePoint(source.codePointAt(i) ?? 0);
    const push = (kind: Token['kind'], text: string): void => {
      tokens.push({ kind, text, inClass });
      i += text.length;
    };
    const escaped = char === '\\' ? at(escapeForm, i) : undefined;
    if (escaped) push('escape', escaped);
    else if (inClass) {
      // Elsewhere than in JavaScript a bracket that comes first is one of the class.
      if (char === ']' && (dialect === 'javascript' || i > classStart)) {
        push('classEnd', char);
        inClass = false;
      } else push('char', char);
    } else if (char === '[') {
      push('class', source[i + 1] === '^' ? '[^' : '[');
      inClass = true;
      classStart = i;
    } else if (char === '(') {
      const opened = at(group, i) ?? char;
      push(groupKind(opened), opened);
    } else if (char === ')') push('close', char);
    else {
      const counted = char === '{' ? at(count, i) : undefined;
      if (counted && isCount(counted, dialect)) push('count', counted);
      else push('char', char);
    }
  }
  return tokens;
}

function groupKind(text: string): Token['kind'] {
  if (text.startsWith('(?#')) return 'comment';
  if (text.startsWith('(?P=')) return 'name';
  return text.endsWith(')') ? 'flags' : 'open';
}

/** `{,3}` counts in Python only; `{}` and `{,}` nowhere. */
const isCount = (text: string, dialect: Dialect): boolean =>
  /^\{\d/.test(text) || (dialect === 'python' && /^\{,\d+\}$/.test(text));

/** The capturing groups of an expression in the order of their brackets, by name where they have one. */
export function groupsOf(tokens: readonly Token[]): (string | undefined)[] {
  return tokens.flatMap((token) => {
    if (token.kind !== 'open') return [];
    if (token.text === '(') return [undefined];
    const name = /^\(\?(?:P?<([^=!>][^>]*)>|'([^']*)')$/.exec(token.text);
    return name ? [name[1] ?? name[2]] : [];
  });
}

/**
 * The numbers that a dialect gives to groups in the order of their brackets: .NET counts the named ones after the
 * others.
 */
export function groupNumbers(groups: readonly (string | undefined)[], dialect: Dialect): number[] {
  if (dialect !== 'dotnet') return groups.map((_, index) => index + 1);
  let plain = 0;
  let named = groups.filter((name) => name === undefined).length;
  return groups.map((name) => (name === undefined ? ++plain : ++named));
}
