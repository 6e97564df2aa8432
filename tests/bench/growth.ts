import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Told } from './process';

/** How time and memory of all default steps grow with the text, each measured in a process of its own. */
export async function benchGrowth(): Promise<void> {
  for (const [shape, about] of [
    ['many', 'in files of 50 kB'],
    ['one', 'in one file'],
  ] as const) {
    const rest = run(0, 'none');
    console.log(`\nGrowth, all default steps, ${about}; ${rest?.peak.toFixed(0)} MB before the first`);
    let before: Told | undefined;
    for (const megabytes of [1, 10, 100]) {
      const told = run(megabytes, shape);
      if (!told) {
        console.log(`  ${String(megabytes).padStart(4)} MB  needs more memory than a process of Node gets`);
        break;
      }
      const rate = (megabytes / told.milliseconds) * 1000;
      const grown = before ? `  time ×${(told.milliseconds / before.milliseconds).toFixed(1)}` : '';
      console.log(
        `  ${String(megabytes).padStart(4)} MB ${told.milliseconds.toFixed(0).padStart(8)} ms ${rate.toFixed(2).padStart(6)} MB/s ${told.peak.toFixed(0).padStart(6)} MB at most${grown}`,
      );
      before = told;
    }
  }
}

function run(megabytes: number, shape: 'one' | 'many' | 'none'): Told | undefined {
  try {
    const script = join(import.meta.dirname, 'process.js');
    const output = execFileSync(process.execPath, [script, String(megabytes), shape], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return JSON.parse(output.toString());
  } catch {
    return undefined;
  }
}
