import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTranscript } from './formats/formats';
import { runPipeline } from './pipeline';
import { compileDictionary } from './rules/dictionary';
import { loadDictionary } from './rules/load';
import { dictionarySteps } from './steps/dictionary';
import type { Step } from './steps/step';
import { applyEdits } from './transcript/edit';

const dictionary = dictionarySteps(
  compileDictionary(
    loadDictionary(
      `rules:
  - { expected: ChatGPT, id: chatgpt, patterns: [Chess GPT] }
  - { expected: scaling law, id: scaling-law, patterns: [skin law, scaling scaling law] }
  - { expected: 混元, id: hunyuan, patterns: [会员], confidence: suggest }
`,
      'test.yml',
    ).rules,
  ),
);

/** A stand-in for a later step: takes out a doubled character. */
const undouble: Step = {
  name: 'stutters',
  propose: ({ text }) =>
    Array.from(text.matchAll(/(.)\1/gu), (match) => ({
      from: match.index,
      to: match.index + (match[1]?.length ?? 0),
      insert: '',
      step: 'stutters' as const,
      rules: ['doubled'],
      confidence: 'auto' as const,
      reason: 'spelling' as const,
    })),
};

const read = (text: string, name = 'talk.txt') => readTranscript(text, name).transcript;

function clean(text: string, steps: Step[]): string {
  return applyEdits(
    text,
    runPipeline(read(text), steps).filter((change) => change.confidence === 'auto'),
  );
}

describe('the pipeline', () => {
  test('changes carry what made them', () => {
    expect(runPipeline(read('从Chess GPT到会员'), dictionary)).toEqual([
      {
        from: 1,
        to: 10,
        insert: 'ChatGPT',
        step: 'dictionary',
        rules: ['chatgpt'],
        confidence: 'auto',
        reason: 'misrecognition',
      },
      {
        from: 11,
        to: 13,
        insert: '混元',
        step: 'dictionary',
        rules: ['hunyuan'],
        confidence: 'suggest',
        reason: 'misrecognition',
      },
    ]);
  });

  test('a later round sees what an earlier one leaves; what meets becomes one change, what does not stays apart', () => {
    // Only once the stutter is gone the dictionary knows the term: the next round finds it.
    expect(runPipeline(read('用skiin law'), [undouble, ...dictionary])).toMatchObject([
      { from: 1, to: 10, insert: 'scaling law', step: 'stutters', rules: ['doubled', 'scaling-law'] },
    ]);
    expect(runPipeline(read('用sskin law'), [undouble, ...dictionary])).toMatchObject([
      { from: 1, to: 2, insert: '', rules: ['doubled'] },
      { from: 2, to: 10, insert: 'scaling law', rules: ['scaling-law'] },
    ]);
  });

  test('a list that runs in order cascades, and comes to an end', () => {
    const inOrder = dictionarySteps(
      compileDictionary(
        loadDictionary(
          'inOrder: true\nrules: [{ expected: bb, pattern: aa }, { expected: cc, pattern: bb }, { expected: xx, pattern: /x/ }]',
          'list.yml',
        ).rules,
      ),
    );
    expect(clean('aa bb x', inOrder)).toBe('cc cc xx');
  });

  test('protected ranges stay: pictures, addresses, code', () => {
    const text =
      '![Chess GPT](img/Chess GPT.png)\n`Chess GPT` [Chess GPT](https://a.b/Chess GPT)\n```\nskin law\n```\n';
    const changed = applyEdits(text, runPipeline(read(text, 'a.md'), dictionary));
    expect(changed).toBe(text.replace('[Chess GPT](https', '[ChatGPT](https'));
  });

  test('two cues are not lost to one term, two lines of a cue may be', () => {
    const srt =
      '1\n00:00:01,000 --> 00:00:02,000\nskin\n\n2\n00:00:03,000 --> 00:00:04,000\nlaw\nskin\nlaw\n';
    expect(runPipeline(read(srt, 'a.srt'), dictionary)).toMatchObject([
      { from: 9, to: 17, insert: 'scaling law' },
    ]);
  });

  test('a suggestion gives way to an automatic change that it meets', () => {
    const changes = runPipeline(read('会会员'), [undouble, ...dictionary]);
    expect(changes.map(({ confidence, from, to }) => [confidence, from, to])).toEqual([
      ['auto', 0, 1],
      ['suggest', 1, 3],
    ]);
  });

  test('run on its own output it changes nothing, and the same input gives the same output', () => {
    const part = fc.constantFrom(
      'Chess GPT',
      'skin law',
      'scaling ',
      'skin',
      ' law',
      '会员',
      '的',
      '的',
      '\n',
      '。',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        const text = parts.join('');
        const once = clean(text, [...dictionary, undouble]);
        expect(clean(text, [...dictionary, undouble])).toBe(once);
        expect(clean(once, [...dictionary, undouble])).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });
});
