import { isGuard } from '../dictionary';
import type { Rule } from '../rule';
import { collect, settleLines, type Verdict } from './collect';
import type { ExportResult, ForeignFormat, NoteReason } from './foreign';
import { hasBorders, literalPattern, needsNoBorders } from './literal';
import { hasCase, Losses, obstacle } from './losses';

/**
 * pycorrector's confusion list: wrong and right, parted by white space, perhaps with a frequency. A pair of the same
 * text twice means that it is never corrected. It minds letter case and knows no word borders.
 */
export const pycorrector: ForeignFormat = {
  id: 'pycorrector',
  extensions: ['txt'],
  detect: (text, fileName) => /confusion/i.test(fileName) || isList(text),
  read: (text, name) => collect(text, name, false, (collector) => settleLines(text, collector, judge)),
  write,
};

/** Pairs with a frequency are telling; pairs alone could be any list. */
function isList(text: string): boolean {
  const lines = text
    .slice(0, 10_000)
    .split(/\r?\n/)
    .filter((line) => line.trim() && !line.startsWith('#'));
  return lines.length > 0 && lines.every((line) => /^\S+[ \t]+\S+[ \t]+\d+(\.\d+)?\s*$/.test(line));
}

function judge(source: string): Verdict | undefined {
  if (source.trimStart().startsWith('#')) return undefined;
  // Between tabs, terms may hold spaces; pycorrector itself would cut them there.
  const cells = source.includes('\t') ? source.split('\t') : source.trim().split(/\s+/);
  const [wrong = '', right, frequency, ...more] = cells.map((cell) => cell.trim());
  if (right === undefined) return { skip: { code: 'noSeparator', separator: '⇥' } };
  if (more.length > 0 || (frequency && !/^\d+(\.\d+)?$/.test(frequency))) {
    return { skip: { code: 'tooManyColumns' } };
  }
  if (wrong === '') return { skip: { code: 'emptyFind' } };
  if (right === '') return { skip: { code: 'emptyTarget' } };
  const isGuarding = wrong === right;
  const notes: NoteReason[] = [];
  if (frequency) notes.push({ code: 'frequency' });
  if (isGuarding) notes.push({ code: 'guard' });
  const pattern = literalPattern(wrong, { caseSensitive: true, borders: false });
  const meaning =
    typeof pattern === 'string' ? { caseSensitive: true, borders: needsNoBorders(wrong, right) } : {};
  // A guard is one only while it has nothing else to look for.
  return { rule: { expected: right, patterns: [pattern], ...meaning }, notes, merge: !isGuarding };
}

function write(rules: readonly Rule[]): ExportResult {
  const losses = new Losses();
  const lines = rules.flatMap((rule) => {
    const reason =
      obstacle(rule, ['guard']) ??
      (rule.caseSensitive || !hasCase(rule) ? undefined : { code: 'ignoresCase' as const });
    if (reason) {
      losses.omit(rule, reason);
      return [];
    }
    if (rule.patterns.every((pattern) => pattern === rule.expected) && !isGuard(rule)) {
      losses.omit(rule, { code: 'spellingOnly' });
    }
    const written = rule.patterns.flatMap((pattern) => {
      if (typeof pattern !== 'string') losses.omit(rule, { code: 'expression' });
      else if (!isTerm(pattern) || !isTerm(rule.expected)) losses.omit(rule, { code: 'spaces' });
      // Another rule would be read as one that forbids.
      else if (pattern === rule.expected && !isGuard(rule)) return [];
      else return [`${pattern}\t${rule.expected}`];
      return [];
    });
    if (written.length > 0) {
      if (
        rule.borders &&
        rule.patterns.some((pattern) => typeof pattern === 'string' && hasBorders(pattern))
      ) {
        losses.note(rule, { code: 'borders' });
      }
      losses.noteRest(rule);
    }
    return written;
  });
  return losses.result(lines.length > 0 ? `${lines.join('\n')}\n` : '');
}

const isTerm = (text: string): boolean => text !== '' && !/\s/.test(text) && !text.startsWith('#');
