import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileRules, findHits } from '../../shared/rules/dictionary';
import { loadDictionary } from '../../shared/rules/load';
import { type Contender, compareGrowth, program } from './compare';
import { inventedTerms, longTalk } from './texts';

/** Leftmost-longest matching with borders, against what people use for replacing many words at once. */
export async function benchMatching(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'emend-bench-'));
  const text = longTalk(1);
  const contenders = (count: number, megabytes: number) => () =>
    matchers(folder, text.repeat(megabytes), inventedTerms(count, text));
  await compareGrowth(
    'Matching literal rules in 1 MB',
    [100, 1000, 10_000].map((count) => ({
      ...{ name: `${count} rules`, megabytes: 1, times: count / 100 },
      contenders: contenders(count, 1),
    })),
  );
  await compareGrowth(
    'Matching 1000 literal rules',
    [1, 10, 100].map((megabytes) => ({
      ...{ name: `${megabytes} MB`, megabytes, times: megabytes },
      contenders: contenders(1000, megabytes),
    })),
  );
  await compareGrowth(
    'Reading literal rules, and making them ready',
    [100, 1000, 10_000].map((count) => ({
      ...{ name: `${count} rules`, megabytes: 0, times: count / 100 },
      contenders: () => readers(inventedTerms(count, text)),
    })),
  );
  rmSync(folder, { recursive: true });
}

const yamlOf = (terms: readonly string[]): string =>
  ['rules:', ...terms.map((term) => `  - { expected: ${term}X, pattern: ${term} }`)].join('\n');

function readers(terms: readonly string[]): Contender[] {
  const yaml = yamlOf(terms);
  const { rules } = loadDictionary(yaml, 'bench.yml');
  return [
    { name: 'making ready', run: () => void compileRules(rules) },
    { name: 'reading YAML', run: () => void loadDictionary(yaml, 'bench.yml') },
  ];
}

function matchers(folder: string, text: string, terms: readonly string[]): Contender[] {
  const compiled = compileRules(loadDictionary(yamlOf(terms), 'bench.yml').rules);
  const longestFirst = terms.toSorted((a, b) => b.length - a.length).join('|');
  const alternation = new RegExp(longestFirst, 'gi');
  const input = join(folder, 'text.txt');
  const [sed, perl] = [join(folder, 'script.sed'), join(folder, 'script.pl')];
  writeFileSync(input, text);
  writeFileSync(sed, terms.map((term) => `s/${term}/${term}X/g`).join('\n'));
  writeFileSync(perl, `use utf8; while (<>) { s/(${longestFirst})/$1X/g; print; }`);
  return [
    { name: 'Emend', run: () => void findHits(compiled, text, 'bench.txt') },
    { name: 'one regular expression, alternation', run: () => void text.replace(alternation, '$&X') },
    {
      name: 'replaceAll, one term after another',
      run: () => void terms.reduce((now, term) => now.replaceAll(term, `${term}X`), text),
    },
    // Each with its own start and its own reading.
    ...program('sed', ['-f', sed, input]),
    ...program('perl', ['-CSD', perl, input]),
  ];
}
