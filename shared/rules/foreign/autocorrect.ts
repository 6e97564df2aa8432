import { Document, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Rule } from '../rule';
import { yamlText } from '../yaml';
import { type Collector, collect, plainText, spellingsOf, type Verdict } from './collect';
import type { ExportResult, ForeignFormat } from './foreign';
import { literalPattern } from './literal';
import { hasCase, Losses, obstacle } from './losses';

/** autocorrect's words in its YAML: `wrong = right`, or a word that is written just so. They ignore letter case. */
export const autocorrect: ForeignFormat = {
  id: 'autocorrect',
  extensions: ['yml', 'yaml', 'autocorrectrc', 'json'],
  detect: (text, fileName) =>
    /^\.autocorrectrc/.test(fileName) || /^\s*"?spellcheck"?\s*:\s*\{?\s*(?:"?\w+"?\s*:|$)/m.test(text),
  read: (text, name) => collect(text, name, false, (collector) => readConfig(text, collector)),
  write,
};

function readConfig(text: string, collector: Collector): void {
  const lines = new LineCounter();
  const document = parseDocument(plainText(text), {
    lineCounter: lines,
    schema: 'core',
    prettyErrors: false,
  });
  const [error] = document.errors;
  if (error) {
    const { line } = lines.linePos(error.pos[0]);
    collector.skip(line, '', { code: 'yamlInvalid', detail: error.message });
    return;
  }
  const root = document.contents;
  const words = document.getIn(['spellcheck', 'words'], true);
  if (isMap(root)) readExceptions(root.get('textRules', true), collector, (at) => lines.linePos(at).line);
  // Severity 0 means that the check is off.
  const isOff = document.getIn(['rules', 'spellcheck']) === 0;
  if (!isSeq(words)) collector.skip(1, '', { code: 'noList' });
  for (const node of isSeq(words) ? words.items : []) {
    const line = isNode(node) && node.range ? lines.linePos(node.range[0]).line : 1;
    if (collector.isFull(line)) return;
    const word = isScalar(node) && node.value !== null ? String(node.value).trim() : '';
    collector.settle(
      line,
      word || String(node),
      word ? judge(word, !isOff) : { skip: { code: 'notAnEntry' } },
    );
  }
  if (isOff) collector.note(1, { code: 'groupOff', group: 'spellcheck' });
}

function judge(word: string, enabled: boolean): Verdict {
  const [wrong = '', right = wrong, ...more] = word.split('=').map((part) => part.trim());
  if (more.length > 0) return { skip: { code: 'twoSeparators', separator: '=' } };
  if (wrong === '') return { skip: { code: 'emptyFind' } };
  if (right === '') return { skip: { code: 'emptyTarget' } };
  const pattern = literalPattern(wrong, { caseSensitive: false, borders: true });
  return { rule: { expected: right, patterns: spellingsOf(right, pattern), enabled }, merge: true };
}

/** `textRules` with severity 0 name texts that are right as they are: guards. Other severities say nothing of rules. */
function readExceptions(node: unknown, collector: Collector, lineAt: (offset: number) => number): void {
  if (!isMap(node)) return;
  for (const { key, value } of node.items) {
    if (!isScalar(key) || !isScalar(value)) continue;
    const text = String(key.value).trim();
    const line = lineAt(key.range?.[0] ?? 0);
    if (text === '' || collector.isFull(line)) continue;
    if (value.value !== 0) collector.skip(line, text, { code: 'severity' });
    else {
      collector.note(line, { code: 'guard' });
      collector.take(line, { expected: text, patterns: [text], caseSensitive: true });
    }
  }
}

function write(rules: readonly Rule[]): ExportResult {
  const losses = new Losses();
  const words: string[] = [];
  const guards: string[] = [];
  for (const rule of rules) {
    const reason = obstacle(rule, ['guard']);
    if (reason) {
      losses.omit(rule, reason);
      continue;
    }
    const [only] = rule.patterns;
    const isGuarding = rule.patterns.length === 1 && only === rule.expected && rule.caseSensitive;
    if (isGuarding && isTerm(rule.expected)) guards.push(rule.expected);
    else words.push(...wordsOf(rule, losses));
  }
  const config = {
    ...(guards.length > 0 && { textRules: new Map(guards.map((text) => [text, 0])) }),
    spellcheck: { words },
  };
  return losses.result(yamlText(new Document(config)));
}

function wordsOf(rule: Rule, losses: Losses): string[] {
  const patterns = rule.patterns.length > 0 ? rule.patterns : [rule.expected];
  const written = patterns.flatMap((pattern) => {
    if (typeof pattern !== 'string') losses.omit(rule, { code: 'expression' });
    else if (rule.caseSensitive && hasCase(rule)) losses.omit(rule, { code: 'mindsCase' });
    else if (!isTerm(pattern) || !isTerm(rule.expected))
      losses.omit(rule, { code: 'separator', separator: '=' });
    else return [pattern === rule.expected ? rule.expected : `${pattern} = ${rule.expected}`];
    return [];
  });
  if (written.length > 0) {
    losses.noteAddedBorders(rule);
    losses.noteRest(rule);
  }
  return written;
}

const isTerm = (text: string): boolean => text !== '' && text === text.trim() && !/[=\r\n]/.test(text);
