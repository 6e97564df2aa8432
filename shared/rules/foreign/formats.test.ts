import { describe, expect, test } from 'vitest';
import { sentenceFor } from '../../i18n/coded';
import { en } from '../../i18n/en';
import { zh } from '../../i18n/zh';
import { applyEdits } from '../../transcript/edit';
import { compileRules, findHits } from '../dictionary';
import type { Rule } from '../rule';
import { type ForeignFormatId, foreignFormatIds, type ImportResult } from './foreign';
import { detectForeign, foreignFormat, foreignFormats } from './formats';

/** A rule in one line: `group: pattern | pattern → expected (what is not as usual)`. */
function line(rule: Rule): string {
  const flags = [
    rule.caseSensitive && 'case',
    !rule.borders && 'inside',
    rule.confidence === 'suggest' && 'suggest',
    !rule.enabled && 'off',
    rule.notNear && `not near ${rule.notNear.words.join(',')}`,
    rule.note,
  ].filter(Boolean);
  const patterns = rule.patterns
    .map((one) => (typeof one === 'string' ? one : `/${one.source}/${one.flags.replace(/[gmu]/g, '')}`))
    .join(' | ');
  return `${rule.group ? `${rule.group}: ` : ''}${patterns} → ${rule.expected}${flags.length ? ` (${flags.join(', ')})` : ''}`;
}

function read(id: ForeignFormatId, text: string): ImportResult {
  const result = foreignFormat(id).read(text, 'list');
  const { entries, taken, skipped } = result.counts;
  expect(entries).toBe(taken + skipped);
  expect(result.skipped).toHaveLength(skipped);
  expect(new Set(result.rules.map((rule) => rule.id)).size).toBe(result.rules.length);
  for (const section of [en.foreign, zh.foreign]) {
    for (const { reason } of result.skipped)
      expect(sentenceFor(section.skipped, reason)).not.toMatch(/undefined(?! entity)|function/);
    for (const { reason } of result.notes)
      expect(sentenceFor(section.notes, reason)).not.toMatch(/undefined(?! entity)|function/);
  }
  return result;
}

const rulesIn = (id: ForeignFormatId, text: string) => read(id, text).rules.map(line);
const skippedIn = (id: ForeignFormatId, text: string) =>
  read(id, text).skipped.map((entry) => `${entry.line} ${entry.reason.code}`);
const notesIn = (id: ForeignFormatId, text: string) =>
  read(id, text).notes.map(
    ({ line, entries, reason }) => `${line} ${reason.code}${entries > 1 ? ` ×${entries}` : ''}`,
  );

describe('Subtitle Edit', () => {
  const item = (find: string, replace: string, type: string, extra = '') =>
    `<FindWhat>${find}</FindWhat><ReplaceWith>${replace}</ReplaceWith><SearchType>${type}</SearchType>${extra}`;

  test('the export of version 4', () => {
    const text = `<?xml version="1.0"?>
<Settings><MultipleSearchAndReplaceList><Group><Name>AI</Name><Enabled>True</Enabled>
 <MultipleSearchAndReplaceItem><Enabled>True</Enabled>${item('Chess GPT', 'ChatGPT', 'Normal', '<Description>ASR</Description>')}</MultipleSearchAndReplaceItem>
 <MultipleSearchAndReplaceItem><Enabled>False</Enabled>${item('It', 'IT', 'CaseSensitive')}</MultipleSearchAndReplaceItem>
</Group></MultipleSearchAndReplaceList></Settings>`;
    expect(detectForeign(text, 'x.template')?.id).toBe('subtitleEditXml');
    const result = read('subtitleEditXml', text);
    expect(result.inOrder).toBe(true);
    expect(result.rules.every((rule) => rule.inOrder)).toBe(true);
    expect(result.rules.map(line)).toEqual([
      'AI: Chess GPT → ChatGPT (inside, ASR)',
      'AI: It → IT (case, inside, off)',
    ]);
    expect(result.rules.map(({ origin }) => origin.line)).toEqual([3, 4]);
    expect(result.counts).toEqual({ entries: 2, taken: 2, skipped: 0, switchedOff: 1 });
  });

  test('the settings of version 4 and the list of seconv', () => {
    const rule = item('(\\d) G &amp; x', '$1G', 'RegularExpression');
    expect(
      rulesIn(
        'subtitleEditXml',
        `<Settings><Other/><MultipleSearchAndReplaceGroups><MultipleSearchAndReplaceGroup><Name>a</Name><Active>false</Active><Rules>
<MultipleSearchAndReplaceSetting><Enabled>true</Enabled>${rule}</MultipleSearchAndReplaceSetting></Rules></MultipleSearchAndReplaceGroup>
</MultipleSearchAndReplaceGroups></Settings>`,
      ),
    ).toEqual(['a: /(\\p{Nd}) G & x/ → $1G (off)']);
    const seconv = `<MultipleSearchAndReplaceGroups><Group><Name>Default</Name><IsActive>true</IsActive><Rules>
<Rule><Active>true</Active>${item('skin law', 'cost $1', 'Normal')}</Rule><Rule><FindWhat>x<![CDATA[ & ]]></FindWhat></Rule></Rules></Group></MultipleSearchAndReplaceGroups>`;
    expect(rulesIn('subtitleEditXml', seconv)).toEqual(['skin law → cost $1 (inside)', '/x & /i → ']);
  });

  test.each([
    ['<!DOCTYPE x [<!ENTITY a "b">]><x/>', ['1 doctype']],
    [
      '<MultipleSearchAndReplaceGroups>\n<Group>&a;</Group></MultipleSearchAndReplaceGroups>',
      ['2 xmlInvalid'],
    ],
    [
      '<MultipleSearchAndReplaceGroups><Group>&constructor;</Group></MultipleSearchAndReplaceGroups>',
      ['1 xmlInvalid'],
    ],
    ['<a>\n<b></a>', ['2 xmlInvalid']],
    ['', ['1 xmlInvalid']],
    ['{"x": 1}', ['1 xmlInvalid']],
    ['<x/>', ['1 noList']],
    [`<a>${'<b>'.repeat(100)}${'</b>'.repeat(100)}</a>`, ['1 xmlInvalid']],
    ['<MultipleSearchAndReplaceList>\n<Oops/>\n</MultipleSearchAndReplaceList>', ['2 unknownElement']],
    [
      `<MultipleSearchAndReplaceGroups><Group><Name/><Rules>
<Rule>${item('', 'x', 'Normal')}</Rule>
<Rule>${item('a(', 'x', 'RegularExpression')}</Rule>
<Rule>${item('\\p{IsCJKUnifiedIdeographs}', 'x', 'RegularExpression')}</Rule>
<Rule>${item('a', '$0', 'RegularExpression')}</Rule></Rules></Group></MultipleSearchAndReplaceGroups>`,
      ['2 emptyFind', '3 expressionInvalid', '4 expressionConstruct', '5 replacementConstruct'],
    ],
  ])('what it cannot take is told: %s', (text, expected) => {
    expect(skippedIn('subtitleEditXml', text)).toEqual(expected);
  });

  test('JSON of version 5', () => {
    const text = `{"categories":[
 {"name":"AI","isActive":false,"rules":[
  {"find":"Chess GPT","replaceWith":"ChatGPT","description":"d","isActive":true,"type":"CaseInsensitive"}]},
 {"name":"","rules":[
  {"Find":"\\\\bGPT\\\\b","ReplaceWith":"x","IsActive":false,"Type":"RegularExpression"},
  {"find":"😀\\ud83d\\ude00\\/","replaceWith":null,"type":"Fuzzy"},
  7,
  {"find":""}]},
 {"name":"broken"}
]}`;
    expect(detectForeign(text, 'x.template')?.id).toBe('subtitleEditJson');
    expect(rulesIn('subtitleEditJson', text)).toEqual([
      'AI: Chess GPT → ChatGPT (inside, off, d)',
      '/\\bGPT\\b/ → x (off)',
      '/😀😀\\//i → ',
    ]);
    expect(skippedIn('subtitleEditJson', text)).toEqual(['7 notAnEntry', '8 emptyFind', '9 notAnEntry']);
    expect(notesIn('subtitleEditJson', text)).toEqual(['2 groupOff', '5 wordBorder', '6 unknownType']);
    expect(skippedIn('subtitleEditJson', '{"categories": [')).toEqual(['1 jsonInvalid']);
    expect(skippedIn('subtitleEditJson', '[]')).toEqual(['1 noList']);
  });

  test('CSV of version 5', () => {
    const rows =
      'AI,"\\bskin\\s+law\\b",scaling law,,true,RegularExpression\r\n"A ""b""","x\ny",z,note,no,CaseSensitive\r\nshort\r\n"open,x,y,,true,CaseSensitive\r\n';
    const text = `\uFEFFCategory,Find,ReplaceWith,Description,Active,Type\r\n${rows}`;
    expect(detectForeign(text, 'x.csv')?.id).toBe('subtitleEditCsv');
    expect(detectForeign(rows, 'x.csv')?.id).toBe('subtitleEditCsv');
    for (const [source, shift] of [
      [text, 1],
      [rows, 0],
    ] as const) {
      expect(rulesIn('subtitleEditCsv', source)).toEqual([
        'AI: /\\bskin\\s+law\\b/ → scaling law',
        'A "b": /x\\ny/ → z (off, note)',
      ]);
      expect(skippedIn('subtitleEditCsv', source)).toEqual([
        `${shift + 4} tooFewColumns`,
        `${shift + 5} quoteOpen`,
      ]);
    }
    expect(rulesIn('subtitleEditCsv', 'find,replacewith\na,b\n')).toEqual(['a → b (inside)']);
  });
});

describe('the OCR fix list', () => {
  const text = `<OCRFixReplaceList>
 <WholeWords><Word from="chessGPT" to="ChatGPT"/></WholeWords>
 <PartialWordsAlways><WordPart from="IVl" to="M"/></PartialWordsAlways>
 <PartialWords><WordPart from="rn" to="m"/></PartialWords>
 <WholeLines><Line from="H ey." to="Hey."/></WholeLines>
 <PartialLinesAlways><LinePart from=",.," to="..."/></PartialLinesAlways>
 <PartialLines><LinePart from=" skin law " to=" scaling law "/></PartialLines>
 <BeginLines><Beginning from="lgot it" to="I got it"/></BeginLines>
 <EndLines><Ending from=", sin" to=", sir."/></EndLines>
 <RegularExpressions><RegEx find="(\\d) G" replaceWith="$1G"/></RegularExpressions>
 <RegularExpressionsIfSpelledCorrectly><RegEx find="\\bl([A-Z]+)\\b" spellCheck="I$1" replaceWith="I$1"/></RegularExpressionsIfSpelledCorrectly>
 <WholeWords><Word from="again" to="more"/><Word from="gone" to="x"/><Word to="x"/><Word from="x"/></WholeWords>
 <RemovedWholeWords><Word from="gone" to="x"/></RemovedWholeWords>
 <Strange/>
</OCRFixReplaceList>`;

  test('every section', () => {
    expect(detectForeign(text, 'eng_OCRFixReplaceList.xml')?.id).toBe('ocrFix');
    expect(rulesIn('ocrFix', text)).toEqual([
      'WholeWords: chessGPT → ChatGPT (case)',
      'PartialWordsAlways: IVl → M (case, inside)',
      'PartialWords: rn → m (case, inside, suggest)',
      'WholeLines: /^H ey\\.$/ → Hey.',
      'PartialLinesAlways: /,\\.,/ → ...',
      'PartialLines: / skin law / →  scaling law ',
      'BeginLines: /^lgot it/ → I got it',
      'EndLines: /, sin$/ → , sir.',
      'RegularExpressions: /(\\p{Nd}) G/ → $1G',
      'RegularExpressionsIfSpelledCorrectly: /\\bl([A-Z]+)\\b/ → I$1 (suggest)',
      'WholeWords: again → more (case)',
    ]);
    expect(skippedIn('ocrFix', text)).toEqual([
      '12 removedHere',
      '12 emptyFind',
      '12 tooFewColumns',
      '13 removesShipped',
      '14 unknownElement',
    ]);
    expect(notesIn('ocrFix', text)).toEqual(['4 needsSpelling ×2', '11 wordBorder']);
  });

  test.each([
    ['<x/>', ['1 noList']],
    ['<!DOCTYPE a><a/>', ['1 doctype']],
    ['<a', ['1 xmlInvalid']],
  ])('%s', (broken, expected) => {
    expect(skippedIn('ocrFix', broken)).toEqual(expected);
  });
});

describe('prh', () => {
  test('is read as our own, and what is not is told', () => {
    const text = `version: 1
imports:
  - base.yml
rules:
  - Cookie
  - expected: ChatGPT
    patterns: [/chess\\s*gpt/i, Chess GBT]
    specs: [{from: 用Chess GPT做, to: 用ChatGPT做}]
  - expected: broken
    pattern: /(/
`;
    expect(detectForeign(text, 'prh.yml')?.id).toBe('prh');
    expect(rulesIn('prh', text)).toEqual([' → Cookie', '/chess\\s*gpt/i | Chess GBT → ChatGPT']);
    expect(skippedIn('prh', text)).toEqual(['3 otherFile', '9 entryInvalid']);
    expect(notesIn('prh', text)).toEqual(['6 looseLiterals']);
    expect(skippedIn('prh', 'rules: [')).toEqual(['1 yamlInvalid']);
    expect(skippedIn('prh', 'a: 1')).toEqual(['1 noList']);
  });
});

describe('CapsWriter', () => {
  test('hot words', () => {
    const text = `# comment
Claude | 克劳德 | cloud ~~~ weather | sky

ChatGPT
 | alias
A ~~~ b ~~~ c
Claude | Clod |  | Clod
`;
    expect(detectForeign(text, 'hot.txt')?.id).toBe('capsWriterHot');
    const result = read('capsWriterHot', text);
    expect(result.inOrder).toBe(false);
    expect(result.rules.map(line)).toEqual([
      '克劳德 | cloud → Claude (inside, not near weather,sky)',
      ' → ChatGPT (inside)',
      'Clod → Claude (inside)',
    ]);
    expect(skippedIn('capsWriterHot', text)).toEqual(['5 emptyTarget', '6 twoSeparators']);
    expect(notesIn('capsWriterHot', text)).toEqual(['2 bySound ×2', '2 blockDistance', '4 onlyBySound']);
  });

  test('rules, and the traps of their loader', () => {
    const text = `# comment
  # indented = rule
([A-Za-z])\\.(?=[A-Za-z](?![A-Za-z]))   =   \\1
毫安时 = mAh
a = b = c
no separator
x=y
(bad = y
毫安时 = MAH
uh\\s = 
um =
 = empty
`;
    expect(detectForeign(text, 'hot-rule.txt')?.id).toBe('capsWriterRule');
    const result = read('capsWriterRule', text);
    expect(result.inOrder).toBe(true);
    expect(result.rules.map(line)).toEqual([
      '/([A-Za-z])\\.(?=[A-Za-z](?![A-Za-z]))/ → $1',
      '毫安时 → MAH (case)',
      '/uh\\s/ → ',
      'um →  (case, inside)',
    ]);
    expect(skippedIn('capsWriterRule', text)).toEqual([
      '2 indentedComment',
      '4 overwritten',
      '5 twoSeparators',
      '6 noSeparator',
      '7 noSeparator',
      '8 expressionInvalid',
      '12 emptyFind',
    ]);
    expect(notesIn('capsWriterRule', text)).toEqual(['10 deletes ×2']);
  });
});

describe('small lists', () => {
  test('autocorrect', () => {
    const text = `rules:
  spellcheck: 1
textRules:
  "kvm-riscv": 0
  "other": 2
spellcheck:
  words:
    - Chess GPT = ChatGPT
    - GitHub
    - "chat GBT = ChatGPT"
    - a = b = c
    - "= x"
    - "x ="
    - [y]
`;
    expect(detectForeign(text, '.autocorrectrc')?.id).toBe('autocorrect');
    expect(rulesIn('autocorrect', text)).toEqual([
      'kvm-riscv → kvm-riscv (case)',
      'Chess GPT | chat GBT → ChatGPT',
      ' → GitHub',
    ]);
    expect(skippedIn('autocorrect', text)).toEqual([
      '5 severity',
      '11 twoSeparators',
      '12 emptyFind',
      '13 emptyTarget',
      '14 notAnEntry',
    ]);
    expect(rulesIn('autocorrect', 'rules:\n  spellcheck: 0\nspellcheck:\n  words: [a = b]')).toEqual([
      'a → b (off)',
    ]);
    expect(skippedIn('autocorrect', 'x: 1')).toEqual(['1 noList']);
    expect(skippedIn('autocorrect', 'x: [')).toEqual(['1 yamlInvalid']);
  });

  test('pycorrector: a pair of the same text guards it', () => {
    const text = '# c\n仁工 人工 12\nChess GPT\tChatGPT\n人工 人工\n一 二 三\n单\n仁功 人工\n\tx\n';
    expect(rulesIn('pycorrector', text)).toEqual([
      '仁工 | 仁功 → 人工 (case)',
      'Chess GPT → ChatGPT (case, inside)',
      '人工 → 人工 (case)',
    ]);
    expect(skippedIn('pycorrector', text)).toEqual(['5 tooManyColumns', '6 noSeparator', '8 emptyFind']);
    expect(notesIn('pycorrector', text)).toEqual(['2 frequency', '4 guard']);
    expect(detectForeign('仁工 人工 12\n', 'x.txt')?.id).toBe('pycorrector');

    const guarded = compileRules([
      ...read('pycorrector', '模型 模型').rules,
      ...read('pairs', '模型\t模形\n型号\t形号').rules,
    ]);
    const clean = (source: string) => applyEdits(source, findHits(guarded, source, ''));
    expect(clean('模型和型号')).toBe('模型和形号');
  });

  test.each([
    ['tab', 'Chess GPT\tChatGPT\tASR\n模形\t模型\n', 'x.tsv'],
    ['comma', '\uFEFF"Chess GPT",ChatGPT,ASR\r\n模形,模型\r\n', 'x.csv'],
    ['semicolon', 'Chess GPT;ChatGPT;ASR\n模形;模型\n', 'x.csv'],
  ])('pairs by %s', (_, text, name) => {
    expect(detectForeign(text, name)?.id).toMatch(/^pairs/);
    expect(rulesIn('pairs', text)).toEqual(['Chess GPT → ChatGPT (ASR)', '模形 → 模型']);
  });

  test.each(['=>', '->', '→', '='])('pairs by %s', (arrow) => {
    const text = `# list\n欧米 ${arrow} 呜米, x\n欧咪${arrow}呜米, x\nplain\na ${arrow} b ${arrow} c\n${arrow} c\nGitHub ${arrow} GitHub\num ${arrow}\n`;
    expect(detectForeign(text, 'x.txt')?.id).toBe('pairs');
    expect(rulesIn('pairs', text)).toEqual(['欧米 | 欧咪 → 呜米, x', ' → GitHub', 'um → ']);
    expect(skippedIn('pairs', text)).toEqual(['4 noSeparator', '5 twoSeparators', '6 emptyFind']);
    expect(notesIn('pairs', text)).toEqual(['8 deletes']);
  });

  test('a table with headings, quotes and rows that are too short or too long', () => {
    const text = '错,对,备注\n"a, b","c ""d"""\nshort\na,b,c,d\n"open,x\nx,y,,\n';
    expect(rulesIn('pairsCsv', text)).toEqual(['a, b → c "d"', 'x → y']);
    expect(skippedIn('pairsCsv', text)).toEqual(['3 tooFewColumns', '4 tooManyColumns', '5 quoteOpen']);
    expect(notesIn('pairsCsv', text)).toEqual(['1 header']);
  });
});

describe('all formats', () => {
  test('the registry has each once, by name in both languages', () => {
    expect(foreignFormats.map(({ id }) => id).sort()).toEqual([...foreignFormatIds].sort());
    for (const { id } of foreignFormats) expect(en.foreign.names[id] && zh.foreign.names[id]).toBeTruthy();
  });

  test.each(foreignFormatIds)(
    '%s takes nothing from files that are something else, and never throws',
    (id) => {
      for (const text of [
        '',
        '\uFEFF',
        '\0\0',
        '\uD800',
        '<',
        '{',
        '"',
        '%YAML 9\n---\n*a',
        '&a [*a]',
        '\n\n',
        '- &a [*a, *a]',
        'a: !!js x',
      ]) {
        expect(read(id, text).rules.length).toBeLessThan(4);
      }
    },
  );

  test.each(foreignFormatIds)('%s refuses what is too large', (id) => {
    const result = read(id, 'x'.repeat(8 * 1024 * 1024 + 1));
    expect(result.skipped.map(({ reason }) => reason.code)).toEqual(['fileTooLarge']);
    expect(result.skipped[0]?.text.length).toBeLessThan(300);
  });

  test('a list of too many entries is cut, and says where', () => {
    const result = read('pairs', 'a\tb\n'.repeat(100_001));
    expect(result.counts).toMatchObject({ taken: 100_000, skipped: 1 });
    expect(result.skipped[0]).toMatchObject({ line: 100_001, reason: { code: 'tooManyEntries' } });
  });

  test('a file that none knows is pairs, or nothing where its name says otherwise', () => {
    expect(detectForeign('a\tb', 'x')?.id).toBe('pairs');
    expect(detectForeign('<a/>', 'x.xml')).toBeUndefined();
  });
});
