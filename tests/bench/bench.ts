import { statSync } from 'node:fs';
import { benchDiff } from './diff';
import { benchFiles } from './files';
import { benchGrowth } from './growth';
import { benchMatching } from './matching';
import { benchScript } from './script';
import { benchStart } from './start';
import { benchSteps } from './steps';
import { readTexts, type Text, talks } from './texts';

/** Each prints its own tables, about the texts that it is given or about longer ones made from seeds. */
const sections: Readonly<Record<string, (texts: readonly Text[]) => Promise<void>>> = {
  steps: benchSteps,
  matching: benchMatching,
  diff: benchDiff,
  script: benchScript,
  files: benchFiles,
  start: benchStart,
  growth: benchGrowth,
};

/** Runs the sections that are named, or all, on the texts of the folders that are named. */
export async function bench(args: readonly string[]): Promise<void> {
  const names = args.filter((arg) => arg in sections);
  const folders = args.filter((arg) => !names.includes(arg));
  for (const folder of folders) {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) continue;
    console.error(`${folder} is no folder, and no section: ${Object.keys(sections).join(', ')}`);
    process.exitCode = 2;
    return;
  }
  const texts = folders.length > 0 ? folders.flatMap(readTexts) : talks(0.45);
  for (const [name, run] of Object.entries(sections)) {
    if (names.length === 0 || names.includes(name)) await run(texts);
  }
}
