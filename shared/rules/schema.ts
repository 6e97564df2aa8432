import { z } from 'zod';
import type { Nearby, Pattern, Rule, RuleOrigin } from './rule';

/** How far `near` and `notNear` look when the rule does not say, in UTF-16 code units either side. */
export const usualDistance = 40;

/** A literal, or a regular expression between slashes: `/chess\s*gpt/i`. */
const pattern = z
  .string()
  .min(1)
  .transform((text, context): Pattern => {
    const parts = /^\/(.+)\/([a-z]*)$/s.exec(text);
    if (!parts) return text;
    try {
      return new RegExp(parts[1] ?? '', [...new Set(`gmu${parts[2]}`)].join(''));
    } catch (error) {
      context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) });
      return z.NEVER;
    }
  });

const patterns = z.union([pattern.transform((one) => [one]), z.array(pattern)]);

const nearby = z.union([
  patterns.transform((words): Nearby => ({ words, within: usualDistance })),
  z.object({ words: patterns, within: z.number().int().positive().max(10_000).default(usualDistance) }),
]);

const spec = z.union([
  z.object({ from: z.string(), to: z.string() }).transform((one) => [one]),
  z
    .object({ unchanged: z.union([z.string().transform((text) => [text]), z.array(z.string())]) })
    .transform(({ unchanged }) => unchanged.map((text) => ({ from: text, to: text }))),
]);

/** A rule as a dictionary file writes it: prh's fields and Emend's. Fields of other tools are let through unread. */
const entry = z.object({
  expected: z.string(),
  pattern: patterns.nullish(),
  patterns: patterns.nullish(),
  id: z.string().min(1).optional(),
  group: z.string().optional(),
  caseSensitive: z.boolean().default(false),
  borders: z.boolean().default(true),
  split: z.boolean().default(false),
  near: nearby.optional(),
  notNear: nearby.optional(),
  document: patterns.optional(),
  except: patterns.default([]),
  regexpMustEmpty: z
    .string()
    .regex(/^\$\d+$/)
    .nullish(),
  confidence: z.enum(['auto', 'suggest']).default('auto'),
  enabled: z.boolean().default(true),
  note: z.string().optional(),
  prh: z.string().nullish(),
  specs: z.array(spec).nullish(),
});

export type RuleEntry = z.infer<typeof entry>;

/** Reads one rule; a bare string is a rule about its own spelling. Says which field is wrong, and why, if any. */
export function parseRule(value: unknown): { entry: RuleEntry } | { field: string; detail: string } {
  const parsed = entry.safeParse(typeof value === 'string' ? { expected: value } : value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { field: issue?.path.join('.') || 'expected', detail: detailOf(issue) };
  }
  const { data } = parsed;
  const found = [...(data.pattern ?? []), ...(data.patterns ?? [])];
  // With nothing to look for and nothing to put there, a rule says nothing.
  if (data.expected === '' && found.length === 0) return { field: 'expected', detail: '' };
  return { entry: data };
}

/** The innermost reason: that a regular expression does not compile tells more than that no form fits. */
function detailOf(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code !== 'invalid_union') return issue?.message ?? '';
  const inner = issue.errors.flat().find(({ code }) => code === 'custom');
  return inner?.message ?? '';
}

/** A rule made of what its file says. */
export function toRule(data: RuleEntry, id: string, inOrder: boolean, origin: RuleOrigin): Rule {
  const note = data.note ?? data.prh ?? undefined;
  return {
    id,
    expected: data.expected,
    patterns: [...(data.pattern ?? []), ...(data.patterns ?? [])],
    caseSensitive: data.caseSensitive,
    borders: data.borders,
    split: data.split,
    except: data.except,
    confidence: data.confidence,
    enabled: data.enabled,
    specs: data.specs?.flat() ?? [],
    inOrder,
    origin,
    ...(data.group !== undefined && { group: data.group }),
    ...(data.near && { near: data.near }),
    ...(data.notNear && { notNear: data.notNear }),
    ...(data.document && { document: data.document }),
    ...(data.regexpMustEmpty && { mustBeEmpty: data.regexpMustEmpty }),
    ...(note !== undefined && { note }),
  };
}
