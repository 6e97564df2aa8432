import { type Token, tokensOf } from '../foreign/tokens';
import type { Rule } from '../rule';
import { asWritten, finding, type LintFinding } from './finding';

/** How far the search for a bad case goes, per expression; longer searches seldom find one. */
const limits = { maxSteps: 2_000, maxScore: 200 };

/**
 * Expressions that may take very long on some text. `runaway` is exponential, so that a line can hang the matching;
 * `slow` grows with the square of a line or so, which nearly every expression with two repetitions does. The library
 * that searches is loaded when it is first asked for. Counts steps, not time, so that a busy machine finds the same.
 */
export async function lintRunaways(rules: readonly Rule[]): Promise<LintFinding[]> {
  const withExpressions = rules.filter(
    (rule) => rule.enabled && rule.patterns.some((pattern) => typeof pattern !== 'string'),
  );
  if (withExpressions.length === 0) return [];
  const { isSafe } = await import('redos-detector');
  return withExpressions.flatMap((rule) =>
    rule.patterns.flatMap((pattern) => {
      if (typeof pattern === 'string' || !/[*+{]/.test(pattern.source)) return [];
      const tokens = tokensOf(pattern.source, 'javascript');
      let isSafeAsFound: boolean;
      try {
        isSafeAsFound = isSafe(pattern, limits).safe;
      } catch {
        return []; // what the library does not read, it cannot judge
      }
      if (isSafeAsFound) return [];
      const expression = asWritten(pattern);
      return [
        repeatsRepetition(tokens)
          ? finding('error', { code: 'runaway', expression }, rule)
          : finding('hint', { code: 'slow', expression }, rule),
      ];
    }),
  );
}

const repeats = (token: Token | undefined): boolean =>
  token !== undefined &&
  !token.inClass &&
  (/^[*+]$/.test(token.text) || (token.kind === 'count' && !/^\{[01]?\d?(?:,1?\d)?\}$/.test(token.text)));

/** Whether a group that repeats has a repetition or a choice inside: without one, nothing grows exponentially. */
function repeatsRepetition(tokens: readonly Token[]): boolean {
  const open: boolean[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'open') open.push(false);
    else if (token.kind === 'close') {
      const hasChoice = open.pop() ?? false;
      if (repeats(tokens[index + 1]) && hasChoice) return true;
      if (hasChoice && open.length > 0) open[open.length - 1] = true;
    } else if (!token.inClass && open.length > 0 && (/^[*+?|]$/.test(token.text) || token.kind === 'count')) {
      open[open.length - 1] = true;
    }
  }
  return false;
}
