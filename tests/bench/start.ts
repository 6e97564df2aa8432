import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Contender, compare } from './compare';

const command = 'dist/main/cli.js';

/** How long the command takes to start, from nothing to its end, against Node doing nothing. */
export async function benchStart(): Promise<void> {
  if (!existsSync(command)) {
    console.log(`\n(${command} is not there: npm run build makes it)`);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'emend-bench-'));
  const input = join(folder, 'short.txt');
  writeFileSync(input, '今天我们讲模型。\n');
  const node = (name: string, args: readonly string[]): Contender => ({
    name,
    run: () => void execFileSync(process.execPath, args, { stdio: 'ignore' }),
  });
  const [nothing = Number.NaN, help = Number.NaN, clean = Number.NaN] = await compare(
    'Start of the command',
    0,
    [
      node('node -e 0', ['-e', '0']),
      node('emend --help', [command, '--help']),
      node('emend clean, one line', [command, 'clean', input, '--out', join(folder, 'out')]),
    ],
  );
  const goal = 1.5 * nothing + 120;
  const told = (time: number) => `${time.toFixed(0)} ms, ${time <= goal ? 'within' : 'over'} it`;
  console.log(
    `  goal 1.5 × node -e 0 + 120 ms = ${goal.toFixed(0)} ms: --help ${told(help)}; clean ${told(clean)}`,
  );
  rmSync(folder, { recursive: true });
}
