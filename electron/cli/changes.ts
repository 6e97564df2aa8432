import type { Reading } from '../../shared/formats/reading';
import { changeRows } from '../../shared/receipt/rows';
import type { Change } from '../../shared/transcript/change';
import { expandInputs } from '../batch/inputs';
import { type CleaningOptions, prepareCleaning } from './cleaning';
import { eachInput } from './inputs';
import { type Context, complain, printable, UsageError } from './terminal';

export interface ChangesOptions extends CleaningOptions {
  readonly json?: boolean;
}

/** A change as `emend changes --json` prints it: the order of the fields is that of the line. */
interface Row {
  readonly file: string;
  /** UTF-16 code units into the decoded file: without a byte-order mark, line ends as in the file. */
  readonly from: number;
  readonly to: number;
  /** Counted from 1; the column in UTF-16 code units. */
  readonly line: number;
  readonly column: number;
  readonly before: string;
  readonly after: string;
  readonly step: string;
  readonly rule: string | undefined;
  readonly rules: readonly string[];
  readonly confidence: string;
  readonly reason: string;
}

/** `emend changes`: prints what would change in each file. Returns the exit code. */
export async function changes(
  paths: readonly string[],
  options: ChangesOptions,
  context: Context,
): Promise<number> {
  const { catalogue, streams } = context;
  if (paths.length === 0) throw new UsageError(catalogue.cli.nothingToDo);
  const cleaning = await prepareCleaning(options, context);
  const { inputs, problems } = await expandInputs(paths);
  for (const problem of problems) complain(context, problem);
  const print = options.json ? JSON.stringify : (row: Row) => printable(readable(row, catalogue.steps));
  const done = await eachInput(inputs, context, async (source, { path }) => {
    const rows = rowsOf(path, source.reading, await cleaning.propose(source), catalogue.reasons);
    if (rows.length > 0) streams.stdout.write(rows.map((row) => `${print(row)}\n`).join(''));
    return rows;
  });
  return problems.length > 0 || done.length < inputs.length || !cleaning.complete ? 1 : 0;
}

const rowsOf = (
  file: string,
  reading: Reading,
  found: readonly Change[],
  reasons: Readonly<Record<Change['reason'], string>>,
): Row[] =>
  changeRows(reading, found).map(
    ({ from, to, line, column, before, after, step, rules, confidence, reason }) => ({
      ...{ file, from, to, line, column, before, after },
      ...{ step, rule: rules[0], rules, confidence, reason: reasons[reason] },
    }),
  );

function readable(row: Row, steps: Readonly<Record<string, string>>): string {
  const mark = row.confidence === 'suggest' ? '?' : ' ';
  const what = `${JSON.stringify(row.before)} → ${JSON.stringify(row.after)}`;
  return `${row.file}:${row.line}:${row.column}:${mark} ${what}  ${steps[row.step] ?? row.step}: ${row.reason} (${row.rules.join(', ')})`;
}
