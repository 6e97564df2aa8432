import { type Document, isMap, isSeq, LineCounter, type ParsedNode, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Problem } from '../i18n/problems';
import type { Rule } from './rule';

/** What came of reading a dictionary file: every rule that could be read, and what was wrong with the rest. */
export interface LoadedDictionary {
  readonly rules: readonly Rule[];
  readonly problems: readonly Problem[];
}

/** A dictionary is text that a person writes; a larger file is something else. In UTF-16 code units. */
const longestFile = 8 * 1024 * 1024;

const text = z.string().min(1);

const entrySchema = z.object({
  expected: text,
  pattern: z.union([text, z.array(text)]).optional(),
  patterns: z.union([text, z.array(text)]).optional(),
  id: text.optional(),
  group: z.string().optional(),
  caseSensitive: z.boolean().optional(),
  confidence: z.enum(['auto', 'suggest']).optional(),
  enabled: z.boolean().optional(),
  note: z.string().optional(),
  specs: z.array(z.object({ from: z.string(), to: z.string() })).optional(),
});
type RuleEntry = z.infer<typeof entrySchema>;

/**
 * Reads a dictionary in YAML (core schema). A rule that cannot be read is left out and told with its line; the others
 * load. `file` is how messages call the dictionary.
 */
export function loadDictionary(source: string, file: string): LoadedDictionary {
  if (source.length > longestFile) return { rules: [], problems: [{ code: 'dictionaryTooLarge', file }] };
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, schema: 'core', prettyErrors: false });
  const lineOf = (offset: number | undefined) => (offset === undefined ? 1 : lines.linePos(offset).line);
  const problems: Problem[] = document.errors.map((error) => ({
    code: 'dictionarySyntax',
    file,
    line: lineOf(error.pos[0]),
    detail: error.message,
  }));

  const rules: Rule[] = [];
  const ids = new Set<string>();
  for (const node of ruleNodes(document)) {
    const line = lineOf(node.range?.[0]);
    const value = toValue(node, document);
    const parsed = entrySchema.safeParse(typeof value === 'string' ? { expected: value } : value);
    if (!parsed.success) {
      problems.push({ code: 'ruleUnreadable', file, line, field: fieldOf(parsed.error) });
      continue;
    }
    const rule = toRule(parsed.data, file, line, ids);
    const unsupported = rule.patterns.find((pattern) => /^\/.+\/[a-z]*$/.test(pattern));
    if (unsupported) problems.push({ code: 'ruleUnsupported', file, line, pattern: unsupported });
    else rules.push(rule);
  }
  const root = document.contents;
  if (root !== null && rules.length === 0 && problems.length === 0 && !hasRules(document)) {
    problems.push({ code: 'dictionaryWithoutRules', file });
  }
  return { rules, problems };
}

const hasRules = (document: Document.Parsed): boolean =>
  isMap(document.contents) && isSeq(document.contents.get('rules', true));

function ruleNodes(document: Document.Parsed): ParsedNode[] {
  const list = isMap(document.contents) ? document.contents.get('rules', true) : undefined;
  return isSeq(list) ? (list.items as ParsedNode[]) : [];
}

function toValue(node: ParsedNode, document: Document.Parsed): unknown {
  try {
    return node.toJS(document, { maxAliasCount: 100 });
  } catch {
    return undefined; // an alias that leads nowhere, or to ever more text
  }
}

/** The field a person has to look at. */
const fieldOf = (error: z.ZodError): string => error.issues[0]?.path.join('.') || 'expected';

function toRule(entry: RuleEntry, file: string, line: number, ids: Set<string>): Rule {
  const id = uniqueId(entry.id ?? `${file}#${entry.expected}`, ids);
  return {
    id,
    expected: entry.expected,
    patterns: [entry.pattern ?? [], entry.patterns ?? []].flat(),
    ...(entry.group !== undefined && { group: entry.group }),
    ...(entry.note !== undefined && { note: entry.note }),
    caseSensitive: entry.caseSensitive ?? false,
    confidence: entry.confidence ?? 'auto',
    enabled: entry.enabled ?? true,
    specs: entry.specs ?? [],
    origin: { file, line },
  };
}

function uniqueId(wanted: string, ids: Set<string>): string {
  let id = wanted;
  for (let n = 2; ids.has(id); n++) id = `${wanted}~${n}`;
  ids.add(id);
  return id;
}
