import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryDictionary, arbitraryTerm, dictionaryFile } from '../../../tests/arbitrary-rules';
import { sentenceFor } from '../../i18n/coded';
import { en } from '../../i18n/en';
import { zh } from '../../i18n/zh';
import { applyEdits } from '../../transcript/edit';
import { compileRules, findHits } from '../dictionary';
import { foldText } from '../fold';
import { loadDictionary } from '../load';
import type { Rule } from '../rule';
import type { ForeignFormatId } from './foreign';
import { foreignFormat, foreignFormats } from './formats';

const writing = foreignFormats.filter((format) => format.write).map(({ id }) => id);

function write(id: ForeignFormatId, rules: readonly Rule[]) {
  const result = foreignFormat(id).write?.(rules);
  if (!result) throw new Error(`${id} does not write`);
  return result;
}
const readBack = (id: ForeignFormatId, text: string) => foreignFormat(id).read(text, dictionaryFile);

const clean = (rules: readonly Rule[], text: string): string =>
  rules.reduce((now, rule) => applyEdits(now, findHits(compileRules([rule]), now, '')), text);

/** Whether places of `term` overlap: of those, a literal and an expression may take different ones. */
function overlapsItself(text: string, term: string): boolean {
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
    const next = text.indexOf(term, at + 1);
    if (next >= 0 && next < at + term.length) return true;
  }
  return false;
}

describe.each(writing)('Emend → %s → Emend', (id) => {
  test('every rule is written or told, and what is written is read without complaint', () => {
    fc.assert(
      fc.property(arbitraryDictionary, ({ rules }) => {
        const { text, omitted, notes } = write(id, rules);
        expect(readBack(id, text).skipped).toEqual([]);
        const read = readBack(id, text).rules;
        const lost = new Set(omitted.map(({ rule }) => rule));
        const kept = rules.filter((rule) => !lost.has(rule.id));
        if (kept.length > 0) expect(read.length).toBeGreaterThan(0);
        for (const { rule, reason } of [...omitted, ...notes]) {
          expect(rules.some((one) => one.id === rule)).toBe(true);
          for (const { foreign } of [en, zh])
            expect(sentenceFor(foreign.lost, reason)).not.toMatch(/undefined|function/);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('a term that is written without loss does the same', () => {
    let held = 0;
    fc.assert(
      fc.property(arbitraryTerm, ({ rule, text }) => {
        const written = write(id, [rule]);
        const [wrong] = rule.patterns;
        // What is right already is told by its borders, which a term without any does not need to say.
        if (overlapsItself(foldText(text), foldText(String(wrong ?? rule.expected)))) return;
        if (typeof wrong === 'string' && foldText(rule.expected).includes(foldText(wrong))) return;
        if (
          written.omitted.length > 0 ||
          written.notes.some(({ reason }) => !['onePass', 'label'].includes(reason.code))
        )
          return;
        held++;
        const { rules, skipped } = readBack(id, written.text);
        expect(skipped).toEqual([]);
        expect(clean(rules, text)).toBe(clean([rule], text));
      }),
      { numRuns: 500 },
    );
    expect(held).toBeGreaterThan(50);
  });
});

/** What each format holds of these rules, read back: `=` the rule itself, `~` what does the same or, with a note, less. */
const sample = `rules:
  - { expected: ChatGPT, patterns: [Chess GPT], note: ASR }
  - { expected: 人工, patterns: [仁工], group: zh }
  - { expected: GitHub }
  - { expected: IT, patterns: [It], caseSensitive: true }
  - { expected: m, patterns: [rn], borders: false, caseSensitive: true }
  - { expected: 'GPT-$1', patterns: ['/G[BP]T\\s*(\\d)/i'] }
  - { expected: Claude, patterns: [cloud], notNear: { words: [weather], within: 20 } }
  - { expected: 混元, patterns: [会员], document: [混元] }
  - { expected: maybe, patterns: [may be], confidence: suggest }
  - { expected: off, patterns: [of], enabled: false }
  - { expected: kvm-riscv, patterns: [kvm-riscv], caseSensitive: true }
`;

test('what each format holds', () => {
  const { rules, problems } = loadDictionary(sample, dictionaryFile);
  expect(problems).toEqual([]);
  const fields = ({ id: _id, origin: _origin, inOrder: _inOrder, ...rest }: Rule) => rest;
  const held = (id: ForeignFormatId) =>
    rules
      .map((rule) => {
        const { text, omitted, notes } = write(id, [rule]);
        const [first] = omitted;
        if (first) return first.reason.code;
        const read = readBack(id, text).rules;
        if (read.length === 1 && read[0] && isDeepStrictEqual(fields(read[0]), fields(rule))) return '=';
        return notes[0] ? `~${notes[0].reason.code}` : '~';
      })
      .join(' ');
  expect(Object.fromEntries(writing.map((id) => [id, held(id)]))).toEqual({
    autocorrect:
      '~label ~label = mindsCase mindsCase expression condition condition suggestion switchedOff =',
    capsWriterHot:
      '~borders ~label ~borders mindsCase mindsCase expression ~borders condition suggestion switchedOff guard',
    capsWriterRule: '~label ~label = = = ~ condition condition suggestion switchedOff guard',
    ocrFix: 'ignoresCase ~label ignoresCase ~ ~ ~ condition condition ignoresCase switchedOff guard',
    pairs: '= ~label = mindsCase mindsCase expression condition condition suggestion switchedOff guard',
    pairsCsv: '= ~label = mindsCase mindsCase expression condition condition suggestion switchedOff guard',
    prh: '= ~label = = ~ = condition condition suggestion switchedOff guard',
    pycorrector:
      'ignoresCase ~label ignoresCase ~borders = ignoresCase condition condition suggestion switchedOff ~borders',
    subtitleEditCsv: '= = = = = ~ condition condition suggestion = guard',
    subtitleEditJson: '= = = = = ~ condition condition suggestion = guard',
    subtitleEditXml: '= = = = = ~ condition condition suggestion = guard',
  });
});

describe('what is written', () => {
  const { rules } = loadDictionary(sample, dictionaryFile);
  test.each<[ForeignFormatId, RegExp]>([
    [
      'subtitleEditXml',
      /^<\?xml version="1\.0" encoding="utf-8"\?>\n<MultipleSearchAndReplaceGroups>\n {2}<Group>/,
    ],
    ['subtitleEditCsv', /^\uFEFFCategory,Find,ReplaceWith,Description,Active,Type\r\n/],
    ['pairsCsv', /^\uFEFFChess GPT,ChatGPT,ASR\r\n仁工,人工\r\n/],
    ['pairs', /^Chess GPT\tChatGPT\tASR\n仁工\t人工\n/],
    ['capsWriterHot', /^ChatGPT \| Chess GPT\n人工 \| 仁工\nGitHub\nClaude \| cloud ~~~ weather\n/],
    ['autocorrect', /^textRules:\n {2}kvm-riscv: 0\nspellcheck:\n {2}words:\n {4}- Chess GPT = ChatGPT\n/],
    ['pycorrector', /^仁工\t人工\nIt\tIT\nrn\tm\nkvm-riscv\tkvm-riscv\n/],
  ])('%s', (id, expected) => {
    expect(write(id, rules).text).toMatch(expected);
  });

  test('in Subtitle Edit, where all rules run in order, longer spellings come first', () => {
    const list = loadDictionary(
      'rules: [{ expected: X, pattern: 大 }, { expected: Y, pattern: 大模型 }]',
      dictionaryFile,
    ).rules;
    expect(write('subtitleEditJson', list).text).toMatch(/大模型[\s\S]*"大"/);
  });
});
