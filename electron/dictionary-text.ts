import {
  Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type ParsedNode,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Problem } from '../shared/i18n/problems';
import { type ListEntry, loadDictionary, readEntries } from '../shared/rules/load';
import type { Rule } from '../shared/rules/rule';
import { toRule } from '../shared/rules/schema';
import { writeDictionary } from '../shared/rules/write';

/** A dictionary's text after a change, or why it was left as it is. */
export type EditedDictionary = { readonly text: string } | { readonly problem: Problem };

/** What is to become of a dictionary file. */
export type DictionaryEdit =
  /** Writes a rule in place of the one with the id `replaces`, at the end of the list when there is none. */
  | { readonly put: Rule; readonly replaces?: string | undefined }
  /** Takes out the rule with this id. */
  | { readonly drop: string };

/**
 * Changes one rule in the text of the dictionary called `file`. All else stays to the letter: comments, other entries,
 * their layout. A text that is no dictionary, or that could not be changed without harm to other rules, is left alone.
 */
export function editDictionary(source: string, file: string, edit: DictionaryEdit): EditedDictionary {
  if (source.trim() === '') return { text: 'put' in edit ? writeDictionary([edit.put]) : source };
  const { problems } = loadDictionary(source, file);
  const problem = problems.find(({ code }) => code.startsWith('dictionary'));
  if (problem && !(problem.code === 'dictionaryWithoutRules' && isMap(parse(source).contents)))
    return { problem };
  const text = source.replace(/\r\n/g, '\n');
  for (const change of [splice, rewrite]) {
    const changed = attempt(() => change(text, file, edit));
    if (changed === undefined || !isSafe(text, changed, file, edit)) continue;
    return { text: source.includes('\r\n') ? changed.replaceAll('\n', '\r\n') : changed };
  }
  return { problem: { code: 'dictionaryNotEdited', file } };
}

type Change = (source: string, file: string, edit: DictionaryEdit) => string | undefined;

const attempt = (work: () => string | undefined): string | undefined => {
  try {
    return work();
  } catch {
    return undefined; // an anchor that is gone while its alias is still there, say
  }
};

/** The id of the entry that an edit is about, if it is there. */
const targetOf = (edit: DictionaryEdit): string | undefined => ('put' in edit ? edit.replaces : edit.drop);

const parse = (source: string): Document.Parsed =>
  parseDocument(source, { schema: 'core', prettyErrors: false });

interface Parsed {
  readonly document: Document.Parsed;
  readonly list: YAMLSeq | undefined;
  readonly entries: readonly ListEntry[];
  /** The place of the entry that the edit is about, or -1. */
  readonly at: number;
}

function parseList(source: string, file: string, edit: DictionaryEdit): Parsed {
  const document = parse(source);
  const found = isMap(document.contents) ? document.contents.get('rules', true) : undefined;
  const list = isSeq(found) ? found : undefined;
  const entries = list ? readEntries(list, document, file) : [];
  const target = targetOf(edit);
  return { document, list, entries, at: entries.findIndex(({ id }) => id !== '' && id === target) };
}

/** Cuts the changed entry into the text and leaves every other character as it is. */
const splice: Change = (source, file, edit) => {
  const { list, entries, at } = parseList(source, file, edit);
  const entry = entries[at];
  if (!list || entries.length === 0) return undefined;
  if ('drop' in edit) {
    if (!entry) return source;
    return entries.length === 1 || list.flow
      ? undefined
      : withoutLines(source, linesOf(source, entry.node), at === 0);
  }
  if (entry) {
    const node = changedEntry(entry, edit.put, file);
    const { start, end } = spanOf(source, entry.node);
    const column = columnOf(source, start);
    return source.slice(0, start) + render(node, column, list.flow ?? false) + source.slice(end);
  }
  const last = entries.at(-1)?.node;
  if (!last) return undefined;
  if (list.flow) {
    const { end } = spanOf(source, last);
    return `${source.slice(0, end)}, ${render(newEntry(edit.put), 0, true)}${source.slice(end)}`;
  }
  const lines = linesOf(source, last);
  const indent = columnOf(source, lines.dash);
  const isAiry =
    entries.length > 1 ? source.slice(0, lines.from).endsWith('\n\n') : isMap(last) && !last.flow;
  const added = `${' '.repeat(indent)}- ${render(newEntry(edit.put), indent + 2, false)}\n`;
  const head = source.slice(0, lines.to);
  return `${head}${head.endsWith('\n') ? '' : '\n'}${isAiry ? '\n' : ''}${added}${source.slice(lines.to)}`;
};

/** Changes the document and writes all of it anew: its layout may change, its comments and contents do not. */
const rewrite: Change = (source, file, edit) => {
  const { document, list, entries, at } = parseList(source, file, edit);
  if ('drop' in edit) {
    if (!list || at < 0) return source;
    list.items.splice(at, 1);
    if (list.items.length === 0) list.flow = true;
  } else if (!list) {
    const other = document.get('rules');
    if (other !== undefined && other !== null && !(isMap(other) && other.items.length === 0))
      return undefined;
    const added = parse(writeDictionary([edit.put])).get('rules', true);
    document.set('rules', added);
  } else {
    const entry = entries[at];
    if (list.items.length === 0) list.flow = false;
    if (entry) list.items[at] = changedEntry(entry, edit.put, file);
    else list.items.push(newEntry(edit.put));
  }
  return document.toString({ lineWidth: 0 });
};

/** Whether a changed text says what it is to say, and of everything else the same as before. */
function isSafe(before: string, after: string, file: string, edit: DictionaryEdit): boolean {
  const old = loadDictionary(before, file);
  const now = loadDictionary(after, file);
  const target = targetOf(edit);
  const wanted = [...old.rules.filter(({ id }) => id !== target), ...('put' in edit ? [edit.put] : [])];
  const all = (rules: readonly Rule[]) => rules.map((rule) => said(rule, file)).sort();
  const unread = (problems: readonly Problem[]) =>
    problems.filter(({ code }) => code !== 'dictionaryWithoutRules').length;
  return (
    isSame(all(now.rules), all(wanted)) &&
    isSame(now.imports, old.imports) &&
    unread(now.problems) === unread(old.problems)
  );
}

/** All that a rule says, but for where it stands; an id that it has from there, with the file's name, says nothing. */
function said({ id, origin: _origin, inOrder: _inOrder, ...rule }: Rule, file: string): string {
  const named = id.startsWith(`${file}#`) ? '' : id;
  return JSON.stringify([named, ...Object.entries(rule).sort()], asText);
}

const asText = (_key: string, value: unknown): unknown => (value instanceof RegExp ? String(value) : value);

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a, asText) === JSON.stringify(b, asText);

/** The fields of an entry, as files call them and as rules do. */
const fields = [
  ['expected', 'expected'],
  ['id', 'id'],
  ['group', 'group'],
  ['caseSensitive', 'caseSensitive'],
  ['borders', 'borders'],
  ['split', 'split'],
  ['patterns', 'patterns'],
  ['regexpMustEmpty', 'mustBeEmpty'],
  ['near', 'near'],
  ['notNear', 'notNear'],
  ['document', 'document'],
  ['except', 'except'],
  ['confidence', 'confidence'],
  ['enabled', 'enabled'],
  ['note', 'note'],
  ['specs', 'specs'],
] as const satisfies readonly (readonly [string, keyof Rule])[];

/** Older names of fields, which say the same. */
const synonyms: Readonly<Record<string, string>> = { patterns: 'pattern', note: 'prh' };

function newEntry(rule: Rule): YAMLMap {
  const list = parse(writeDictionary([rule])).get('rules');
  const [entry] = isSeq(list) ? list.items : [];
  if (!isMap(entry)) throw new Error('A rule was written as something else');
  return entry;
}

/** An entry with the fields that a rule says otherwise; what is unknown here, and what stays, keeps its form. */
function changedEntry(entry: ListEntry, rule: Rule, file: string): ParsedNode | YAMLMap {
  const fresh = newEntry(rule);
  const { node } = entry;
  if (!isMap(node) || 'field' in entry) return fresh;
  const old = toRule(entry.entry, entry.id, false, { file, line: 1 });
  for (const [name, property] of fields) {
    if (isSame(old[property], rule[property])) continue;
    const synonym = synonyms[name];
    if (synonym !== undefined) node.delete(synonym);
    const value = fresh.get(name, true);
    if (value === undefined) node.delete(name);
    else (node as YAMLMap).set(name, value);
  }
  return node;
}

/** Where an entry's own text begins and ends, without the dash before it and comments after it. */
function spanOf(source: string, node: ParsedNode): { start: number; end: number } {
  const [start, end] = node.range;
  const text = source.slice(start, end).replace(/(?:\n[ \t]*(?:#.*)?)+$/, '');
  return { start, end: start + text.trimEnd().length };
}

const columnOf = (source: string, at: number): number =>
  at - (at > 0 ? source.lastIndexOf('\n', at - 1) + 1 : 0);

/** The lines of an entry in a block list, from the comment right above it to the comments inside it; and its dash. */
function linesOf(source: string, node: ParsedNode): { from: number; to: number; dash: number } {
  const { start, end } = spanOf(source, node);
  const dash = source.lastIndexOf('-', start - 1);
  const lineStart = (at: number) => (at > 0 ? source.lastIndexOf('\n', at - 1) + 1 : 0);
  const nextLine = (at: number) => source.indexOf('\n', at) + 1 || source.length;
  const indent = dash - lineStart(dash);
  let from = lineStart(dash);
  for (let above = from; above > 0; ) {
    above = lineStart(above - 1);
    if (!/^[ \t]*#/.test(source.slice(above, from))) break;
    from = above;
  }
  let to = nextLine(end);
  for (let below = to; below < source.length; ) {
    const line = source.slice(below, nextLine(below));
    below = nextLine(below);
    if (line.trim() === '') continue;
    if (!line.trimStart().startsWith('#') || line.length - line.trimStart().length <= indent) break;
    to = below;
  }
  return { from, to, dash };
}

/** A text without some of its lines, and without the blank line after them where none stands before what is left. */
function withoutLines(source: string, { from, to }: { from: number; to: number }, first: boolean): string {
  const head = source.slice(0, from);
  const tail = source.slice(to);
  return head + (first || /\n[ \t]*\n$/.test(head) ? tail.replace(/^[ \t]*\n/, '') : tail);
}

/** An entry as text whose first line stands at a column and the others below it. */
function render(node: ParsedNode | YAMLMap, column: number, flow: boolean): string {
  if (isScalar(node)) node.comment = null;
  dropCommentAfter(node);
  node.commentBefore = null;
  node.spaceBefore = false;
  if (flow && (isMap(node) || isSeq(node))) node.flow = true;
  const document = new Document();
  document.contents = node as Document['contents'];
  const text = document.toString({ lineWidth: 0 }).trimEnd();
  return text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(column)}`);
}

/** Takes the comment on the lines after a node from it, or from the last node in it: those lines stay as they are. */
function dropCommentAfter(node: unknown): void {
  if (!isMap(node) && !isSeq(node)) return;
  node.comment = null;
  const last = node.items.at(-1);
  dropCommentAfter(isPair(last) ? last.value : last);
}
