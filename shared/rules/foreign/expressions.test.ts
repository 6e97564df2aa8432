// biome-ignore-all lint/suspicious/noTemplateCurlyInString: so .NET writes groups in a replacement
import { describe, expect, test } from 'vitest';
import { exportExpression } from './export-expression';
import { importExpression } from './import-expression';
import { borderedExpression, literalPattern, readBordered } from './literal';

/** What comes of importing: `/source/flags → expected`, or the code of the reason with what it names. */
function imported(source: string, replacement: string, dialect: 'dotnet' | 'python'): string {
  const result = importExpression(source, replacement, dialect);
  if ('reason' in result) {
    const { code, ...rest } = result.reason;
    return [code, ...(code === 'expressionInvalid' ? [] : Object.values(rest))].join(' ');
  }
  const notes = result.notes.map(({ code }) => ` +${code}`).join('');
  return `/${result.expression.source}/${result.expression.flags.replace(/[gmu]/g, '')} → ${result.expected}${notes}`;
}

const word = '\\p{L}\\p{M}\\p{Nd}\\p{Pc}';

describe('.NET expressions', () => {
  test.each([
    // what both have
    ['(a)(?:b)(?=c)(?!d)(?<=e)(?<!f)', '$1', '/(a)(?:b)(?=c)(?!d)(?<=e)(?<!f)/ → $1'],
    ['\\bskin\\s+law\\b', 'scaling law', '/\\bskin\\s+law\\b/ → scaling law +wordBorder'],
    // what a letter stands for beyond ASCII
    ['(\\d) G', '$1G', '/(\\p{Nd}) G/ → $1G'],
    ['[\\d.]\\D\\w[\\w-]\\W', '', `/[\\p{Nd}.]\\P{Nd}[${word}][${word}-][^${word}]/ → `],
    ['[\\W]', '', 'expressionConstruct \\W'],
    // flags
    ['(?i)gpt', 'GPT', '/gpt/i → GPT'],
    ['(?im-s)^a.b$', 'x', '/^a.b$/i → x'],
    ['(?s)a.b', 'x', '/a.b/s → x'],
    ['(?x)a b', 'x', 'expressionConstruct (?x)'],
    ['a(?i)b', 'x', 'expressionConstruct (?i)'],
    ['(?i:a)b', 'x', 'expressionConstruct (?i:'],
    // groups: .NET counts those with names last
    ["(?'n'a)(b)\\1\\k'n'", '$1$2${n}', '/(?<n>a)(b)\\2\\k<n>/ → $2$1$1'],
    ['(?<n>a)\\k<n>', '${n}', '/(?<n>a)\\k<n>/ → $1'],
    ['(?>a)', '', 'expressionConstruct (?>'],
    ['(?<a-b>c)', '', 'expressionConstruct (?<a-b>'],
    ['(?(a)b|c)', '', 'expressionConstruct (?'],
    ['(?#note)a', '', '/a/ → '],
    ['(a)\\1[0]', '', '/(a)\\1[0]/ → '],
    ['(a)\\10', '', 'expressionConstruct \\10'],
    // blocks of Unicode
    ['\\p{IsCJKUnifiedIdeographs}', '', 'expressionConstruct \\p{IsCJKUnifiedIdeographs}'],
    ['\\p{Lu}\\P{L}', '', '/\\p{Lu}\\P{L}/ → '],
    ['[a-z-[aeiou]]', '', 'expressionConstruct -['],
    // the ends of a cue are not in our text
    ['\\Aa', '', 'expressionConstruct \\A'],
    ['a\\z', '', 'expressionConstruct \\z'],
    // what JavaScript wants escaped, or not
    ['a{}]b{,3}', '', '/a\\{\\}\\]b\\{,3\\}/ → '],
    ['[]a][^]b][[]', '', '/[\\]a][^\\]b][\\[]/ → '],
    ['\\-\\"\\ \\%\\#[\\-\\"]\\/', '', '/-" %#[\\-"]\\// → '],
    ['\\a\\e\\t\\x41\\u5927', '', '/\\x07\\x1b\\t\\x41\\u5927/ → '],
    ['\\q', '', 'expressionConstruct \\q'],
    ['a\\r\\nb\\rc\\nd', '', '/a\\nb\\nc\\nd/ → '],
    ['a(', '', 'expressionInvalid'],
    ['a**', '', 'expressionInvalid'],
    ['a\\', '', 'expressionInvalid'],
    ['[a', '', 'expressionInvalid'],
    // replacements
    ['(a)', '$$1 $9 $ $x', 'replacementConstruct $1 $9 $ $x'],
    ['(a)', '$$5 $9 $ $x', '/(a)/ → $5 $9 $ $x'],
    ['(a)', '${1}2', '/(a)/ → $012'],
    ['(a)', '$0', 'replacementConstruct $0'],
    ['(a)', '[$&]', 'replacementConstruct $&'],
    ['(.+)\\n(.+)', '$1\\n$2', '/(.+)\\n(.+)/ → $1\n$2'],
    ['(?<n>a)', '$<n>', 'replacementConstruct $<n>'],
  ])('%s → %s', (source, replacement, expected) => {
    expect(imported(source, replacement, 'dotnet')).toBe(expected);
  });
});

describe('Python expressions', () => {
  test.each([
    ['([A-Za-z])\\.(?=[A-Za-z])', '\\1', '/([A-Za-z])\\.(?=[A-Za-z])/ → $1'],
    ['(?P<n>a)(?P=n)', '\\g<n>\\g<1>2', '/(?<n>a)\\k<n>/ → $1$012'],
    ['(?a)\\w+\\d', 'x', '/\\w+\\d/ → x'],
    ['(?i)\\w', 'x', `/[${word}]/i → x`],
    ['^a$', 'x', '/^a$/ → x +lineAnchors'],
    ['(?m)^a$', 'x', '/^a$/ → x'],
    ['\\Aa\\Z', 'x', '/(?<![\\s\\S])a(?![\\s\\S])/ → x'],
    ['a{,3}', 'x', '/a{0,3}/ → x'],
    ['\\U0001F600', 'x', '/\\u{1F600}/ → x'],
    ['\\p{L}', 'x', 'expressionConstruct \\p{L}'],
    ['a', '\\\\ \\n \\. $1', '/a/ → \\ \n \\. $1'],
    ['(a)', '$1', 'replacementConstruct $1'],
    ['(a)', '\\2', 'replacementConstruct \\2'],
    ['a', '\\q', 'replacementConstruct \\q'],
    ['a', 'x\\', 'replacementConstruct \\'],
    ['a++', 'x', 'expressionInvalid'],
  ])('%s → %s', (source, replacement, expected) => {
    expect(imported(source, replacement, 'python')).toBe(expected);
  });
});

describe('our expressions elsewhere', () => {
  const exported = (expression: RegExp, expected: string, dialect: 'dotnet' | 'python') => {
    const result = exportExpression(expression, expected, dialect);
    if ('reason' in result) return Object.values(result.reason).join(' ');
    return `${result.source} → ${result.replacement}${result.notes.map(({ code }) => ` +${code}`).join('')}`;
  };

  test.each<[RegExp, string, 'dotnet' | 'python', string]>([
    [/chess\s*gpt/gimu, 'ChatGPT', 'dotnet', '(?i)chess\\s*gpt → ChatGPT'],
    [/(\d+)[\w.]\D/gmu, '$1x$5', 'dotnet', '([0-9]+)[A-Za-z0-9_.][^0-9] → ${1}x$$5'],
    [/(?<n>a)(b)\1\2/gmu, '$<n>$2', 'dotnet', '(?<n>a)(b)\\2\\1 → ${2}${1}'],
    [/(?<n>a)\k<n>/gmu, '$<n>1', 'python', '(?P<n>a)(?P=n) → \\g<1>1'],
    [/^a.b$/gmsu, 'a\\b', 'python', '(?sm)^a.b$ → a\\\\b'],
    [/\bGPT\b/gmu, 'x', 'dotnet', '\\bGPT\\b → x +wordBorder'],
    [/\p{Script=Han}/gmu, 'x', 'dotnet', 'expressionConstruct \\p{Script=Han}'],
    [/\p{Lu}/gmu, 'x', 'python', 'expressionConstruct \\p{Lu}'],
    [/(?<=a+)b/gmu, 'x', 'python', 'expressionConstruct (?<=…)'],
    [/(?<=a+)b/gmu, 'x', 'dotnet', '(?<=a+)b → x'],
    [/(?<!a)b+/gmu, 'x', 'python', '(?<!a)b+ → x'],
    [/[\W]/gmu, 'x', 'dotnet', 'expressionConstruct \\W'],
    [/\/[[]\u{41}/gmu, 'x', 'dotnet', '/[\\[]\\u0041 → x'],
    [/a/gmu, 'C:\\new', 'dotnet', 'replacementConstruct C:\\new'],
    [/😀+[a]/gmu, 'x', 'dotnet', '(?:😀)+[a] → x'],
  ])('%s → %s for %s', (expression, expected, dialect, out) => {
    expect(exported(expression, expected, dialect)).toBe(out);
  });
});

describe('literals', () => {
  test.each([
    ['skin law', 'skin law'],
    ['拉玛', '拉玛'],
    ['GP4', 'GP4'],
    [' skin law ', '/ skin law /gimu'],
    ['，', '/，/gimu'],
    ['a  b', '/(?<![0-9A-Za-z_\u00C0-\u024F])a  b(?![0-9A-Za-z_\u00C0-\u024F])/gimu'],
    ['/a.b/', '/\\/a\\.b\\//gimu'],
  ])('%j', (text, expected) => {
    expect(String(literalPattern(text, { caseSensitive: false, borders: true }))).toBe(expected);
  });

  test.each(['GPT', 'skin law', 'GP4', '4o', 'C++', 'a.b', '4', 'é', '大GPT', 'GPT大'])(
    '%s with its borders',
    (text) => {
      for (const caseSensitive of [false, true]) {
        expect(readBordered(borderedExpression(text, caseSensitive), caseSensitive)).toBe(text);
      }
      const expression = new RegExp(borderedExpression(text, false), 'giu');
      expect('用x用'.replace('x', text).replace(expression, '_')).toBe('用_用');
      expect(`a${text}`.replace(expression, '_')).toBe(
        /^[\w\u00e0]/.test(text) || text === 'é' ? `a${text}` : 'a_',
      );
    },
  );

  test('expressions of other people are not taken for ours', () => {
    for (const source of ['GPT', '(?<!a)GPT', '(?<![0-9A-Za-z_])GPT(?![0-9A-Za-z_])', '\\bGPT\\b', '']) {
      expect(readBordered(source, false)).toBeUndefined();
    }
  });
});
