import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type ParsedNode,
  parseDocument,
  type YAMLSeq,
} from 'yaml';
import { z } from 'zod';
import type { Problem } from '../i18n/problems';
import { noLists, type WordLists } from './lists';
import { readLists } from './read-lists';
import type { Rule } from './rule';
import { parseRule, toRule } from './schema';

/** What came of reading a dictionary file: every rule that could be read, and what was wrong with the rest. */
export interface LoadedDictionary {
  readonly rules: readonly Rule[];
  /** Other dictionary files that this one builds on, as it names them. */
  readonly imports: readonly DictionaryImport[];
  /** Words that it adds to the lists of the steps. */
  readonly lists: WordLists;
  readonly problems: readonly Problem[];
}

export interface DictionaryImport {
  readonly path: string;
  /** Whether the imports of the imported file are left out. */
  readonly disableImports: boolean;
  /** Rules of the imported file that are left out, by what they expect or by id. */
  readonly ignoreRules: readonly {
    readonly expected?: string | undefined;
    readonly id?: string | undefined;
  }[];
}

/** A dictionary is text that a person writes; a larger file is something else. In UTF-16 code units. */
const longestFile = 8 * 1024 * 1024;

/**
 * Reads a dictionary in YAML (core schema). A rule that cannot be read is left out and told with its line; the others
 * load. `file` is how messages call the dictionary.
 */
export function loadDictionary(source: string, file: string): LoadedDictionary {
  const none = { rules: [], imports: [], lists: noLists };
  if (source.length > longestFile) return { ...none, problems: [{ code: 'dictionaryTooLarge', file }] };
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, schema: 'core', prettyErrors: false });
  const lineOf = (offset: number | undefined) => (offset === undefined ? 1 : lines.linePos(offset).line);
  const problems: Problem[] = document.errors.map((error) => ({
    code: 'dictionarySyntax',
    file,
    line: lineOf(error.pos[0]),
    detail: error.message,
  }));
  const root = document.contents;
  const list = isMap(root) ? root.get('rules', true) : undefined;
  const order: unknown = isMap(root) ? root.get('inOrder', true) : undefined;
  const inOrder = isScalar(order) && order.value === true;
  const imports = readImports(
    isMap(root) ? (root.get('imports', true) as ParsedNode | undefined) : undefined,
    document,
  );

  const words = isMap(root) ? (root.get('lists', true) as ParsedNode | undefined) : undefined;
  const { lists, problems: wordProblems } = words
    ? readLists(words, file, lineOf)
    : { lists: noLists, problems: [] };
  problems.push(...wordProblems);

  const rules: Rule[] = [];
  for (const { node, id, ...parsed } of isSeq(list) ? readEntries(list, document, file) : []) {
    const line = lineOf(node.range?.[0]);
    if ('field' in parsed) problems.push({ code: 'ruleUnreadable', file, line, ...parsed });
    else rules.push(toRule(parsed.entry, id, inOrder, { file, line }));
  }
  const saysNothing = !isSeq(list) && imports.length === 0 && words === undefined;
  if (root !== null && saysNothing && problems.length === 0) {
    problems.push({ code: 'dictionaryWithoutRules', file });
  }
  return { rules, imports, lists, problems };
}

/** An entry of a dictionary's list of rules: where it stands, what its rule is called, and what it says or lacks. */
export type ListEntry = { readonly node: ParsedNode; readonly id: string } & ReturnType<typeof parseRule>;

/** Reads the entries of the list of rules in a dictionary called `file`. */
export function readEntries(list: YAMLSeq, document: Document.Parsed, file: string): ListEntry[] {
  const ids = new Set<string>();
  const values = valuesOf(list, document);
  return (list.items as ParsedNode[]).map((node, index) => {
    const parsed = parseRule(values[index]);
    if ('field' in parsed) return { node, id: '', ...parsed };
    return { node, id: uniqueId(parsed.entry.id ?? `${file}#${parsed.entry.expected}`, ids), ...parsed };
  });
}

const importSchema = z.union([
  z.string().transform((path) => ({ path, disableImports: false, ignoreRules: [] })),
  z.object({
    path: z.string(),
    disableImports: z.boolean().default(false),
    ignoreRules: z
      .array(
        z.union([
          z.string().transform((expected) => ({ expected })),
          z.object({ expected: z.string().optional(), id: z.string().optional() }),
        ]),
      )
      .default([]),
  }),
]);

function readImports(node: ParsedNode | undefined, document: Document.Parsed): DictionaryImport[] {
  const value = node && toValue(node, document);
  return [value ?? []].flat().flatMap((one) => {
    const parsed = importSchema.safeParse(one);
    return parsed.success ? [parsed.data] : [];
  });
}

/** An anchor is used no more often than this, on average over the entries: beyond it, aliases of aliases hold ever more text. */
const mostAliases = 100;

/** The values of all entries at once: for one by itself, the whole document is searched for what its aliases mean. */
function valuesOf(list: YAMLSeq, document: Document.Parsed): readonly unknown[] {
  try {
    return list.toJS(document, { maxAliasCount: mostAliases * list.items.length });
  } catch {
    return (list.items as ParsedNode[]).map((node) => toValue(node, document));
  }
}

function toValue(node: ParsedNode, document: Document.Parsed): unknown {
  try {
    return node.toJS(document, { maxAliasCount: mostAliases });
  } catch {
    return undefined; // an alias that leads nowhere, or to ever more text
  }
}

function uniqueId(wanted: string, ids: Set<string>): string {
  let id = wanted;
  for (let n = 2; ids.has(id); n++) id = `${wanted}~${n}`;
  ids.add(id);
  return id;
}
