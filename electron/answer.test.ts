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
  setSteps: unexpectedly,
  setSubtitles: unexpectedly,
  makeSubtitles: unexpectedly,
  listRules: () => [],
  tryRule: unexpectedly,
  saveRule: (draft, scope) => {
    done.push([draft, scope]);
    return { done: true };
  },
  removeRules: unexpectedly,
  previewImport: unexpectedly,
  acceptImport: unexpectedly,
  exportRules: unexpectedly,
  askUnsaved: (): 'cancel' => 'cancel',
  describeWindow: () => {},
  chooseBatchFiles: unexpectedly,
  chooseFolder: unexpectedly,
  planBatch: unexpectedly,
  runBatch: unexpectedly,
  controlBatch: unexpectedly,
  batchHits: unexpectedly,
  applyBatch: unexpectedly,
  showWritten: unexpectedly,
  closeWindow: () => {},
};
const ask = (name: unknown, args: unknown) => answer(handlers, name, args, (message) => logged.push(message));

test('a call of the contract is done', async () => {
  expect(await ask('openPaths', [['/a']])).toEqual({
    value: [{ path: '/a', problem: { code: 'fileMissing', path: '/a' } }],
  });
  const revision = { edits: [{ from: 0, to: 1, insert: 'x' }] };
  expect(await ask('exportFile', ['file-1', revision, 'srt', true])).toEqual({ value: { cancelled: true } });
  expect(done.at(-1)).toEqual(['file-1', revision, 'srt', true]);
});

test('a rule comes as a draft', async () => {
  const draft = { expected: 'A', patterns: ['/a/'], near: { words: ['x'], within: 5 } };
  const scope = { kind: 'folder', fileId: 'file-1' };
  expect(await ask('saveRule', [{ ...draft, other: 1 }, scope])).toEqual({ value: { done: true } });
  expect(done.at(-1)).toEqual([draft, scope]);
});

test.each([
  ['constructor', []],
  ['__proto__', []],
  ['toString', []],
  [undefined, []],
  [{ toString: (): string => 'ready' }, []],
  ['openPaths', '/a'],
  ['openPaths', ['/a']],
  ['openPaths', [['/a'], 'more']],
  ['openPaths', undefined],
  ['closeFile', ['']],
  ['closeFile', ['x'.repeat(101)]],
  ['reopen', ['file-1', 'EBCDIC']],
  ['exportFile', ['file-1', { edits: [{ from: -1, to: 0, insert: '' }] }, 'srt', true]],
  ['exportFile', ['file-1', { edits: [{ from: 0.5, to: 1, insert: '' }] }, 'srt', true]],
  ['exportFile', ['file-1', { edits: [] }, 'exe', true]],
  ['exportFile', ['file-1', { edits: [] }, 'srt']],
  ['saveRule', [{ expected: 'A', patterns: ['/a'.repeat(1000)] }, { kind: 'everywhere' }]],
  ['saveRule', [{ expected: 'A', patterns: [] }, { kind: 'folder' }]],
  ['saveRule', [{ expected: 'A', patterns: [], near: { words: ['x'], within: 0 } }, { kind: 'everywhere' }]],
  ['removeRules', [[]]],
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
