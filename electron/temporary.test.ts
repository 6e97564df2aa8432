import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { removeLeftovers, temporaryBeside } from './temporary';

test('what killed processes left is removed, and nothing that is being written', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'emend-leftovers-'));
  const own = basename(temporaryBeside(join(folder, 'a.txt')));
  const [, host] = own.split('-');
  const before = new Date(Date.now() - process.uptime() * 1000 - 60_000);
  const longAgo = new Date(Date.now() - 25 * 60 * 60 * 1000);
  // No process has a number as high as the first.
  const left = [
    [`.emend-${host}-4194999-0-1.tmp`],
    [`.emend-${host}-${process.pid}-0-999.tmp`, before],
  ] as const;
  const stale = [['.emend-ffffff-1-0-1.tmp', longAgo]] as const;
  const kept = [
    [own],
    [`.emend-${host}-${process.ppid}-0-1.tmp`],
    ['.emend-eeeeee-1-0-1.tmp'],
    ['x.tmp', longAgo],
  ] as const;
  for (const [name, time] of [...left, ...stale, ...kept]) {
    await writeFile(join(folder, name), '');
    if (time) await utimes(join(folder, name), time, time);
  }
  await removeLeftovers(folder);
  expect((await readdir(folder)).sort()).toEqual(kept.map(([name]) => name).sort());
  await removeLeftovers(join(folder, 'none'));
  await rm(folder, { recursive: true });
});
