import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RuleDraft } from '../shared/rules/draft';
import { loadDictionary } from '../shared/rules/load';
import { parseRule, toRule } from '../shared/rules/schema';
import { type DictionaryEdit, editDictionary } from './dictionary-text';

const source = `# Names of our guests.
version: 1
rules:
  # the host
  - expected: ChatGPT # product
    id: chatgpt
    patterns: [Chess GPT, 'Chat  GBT']
    unknown: {kept: as it is}
    # seen often

  # the guest
  - { expected: Claude, pattern: cloud, prh: 也叫克劳德 }
  - OpenAI # a name
# the end
other: 1
`;

function ruleOf(draft: RuleDraft & { id: string }) {
  const parsed = parseRule(draft);
  if ('field' in parsed) throw new Error(parsed.field);
  return toRule(parsed.entry, draft.id, false, { file: '', line: 0 });
}

function put(text: string, draft: RuleDraft & { id: string }, replaces?: string): string {
  const edited = editDictionary(text, 'own.yml', { put: ruleOf(draft), replaces });
  if (!('text' in edited)) throw new Error(edited.problem.code);
  return edited.text;
}

function drop(text: string, id: string): string {
  const edited = editDictionary(text, 'own.yml', { drop: id });
  if (!('text' in edited)) throw new Error(edited.problem.code);
  return edited.text;
}

describe('a rule is added', () => {
  const draft = { id: 'law', expected: 'scaling law', patterns: ['skin law', '/skin ?low/i'] };
  test('at the end of the list; all else stays to the letter', () => {
    expect(put(source, draft)).toBe(
      source.replace(
        'OpenAI # a name\n',
        `OpenAI # a name
  - expected: scaling law
    id: law
    patterns: [ skin law, /skin ?low/i ]
`,
      ),
    );
  });

  test('to a list on one line', () => {
    expect(put('rules: [A, { expected: B }] # all', { id: 'c', expected: 'C', patterns: [] })).toBe(
      'rules: [A, { expected: B }, { expected: C, id: c }] # all',
    );
  });

  test.each([
    ['', 'version: 1\nrules:\n'],
    ['# nothing yet\nversion: 1\n', '# nothing yet\nversion: 1\nrules:\n'],
    ['imports: [base.yml] # ours\nrules: []\n', 'imports: [ base.yml ] # ours\nrules:\n'],
  ])('to a dictionary without any: %j', (text, head) => {
    expect(put(text, { id: 'c', expected: 'C', patterns: ['c'] })).toBe(
      `${head}  - expected: C\n    id: c\n    patterns: [ c ]\n`,
    );
  });

  test('with the line ends and the blank lines of the file', () => {
    const text = 'rules:\r\n- expected: A\r\n\r\n- expected: B';
    expect(put(text, { id: 'c', expected: 'C', patterns: [] })).toBe(
      'rules:\r\n- expected: A\r\n\r\n- expected: B\r\n\r\n- expected: C\r\n  id: c\r\n',
    );
  });
});

describe('a rule is changed', () => {
  test('where it stands, and only in what is new', () => {
    const draft = {
      id: 'chatgpt',
      expected: 'ChatGPT',
      patterns: ['Chess GPT', 'Chat  GBT'],
      near: { words: ['写'], within: 5 },
    };
    expect(put(source, draft, 'chatgpt')).toBe(
      source
        .replace('    # seen often', '    near: { words: [ 写 ], within: 5 }\n    # seen often')
        .replace('{kept: as it is}', '{ kept: as it is }')
        .replace("[Chess GPT, 'Chat  GBT']", "[ Chess GPT, 'Chat  GBT' ]"),
    );
  });

  test('in its own form, with what it is called elsewhere', () => {
    const draft = { id: 'own.yml#Claude', expected: 'Claude', patterns: ['克劳德'], note: '人名' };
    expect(put(source, draft, 'own.yml#Claude')).toContain(
      '  - { expected: Claude, patterns: [ 克劳德 ], note: 人名 }\n',
    );
    const off = { id: 'own.yml#OpenAI', expected: 'OpenAI', patterns: [], enabled: false };
    const edited = put(source, off, 'own.yml#OpenAI');
    expect(edited).toContain('  - expected: OpenAI');
    expect(edited).toContain('enabled: false # a name\n# the end');
  });

  test('and given the id that it had, when that came from its text', () => {
    const draft = { id: 'claude', expected: 'Claude 3', patterns: ['cloud'] };
    expect(loadDictionary(put(source, draft, 'own.yml#Claude'), 'own.yml').rules[1]).toMatchObject({
      id: 'claude',
      expected: 'Claude 3',
    });
  });
});

describe('a rule is taken out', () => {
  test('with the comments that are its own', () => {
    expect(drop(source, 'chatgpt')).toBe(source.replace(/ {2}# the host[\s\S]*# seen often\n\n/, ''));
    expect(drop(source, 'own.yml#Claude')).toBe(source.replace(/ {2}# the guest\n.*\n/, ''));
    expect(drop(source, 'own.yml#OpenAI')).toBe(source.replace(/ {2}- OpenAI.*\n/, ''));
  });

  test('the last one, or one on a line with others', () => {
    expect(drop('# head\nrules:\n  - expected: A\n    id: a\n', 'a')).toBe('# head\nrules: []\n');
    expect(drop('rules: [A, B]', 'own.yml#A')).toBe('rules: [ B ]\n');
  });

  test('one that is not there changes nothing', () => {
    expect(drop(source, 'none')).toBe(source);
  });
});

test('a file of words alone gets a list of rules beside them', () => {
  const text = '# words\nlists:\n  fillers: [ 那啥 ] # often\n';
  const edited = editDictionary(text, 'own.yml', {
    put: ruleOf({ id: 'a', expected: 'B', patterns: ['b'] }),
  });
  expect(edited).toEqual({ text: `${text}rules:\n  - expected: B\n    id: a\n    patterns: [ b ]\n` });
});

describe('left as it is', () => {
  const put: DictionaryEdit = { put: ruleOf({ id: 'a', expected: 'B', patterns: [] }), replaces: 'a' };
  test.each<[string, DictionaryEdit, string]>([
    ['rules: [unclosed', put, 'dictionarySyntax'],
    ['- a\n- list', put, 'dictionaryWithoutRules'],
    ['just text', put, 'dictionaryWithoutRules'],
    ['rules: { a: 1 }\n', put, 'dictionaryNotEdited'],
    // the second entry needs the first
    [
      'rules:\n  - { expected: A, id: a, except: &e [x] }\n  - { expected: B, except: *e }\n',
      { drop: 'a' },
      'dictionaryNotEdited',
    ],
  ])('%j %j', (text, edit, code) => {
    expect(editDictionary(text, 'own.yml', edit)).toMatchObject({ problem: { code } });
  });
});

test('rules that cannot be read stay, for the person to mend', () => {
  const text = 'rules:\n  - { pattern: x }\n  - { expected: A, id: a }\n  - { expected: 5 }\n';
  expect(drop(text, 'a')).toBe('rules:\n  - { pattern: x }\n  - { expected: 5 }\n');
});

test('whatever the layout, other rules and comments stay', () => {
  const entry = fc.constantFrom(
    '- expected: A\n  pattern: x # c\n  note: |\n    two\n    lines\n',
    '-   expected: A\n    specs:\n    - from: a\n      to: b\n    # inside\n',
    '- { expected: \'A\', pattern: "/a b/" } # c\n',
    '- A # c\n',
    '# above\n- expected: >-\n    folded\n    text\n',
    '\n# above\n\n- expected: A\n',
    '-\n  expected: A\n',
  );
  const text = fc
    .record({
      entries: fc.array(entry, { minLength: 1, maxLength: 5 }),
      indent: fc.constantFrom('', '  ', '    '),
      tail: fc.constantFrom('', '# end\n', 'other: 1 # end\n'),
      end: fc.constantFrom('\n', '\r\n'),
    })
    .map(({ entries, indent, tail, end }) =>
      `# head\nrules:\n${entries.join('').replace(/^(?=.)/gm, indent)}${tail}`.replaceAll('\n', end),
    );
  const others = (source: string, id: string) =>
    loadDictionary(source, 'own.yml').rules.flatMap(({ origin: _, ...rule }) =>
      rule.id === id ? [] : [rule],
    );
  fc.assert(
    fc.property(text, fc.nat(), (before, pick) => {
      const { rules } = loadDictionary(before, 'own.yml');
      const { id } = rules[pick % rules.length]!;
      const changed = put(before, { id: 'new', expected: 'N', patterns: ['/n n/'], note: 'a\nb' }, id);
      expect(others(changed, 'new')).toHaveLength(rules.length - 1);
      const comments = (source: string) => source.match(/# (?:head|above|inside|end)/g)?.length;
      expect(comments(changed)).toBe(comments(before));
      const added = put(before, { id: 'new', expected: 'N', patterns: [] });
      expect(others(added, 'new')).toEqual(others(before, 'new'));
      expect(added.replaceAll(/\r?\n/g, '\n')).toContain(
        before
          .replaceAll('\r', '')
          .split(/# end|other/)[0]!
          .trimEnd(),
      );
      drop(before, id);
    }),
    { numRuns: 300 },
  );
});
