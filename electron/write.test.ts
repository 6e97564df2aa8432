import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Encoding } from '../shared/formats/encodings';
import { patchSource } from '../shared/formats/reading';
import { encodeLike } from './encode';
import { decodeSource, readSource, type SourceFile } from './source';
import { writeAtomically, writeLike } from './write';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'emend-'));
});
afterEach(() => rm(folder, { recursive: true }));

const at = (name: string) => join(folder, name);

async function sourceOf(bytes: Uint8Array, encoding?: Encoding, name = 'a.txt'): Promise<SourceFile> {
  const read = await decodeSource(bytes, name, encoding);
  if ('problem' in read) throw new Error(read.problem.code);
  return read.source;
}

const chinese = '呃，我们用万卡机群训练。\r\n第二行 GPT-4 — “好”\n第三行\r没有换行的最后一行';
const mark = (encoding: string) => iconv.encode('\ufeff', encoding);
const files: readonly (readonly [string, Encoding, Uint8Array])[] = [
  ['UTF-8', 'UTF-8', Buffer.from(chinese)],
  ['UTF-8 with mark', 'UTF-8', Buffer.from(`\ufeff${chinese}`)],
  ['UTF-16LE with mark', 'UTF-16LE', Buffer.concat([mark('utf-16le'), iconv.encode(chinese, 'utf-16le')])],
  ['UTF-16BE with mark', 'UTF-16BE', Buffer.concat([mark('utf-16be'), iconv.encode(chinese, 'utf-16be')])],
  ['UTF-16LE', 'UTF-16LE', iconv.encode(chinese, 'utf-16le')],
  ['GB18030', 'GB18030', iconv.encode(chinese, 'gb18030')],
  ['Big5', 'Big5', iconv.encode('我們用萬卡機群訓練。\r\n第二行\n最後一行', 'big5')],
  ['empty', 'UTF-8', Buffer.from('')],
  ['only a mark', 'UTF-8', Buffer.from('\ufeff')],
  ['two marks', 'UTF-8', Buffer.from('\ufeff\ufefftext')],
];

describe('a file is written the way it was read', () => {
  test.each(files)('%s: byte for byte when nothing changed', async (_, encoding, bytes) => {
    const source = await sourceOf(bytes);
    const encoded = await encodeLike(source, patchSource(source.reading, []));
    expect(encoded.encoding).toBe(encoding);
    expect(Buffer.from(encoded.bytes)).toEqual(Buffer.from(bytes));
  });

  test.each(files.slice(0, 7))('%s: with an edit, all else stays', async (_, encoding, bytes) => {
    const source = await sourceOf(bytes, encoding);
    const { bytes: out } = await encodeLike(
      source,
      patchSource(source.reading, [{ from: 0, to: 1, insert: '中' }]),
    );
    const again = await sourceOf(out, encoding);
    expect(again.byteOrderMark).toBe(source.byteOrderMark);
    expect(again.reading.source).toBe(`中${source.reading.source.slice(1)}`);
  });

  test('bytes that are wrong, or that another program encodes otherwise, stay on lines that are not edited', async () => {
    // 0xff is nothing in GB18030; 0xa2e3 and 0x80 are both read as the euro sign.
    const lines = [[0xff, 0x41], [0x80], [0xa2, 0xe3], [0xff, 0x42], [0xff, 0x42], [0xd6, 0xd0]];
    const bytes = Buffer.concat(lines.map((line) => Buffer.from([...line, 10])));
    const source = await sourceOf(bytes, 'GB18030');
    expect((await encodeLike(source, source.reading.source)).bytes).toEqual(bytes);
    const text = source.reading.source;
    const edited = await encodeLike(source, `${text.slice(0, -2)}国\n`);
    expect(edited.bytes).toEqual(Buffer.concat([bytes.subarray(0, -3), Buffer.from([0xb9, 0xfa, 10])]));
  });

  test('an odd last byte of UTF-16 stays', async () => {
    const bytes = Buffer.from([0xff, 0xfe, 0x41, 0, 10, 0, 0x42, 0, 0x43]);
    const source = await sourceOf(bytes);
    expect((await encodeLike(source, source.reading.source)).bytes).toEqual(bytes);
  });

  test('what the encoding lacks is written as UTF-8, and told', async () => {
    const source = await sourceOf(iconv.encode('我們用萬卡機群訓練。', 'big5'), 'Big5');
    expect(await writeLike(source, at('a.txt'), '我們😀')).toEqual({
      notice: { code: 'notEncodable', path: at('a.txt'), encoding: 'Big5' },
    });
    expect(await readFile(at('a.txt'), 'utf8')).toBe('我們😀');
  });

  test('every Chinese character can be written in GB18030', async () => {
    const all = Array.from({ length: 0x9fff - 0x4e00 }, (_, i) => String.fromCharCode(0x4e00 + i)).join('');
    const source = await sourceOf(iconv.encode('中文', 'gb18030'), 'GB18030');
    expect((await encodeLike(source, `${all}😀`)).encoding).toBe('GB18030');
  });
});

describe('writing', () => {
  test('makes folders, replaces what was there and keeps its permissions', async () => {
    await writeAtomically(at('new/deep/a.txt'), Buffer.from('one'));
    await chmod(at('new/deep/a.txt'), 0o640);
    await writeAtomically(at('new/deep/a.txt'), Buffer.from('two'));
    expect(await readFile(at('new/deep/a.txt'), 'utf8')).toBe('two');
    expect((await stat(at('new/deep/a.txt'))).mode & 0o777).toBe(0o640);
    expect(await readdir(at('new/deep'))).toEqual(['a.txt']);
  });

  test('writes through a link', async () => {
    await writeFile(at('a.txt'), 'one');
    await symlink('a.txt', at('link.txt'));
    await writeAtomically(at('link.txt'), Buffer.from('two'));
    expect(await readlink(at('link.txt'))).toBe('a.txt');
    expect(await readFile(at('a.txt'), 'utf8')).toBe('two');
  });

  test('a name as long as names can be', async () => {
    const name = `${'转'.repeat(83)}.txt`; // 253 bytes
    await writeAtomically(at(name), Buffer.from('text'));
    expect(await readdir(folder)).toEqual([name]);
  });

  test('what cannot be written is a problem, and leaves nothing behind', async () => {
    await mkdir(at('folder.txt'));
    const source = await sourceOf(Buffer.from('text'));
    expect(await writeLike(source, at('folder.txt'), 'x')).toMatchObject({
      problem: {
        code: 'notWritten',
        path: at('folder.txt'),
        detail: 'EISDIR: illegal operation on a directory',
      },
    });
    await writeFile(at('file'), '');
    expect(await writeLike(source, at('file/a.txt'), 'x')).toMatchObject({ problem: { code: 'notWritten' } });
    await new Promise((resolve) => setTimeout(resolve, 50)); // what was temporary goes away on its own
    expect((await readdir(folder)).sort()).toEqual(['file', 'folder.txt']);
  });
});

test('binary files are told from text', async () => {
  await writeFile(at('a.txt'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]));
  expect(await readSource(at('a.txt'))).toEqual({ problem: { code: 'fileBinary', path: at('a.txt') } });
});
