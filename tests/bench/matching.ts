import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileRules, findHits } from '../../shared/rules/dictionary';
import { loadDictionary } from '../../shared/rules/load';
import { type Contender, compare, program } from './compare';
import { inventedTerms, longTalk } from './texts';

/** Slow ways work through a part of the text only; their throughput is what is compared. */
const slowShare = 0.02;

/** Leftmost-longest matching with borders, against what people use for replacing many words at once. */
export async function benchMatching(): Promise<void> {
  const text = longTalk(10);
  const part = text.slice(0, text.length * slowShare);
  for (const count of [100, 1000, 10_000]) {
    const terms = inventedTerms(count, text);
    const entries = terms.map((term) => `  - { expected: ${term}X, pattern: ${term}, except: *none }`);
    const yaml = `none: &none []\nrules:\n${entries.join('\n')}`;
    const { rules } = loadDictionary(yaml, 'bench.yml');
    const compiled = compileRules(rules);
    const alternation = new RegExp(terms.toSorted((a, b) => b.length - a.length).join('|'), 'gi');
    const emend = (searched: string): Contender => ({
      name: 'Emend',
      run: () => void findHits(compiled, searched, 'bench.txt'),
    });
    await compare(`Matching, ${count} literal rules`, 10, [emend(text)]);
    await compare(`Reading ${count} literal rules, and making them ready`, 0, [
      { name: 'reading YAML', run: () => void loadDictionary(yaml, 'bench.yml') },
      { name: 'making ready', run: () => void compileRules(rules) },
    ]);
    const folder = mkdtempSync(join(tmpdir(), 'emend-bench-'));
    await compare(`Matching, ${count} literal rules, a fiftieth of the text`, 10 * slowShare, [
      emend(part),
      { name: 'one regular expression, alternation', run: () => void part.replace(alternation, 'X') },
      {
        name: 'replaceAll, one term after another',
        run: () => void terms.reduce((now, term) => now.replaceAll(term, `${term}X`), part),
      },
      ...commandLine(folder, part, terms),
    ]);
    rmSync(folder, { recursive: true });
    if (count !== 1000) continue;
    const long = [text.slice(0, text.length / 10), text, text.repeat(10)];
    for (const [index, searched] of long.entries()) {
      await compare('Growth with the text, 1000 literal rules', 10 ** index, [emend(searched)]);
    }
  }
}

/** sed and perl where they are installed, each with its own start and its own reading. */
function commandLine(folder: string, text: string, terms: readonly string[]): Contender[] {
  const input = join(folder, 'text.txt');
  const script = join(folder, 'script.sed');
  writeFileSync(input, text);
  writeFileSync(script, terms.map((term) => `s/${term}/${term}X/g`).join('\n'));
  const perl = `s/(${terms.toSorted((a, b) => b.length - a.length).join('|')})/$1X/g`;
  return [
    ...program('sed', ['-f', script, input]),
    ...program('perl', ['-Mutf8', '-CSD', '-pe', perl, input]),
  ];
}
