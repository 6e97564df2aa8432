import type { Rule } from '../rule';
import { type Collector, collect, type EntryRule, plainText, spellingsOf, type Verdict } from './collect';
import { exportExpression } from './export-expression';
import type { ExportResult, ForeignFormat, NoteReason, SkipReason } from './foreign';
import { importExpression } from './import-expression';
import {
  borderedExpression,
  escapeExpression,
  hasBorders,
  literalPattern,
  needsNoBorders,
  readBordered,
} from './literal';
import { Losses, obstacle } from './losses';
import { readPython, writePython } from './replacement';

const separator = ' = ';

/** CapsWriter's `hot-rule.txt`: a Python expression and what replaces it on each line, in order. */
export const capsWriterRule: ForeignFormat = {
  id: 'capsWriterRule',
  extensions: ['txt'],
  detect: (text, fileName) =>
    /^hot-rule\.txt$/i.test(fileName) || /^[^#\n=]*(?:\\[dswb]|\(\?|\[[^\]\n]+\])[^\n]* = /m.test(text),
  read: (text, name) => collect(text, name, true, (collector) => readRules(text, collector)),
  write,
};

interface Line {
  readonly line: number;
  readonly source: string;
  readonly find: string;
  readonly replaceWith: string;
}

/**
 * CapsWriter drops what it cannot read without a word, runs what looks like an indented comment, and lets a later line
 * replace an earlier one with the same expression. Here each of these is told.
 */
function readRules(text: string, collector: Collector): void {
  const byFind = new Map<string, Line>();
  for (const [index, source] of plainText(text).split('\n').entries()) {
    if (!source.trim() || source.startsWith('#')) continue;
    if (collector.isFull(index + 1)) break;
    const cut = cutLine(source);
    if ('code' in cut) {
      collector.skip(index + 1, source, cut);
      continue;
    }
    const entry = { line: index + 1, source, ...cut };
    const earlier = byFind.get(entry.find);
    if (earlier) collector.skip(earlier.line, earlier.source, { code: 'overwritten', by: entry.line });
    // An overwritten line keeps its place in the order.
    byFind.set(entry.find, entry);
  }
  for (const entry of byFind.values()) {
    if (collector.isFull(entry.line)) return;
    collector.settle(entry.line, entry.source, judge(entry));
  }
}

function cutLine(source: string): Pick<Line, 'find' | 'replaceWith'> | SkipReason {
  if (source.trimStart().startsWith('#')) return { code: 'indentedComment' };
  // What ends with the sign has nothing to put in.
  const [find = '', replaceWith, ...more] = source.replace(/ =[ \t]*$/, separator).split(separator);
  if (replaceWith === undefined) return { code: 'noSeparator', separator: '␣=␣' };
  if (more.length > 0) return { code: 'twoSeparators', separator: '␣=␣' };
  return find.trim() ? { find: find.trim(), replaceWith: replaceWith.trim() } : { code: 'emptyFind' };
}

function judge({ find, replaceWith }: Line): Verdict {
  const notes: NoteReason[] = replaceWith === '' ? [{ code: 'deletes' }] : [];
  const literal = readLiteral(find, replaceWith);
  if (literal) return { rule: literal, notes };
  const converted = importExpression(find, replaceWith, 'python');
  if ('reason' in converted) return { skip: converted.reason };
  const { expected, expression } = converted;
  return { rule: { expected, patterns: [expression] }, notes: [...notes, ...converted.notes] };
}

const ignoreCase = '(?i)';
const noGroups = { names: [], numbers: [] };

/** An expression that is only text is a literal, without borders unless it spells them out as ours do. */
function readLiteral(find: string, replaceWith: string): EntryRule | undefined {
  const caseSensitive = !find.startsWith(ignoreCase);
  const source = caseSensitive ? find : find.slice(ignoreCase.length);
  const pieces = readPython(replaceWith, noGroups);
  if ('construct' in pieces) return undefined;
  const expected = pieces.join('');
  const bordered = readBordered(source, caseSensitive);
  if (bordered !== undefined) {
    return {
      expected,
      patterns: caseSensitive ? [bordered] : spellingsOf(expected, bordered),
      caseSensitive,
    };
  }
  const bare = source.replace(/\\([^\w\s])/g, '$1');
  if (escapeExpression(bare) !== source) return undefined;
  if (literalPattern(bare, { caseSensitive, borders: false }) !== bare) return undefined;
  const patterns = caseSensitive ? [bare] : spellingsOf(expected, bare);
  return { expected, patterns, caseSensitive, borders: needsNoBorders(bare, expected) };
}

function write(rules: readonly Rule[]): ExportResult {
  const losses = new Losses();
  const lines = rules.flatMap((rule) => {
    const reason = obstacle(rule, []);
    if (reason) {
      losses.omit(rule, reason);
      return [];
    }
    const patterns = rule.patterns.length > 0 ? rule.patterns : [rule.expected];
    const written = patterns.flatMap((pattern): string[] => {
      const exported =
        typeof pattern === 'string'
          ? { source: literalSource(rule, pattern), replacement: writePython([rule.expected]), notes: [] }
          : exportExpression(pattern, rule.expected, 'python');
      if ('reason' in exported) {
        losses.omit(rule, exported.reason);
        return [];
      }
      // Both sides are stripped, so a space at an end is written otherwise, which only an expression can.
      const find = exported.source
        .replaceAll(separator, '\\x20=\\x20')
        .replace(/^[ #]| $/g, (char) => `\\${char}`);
      const { replacement } = exported;
      const holds = replacement === replacement.trim() && !` ${replacement} `.includes(separator);
      if (!holds || /[\r\n]/.test(find + replacement)) {
        losses.omit(rule, { code: 'separator', separator: '␣=␣' });
        return [];
      }
      for (const note of exported.notes) losses.note(rule, note);
      return [`${find}${separator}${replacement}`];
    });
    if (written.length > 0) losses.noteRest(rule);
    return written;
  });
  return losses.result(lines.length > 0 ? `${lines.join('\n')}\n` : '');
}

function literalSource(rule: Rule, text: string): string {
  const isBordered = rule.borders && hasBorders(text);
  const source = isBordered ? borderedExpression(text, rule.caseSensitive) : escapeExpression(text);
  return rule.caseSensitive ? source : `${ignoreCase}${source}`;
}
