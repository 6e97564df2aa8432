import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTranscript } from '../formats/formats';
import { catalogueOf, languages } from '../i18n/catalogue';
import { csvReceipt } from './csv';
import { countsOf } from './details';
import { htmlReceipt } from './html';
import { jsonReceipt } from './json';
import type { FileDetails, ReceiptData } from './record';
import { changeRows, placesIn, surroundingsOf } from './rows';

const hostile = `"><script>alert('1')</script><!--</script>&amp; \u2028'=cmd|' /C`;
const place = { from: 1, to: 2, line: 1, column: 2, left: hostile, before: hostile, right: hostile };

const file = (path: string): FileDetails => ({
  path,
  finished: '2026-11-23T00:00:00.000Z',
  input: { sha256: 'ab'.repeat(32), bytes: 3 },
  dictionaries: 'key',
  outputs: [{ path: `out/${path}`, format: 'text', sha256: 'cd'.repeat(32), bytes: 3 }],
  rules: { [hostile]: { changes: 1, suggestions: 1, reverted: 0 } },
  counts: { changes: 1, suggestions: 1, rejected: 1, reverted: 1 },
  warnings: [{ code: 'fileEmpty', path }],
  changes: [
    {
      ...place,
      after: hostile,
      step: 'dictionary',
      rules: [hostile],
      confidence: 'auto',
      reason: 'spelling',
    },
    { ...place, after: '-1', step: 'fillers', rules: ['filler'], confidence: 'suggest', reason: 'fillerTag' },
    {
      ...{ ...place, after: '', step: 'fillers', rules: ['filler'], confidence: 'auto', reason: 'fillerTag' },
      reverted: true,
    },
  ],
  rejected: [{ ...place, after: '=SUM(A1)', rule: 'mine' }],
});

const receipt = (...paths: string[]): ReceiptData => ({
  run: {
    kind: 'run',
    emend: '1.0.0',
    begun: '2026-11-23T00:00:00.000Z',
    date: '2026-11-23',
    dryRun: false,
    options: { name: hostile },
    fingerprint: 'x',
  },
  dictionaries: [
    { kind: 'dictionaries', key: 'key', files: [{ name: hostile, sha256: 'ef' }], problems: [] },
  ],
  totals: {
    files: paths.length,
    failed: 0,
    changes: 1,
    suggestions: 1,
    rejected: 1,
    reverted: 1,
    warnings: 1,
  },
  rules: [{ rule: hostile, changes: 1, suggestions: 1, reverted: 0, files: 1 }],
  files: (async function* () {
    for (const path of paths) yield file(path);
  })(),
});

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}
const hash = (text: string) => createHash('sha256').update(text).digest('base64');

describe.each(languages)('receipts in %s', (language) => {
  const catalogue = catalogueOf(language);

  test('HTML: nothing from a file is markup, and only the page’s own script may run', async () => {
    const html = await textOf(htmlReceipt(receipt(hostile, 'b.txt'), catalogue, language, hash));
    const scripts = [...html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)];
    const data = scripts.filter(([, attributes]) => attributes?.startsWith(' type="application/json"'));
    const own = scripts.filter(([, attributes]) => attributes === ' type="module"');
    expect([scripts.length, data.length, own.length]).toEqual([4, 3, 1]);
    expect(html.match(/<script|<\/script/g)).toHaveLength(8);
    expect(html).not.toContain("alert('1')</script>");
    expect(html).toContain(`script-src 'sha256-${hash(own[0]![2]!)}'`);
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)![1]!;
    expect(html).toContain(`style-src 'sha256-${hash(style)}'`);
    expect(html).not.toMatch(/(?:src|href)=|https?:/);
    const { changes, rejected } = JSON.parse(data[0]![2]!);
    const kinds = [...changes, ...rejected].map((row) => row[5]);
    expect([changes[0][2], ...kinds]).toEqual([hostile, 'auto', 'suggest', 'reverted', 'rejected']);
  });

  test('JSON: all of it, each problem in words', async () => {
    const { totals, dictionaries, files } = JSON.parse(
      await textOf(jsonReceipt(receipt('a.txt', hostile), catalogue)),
    );
    expect([totals.files, dictionaries[0].files[0].name, files.length]).toEqual([2, hostile, 2]);
    expect(files[1]).toMatchObject({
      path: hostile,
      changes: [{ after: hostile }, { after: '-1' }, { reverted: true }],
    });
    expect(files[0].warnings[0].message).toContain('a.txt');
    expect(JSON.parse(await textOf(jsonReceipt(receipt(), catalogue))).files).toEqual([]);
  });

  test('CSV: a row for each change, and no cell that a spreadsheet takes for a formula', async () => {
    const rows = parseCsv((await textOf(csvReceipt(receipt('=a.txt', 'b.txt'), catalogue))).slice(1));
    expect(rows.map(([kind]) => kind)).toEqual([
      'kind',
      ...['file', 'warning', 'change', 'suggestion', 'reverted', 'rejected'],
      ...['file', 'warning', 'change', 'suggestion', 'reverted', 'rejected'],
    ]);
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(rows[3]!.slice(0, 6)).toEqual(['change', "'=a.txt", '1', '2', hostile, hostile]);
  });
});

/** Rows and cells as RFC 4180 has them. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  for (const line of text.match(/(?:"(?:[^"]|"")*"|[^"\r])*\r\n/g) ?? []) {
    const cells = line.slice(0, -2).match(/(?:^|,)(?:"(?:[^"]|"")*"|[^",]*)/g) ?? [];
    rows.push(cells.map((cell, at) => unquoted(at === 0 ? cell : cell.slice(1))));
  }
  return rows;
}
const unquoted = (cell: string): string =>
  cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;

test('what was reverted is counted apart from what was changed', () => {
  const change = { from: 0, to: 0, insert: '', step: 'dictionary', reason: 'spelling' } as const;
  const changes = [
    { ...change, rules: ['a'], confidence: 'auto' },
    { ...change, rules: ['a', 'b'], confidence: 'auto' },
    { ...change, rules: ['b'], confidence: 'suggest' },
  ] as const;
  expect(countsOf(changes, new Set([1, 2]))).toEqual({
    ...{ changes: 1, suggestions: 1, reverted: 1 },
    rules: {
      a: { changes: 1, suggestions: 0, reverted: 1 },
      b: { changes: 0, suggestions: 1, reverted: 1 },
    },
  });
});

describe('places', () => {
  test('are counted as people do, whatever the line ends', () => {
    const { source } = readTranscript('a\r\n🙂bc\rd\ne', 'a.txt');
    const place = placesIn(source);
    const found = ['a', 'b', 'd', 'e'].map((letter) =>
      place({ from: source.indexOf(letter), to: source.indexOf(letter) + 1 }),
    );
    expect(found.map(({ line, column, before }) => `${line}:${column} ${before}`)).toEqual([
      ...['1:1 a', '2:3 b', '3:1 d', '4:1 e'],
    ]);
  });

  test('lead from a change to the file', () => {
    const reading = readTranscript('一\r\n语料酷', 'a.txt');
    const change = { step: 'dictionary', rules: ['r'], confidence: 'auto', reason: 'spelling' } as const;
    expect(changeRows(reading, [{ ...change, from: 2, to: 5, insert: '语料库' }])).toEqual([
      { ...change, from: 3, to: 6, line: 2, column: 1, before: '语料酷', after: '语料库' },
    ]);
  });

  test('what stands around is of the same line and has no half characters', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '语', '🙂', '\n', '\r'), maxLength: 120 });
    fc.assert(
      fc.property(text, fc.nat(120), fc.nat(5), (source, at, length) => {
        const from = Math.min(at, source.length);
        const to = Math.min(from + length, source.length);
        const { left, right } = surroundingsOf(source, { from, to });
        expect(source.slice(0, from).endsWith(left)).toBe(true);
        expect(source.slice(to).startsWith(right)).toBe(true);
        expect(left + right).not.toMatch(/[\r\n]/);
        expect(left.charCodeAt(0) >> 10).not.toBe(0xdc00 >> 10);
        expect(right.charCodeAt(right.length - 1) >> 10).not.toBe(0xd800 >> 10);
      }),
    );
  });
});
