import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTranscript } from '../formats/formats';
import { applyEdits } from '../transcript/edit';
import type { Script } from './options';
import { loadScriptConverter, scriptStep } from './script';

const converted = async (text: string, to: Script): Promise<string> => {
  const { transcript } = readTranscript(text, 'a.md');
  return applyEdits(text, scriptStep(await loadScriptConverter(to)).propose(transcript));
};

describe('simplified and traditional', () => {
  test.each([
    ['tw', '头发和发展，里面和公里', '頭髮和發展，裡面和公里'],
    ['hk', '里面的头发', '裏面的頭髮'],
    ['twp', '软件的默认设置和鼠标', '軟體的預設設定和滑鼠'],
    ['cn', '頭髮和發展，軟體', '头发和发展，软体'],
  ] as const)('to %s: %s → %s', async (to, text, expected) =>
    expect(await converted(text, to)).toBe(expected),
  );

  test('changes are as small as can be told apart', async () => {
    const text = '这个软件很好用，服务器也是';
    const { transcript } = readTranscript(text, 'a.txt');
    const changes = scriptStep(await loadScriptConverter('twp')).propose(transcript);
    expect(changes.map(({ from, to, insert }) => `${text.slice(from, to)}→${insert}`)).toEqual([
      '这个软件→這個軟體',
      '服务→伺服',
    ]);
  });

  test('without a converter nothing changes; addresses and pictures never do', async () => {
    expect(await loadScriptConverter('leave')).toBeUndefined();
    expect(scriptStep(undefined).propose(readTranscript('头发', 'a.txt').transcript)).toEqual([]);
    expect(await converted('![头发](头发.png) `头发` 头发', 'tw')).toBe('![头发](头发.png) `头发` 頭髮');
  });

  test('the changes make just what the converter makes, and a second run changes nothing', async () => {
    for (const to of ['cn', 'tw', 'twp', 'hk'] as const) {
      const convert = await loadScriptConverter(to);
      const step = scriptStep(convert);
      const part = fc.constantFrom(
        '头',
        '发',
        '软件',
        '服务器',
        '数据',
        '一个',
        '里',
        '面',
        '後',
        '台',
        'a',
        '，',
        '鼠标',
      );
      fc.assert(
        fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
          const text = parts.join('');
          const once = applyEdits(text, step.propose(readTranscript(text, 'a.txt').transcript));
          expect(once).toBe(text.replace(/\p{Script=Han}+/gu, (run) => convert?.(run) ?? run));
          expect(applyEdits(once, step.propose(readTranscript(once, 'a.txt').transcript))).toBe(once);
        }),
        { numRuns: 400 },
      );
    }
  });
});
