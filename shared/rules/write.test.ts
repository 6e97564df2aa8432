import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryDictionary, dictionaryFile as file } from '../../tests/arbitrary-rules';
import { loadDictionary } from './load';
import type { Rule } from './rule';
import { writeDictionary } from './write';

const withoutLines = (rules: readonly Rule[]) =>
  rules.map(({ origin, ...rest }) => ({ ...rest, file: origin.file }));

describe('writing a dictionary', () => {
  test('what is written loads as what it was', () => {
    fc.assert(
      fc.property(arbitraryDictionary, ({ rules, inOrder }) => {
        const { rules: loaded, problems } = loadDictionary(writeDictionary(rules, { inOrder }), file);
        expect(problems).toEqual([]);
        expect(withoutLines(loaded)).toEqual(withoutLines(rules));
      }),
      { numRuns: 300 },
    );
  });

  test('only what is not as usual is written, a rule to a paragraph', () => {
    const source = `version: 1
rules:
  - expected: ChatGPT
    patterns: [ Chess GPT, /chat\\s+GBT/i ]
    specs:
      - { from: 用Chess GPT做, to: 用ChatGPT做 }

  - expected: 混元
    id: hunyuan
    group: models
    patterns: [ 会员 ]
    near: { words: [ 模型 ], within: 12 }
    document: [ 混元, Hunyuan ]
    confidence: suggest

  - expected: Claude
    borders: false
    patterns: [ cloud ]
    notNear: [ server ]
    except: [ cloud native ]
    enabled: false
    note: "ASR: both"
`;
    const { rules, problems } = loadDictionary(source, file);
    expect(problems).toEqual([]);
    expect(writeDictionary(rules)).toBe(source);
  });

  test('rules without ids of their own keep those that loading gave them', () => {
    const { rules } = loadDictionary(
      'rules: [GPT, { expected: GPT, pattern: GBT }, { expected: x, id: own.yml#GPT~2~2 }]',
      file,
    );
    const written = writeDictionary(rules);
    expect(written.match(/id:/g)).toHaveLength(2);
    expect(loadDictionary(written, file).rules.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
  });

  test('a text between slashes stays a text', () => {
    const [base] = loadDictionary('rules: [{ expected: x, pattern: y }]', file).rules;
    const written = writeDictionary(base ? [{ ...base, patterns: ['/a.b/'] }] : []);
    expect(loadDictionary(written, file).rules[0]?.patterns).toEqual([/\/a\.b\//gimu]);
  });
});
