import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTwoFilesPatch, diffChars } from 'diff';
import { unifiedDiff } from '../../electron/cli/patch';
import { applyEdits } from '../../shared/transcript/edit';
import { changesOf, cleaned, loadSteps } from './cleaning';
import { compare, program } from './compare';
import { longTalk } from './texts';

/** Comparing line by line takes long where most lines differ: it grows with the square of their number. */
const mostForComparing = 1;

/** A diff made of changes that are known, against diffs that must find them out. */
export async function benchDiff(): Promise<void> {
  const make = await loadSteps();
  const folder = mkdtempSync(join(tmpdir(), 'emend-bench-'));
  for (const megabytes of [0.1, 1, 10]) {
    // The dictionary alone: with paragraphs joined, no line stays and nothing is left to compare line by line.
    const steps = make().filter(({ name }) => name === 'dictionary');
    const text = longTalk(megabytes);
    const changes = changesOf({ name: 'a.txt', text }, steps);
    const after = applyEdits(text, changes);
    const [a, b] = [join(folder, 'a.txt'), join(folder, 'b.txt')];
    writeFileSync(a, text);
    writeFileSync(b, after);
    const jsdiff = {
      name: 'jsdiff, line by line',
      run: () => void createTwoFilesPatch('a', 'b', text, after),
    };
    await compare(`Unified diff of a text and its clean copy, ${changes.length} changes`, megabytes, [
      { name: 'Emend, from its changes', run: () => void unifiedDiff('a.txt', text, changes, 3) },
      ...(megabytes <= mostForComparing ? [jsdiff] : []),
      ...program('diff', ['-u', a, b]),
    ]);
  }
  rmSync(folder, { recursive: true });

  // Comparing characters takes minutes for a text of the usual length that differs in every clause.
  const text = { name: 'a.txt', text: longTalk(0.02) };
  const after = cleaned(text, make());
  await compare('What all default steps change, to the character', 0.02, [
    { name: 'Emend: cleans the text, which tells it', run: () => void changesOf(text, make()) },
    { name: 'jsdiff: compares it with its clean copy', run: () => void diffChars(text.text, after) },
  ]);
}
