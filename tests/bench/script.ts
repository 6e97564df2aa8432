import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTranscript } from '../../shared/formats/formats';
import { loadScriptConverter, scriptStep } from '../../shared/steps/script';
import { compare, program } from './compare';
import { longTalk } from './texts';

const megabytes = 2;
/** Scripts to convert into, and what opencc calls that. */
const configs = [
  ['tw', 's2tw'],
  ['twp', 's2twp'],
  ['hk', 's2hk'],
] as const;

/** The script step, which tells every change, against the libraries that give a new text. */
export async function benchScript(): Promise<void> {
  const { Converter } = await import('opencc-js/cn2t');
  const folder = mkdtempSync(join(tmpdir(), 'emend-bench-'));
  const text = longTalk(megabytes);
  const input = join(folder, 'text.txt');
  writeFileSync(input, text);
  const { transcript } = readTranscript(text, 'text.txt');
  for (const [to, config] of configs) {
    const step = scriptStep(await loadScriptConverter(to));
    const convert = Converter({ from: 'cn', to });
    await compare(`Simplified to traditional (${to})`, megabytes, [
      { name: 'Emend, as changes', run: () => void step.propose(transcript) },
      { name: 'opencc-js, one pass', run: () => void convert(text) },
      ...program(
        'opencc',
        ['-c', `${config}.json`, '-i', input, '-o', join(folder, 'out.txt')],
        'opencc, with its start',
      ),
    ]);
  }
  rmSync(folder, { recursive: true });
}
