import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Contender, compareGrowth } from './compare';
import { talks } from './texts';

const command = 'dist/main/cli.js';

/** The command as a person runs it, on one core and on two; reading and writing the files as they are is the floor. */
export async function benchFiles(): Promise<void> {
  if (!existsSync(command)) {
    console.log(`\n(${command} is not there: npm run build makes it)`);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'emend-bench-'));
  const [from, to] = [join(folder, 'in'), join(folder, 'out')];
  const clean = (jobs: number): void => {
    rmSync(to, { recursive: true, force: true });
    execFileSync(process.execPath, [command, 'clean', from, '--out', to, '--jobs', String(jobs)], {
      stdio: 'ignore',
    });
  };
  const contenders = (megabytes: number) => (): Contender[] => {
    rmSync(from, { recursive: true, force: true });
    mkdirSync(from);
    const some = talks(1);
    for (let copy = 0; copy < megabytes; copy++)
      for (const { name, text } of some) writeFileSync(join(from, `${copy}-${name}`), text);
    return [
      { name: 'emend clean --jobs 1', run: () => clean(1) },
      { name: 'emend clean --jobs 2', run: () => clean(2) },
      {
        name: 'Node, read and write',
        run: () => {
          for (const name of readdirSync(from))
            writeFileSync(join(folder, 'copy'), readFileSync(join(from, name), 'utf8'));
        },
      },
    ];
  };
  await compareGrowth(
    'Files of 50 kB, all default steps',
    [1, 10, 100].map((megabytes) => ({
      ...{ name: `${megabytes} MB`, megabytes, times: megabytes },
      contenders: contenders(megabytes),
    })),
  );
  rmSync(folder, { recursive: true });
}
