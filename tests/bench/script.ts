import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTranscript } from '../../shared/formats/formats';
import { loadScriptConverter, scriptStep } from '../../shared/steps/script';
import { type Contender, compare, compareGrowth, program } from './compare';
import { longTalk } from './texts';

/** Scripts to convert into, and what opencc calls that. */
const configs = { tw: 's2tw', twp: 's2twp', hk: 's2hk' } as const;
type To = keyof typeof configs;

/** The largest text that is converted at once, in megabytes: what is more comes in several files. */
const largest = 10;

/** The script step, which tells every change, against the libraries that give a new text. */
export async function benchScript(): Promise<void> {
  const { Converter } = await import('opencc-js/cn2t');
  const folder = mkdtempSync(join(tmpdir(), 'emend-bench-'));
  const input = join(folder, 'text.txt');
  const contenders = async (to: To, megabytes: number): Promise<() => Contender[]> => {
    const step = scriptStep(await loadScriptConverter(to));
    const convert = Converter({ from: 'cn', to });
    return () => {
      const text = longTalk(Math.min(megabytes, largest));
      const times = Math.ceil(megabytes / largest);
      const { transcript } = readTranscript(text, 'text.txt');
      writeFileSync(input, text.repeat(times));
      const each = (work: () => void) => () => {
        for (let time = 0; time < times; time++) work();
      };
      return [
        { name: 'Emend, as changes', run: each(() => void step.propose(transcript)) },
        { name: 'opencc-js, one pass', run: each(() => void convert(text)) },
        ...program(
          'opencc',
          ['-c', `${configs[to]}.json`, '-i', input, '-o', join(folder, 'out.txt')],
          'opencc, with its start',
        ),
      ];
    };
  };
  for (const to of ['twp', 'hk'] as const)
    await compare(`Simplified to traditional (${to})`, 1, (await contenders(to, 1))());
  const sizes: Parameters<typeof compareGrowth>[1][number][] = [];
  for (const megabytes of [1, 10, 100]) {
    const name = `${megabytes} MB`;
    sizes.push({ name, megabytes, times: megabytes, contenders: await contenders('tw', megabytes) });
  }
  await compareGrowth('Simplified to traditional (tw)', sizes);
  rmSync(folder, { recursive: true });
}
