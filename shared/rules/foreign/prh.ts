import { Document, isSeq, visit } from 'yaml';
import { applyEdits } from '../../transcript/edit';
import { compileRules, findHits } from '../dictionary';
import { loadDictionary } from '../load';
import type { Pattern, Rule, Spec } from '../rule';
import { yamlText } from '../yaml';
import type {
  ExportResult,
  ForeignFormat,
  ImportNote,
  ImportResult,
  SkippedEntry,
  SkipReason,
} from './foreign';
import { borderedExpression, escapeExpression, hasBorders, literalPattern, readBordered } from './literal';
import { Losses, obstacle } from './losses';
import { readOurs, writeOurs } from './replacement';
import { groupsOf, tokensOf } from './tokens';

/** prh's YAML, which is the base of our own: it is read as ours and written with what prh understands. */
export const prh: ForeignFormat = {
  id: 'prh',
  extensions: ['yml', 'yaml'],
  detect: (text) => /^rules\s*:/m.test(text) && /^\s*-?\s*(?:expected|patterns?)\s*:|^\s*-\s+\S/m.test(text),
  read,
  write,
};

function read(text: string, name: string): ImportResult {
  const loaded = loadDictionary(text.replace(/^\uFEFF/, ''), name);
  const lines = text.split(/\r\n?|\n/);
  const skipped: SkippedEntry[] = [
    ...loaded.problems.map((problem): SkippedEntry => {
      const line = 'line' in problem ? problem.line : 1;
      return { line, text: (lines[line - 1] ?? '').trim().slice(0, 200), reason: reasonOf(problem) };
    }),
    // Other files are not ours to open; they are imported one by one.
    ...loaded.imports.map(({ path }): SkippedEntry => {
      const at = lines.findIndex((line) => line.includes(path));
      return { line: at < 0 ? 1 : at + 1, text: path, reason: { code: 'otherFile', path } };
    }),
  ];
  skipped.sort((a, b) => a.line - b.line);
  const rules = loaded.rules.map(readLiterals);
  const loose = rules.filter(({ patterns }) =>
    patterns.some((pattern) => typeof pattern === 'string' && hasBorders(pattern)),
  );
  const notes: ImportNote[] = [];
  const [first] = loose;
  if (first)
    notes.push({ line: first.origin.line, entries: loose.length, reason: { code: 'looseLiterals' } });
  const counts = {
    entries: rules.length + skipped.length,
    taken: rules.length,
    skipped: skipped.length,
    switchedOff: rules.filter(({ enabled }) => !enabled).length,
  };
  return { rules, inOrder: rules.some(({ inOrder }) => inOrder), counts, skipped, notes };
}

function reasonOf(problem: ReturnType<typeof loadDictionary>['problems'][number]): SkipReason {
  switch (problem.code) {
    case 'ruleUnreadable':
      return { code: 'entryInvalid', field: problem.field, detail: problem.detail };
    case 'dictionarySyntax':
      return { code: 'yamlInvalid', detail: problem.detail };
    case 'dictionaryTooLarge':
      return { code: 'fileTooLarge', megabytes: 8 };
    default:
      return { code: 'noList' };
  }
}

/** Expressions that {@link write} has made of a rule's literals become literals again. */
function readLiterals(rule: Rule): Rule {
  const read = rule.patterns.map((pattern) => {
    if (typeof pattern === 'string') return { text: pattern, ours: false, caseSensitive: undefined };
    const caseSensitive = !pattern.ignoreCase;
    const source = pattern.source.replaceAll('\\/', '/');
    const bordered = readBordered(source, caseSensitive);
    if (bordered !== undefined) return { text: bordered, ours: true, caseSensitive };
    const bare = source.replace(/\\(.)/g, '$1');
    const isText = escapeExpression(bare) === source && !hasBorders(bare);
    return isText && literalPattern(bare, { caseSensitive, borders: true }) === bare
      ? { text: bare, ours: false, caseSensitive }
      : undefined;
  });
  const known = read.flatMap((literal) => literal ?? []);
  const [mode] = known.flatMap(({ caseSensitive }) => caseSensitive ?? []);
  const agree = known.every(({ caseSensitive }) => caseSensitive === undefined || caseSensitive === mode);
  if (known.length < read.length || !agree || !known.some(({ ours }) => ours)) return rule;
  const patterns = known.map(({ text }) => text);
  const isSpelling = patterns.length === 1 && patterns[0] === rule.expected && mode !== true;
  return { ...rule, patterns: isSpelling ? [] : patterns, caseSensitive: mode === true };
}

interface PrhRule {
  readonly expected: string;
  readonly patterns: readonly string[];
  readonly regexpMustEmpty?: string;
  readonly specs?: readonly Spec[];
  readonly prh?: string;
}

function write(rules: readonly Rule[]): ExportResult {
  const losses = new Losses();
  const written = rules.flatMap((rule) => {
    const reason = obstacle(rule, ['regexpMustEmpty']);
    if (!reason) return toPrh(rule, losses);
    losses.omit(rule, reason);
    return [];
  });
  const document = new Document({ version: 1, rules: written });
  visit(document, {
    Map: (_, map) => {
      if (map.has('from')) map.flow = true;
    },
    Pair: (_, pair) => {
      if (isSeq(pair.value) && String(pair.key) === 'patterns') pair.value.flow = true;
    },
  });
  return losses.result(yamlText(document));
}

/**
 * One rule as one or more of prh's: there all expressions of a rule have the same flags and number their groups
 * together.
 */
function toPrh(rule: Rule, losses: Losses): PrhRule[] {
  const patterns: readonly Pattern[] = rule.patterns.length > 0 ? rule.patterns : [rule.expected];
  const ignoresCase = patterns.some((pattern) =>
    typeof pattern === 'string' ? !rule.caseSensitive && /\p{Cased}/u.test(pattern) : pattern.ignoreCase,
  );
  const buckets = new Map<string, Bucket>();
  patterns.forEach((pattern, index) => {
    const expression = typeof pattern === 'string' ? literalExpression(rule, pattern, ignoresCase) : pattern;
    const flags = typeof expression === 'string' ? '' : expression.flags.replace(/[gmu]/g, '');
    const names = typeof expression === 'string' ? [] : groupsOf(tokensOf(expression.source, 'javascript'));
    const groups = { names, numbers: [] };
    const expected =
      typeof pattern === 'string' ? rule.expected : writeOurs(readOurs(rule.expected, groups), groups);
    if (typeof expected !== 'string') {
      losses.omit(rule, { code: 'replacementConstruct', construct: expected.construct });
      return;
    }
    const key = names.length > 0 ? `${index}` : `/${flags}`;
    const bucket = buckets.get(key) ?? { expected, own: [], patterns: [] };
    bucket.own.push(pattern);
    bucket.patterns.push(typeof expression === 'string' ? expression : `/${expression.source}/${flags}`);
    buckets.set(key, bucket);
  });
  if (buckets.size === 0) return [];
  if (rule.inOrder) losses.note(rule, { code: 'onePass' });
  losses.noteRest(rule, ['specs', 'note']);
  const specs = new Map<Bucket, Spec[]>();
  for (const spec of rule.specs) {
    // prh tries a rule's specs on that rule alone, and gives up on the whole file when one fails.
    const home = [...buckets.values()].find(
      ({ own }) => applyAlone({ ...rule, patterns: own }, spec.from) === spec.to,
    );
    if (home) specs.set(home, [...(specs.get(home) ?? []), spec]);
    else losses.note(rule, { code: 'specs' });
  }
  return [...buckets.values()].map((bucket) => ({
    expected: bucket.expected,
    patterns: bucket.patterns,
    ...(rule.mustBeEmpty && { regexpMustEmpty: rule.mustBeEmpty }),
    ...(specs.has(bucket) && { specs: specs.get(bucket) ?? [] }),
    ...(rule.note !== undefined && { prh: rule.note }),
  }));
}

interface Bucket {
  readonly expected: string;
  readonly own: Pattern[];
  readonly patterns: string[];
}

/** prh reads a plain text as it stands, letter case and all, inside words too. */
function literalExpression(rule: Rule, text: string, ignoresCase: boolean): Pattern {
  const isBordered = rule.borders && hasBorders(text);
  const isLoose = !rule.caseSensitive && (ignoresCase || /\s/.test(text));
  const mindsCase = rule.caseSensitive && /\p{Cased}/u.test(text);
  // Read back, a plain text has borders.
  const isInside = !rule.borders && hasBorders(text);
  if (!isBordered && !isInside && !isLoose && !mindsCase && !/^\/.+\/[a-z]*$/s.test(text)) return text;
  const source = isBordered ? borderedExpression(text, rule.caseSensitive) : escapeExpression(text);
  return new RegExp(source, ignoresCase ? 'gimu' : 'gmu');
}

const applyAlone = (rule: Rule, text: string): string =>
  applyEdits(text, findHits(compileRules([rule]), text, ''));
