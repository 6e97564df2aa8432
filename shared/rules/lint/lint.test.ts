import { describe, expect, test } from 'vitest';
import { sentenceFor } from '../../i18n/coded';
import { en } from '../../i18n/en';
import { zh } from '../../i18n/zh';
import { loadDictionary } from '../load';
import type { LintFinding } from './finding';
import { lintRules } from './lint';
import { lintRunaways } from './runaway';

function load(...files: string[]) {
  return files.flatMap((yaml, index) => {
    const { rules, problems } = loadDictionary(yaml, `${index}.yml`);
    expect(problems).toEqual([]);
    return rules;
  });
}

/** `code what rules`, one for each finding; every one has its sentence in both languages. */
function told(findings: readonly LintFinding[]): string[] {
  return findings.map(({ severity, reason, rules, origin }) => {
    for (const { lint } of [en, zh]) expect(sentenceFor(lint, reason)).not.toMatch(/undefined|function/);
    expect(origin.line).toBeGreaterThan(0);
    const { code, ...rest } = reason;
    return [severity, code, ...Object.values(rest), `(${rules.join(', ')})`].join(' ');
  });
}

const lint = (...rules: string[]) => told(lintRules(load(...rules)));
/** Rules of one dictionary, an id each: a, b, c … */
const of = (...rules: string[]) =>
  `rules: [${rules.map((rule, index) => `{ id: ${'abcdefgh'[index]}, ${rule} }`).join(', ')}]`;
const inOrder = (yaml: string) => `inOrder: true\n${yaml}`;

describe('rules that meet', () => {
  test.each<[string, string[], string[]]>([
    ['nothing to say', [of('expected: ChatGPT, pattern: Chess GPT', 'expected: GitHub')], []],
    [
      'a circle',
      [of('expected: foo two, pattern: foo one', 'expected: foo one, pattern: foo two')],
      ['error cycle foo two → foo one → foo two (b, a)'],
    ],
    [
      'a circle of three in two files',
      [
        of('expected: foo two, pattern: foo one', 'expected: foo three, pattern: foo two'),
        'rules: [{ id: c, expected: foo one, pattern: foo three }]',
      ],
      ['error cycle foo two → foo three → foo one → foo two (b, c, a)'],
    ],
    [
      'a chain',
      [of('expected: foo two, pattern: foo one', 'expected: foo three, pattern: foo two')],
      ['warning chain foo two foo three (a, b)'],
    ],
    [
      'growth',
      [of("expected: xfoo, pattern: '/foo/'")],
      ['error grows xfoo (a)', 'hint expressionEdges /foo/ (a)'],
    ],
    [
      'a chain in a list that runs in order is its purpose',
      [inOrder(of('expected: foo two, pattern: foo one', 'expected: foo three, pattern: foo two'))],
      ['warning overruled foo one foo three foo two (a, b)'],
    ],
    [
      'the same pattern, another result',
      [of('expected: foo one, pattern: fuu', 'expected: foo two, pattern: FUU')],
      ['error conflict FUU foo two foo one (b, a)'],
    ],
    [
      'the same pattern, the same result',
      [of('expected: foo one, pattern: fuu', 'expected: foo one, pattern: [fuo, FUU]')],
      ['hint duplicate FUU (b, a)'],
    ],
    [
      'the same expression',
      [of("expected: foo one, pattern: '/\\bfuu\\b/i'", "expected: foo two, pattern: '/\\bfuu\\b/i'")],
      ['error conflict /\\bfuu\\b/gimu foo two foo one (b, a)'],
    ],
    [
      'one that a condition cannot save',
      [of('expected: foo one, pattern: fuu', 'expected: foo two, pattern: fuu, near: [bar]')],
      ['warning shadowed fuu (b, a)'],
    ],
    [
      'one that applies elsewhere',
      [of('expected: foo one, pattern: fuu, near: [bar]', 'expected: foo two, pattern: fuu')],
      [],
    ],
    [
      'one that minds letter case first',
      [of('expected: foo one, pattern: Fuu, caseSensitive: true', 'expected: foo two, pattern: fuu')],
      [],
    ],
    [
      'the same spelling twice in a rule',
      [of('expected: foo one, patterns: [fuu bar, FUU  BAR]')],
      ['hint patternTwice FUU  BAR (a)'],
    ],
    [
      'text that another rule takes',
      [inOrder(of('expected: 大模, pattern: 达魔', 'expected: 打磨机, pattern: 达魔机'))],
      ['warning overruled 达魔机 大模机 打磨机 (b, a)'],
    ],
    [
      'a longer pattern for nothing',
      [
        of(
          'expected: ChatGPT, pattern: Chess GPT',
          'expected: ChatGPT Plus, pattern: [Chess GPT Plus, Chess GBT Plus]',
        ),
      ],
      ['hint redundant Chess GPT Plus (b, a)'],
    ],
    [
      'a spec that another rule spoils',
      [
        of(
          'expected: foo one, pattern: fuu, specs: [{ from: fuu baa, to: foo one baa }]',
          'expected: bar, pattern: baa',
        ),
      ],
      ['error specFails fuu baa foo one baa foo one bar (a)'],
    ],
    [
      'rules that are switched off',
      [of('expected: foo two, pattern: foo one', 'expected: foo one, pattern: foo two, enabled: false')],
      [],
    ],
    [
      'a guard',
      [of('expected: foo, pattern: foo, caseSensitive: true', 'expected: bar, pattern: foo')],
      ['warning overruled foo foo bar (b)'],
    ],
  ])('%s', (_, files, expected) => {
    expect(lint(...files)).toEqual(expected);
  });
});

describe('rules by themselves', () => {
  test.each<[string, string[]]>([
    ['expected: 混元, pattern: 会员', ['warning commonWord 会员 (a)']],
    ['expected: 混元, pattern: 会员, document: [混元]', []],
    ['expected: 混元, pattern: 会员, confidence: suggest', []],
    ['expected: 仁工智能, pattern: 仁工', []],
    ['expected: 喂, pattern: 为', ['warning oneCharacter 为 (a)']],
    ['expected: 喂, pattern: 为, near: [电话]', []],
    ['expected: LLM, pattern: lm', ['warning shortLatin lm (a)']],
    ['expected: LM, pattern: lm', []],
    ['expected: IT, pattern: US, caseSensitive: true', []],
    ['expected: Claude, pattern: Could', ['warning commonEnglish Could (a)']],
    ['expected: Could, pattern: could', []],
    ["expected: '', pattern: 那个啥", ['warning deletes 那个啥 (a)']],
    ["expected: '', pattern: '/那个+啥/'", ['hint deletes /那个+啥/ (a)']],
    ["expected: '', pattern: 那个啥, near: [呃]", []],
    // expressions
    ["expected: x, pattern: '/chess\\s*gpt/i'", ['hint expressionEdges /chess\\s*gpt/i (a)']],
    ["expected: x, pattern: '/\\bchess\\s*gpt\\b/i'", []],
    ["expected: x, pattern: '/(?:切斯|chess)gpt(?![a-z])/i'", []],
    ["expected: x, pattern: '/大|(?<n>gpt)+/'", ['hint expressionEdges /大|(?<n>gpt)+/ (a)']],
    ["expected: x, pattern: '/[a-z]{3}大/'", []],
    ["expected: x, pattern: '/\\b人工/'", ['warning borderBesideHan /\\b人工/ (a)']],
    ["expected: x, pattern: '/([人工])\\b/'", ['warning borderBesideHan /([人工])\\b/ (a)']],
    ["expected: x, pattern: '/\\bGPT人/'", []],
    ["expected: x, pattern: '/大*/'", ['warning matchesEmpty /大*/ (a)']],
    // conditions
    ["expected: foo, pattern: fuu, near: [' ']", ['warning emptyWord (a)']],
    [
      'expected: foo, pattern: fuu, near: { words: [模型大模型], within: 3 }',
      ['warning wordTooLong 模型大模型 3 (a)'],
    ],
    ['expected: foo, pattern: fuu, near: [Bar], notNear: [bar]', ['warning nearContradicts Bar (a)']],
    ['expected: foo, pattern: fuu, near: { words: [bar], within: 90 }, notNear: [bar]', []],
    ['expected: foo, pattern: fuu, except: [fuu bar, bar]', ['warning exceptUseless bar (a)']],
    ['expected: foo, pattern: fuu, except: [bar fu, u bar, /bar/]', []],
  ])('%s', (rule, expected) => {
    expect(lint(of(rule))).toEqual(expected);
  });
});

test('what is grave comes first', () => {
  expect(
    lint(
      of(
        'expected: a b, patterns: [fuu bar, Fuu Bar]',
        'expected: 混元, pattern: 会员',
        'expected: b, pattern: baa, specs: [{ from: a, to: b }]',
      ),
    ),
  ).toEqual(['error specFails a b a (c)', 'warning commonWord 会员 (b)', 'hint patternTwice Fuu Bar (a)']);
});

describe('expressions that take long', () => {
  test.each<[string, string[]]>([
    ['/^(?:嗯|啊|嗯啊)+$/', ['error runaway /^(?:嗯|啊|嗯啊)+$/ (a)']],
    ['/(a+)+$/', ['error runaway /(a+)+$/ (a)']],
    ['/([a-z]+\\s*)*x/', ['error runaway /([a-z]+\\s*)*x/ (a)']],
    ['/(?:嗯|啊)+/', []],
    ['/(\\d+)年(\\d+)月/', ['hint slow /(\\d+)年(\\d+)月/ (a)']],
    ['/chess gpt/', []],
    ['/(?<=大)\\p{Script=Han}{2}/', []],
  ])('%s', async (expression, expected) => {
    const rules = load(of(`expected: x, pattern: '${expression}'`));
    expect(told(await lintRunaways(rules))).toEqual(expected);
  });
});
