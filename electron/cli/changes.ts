import { type Reading, toSourceEdits } from '../../shared/formats/reading';
import type { Change } from '../../shared/transcript/change';
import { type CleaningOptions, prepareCleaning } from './cleaning';
import { eachInput, expandInputs } from './inputs';
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

function rowsOf(
  file: string,
  reading: Reading,
  found: readonly Change[],
  reasons: Readonly<Record<Change['reason'], string>>,
): Row[] {
  const { source } = reading;
  const place = placesIn(source);
  const edits = toSourceEdits(reading, found);
  return found.flatMap(({ step, rules, confidence, reason }, index) => {
    const edit = edits[index];
    if (!edit) return [];
    const { from, to, insert } = edit;
    const before = source.slice(from, to);
    const why = { step, rule: rules[0], rules, confidence, reason: reasons[reason] };
    return [{ file, from, to, ...place(from), before, after: insert, ...why }];
  });
}

/** Line and column of positions that are asked for in their order. */
function placesIn(source: string): (position: number) => { line: number; column: number } {
  const lineEnd = /\r\n?|\n/g;
  let line = 1;
  let start = 0;
  let next = lineEnd.exec(source);
  return (position) => {
    for (; next && next.index + next[0].length <= position; next = lineEnd.exec(source)) {
      start = next.index + next[0].length;
      line++;
    }
    return { line, column: position - start + 1 };
  };
}

function readable(row: Row, steps: Readonly<Record<string, string>>): string {
  const mark = row.confidence === 'suggest' ? '?' : ' ';
  const what = `${JSON.stringify(row.before)} → ${JSON.stringify(row.after)}`;
  return `${row.file}:${row.line}:${row.column}:${mark} ${what}  ${steps[row.step] ?? row.step}: ${row.reason} (${row.rules.join(', ')})`;
}
