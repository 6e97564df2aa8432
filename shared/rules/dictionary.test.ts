import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildAutomaton } from './automaton';
import { compileRules, findHits, type RegExpGuard, stackRules } from './dictionary';
import { foldText } from './fold';
import { noLists } from './lists';
import { loadDictionary } from './load';
import type { Rule } from './rule';

/** Rules written as `wrong, wrong → right`, one a line. */
function rules(...lines: string[]): Rule[] {
  return lines.map((line, index) => {
    const [left = '', right = ''] = line.split('→').map((part) => part.trim());
    return {
      id: `r${index}`,
      expected: right,
      patterns: left ? left.split(',').map((part) => part.trim()) : [],
      caseSensitive: false,
      borders: true,
      split: false,
      except: [],
      confidence: 'auto',
      enabled: true,
      specs: [],
      inOrder: false,
      origin: { file: 'test', line: index + 1 },
    };
  });
}

/** The text with every hit as `[wrong→right]`. */
function marked(text: string, list: readonly Rule[], name = 'talk.txt'): string {
  let out = '';
  let at = 0;
  for (const { from, to, insert } of findHits(compileRules(list), text, name)) {
    out += `${text.slice(at, from)}[${text.slice(from, to)}→${insert}]`;
    at = to;
  }
  return out + text.slice(at);
}

describe('literal rules', () => {
  const gpt = rules(
    'Chess GPT, chat GBT → ChatGPT',
    'skin law → scaling law',
    'GP4 → GPT-4',
    '拉玛 → LLaMA',
    '→ OpenAI',
  );

  test.each([
    // the misrecognition, in any case and width, with any white space
    ['从Chess GPT出来之前', '从[Chess GPT→ChatGPT]出来之前'],
    ['CHESS  gpt，ｃｈａｔ　ＧＢＴ', '[CHESS  gpt→ChatGPT]，[ｃｈａｔ　ＧＢＴ→ChatGPT]'],
    ['根据skin\nlaw来看', '根据[skin\nlaw→scaling law]来看'],
    ['根据skin \r\n law来看', '根据[skin \r\n law→scaling law]来看'],
    ['skin\n\nlaw', 'skin\n\nlaw'],
    // Latin edges keep their borders, Chinese edges have none
    ['用GP4做，GP4o，XGP4，GP45', '用[GP4→GPT-4]做，GP4o，XGP4，GP45'],
    ['GP4.5和GP4.', 'GP4.5和[GP4→GPT-4].'],
    ['大拉玛模型', '大[拉玛→LLaMA]模型'],
    ['skin lawyer, buckskin law, skin_law', 'skin lawyer, buckskin law, skin_law'],
    // what is right already
    ['ChatGPT和scaling law', 'ChatGPT和scaling law'],
    ['OPENAI和openai和OpenAI', '[OPENAI→OpenAI]和[openai→OpenAI]和OpenAI'],
  ])('%j', (text, expected) => {
    expect(marked(text, gpt)).toBe(expected);
  });

  test('the leftmost wins, then the longest, then the earlier rule', () => {
    const list = rules('a b → 1', 'a b c → 2', 'b c d → 3', 'A B C → 4');
    expect(marked('a b c d', list)).toBe('[a b c→2] d');
    expect(marked('x b c d', list)).toBe('x [b c d→3]');
  });

  test('nothing inside the right text of another rule is touched', () => {
    const list = rules('Chat GBT plus → ChatGPT Plus', 'gpt plus → GPT+', '型号 → 模型', '大魔型 → 大模型号');
    expect(marked('ChatGPT Plus和gpt plus', list)).toBe('ChatGPT Plus和[gpt plus→GPT+]');
    expect(marked('大模型号和型号', list)).toBe('大模型号和[型号→模型]');
  });

  test('one pass: what a rule puts in is not matched again', () => {
    expect(marked('aa bb', rules('aa → bb', 'bb → cc'))).toBe('[aa→bb] [bb→cc]');
  });

  test('hits of several lengths in one line keep their places', () => {
    expect(marked('用Chess GPT验证skin law结论', gpt)).toBe(
      '用[Chess GPT→ChatGPT]验证[skin law→scaling law]结论',
    );
  });

  test('a rule that minds letter case', () => {
    const [rule] = rules('It → IT');
    const list = rule ? [{ ...rule, caseSensitive: true }] : [];
    expect(marked('It it IT', list)).toBe('[It→IT] it IT');
  });

  test('a rule without borders is found inside words, but not inside what is right already', () => {
    const list = rules('GPT → GPTs', '4 → 四').map((rule) => ({ ...rule, borders: false }));
    expect(marked('xGPTx GPTs，2024.5', list)).toBe('x[GPT→GPTs]x GPTs，202[4→四].5');
  });

  test('a guard keeps its text from the other rules, and only in its own letter case', () => {
    const list = rules('It → It', 'it → IT', 'It is → That is', '大模 → 达摩', '大模型 → 大模型').map(
      (rule, index) => ({
        ...rule,
        caseSensitive: index === 0 || index === 4,
      }),
    );
    expect(marked('It it，It is，大模型大模', list)).toBe('It [it→IT]，[It is→That is]，大模型[大模→达摩]');
  });

  test('a later dictionary overrides by id and wins ties', () => {
    const base = rules('foo → 1', 'bar → 2');
    const own = rules('foo → 3').map((rule) => ({ ...rule, id: 'r1' }));
    expect(marked('foo bar', stackRules([base, own]))).toBe('[foo→3] bar');
    expect(stackRules([base, own.map((rule) => ({ ...rule, enabled: false }))]).map(({ id }) => id)).toEqual([
      'r0',
    ]);
  });
});

/** Rules as a dictionary file writes them. */
function fromYaml(yaml: string): readonly Rule[] {
  const { rules: loaded, problems } = loadDictionary(yaml, 'test.yml');
  expect(problems).toEqual([]);
  return loaded;
}

describe('regular expressions', () => {
  test.each([
    [
      "{ expected: GPT-$1, pattern: '/G[BP]T?\\s*(\\d)/i' }",
      '用gb4和GPT 3做',
      '用[gb4→GPT-4]和[GPT 3→GPT-3]做',
    ],
    ["{ expected: '$<n>亿 $5 $', pattern: '/(?<n>\\d+)e/' }", '5e', '[5e→5亿 $5 $]'],
    // from prh: a group that must not match stands for a look-behind
    [
      '{ expected: こと, pattern: "/(記|大|出来)?事(?!件)/", regexpMustEmpty: $1 }',
      '事と記事と事件',
      '[事→こと]と記事と事件',
    ],
    // literals and expressions compete like literals: leftmost, then longest
    ['{ expected: X, patterns: ["/b+/", ab] }', 'ab bbb', '[ab→X] [bbb→X]'],
    // what comes out as it was is no hit
    ['{ expected: GPT-4, pattern: "/GPT-?4/" }', 'GPT4和GPT-4', '[GPT4→GPT-4]和GPT-4'],
  ])('%s', (rule, text, expected) => {
    expect(marked(text, fromYaml(`rules: [${rule}]`))).toBe(expected);
  });

  test('one that runs away is stopped by the guard, wherever it stands; the others still hold', () => {
    const list = fromYaml(`rules:
  - { expected: x, id: evil, pattern: "/(a+)+$/" }
  - { expected: y, id: evil near, pattern: c, near: ["/(a+)+$/"] }
  - { expected: B, pattern: "/b/" }
`);
    const stopped = new Set<Rule>();
    const guard: RegExpGuard = {
      isStopped: (rule) => stopped.has(rule),
      each(tasks, work) {
        for (const task of tasks) {
          work(task);
          if (task.rule.id.startsWith('evil')) stopped.add(task.rule);
        }
      },
    };
    const found = findHits(compileRules(list), 'a，c，b，aa', 'talk.txt', guard);
    expect(found.map(({ rule }) => rule.expected)).toEqual(['B']);
    expect([...stopped].map(({ id }) => id)).toEqual(['evil', 'evil near']);
  });
});

describe('context', () => {
  const yaml = `rules:
  - { expected: 混元, patterns: [会员], document: [混元, Hunyuan] }
  - { expected: LLaMA, patterns: [喇嘛], near: { words: [模型, /\\bopen\\b/i], within: 6 } }
  - { expected: Claude, patterns: [cloud], notNear: [server, 云], except: [cloud native, /iCloud/] }
  - { expected: scaling loss, patterns: [skill in loss], split: true }
`;
  test.each([
    ['会员很多', '会员很多'],
    ['会员很多，hunyuan也是', '[会员→混元]很多，hunyuan也是'],
    ['喇嘛在寺里', '喇嘛在寺里'],
    ['用喇嘛这个模型', '用[喇嘛→LLaMA]这个模型'],
    ['模型一二三四五六喇嘛', '模型一二三四五六喇嘛'],
    ['open 喇嘛，reopen 一喇嘛', 'open 喇嘛，reopen 一喇嘛'.replace('喇嘛', '[喇嘛→LLaMA]')],
    ['cloud和GPT', '[cloud→Claude]和GPT'],
    ['cloud server和CLOUD NATIVE', 'cloud server和CLOUD NATIVE'],
    ['用cloud native做', '用cloud native做'],
    [
      'skill in loss, skill，in呃loss, skill in。\n\nloss',
      '[skill in loss→scaling loss], [skill，in呃loss→scaling loss], [skill in。\n\nloss→scaling loss]',
    ],
  ])('%j', (text, expected) => {
    expect(marked(text, fromYaml(yaml))).toBe(expected);
  });

  test('a document may say what it is about in its name', () => {
    expect(marked('会员很多', fromYaml(yaml), '混元大模型.txt')).toBe('[会员→混元]很多');
  });

  test('of several talks in one file each speaks for itself', () => {
    const text = '# 甲\n会员，混元\n## 乙\n会员\n# 丙\n会员';
    expect(marked(text, fromYaml(yaml))).toBe('# 甲\n[会员→混元]，混元\n## 乙\n[会员→混元]\n# 丙\n会员');
  });

  test('a longer hit that its context forbids does not stand in the way of a shorter one', () => {
    const list = fromYaml(
      'rules: [{ expected: A, pattern: foo bar, near: [never] }, { expected: B, pattern: foo }]',
    );
    expect(marked('foo bar', list)).toBe('[foo→B] bar');
  });
});

describe('the automaton', () => {
  test('finds what looking for each literal everywhere finds', () => {
    const unit = fc.constantFrom('a', 'b', '大', '模', ' ');
    const literal = fc
      .string({ unit, minLength: 1, maxLength: 4 })
      .map(foldText)
      .filter((text) => text.length > 0);
    fc.assert(
      fc.property(
        fc.array(literal, { minLength: 1, maxLength: 12 }),
        fc.string({ unit, maxLength: 40 }),
        (literals, raw) => {
          const text = raw.replace(/ +/g, ' ');
          const found: string[] = [];
          buildAutomaton(literals).search(text, (index, from, to) => found.push(`${index}@${from}-${to}`));
          const expected: string[] = [];
          literals.forEach((wanted, index) => {
            for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
              expected.push(`${index}@${at}-${at + wanted.length}`);
            }
          });
          expect(found.sort()).toEqual(expected.sort());
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('dictionary files', () => {
  test('a broken rule is told with its line, the others load', () => {
    const { rules: loaded, problems } = loadDictionary(
      `version: 1
rules:
  - expected: ChatGPT
    pattern: Chess GPT
  - expected: 5
  - pattern: x
  - OpenAI
  - expected: y
    patterns: [a, /b(+/]
`,
      'own.yml',
    );
    expect(loaded.map(({ expected, patterns }) => ({ expected, patterns }))).toEqual([
      { expected: 'ChatGPT', patterns: ['Chess GPT'] },
      { expected: 'OpenAI', patterns: [] },
    ]);
    expect(problems).toMatchObject([
      { code: 'ruleUnreadable', file: 'own.yml', line: 5, field: 'expected' },
      { code: 'ruleUnreadable', file: 'own.yml', line: 6, field: 'expected' },
      { code: 'ruleUnreadable', file: 'own.yml', line: 8, field: 'patterns' },
    ]);
  });

  test('an alias means what its anchor holds; one that leads nowhere, or to ever more text, harms no other rule', () => {
    const tenfold = (name: string) => `[${Array(10).fill(name).join(', ')}]`;
    const { rules: loaded, problems } = loadDictionary(
      `near: &near [模型, GPT]
a: &a ${tenfold('x')}
b: &b ${tenfold('*a')}
c: &c ${tenfold('*b')}
d: &d ${tenfold('*c')}
rules:
${Array.from({ length: 300 }, (_, index) => `  - { expected: r${index}, near: *near }`).join('\n')}
  - { expected: more, patterns: *d }
  - { expected: nowhere, patterns: *none }
`,
      'own.yml',
    );
    expect(loaded).toHaveLength(300);
    expect(loaded.at(-1)?.near?.words).toEqual(['模型', 'GPT']);
    expect(problems.map((problem) => ('line' in problem ? problem.line : 0))).toEqual([307, 308]);
  });

  test('words for the lists of the steps need no rules beside them', () => {
    const source = `lists:
  fillers: [那啥, " 怎么讲 "]
  units: 光年
  acronyms:
`;
    const lists = { fillers: ['那啥', '怎么讲'], doubled: [], units: ['光年'], acronyms: [] };
    expect(loadDictionary(source, 'own.yml')).toEqual({ rules: [], imports: [], lists, problems: [] });
  });

  test('what is no word of a list is told with its line, the others count', () => {
    const { lists, problems } = loadDictionary(
      `rules: []
lists:
  filers: [嗯]
  units: { 光年: 1 }
  doubled:
    - 天天
    - 88
    - ""
    - [年年]
  acronyms: [XQZ, ${'X'.repeat(201)}]
`,
      'own.yml',
    );
    expect(lists).toEqual({ fillers: [], doubled: ['天天'], units: [], acronyms: ['XQZ'] });
    const file = 'own.yml';
    expect(problems).toEqual([
      { code: 'listUnknown', file, line: 3, list: 'filers', known: 'fillers, doubled, units, acronyms' },
      { code: 'listUnreadable', file, line: 4, list: 'units' },
      { code: 'listWordUnreadable', file, line: 7, list: 'doubled' },
      { code: 'listWordUnreadable', file, line: 8, list: 'doubled' },
      { code: 'listWordUnreadable', file, line: 9, list: 'doubled' },
      { code: 'listWordUnreadable', file, line: 10, list: 'acronyms' },
    ]);
    expect(loadDictionary('lists: [嗯]', file).problems).toEqual([
      { code: 'listUnreadable', file, line: 1, list: 'lists' },
    ]);
  });

  test('a file that is no dictionary says so and harms nothing', () => {
    expect(loadDictionary('- just\n- a list', 'x.yml').problems).toEqual([
      { code: 'dictionaryWithoutRules', file: 'x.yml' },
    ]);
    expect(loadDictionary('rules: [unclosed', 'x.yml').problems[0]).toMatchObject({
      code: 'dictionarySyntax',
      line: 1,
    });
    expect(loadDictionary('', 'x.yml')).toEqual({ rules: [], imports: [], lists: noLists, problems: [] });
  });
});
