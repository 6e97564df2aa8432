import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTranscript } from '../formats/formats';
import { runPipeline } from '../pipeline';
import { applyEdits } from '../transcript/edit';
import { caseStep } from './case';
import { ambiguous, plainWords } from './case/words';
import { acronyms } from './data/acronyms';
import { stepOptionsSchema } from './options';

const clean = (text: string, phrases: string[] = [], own: string[] = []): string => {
  const step = caseStep(stepOptionsSchema.parse({ lists: { acronyms: own } }), phrases);
  return applyEdits(text, runPipeline(readTranscript(text, 'a.md').transcript, [step]));
};

describe('letter case', () => {
  test.each([
    ['训练LANGUAGE MODEL的时候', '训练language model的时候'],
    ['看它的SCALABILITY', '看它的scalability'],
    ['STATE OF THE ART的结果', 'state of the art的结果'],
    ['GPU CLUSTER', 'GPU cluster'],
    ['用gpu来跑Llm', '用GPU来跑LLM'],
    ['json格式', 'JSON格式'],
    ['连续的Scale这种', '连续的scale这种'],
    ['一个 Demo，给大家看', '一个 demo，给大家看'],
  ])('%s → %s', (text, expected) => expect(clean(text)).toBe(expected));

  test.each([
    'GPU和RLHF还有SOTA',
    'OPPO的手机',
    '用FLOPs来算GPUs',
    '看train.json和a/api',
    '在led和ram里',
    'gpu-operator这个',
    '`LANGUAGE MODEL`',
    'LANGUAGEMODEL',
    '叫Vision Language Model的',
    '从System 1到System 2',
    '用的是Windows系统',
    '在Meta和Google',
    'Scale is all you need',
    '做Agent的，Agent很多，用Agent，有Agent，看Agent的',
  ])('%s stays', (text) => expect(clean(text)).toBe(text));

  test('what the dictionaries expect and what a person adds are acronyms', () => {
    expect(clean('mctsx和GAIA MODEL')).toBe('mctsx和GAIA model');
    expect(clean('mctsx和MODEL', ['MCTSX search', 'MODEL'])).toBe('MCTSX和MODEL');
    expect(clean('moe和MoE', ['MoE'], [])).toBe('moe和MoE');
    expect(clean('flops和iops', ['IOPs'])).toBe('flops和iops');
    expect(clean('qwen和led', [], ['Qwen', 'LED'])).toBe('Qwen和LED');
  });

  test('the lists do not contradict each other', () => {
    expect(new Set(acronyms.map((acronym) => acronym.toUpperCase())).size).toBe(acronyms.length);
    for (const acronym of acronyms) {
      expect(plainWords.has(acronym.toLowerCase()), acronym).toBe(false);
    }
    for (const word of [...ambiguous, ...plainWords]) expect(word).toBe(word.toLowerCase());
  });

  test('only letter case changes, and a second run changes nothing', () => {
    const part = fc.constantFrom(
      'GPU',
      'gpu',
      'Json',
      'MODEL',
      'OF',
      'THE',
      'Model',
      '的',
      ' ',
      '-',
      '.',
      '4',
      'ATION',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const once = clean(text);
        expect(once.toLowerCase()).toBe(text.toLowerCase());
        expect(clean(once)).toBe(once);
      }),
      { numRuns: 1500 },
    );
  });
});
