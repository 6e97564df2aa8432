import { type Token, tokensOf } from '../foreign/tokens';
import type { Rule } from '../rule';
import { asWritten, finding, type LintFinding } from './finding';

/** What can be said of a rule's regular expressions without running them on anything. */
export function lintExpressions(rule: Rule): LintFinding[] {
  return rule.patterns.flatMap((pattern) => {
    if (typeof pattern === 'string') return [];
    const expression = asWritten(pattern);
    const tokens = tokensOf(pattern.source, 'javascript');
    const findings: LintFinding[] = [];
    if (new RegExp(`^(?:${pattern.source})$`, pattern.flags.replace('g', '')).test('')) {
      findings.push(finding('warning', { code: 'matchesEmpty', expression }, rule));
    }
    if (hasBorderBesideHan(tokens)) {
      findings.push(finding('warning', { code: 'borderBesideHan', expression }, rule));
    }
    if (hasBareEdge(tokens)) findings.push(finding('hint', { code: 'expressionEdges', expression }, rule));
    return findings;
  });
}

const isHan = (token: Token | undefined): boolean =>
  token !== undefined &&
  (/^\p{Script=Han}$/u.test(token.text) || /^\\p\{(?:Script=|sc=)Han\}$/.test(token.text));

/** `\b` and Chinese with nothing between them but brackets. */
function hasBorderBesideHan(tokens: readonly Token[]): boolean {
  const bare = tokens.filter(
    ({ kind, text }) => !['close', 'class', 'classEnd'].includes(kind) && !/^\((?:\?:|\?<\w+>)?$/.test(text),
  );
  return bare.some(
    (token, index) =>
      token.text === '\\b' && !token.inClass && (isHan(bare[index - 1]) || isHan(bare[index + 1])),
  );
}

/** Whether any alternative of the whole begins or ends with a Latin letter that nothing keeps apart from others. */
function hasBareEdge(tokens: readonly Token[]): boolean {
  return alternatives(tokens).some((parts) => isLetter(firstOf(parts)) || isLetter(lastOf(parts)));
}

const isLetter = (token: Token | undefined): boolean =>
  token?.kind === 'char' && !token.inClass && /^\p{Script=Latin}$/u.test(token.text);

function alternatives(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === 'open') depth++;
    if (token.kind === 'close') depth--;
    if (depth === 0 && token.text === '|' && !token.inClass) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts;
}

const isGroup = ({ text }: Token): boolean => /^\((?:\?:|\?<\w+>)?$/.test(text);
const firstOf = (tokens: readonly Token[]): Token | undefined => tokens.find((token) => !isGroup(token));
/** Groups at the end are not looked into: which of their tokens are last depends on their alternatives. */
const lastOf = (tokens: readonly Token[]): Token | undefined =>
  tokens.findLast(({ kind, text, inClass }) => kind !== 'count' && (inClass || !/^[*+?]$/.test(text)));
