import { type Catalogue, describeProblem } from '../i18n/catalogue';
import type { FileDetails, ReceiptData } from './record';
import type { Place, Surroundings } from './rows';

const columns = [
  'kind',
  'file',
  'line',
  'column',
  'left',
  'before',
  'after',
  'right',
  'step',
  'rules',
  'message',
  'written',
  'input_sha256',
  'dictionaries',
] as const;
type Row = Readonly<Partial<Record<(typeof columns)[number], string | number>>>;

/**
 * A receipt as a table (RFC 4180, UTF-8 with the mark that spreadsheets look for), piece by piece: for each file one
 * row, which tells what became of it, then one for each warning, change, suggestion and rejected change.
 */
export async function* csvReceipt({ files }: ReceiptData, catalogue: Catalogue): AsyncGenerator<string> {
  yield `\ufeff${columns.join(',')}\r\n`;
  for await (const file of files) yield rowsOf(file, catalogue).map(lineOf).join('');
}

function rowsOf(file: FileDetails, catalogue: Catalogue): Row[] {
  const { path, problem } = file;
  const placed = ({ line, column, left, before, right }: Place & Surroundings) => ({
    file: path,
    line,
    column,
    left,
    before,
    right,
  });
  return [
    {
      kind: problem ? 'failed' : 'file',
      file: path,
      ...(problem && { message: describeProblem(problem, catalogue) }),
      written: file.outputs.map((output) => output.path).join('\n'),
      ...(file.input && { input_sha256: file.input.sha256 }),
      ...(file.dictionaries !== undefined && { dictionaries: file.dictionaries }),
    },
    ...file.warnings.map((warning) => ({
      kind: 'warning',
      file: path,
      message: describeProblem(warning, catalogue),
    })),
    ...file.changes.map((change) => ({
      kind: change.reverted ? 'reverted' : change.confidence === 'suggest' ? 'suggestion' : 'change',
      ...placed(change),
      after: change.after,
      step: change.step,
      rules: change.rules.join(', '),
      message: catalogue.reasons[change.reason],
    })),
    ...file.rejected.map((rejection) => ({
      kind: 'rejected',
      ...placed(rejection),
      after: rejection.after,
      rules: rejection.rule,
    })),
  ];
}

const lineOf = (row: Row): string => `${columns.map((column) => cellOf(row[column])).join(',')}\r\n`;

/** A spreadsheet takes a cell that begins so for a formula; an apostrophe before it makes it text. */
const formula = /^[=+\-@\t\r]/;

function cellOf(value: string | number | undefined): string {
  if (typeof value !== 'string') return value === undefined ? '' : String(value);
  const text = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
