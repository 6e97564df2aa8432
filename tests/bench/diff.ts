import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTwoFilesPatch, diffChars } from 'diff';
import { unifiedDiff } from '../../electron/cli/patch';
import { applyEdits } from '../../shared/transcript/edit';
import { changesOf, cleaned, loadSteps } from './cleaning';
import { type Contender, compare, compareGrowth, program } from './compare';
import { longTalk } from './texts';

/** A diff made of changes that are known, against diffs that must find them out. */
export async function benchDiff(): Promise<void> {
  const make = await loadSteps();
  const folder = mkdtempSync(join(tmpdir(), 'emend-bench-'));
  const [a, b] = [join(folder, 'a.txt'), join(folder, 'b.txt')];
  const contenders = (megabytes: number) => (): Contender[] => {
    // The dictionary alone: with paragraphs joined, no line stays and nothing is left to compare line by line.
    const steps = make().filter(({ name }) => name === 'dictionary');
    const text = longTalk(megabytes);
    const changes = changesOf({ name: 'a.txt', text }, steps);
    const after = applyEdits(text, changes);
    writeFileSync(a, text);
    writeFileSync(b, after);
    return [
      { name: 'Emend, from its changes', run: () => void unifiedDiff('a.txt', text, changes, 3) },
      { name: 'jsdiff, line by line', run: () => void createTwoFilesPatch('a', 'b', text, after) },
      ...program('diff', ['-u', a, b]),
    ];
  };
  await compareGrowth(
    'Unified diff of a text and its clean copy',
    // Comparing line by line grows with the square of the lines that differ, so much does ten times the text cost.
    [0.1, 1, 10].map((megabytes) => ({
      ...{ name: `${megabytes} MB`, megabytes, times: (megabytes * 10) ** 2 },
      contenders: contenders(megabytes),
    })),
  );
  rmSync(folder, { recursive: true });

  // Comparing characters takes minutes for a text of the usual length that differs in every clause.
  const text = { name: 'a.txt', text: longTalk(0.02) };
  const after = cleaned(text, make());
  await compare('What all default steps change, to the character', 0.02, [
    { name: 'Emend: cleans the text, which tells it', run: () => void changesOf(text, make()) },
    { name: 'jsdiff: compares it with its clean copy', run: () => void diffChars(text.text, after) },
  ]);
}
