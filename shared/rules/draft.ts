import { z } from 'zod';
import type { Nearby, Pattern, Rule } from './rule';

const words = z.array(z.string().max(1000)).max(2000);
const nearby = z.object({ words, within: z.number().int().positive() });

/** A rule in the making, as a person edits it and a dictionary file writes it: patterns are text, `/…/` for expressions. */
export const draftSchema = z.object({
  id: z.string().max(500).optional(),
  expected: z.string().max(2000),
  patterns: words,
  group: z.string().max(200).optional(),
  caseSensitive: z.boolean().optional(),
  borders: z.boolean().optional(),
  split: z.boolean().optional(),
  near: nearby.optional(),
  notNear: nearby.optional(),
  document: words.optional(),
  except: words.optional(),
  regexpMustEmpty: z.string().optional(),
  confidence: z.enum(['auto', 'suggest']).optional(),
  enabled: z.boolean().optional(),
  note: z.string().max(5000).optional(),
  specs: z
    .array(z.object({ from: z.string(), to: z.string() }))
    .max(1000)
    .optional(),
});
export type RuleDraft = z.infer<typeof draftSchema>;

/** A rule as its file would write it: only what differs from the default. */
export function toDraft(rule: Rule): RuleDraft {
  return {
    id: rule.id,
    expected: rule.expected,
    patterns: rule.patterns.map(writtenPattern),
    ...(rule.group !== undefined && { group: rule.group }),
    ...(rule.caseSensitive && { caseSensitive: true }),
    ...(!rule.borders && { borders: false }),
    ...(rule.split && { split: true }),
    ...(rule.near && { near: writtenNearby(rule.near) }),
    ...(rule.notNear && { notNear: writtenNearby(rule.notNear) }),
    ...(rule.document && { document: rule.document.map(writtenPattern) }),
    ...(rule.except.length > 0 && { except: rule.except.map(writtenPattern) }),
    ...(rule.mustBeEmpty !== undefined && { regexpMustEmpty: rule.mustBeEmpty }),
    ...(rule.confidence === 'suggest' && { confidence: 'suggest' as const }),
    ...(!rule.enabled && { enabled: false }),
    ...(rule.note !== undefined && { note: rule.note }),
    ...(rule.specs.length > 0 && { specs: [...rule.specs] }),
  };
}

const writtenNearby = ({ words: list, within }: Nearby) => ({ words: list.map(writtenPattern), within });

/** A pattern as a dictionary file writes it; the flags that are always on stay unsaid. */
const writtenPattern = (pattern: Pattern): string =>
  typeof pattern === 'string' ? pattern : `/${pattern.source}/${pattern.flags.replace(/[gmu]/g, '')}`;
