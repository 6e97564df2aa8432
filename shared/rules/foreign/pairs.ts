import type { Rule } from '../rule';
import { type Collector, collect, plainText, settleLines, spellingsOf, type Verdict } from './collect';
import { readTable, writeTable } from './delimited';
import type { ExportResult, ForeignFormat } from './foreign';
import { literalPattern } from './literal';
import { hasCase, Losses, obstacle } from './losses';

/**
 * Wrong and right, a pair on each line, as people keep them or paste them from a spreadsheet: parted by a tab, a comma,
 * a semicolon, an arrow or an equals sign, the same throughout a file. In a table a third column is a note. The pairs
 * are meant for Emend: letter case does not matter, words keep their borders, and the pairs are matched in one pass.
 */
const readPairs = (text: string, name: string) =>
  collect(text, name, false, (collector) => {
    const separator = separatorOf(text);
    if (separator === '\t' || separator === ',' || separator === ';') readCells(text, separator, collector);
    else settleLines(text, collector, (source) => judgeLine(source, separator));
  });

export const pairs: ForeignFormat = {
  id: 'pairs',
  extensions: ['tsv', 'txt'],
  read: readPairs,
  write: (rules) => write(rules, '\t', '\n', ''),
};

/** The same as a comma-separated table, with the byte-order mark that Excel needs to see UTF-8. */
export const pairsCsv: ForeignFormat = {
  id: 'pairsCsv',
  extensions: ['csv'],
  detect: (text, fileName) => /\.csv$/i.test(fileName) && [',', ';'].includes(separatorOf(text)),
  read: readPairs,
  write: (rules) => write(rules, ',', '\r\n', '\uFEFF'),
};

const separators = ['\t', '=>', '->', '→', ',', ';', '='] as const;
type Separator = (typeof separators)[number];

/** The separator that stands in most of the first lines; of two, the one that is the less likely to be in a term. */
function separatorOf(text: string): Separator {
  const lines = plainText(text.slice(0, 64 * 1024))
    .split('\n')
    .filter((line) => line.trim() && !isComment(line))
    .slice(0, 200);
  let best: Separator = '\t';
  let most = 0;
  for (const separator of separators) {
    const found = lines.filter((line) => line.includes(separator)).length;
    if (found > most) [best, most] = [separator, found];
  }
  return best;
}

const isComment = (line: string): boolean => line.trimStart().startsWith('#');

function readCells(text: string, separator: '\t' | ',' | ';', collector: Collector): void {
  for (const [index, row] of readTable(text, separator).entries()) {
    if (isComment(row.source)) continue;
    if (collector.isFull(row.line)) return;
    const cells = row.cells.map((cell) => cell.trim());
    if (index === 0 && isHeader(cells)) collector.note(row.line, { code: 'header' });
    else
      collector.settle(
        row.line,
        row.source,
        row.isBroken ? { skip: { code: 'quoteOpen' } } : judgeCells(cells),
      );
  }
}

function judgeCells([wrong = '', right, note = '', ...more]: readonly string[]): Verdict {
  if (more.some((cell) => cell !== '')) return { skip: { code: 'tooManyColumns' } };
  return right === undefined ? { skip: { code: 'tooFewColumns' } } : judgePair(wrong, right, note);
}

function judgeLine(source: string, separator: Separator): Verdict | undefined {
  if (isComment(source)) return undefined;
  const [wrong = '', right, ...more] = source.split(separator).map((part) => part.trim());
  if (right === undefined) return { skip: { code: 'noSeparator', separator } };
  return more.length > 0 ? { skip: { code: 'twoSeparators', separator } } : judgePair(wrong, right, '');
}

function judgePair(wrong: string, right: string, note: string): Verdict {
  if (wrong === '') return { skip: { code: 'emptyFind' } };
  const pattern = literalPattern(wrong, { caseSensitive: false, borders: true });
  const rule = { expected: right, patterns: spellingsOf(right, pattern), ...(note !== '' && { note }) };
  return { rule, notes: right === '' ? [{ code: 'deletes' }] : [], merge: true };
}

/** What people call their columns. */
const headers =
  /^(wrong|right|correct|find|replace|replace ?with|from|to|source|target|before|after|original|错|对|错误|正确|误|正|原文|改为|替换为?|查找|误识|正文|源|目标)$/i;
const isHeader = ([wrong = '', right = '']: readonly string[]): boolean =>
  headers.test(wrong) && headers.test(right);

function write(
  rules: readonly Rule[],
  separator: '\t' | ',',
  lineEnd: '\n' | '\r\n',
  start: string,
): ExportResult {
  const losses = new Losses();
  const rows = rules.flatMap((rule) => {
    const reason =
      obstacle(rule, []) ??
      (rule.caseSensitive && hasCase(rule) ? { code: 'mindsCase' as const } : undefined);
    if (reason) {
      losses.omit(rule, reason);
      return [];
    }
    const patterns = rule.patterns.length > 0 ? rule.patterns : [rule.expected];
    const written = patterns.flatMap((pattern) => {
      if (typeof pattern !== 'string') losses.omit(rule, { code: 'expression' });
      else if (!isCell(pattern) || !isCell(rule.expected) || isComment(pattern))
        losses.omit(rule, { code: 'characters' });
      else return [[pattern, rule.expected, ...(rule.note ? [rule.note] : [])]];
      return [];
    });
    if (written.length > 0) {
      losses.noteAddedBorders(rule);
      losses.noteRest(rule, ['note']);
    }
    return written;
  });
  return losses.result(start + writeTable(rows, separator, lineEnd));
}

const isCell = (text: string): boolean => text === text.trim() && !text.includes('\r');
