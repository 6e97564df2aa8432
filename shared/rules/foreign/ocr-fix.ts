import type { Rule } from '../rule';
import { type Collector, collect, type EntryRule, type Verdict } from './collect';
import { exportExpression } from './export-expression';
import type { ExportResult, ForeignFormat, NoteReason } from './foreign';
import { importExpression } from './import-expression';
import { escapeExpression, hasBorders, literalPattern, needsNoBorders } from './literal';
import { hasCase, Losses, obstacle } from './losses';
import { type Element, escapeXml, fitsXml, parseXml } from './xml';

/**
 * Subtitle Edit's lists against errors of text recognition, `…_OCRFixReplaceList.xml`: all mind letter case. They are
 * matched in one pass, as the words are there; a list has thousands of entries.
 */
export const ocrFix: ForeignFormat = {
  id: 'ocrFix',
  extensions: ['xml'],
  detect: (text) => /<OCRFixReplaceList\b/.test(text),
  read: (text, name) => collect(text, name, false, (collector) => readList(text, collector)),
  write,
};

const sections = [
  'WholeWords',
  'PartialWordsAlways',
  'PartialWords',
  'WholeLines',
  'PartialLinesAlways',
  'PartialLines',
  'BeginLines',
  'EndLines',
  'RegularExpressions',
  'RegularExpressionsIfSpelledCorrectly',
] as const;
type Section = (typeof sections)[number];
const sectionOf = (name: string): Section | undefined => sections.find((section) => section === name);

function readList(text: string, collector: Collector): void {
  const parsed = parseXml(text);
  if ('failure' in parsed) {
    const { line, detail, doctype } = parsed.failure;
    collector.skip(line, '', doctype ? { code: 'doctype' } : { code: 'xmlInvalid', detail });
    return;
  }
  if (parsed.root.name !== 'OCRFixReplaceList') {
    collector.skip(parsed.root.line, `<${parsed.root.name}>`, { code: 'noList' });
    return;
  }
  const removed = new Set<string>();
  for (const list of parsed.root.children) {
    const section = sectionOf(list.name.replace(/^Removed/, ''));
    if (!section) collector.skip(list.line, `<${list.name}>`, { code: 'unknownElement' });
    else if (list.name.startsWith('Removed')) {
      for (const entry of list.children) {
        removed.add(`${section}\n${findOf(entry)}`);
        // What it removes are entries that Subtitle Edit ships, in another file.
        collector.skip(entry.line, sourceOf(entry), { code: 'removesShipped' });
      }
    }
  }
  for (const list of parsed.root.children) {
    const section = sectionOf(list.name);
    for (const entry of section ? list.children : []) {
      if (collector.isFull(entry.line)) return;
      if (removed.has(`${section}\n${findOf(entry)}`)) {
        collector.skip(entry.line, sourceOf(entry), { code: 'removedHere' });
      } else if (section) {
        const verdict = judge(section, entry);
        const rule = 'rule' in verdict && { ...verdict, rule: { ...verdict.rule, group: section } };
        collector.settle(entry.line, sourceOf(entry), rule || verdict);
      }
    }
  }
}

const findOf = ({ attributes }: Element): string => attributes.from ?? attributes.find ?? '';
const sourceOf = (entry: Element): string =>
  `${findOf(entry)} → ${entry.attributes.to ?? entry.attributes.replaceWith ?? ''}`;

function judge(section: Section, { attributes }: Element): Verdict {
  const from = attributes.from ?? attributes.find ?? '';
  const to = attributes.to ?? attributes.replaceWith;
  if (to === undefined) return { skip: { code: 'tooFewColumns' } };
  if (from === '') return { skip: { code: 'emptyFind' } };
  switch (section) {
    case 'WholeWords':
    case 'PartialLines':
      return { rule: literalRule(from, to, true) };
    case 'PartialWordsAlways':
    case 'PartialLinesAlways':
      return { rule: literalRule(from, to, false) };
    case 'PartialWords':
      return needsSpelling(literalRule(from, to, false));
    case 'WholeLines':
      return { rule: lineRule(`^${escapeExpression(from)}$`, to) };
    case 'BeginLines':
      return { rule: lineRule(`^${escapeExpression(from)}`, to) };
    case 'EndLines':
      return { rule: lineRule(`${escapeExpression(from)}$`, to) };
    default: {
      const converted = importExpression(from, to, 'dotnet');
      if ('reason' in converted) return { skip: converted.reason };
      const { expected, expression, notes } = converted;
      const rule = { expected, patterns: [expression] };
      return section === 'RegularExpressions' ? { rule, notes } : needsSpelling(rule, notes);
    }
  }
}

function literalRule(from: string, to: string, borders: boolean): EntryRule {
  const pattern = literalPattern(from, { caseSensitive: true, borders });
  const meaning =
    typeof pattern === 'string' ? { caseSensitive: true, borders: borders || needsNoBorders(from, to) } : {};
  return { expected: to, patterns: [pattern], ...meaning };
}

const lineRule = (source: string, to: string): EntryRule => ({
  expected: to,
  patterns: [new RegExp(source, 'gmu')],
});

/** Applied there only where the result is a word of the spelling dictionary, which we do not have. */
const needsSpelling = (rule: EntryRule, notes: readonly NoteReason[] = []): Verdict => ({
  rule: { ...rule, confidence: 'suggest' },
  notes: [...notes, { code: 'needsSpelling' }],
});

/** Which section holds rules of ours: those that mind letter case by their borders, and expressions. */
function write(rules: readonly Rule[]): ExportResult {
  const losses = new Losses();
  const written = new Map<Section, string[]>();
  const add = (section: Section, entry: string) =>
    written.set(section, [...(written.get(section) ?? []), entry]);
  for (const rule of rules) {
    const isSuggestion = rule.confidence === 'suggest';
    const reason = obstacle(rule, ['suggest']);
    if (reason) {
      losses.omit(rule, reason);
      continue;
    }
    for (const pattern of rule.patterns.length > 0 ? rule.patterns : [rule.expected]) {
      const value = (text: string) => `"${escapeXml(text)}"`;
      if (![rule.expected, typeof pattern === 'string' ? pattern : pattern.source].every(fitsXml)) {
        losses.omit(rule, { code: 'characters' });
      } else if (typeof pattern !== 'string') {
        const exported = exportExpression(pattern, rule.expected, 'dotnet');
        if (isSuggestion) losses.omit(rule, { code: 'suggestion' });
        else if ('reason' in exported) losses.omit(rule, exported.reason);
        else {
          for (const note of exported.notes) losses.note(rule, note);
          losses.noteRest(rule);
          const { source, replacement } = exported;
          add('RegularExpressions', `<RegEx find=${value(source)} replaceWith=${value(replacement)} />`);
        }
      } else if (!rule.caseSensitive && hasCase(rule)) losses.omit(rule, { code: 'ignoresCase' });
      else if (isSuggestion && rule.borders && hasBorders(pattern)) losses.omit(rule, { code: 'suggestion' });
      else {
        const pair = `from=${value(pattern)} to=${value(rule.expected)} />`;
        losses.noteRest(rule);
        if (isSuggestion) add('PartialWords', `<WordPart ${pair}`);
        else if (/\s/.test(pattern)) {
          add(rule.borders ? 'PartialLines' : 'PartialLinesAlways', `<LinePart ${pair}`);
        } else if (rule.borders && hasBorders(pattern)) add('WholeWords', `<Word ${pair}`);
        else add('PartialWordsAlways', `<WordPart ${pair}`);
      }
    }
  }
  const body = sections.flatMap((section) => {
    const entries = written.get(section);
    return entries ? [`  <${section}>`, ...entries.map((entry) => `    ${entry}`), `  </${section}>`] : [];
  });
  return losses.result(['<OCRFixReplaceList>', ...body, '</OCRFixReplaceList>', ''].join('\n'));
}
