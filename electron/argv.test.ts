import { expect, test } from 'vitest';
import { filesFromArguments } from './argv';

test.each([
  [['/opt/emend', 'a.md', '/b.srt'], false, ['/home/a.md', '/b.srt']],
  [['/opt/electron', '--no-sandbox', '.', '--lang=zh', '../a.md'], true, ['/a.md']],
  [['/opt/emend', '--', '-a.md'], false, ['/home/-a.md']],
  [['/opt/emend'], false, []],
  [['/opt/electron', '.'], true, []],
])('%j', (argv, defaultApp, files) => {
  expect(filesFromArguments(argv, '/home', defaultApp)).toEqual(files);
});
