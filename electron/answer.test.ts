import { expect, test } from 'vitest';
import { answer, type Handlers } from './answer';

const done: unknown[] = [];
const logged: string[] = [];
const unexpectedly = () => {
  throw new Error('boom');
};
const handlers: Handlers = {
  ready: unexpectedly,
  openDialog: () => [],
  openPaths: async (paths) => paths.map((path) => ({ path, problem: { code: 'fileMissing', path } })),
  openSample: () => [],
  reopen: unexpectedly,
  closeFile: (id) => void done.push(id),
  exportFile: (...args) => {
    done.push(args);
    return { cancelled: true };
  },
  askUnsaved: async () => 'cancel',
  describeWindow: () => {},
  closeWindow: () => {},
};
const ask = (name: unknown, args: unknown) => answer(handlers, name, args, (message) => logged.push(message));

test('a call of the contract is done', async () => {
  expect(await ask('openPaths', [['/a']])).toEqual({
    value: [{ path: '/a', problem: { code: 'fileMissing', path: '/a' } }],
  });
  const edits = [{ from: 0, to: 1, insert: 'x' }];
  expect(await ask('exportFile', ['file-1', edits, 'srt', true])).toEqual({ value: { cancelled: true } });
  expect(done.at(-1)).toEqual(['file-1', edits, 'srt', true]);
});

test.each([
  ['constructor', []],
  ['__proto__', []],
  ['toString', []],
  [undefined, []],
  [{ toString: () => 'ready' }, []],
  ['openPaths', '/a'],
  ['openPaths', ['/a']],
  ['openPaths', [['/a'], 'more']],
  ['openPaths', undefined],
  ['closeFile', ['']],
  ['closeFile', ['x'.repeat(101)]],
  ['reopen', ['file-1', 'EBCDIC']],
  ['exportFile', ['file-1', [{ from: -1, to: 0, insert: '' }], 'srt', true]],
  ['exportFile', ['file-1', [{ from: 0.5, to: 1, insert: '' }], 'srt', true]],
  ['exportFile', ['file-1', [], 'exe', true]],
  ['exportFile', ['file-1', [], 'srt']],
])('%s %j is none of the contract', async (name, args) => {
  done.length = 0;
  expect(await ask(name, args)).toMatchObject({ problem: { code: 'unexpected' } });
  expect(done).toEqual([]);
});

test('what a handler throws becomes a problem and is logged', async () => {
  logged.length = 0;
  expect(await ask('ready', [])).toEqual({ problem: { code: 'unexpected', detail: 'boom' } });
  expect(logged).toEqual(['The call ready failed']);
});
