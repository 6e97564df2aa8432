import { expect, test } from 'vitest';
import { readTranscript } from '../formats/formats';
import { noGuard } from '../rules/dictionary';
import { loadDictionary } from '../rules/load';
import { exceptedRules, rejectedBefore } from './rejected';

/** Each hit as `text → right (rule)`. */
function rejectedIn(dictionary: string, text: string): string[] {
  const rules = exceptedRules(loadDictionary(dictionary, 'mine.yml').rules);
  const { transcript } = readTranscript(text, 'a.txt');
  return rejectedBefore(rules, transcript, noGuard).map(
    ({ from, to, insert, rule }) => `${transcript.text.slice(from, to)} → ${insert} (${rule})`,
  );
}

const rule = 'id: cloud, expected: Claude, pattern: cloud';

test.each<[what: string, dictionary: string, text: string, rejected: string[]]>([
  ['without exceptions', `rules: [{ ${rule} }]`, '用cloud写', []],
  [
    'a phrase',
    `rules: [{ ${rule}, except: [cloud storage] }]`,
    '用cloud写，cloud storage，cloud',
    ['cloud → Claude (cloud)'],
  ],
  [
    'an expression',
    `rules: [{ ${rule}, except: [/cloud \\w+/] }]`,
    'cloud base，cloud',
    ['cloud → Claude (cloud)'],
  ],
  ['a neighbour', `rules: [{ ${rule}, notNear: 服务器 }]`, '服务器上的cloud', ['cloud → Claude (cloud)']],
  ['elsewhere', `rules: [{ ${rule}, near: 模型, except: [cloud storage] }]`, 'cloud storage', []],
  ['in an address', `rules: [{ ${rule}, except: [cloud] }]`, 'https://cloud.example/cloud', []],
])('%s', (_what, dictionary, text, rejected) => {
  expect(rejectedIn(dictionary, text)).toEqual(rejected);
});
