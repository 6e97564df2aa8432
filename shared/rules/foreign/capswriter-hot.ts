import type { Pattern, Rule } from '../rule';
import { collect, settleLines, type Verdict } from './collect';
import type { ExportResult, ForeignFormat, NoteReason } from './foreign';
import { hasBorders } from './literal';
import { hasCase, Losses, obstacle } from './losses';

/**
 * CapsWriter's hot words, `hot.txt`: `Target | alias | alias ~~~ block | block`. It finds aliases by their sound and
 * takes the best of those that overlap, so the list is matched in one pass; we find them as they are written.
 */
export const capsWriterHot: ForeignFormat = {
  id: 'capsWriterHot',
  extensions: ['txt'],
  detect: (text, fileName) =>
    /^hot(-zh|-en)?\.txt$/i.test(fileName) || /^[^#\n|=]+( \| [^\n]+)? ~~~ /m.test(text),
  read: (text, name) => collect(text, name, false, (collector) => settleLines(text, collector, judge)),
  write,
};

/** CapsWriter looks five words or characters either side for what forbids a hit; in UTF-16 code units, about this. */
const blockDistance = 20;

function judge(source: string): Verdict | undefined {
  if (source.trimStart().startsWith('#')) return undefined;
  const [names = '', blocks, ...more] = source.split('~~~');
  const [expected = '', ...aliases] = wordsOf(names);
  const words = wordsOf(blocks ?? '').filter((word) => word !== '');
  if (more.length > 0) return { skip: { code: 'twoSeparators', separator: '~~~' } };
  if (expected === '') return { skip: { code: 'emptyTarget' } };
  const patterns = [...new Set(aliases.filter((alias) => alias !== ''))];
  const notes: NoteReason[] = [{ code: patterns.length > 0 ? 'bySound' : 'onlyBySound' }];
  if (words.length > 0) notes.push({ code: 'blockDistance', distance: blockDistance });
  const rule = {
    expected,
    patterns,
    borders: ![expected, ...patterns].some(hasBorders),
    ...(words.length > 0 && { notNear: { words, within: blockDistance } }),
  };
  return { rule, notes };
}

const wordsOf = (text: string): string[] => text.split('|').map((word) => word.trim());

function write(rules: readonly Rule[]): ExportResult {
  const losses = new Losses();
  const lines = rules.flatMap((rule) => {
    const reason =
      obstacle(rule, ['notNear']) ??
      (rule.caseSensitive && hasCase(rule) ? { code: 'mindsCase' as const } : undefined);
    if (reason) {
      losses.omit(rule, reason);
      return [];
    }
    const blocks = literals(rule, rule.notNear?.words ?? [], losses);
    // A rule that cannot keep all of what forbids it must not be written.
    if (blocks.length < (rule.notNear?.words.length ?? 0)) return [];
    const aliases = literals(rule, rule.patterns, losses);
    if (!isWord(rule.expected)) losses.omit(rule, { code: 'separator', separator: '|, ~~~, #' });
    if (!isWord(rule.expected) || (rule.patterns.length > 0 && aliases.length === 0)) return [];
    if (rule.borders && [rule.expected, ...aliases].some(hasBorders)) losses.note(rule, { code: 'borders' });
    losses.noteRest(rule);
    const names = [rule.expected, ...aliases].join(' | ');
    return [blocks.length > 0 ? `${names} ~~~ ${blocks.join(' | ')}` : names];
  });
  return losses.result(lines.length > 0 ? `${lines.join('\n')}\n` : '');
}

function literals(rule: Rule, patterns: readonly Pattern[], losses: Losses): string[] {
  return patterns.flatMap((pattern) => {
    if (typeof pattern === 'string' && isWord(pattern)) return [pattern];
    losses.omit(
      rule,
      typeof pattern === 'string' ? { code: 'separator', separator: '|, ~~~, #' } : { code: 'expression' },
    );
    return [];
  });
}

const isWord = (text: string): boolean =>
  text !== '' && text === text.trim() && !/[|\r\n]|~~~/.test(text) && !text.startsWith('#');
