import { toSourceEdits } from '../../shared/formats/reading';
import { type CleaningOptions, prepareCleaning } from './cleaning';
import { eachInput } from './inputs';
import { unifiedDiff } from './patch';
import { type Context, printable, UsageError } from './terminal';

export interface DiffOptions extends CleaningOptions {
  readonly context?: string;
}

/** `emend diff`: prints what cleaning changes in a file as a unified diff that `patch` can apply. Returns the exit code. */
export async function diff(path: string, options: DiffOptions, context: Context): Promise<number> {
  const { catalogue, streams } = context;
  const around = options.context ?? '3';
  if (!/^\d{1,6}$/.test(around)) throw new UsageError(catalogue.cli.notACount({ value: around }));
  const cleaning = await prepareCleaning(options, context);
  const done = await eachInput([{ path, relative: path }], context, async (source) => {
    const { reading } = source;
    const automatic = (await cleaning.propose(source)).filter(({ confidence }) => confidence === 'auto');
    const edits = toSourceEdits(reading, automatic);
    const text = unifiedDiff(path, reading.source, edits, Number(around));
    streams.stdout.write(streams.stdout.isTTY ? coloured(text) : text);
    return text;
  });
  return done.length === 0 || !cleaning.complete ? 1 : 0;
}

const colours: readonly (readonly [RegExp, number])[] = [
  [/^(?:---|\+\+\+) .*/gm, 1],
  [/^@@ .*/gm, 36],
  [/^-(?!-- ).*/gm, 31],
  [/^\+(?!\+\+ ).*/gm, 32],
];

const coloured = (text: string): string =>
  colours.reduce((done, [lines, colour]) => done.replace(lines, `\x1b[${colour}m$&\x1b[0m`), printable(text));
