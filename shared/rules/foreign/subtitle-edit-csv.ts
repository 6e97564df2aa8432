import type { Rule } from '../rule';
import { type Collector, collect } from './collect';
import { type Row, readTable, writeTable } from './delimited';
import type { ExportResult, ForeignFormat } from './foreign';
import { rowsOf, takeRow } from './subtitle-edit';

const columns = ['Category', 'Find', 'ReplaceWith', 'Description', 'Active', 'Type'] as const;
type Column = (typeof columns)[number];

/** Subtitle Edit 5's multiple replace as a table. */
export const subtitleEditCsv: ForeignFormat = {
  id: 'subtitleEditCsv',
  extensions: ['csv'],
  detect: (text) => {
    const [first, second] = readTable(text.slice(0, 4096), ',');
    return (first !== undefined && isHeader(first)) || isData(first) || isData(second);
  },
  read: (text, name) => collect(text, name, true, (collector) => readCsv(text, collector)),
  write,
};

const normal = (cell: string | undefined): string => (cell ?? '').trim().toLowerCase();
const isHeader = (row: Row): boolean =>
  ['find', 'replacewith'].every((name) => row.cells.some((cell) => normal(cell) === name));
const isData = (row: Row | undefined): boolean =>
  row?.cells.length === columns.length &&
  /^(case(in)?sensitive|regularexpression)$/.test(normal(row.cells[5]));

function readCsv(text: string, collector: Collector): void {
  const rows = readTable(text, ',');
  const [first] = rows;
  const header = first && isHeader(first) ? first.cells.map(normal) : undefined;
  const cell = (row: Row, column: Column): string | undefined => {
    const at = header ? header.indexOf(column.toLowerCase()) : columns.indexOf(column);
    return row.cells[at];
  };
  for (const row of header ? rows.slice(1) : rows) {
    if (collector.isFull(row.line)) return;
    const find = cell(row, 'Find');
    const active = cell(row, 'Active');
    if (row.isBroken) collector.skip(row.line, row.source, { code: 'quoteOpen' });
    else if (find === undefined) collector.skip(row.line, row.source, { code: 'tooFewColumns' });
    else {
      takeRow(collector, row.line, {
        group: cell(row, 'Category')?.trim() ?? '',
        find,
        replaceWith: cell(row, 'ReplaceWith') ?? '',
        typeName: cell(row, 'Type') ?? '',
        // As Subtitle Edit reads it; without the column, a rule is on.
        active: active === undefined || /^(true|1|yes)$/.test(normal(active)),
        description: cell(row, 'Description') ?? '',
      });
    }
  }
}

function write(rules: readonly Rule[]): ExportResult {
  const { rows, losses } = rowsOf(rules, (text) => !text.includes('\r'));
  const table = rows.map((row) => [
    row.group,
    row.find,
    row.replaceWith,
    row.description,
    String(row.active),
    row.type,
  ]);
  return losses.result(`\uFEFF${writeTable([[...columns], ...table], ',', '\r\n')}`);
}
