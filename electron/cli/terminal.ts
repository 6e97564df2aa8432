import type { Catalogue, Language } from '../../shared/i18n/catalogue';
import { describeProblem } from '../../shared/i18n/catalogue';
import type { Problem } from '../../shared/i18n/problems';

/** Where a command reads and writes; those of the process, or a test's. */
export interface Streams {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Output;
  readonly stderr: Output;
}

interface Output {
  /** Calls back when there is room for more, or with an error when nobody reads on. */
  write(chunk: string | Uint8Array, done?: (error?: Error | null) => void): unknown;
  /** Whether a person is looking. */
  readonly isTTY?: boolean;
}

/** What every command is given. */
export interface Context {
  readonly streams: Streams;
  readonly language: Language;
  readonly catalogue: Catalogue;
  /** The folder that holds `seeds`. */
  readonly root: string;
  /** A file of prepared dictionaries; see prepared.ts. */
  readonly prepared?: string;
  /** The built worker of batches; without, files are cleaned in this thread. */
  readonly worker?: string;
  /** From now on, a person's wish to end is told here, once, and does not end the process. */
  readonly interrupted?: () => AbortSignal;
}

/** The command line asks for what makes no sense; the message is for the person who typed it. */
export class UsageError extends Error {}

/** A text of any origin, made safe for a terminal: control characters show as `^[` and the like, line ends as nothing but that. */
export const printable = (text: string): string =>
  text.replace(/\r(?=\n)/g, '').replace(controls, (char) => {
    const code = char.charCodeAt(0);
    return code < 128 ? `^${String.fromCharCode(code ^ 64)}` : '\ufffd';
  });
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const controls = /[\0-\x08\x0b-\x1f\x7f-\x9f]/g;

/** Says something to the person, apart from what the command prints. */
export const say = ({ streams }: Context, message: string): undefined => {
  streams.stderr.write(`${message}\n`);
};

/** Says what went wrong. */
export const complain = (context: Context, problem: Problem): undefined =>
  say(context, describeProblem(problem, context.catalogue));
