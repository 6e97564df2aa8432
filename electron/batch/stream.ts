import type { Problem } from '../../shared/i18n/problems';
import { largestFile } from '../files';
import { type Pool, WorkerLost } from './pool';
import type { Answer } from './work';

/** What a stream of documents came to. */
export interface StreamTotals {
  readonly documents: number;
  readonly failed: number;
  readonly suggestions: number;
}

export interface StreamOptions {
  readonly pool: Pool;
  /** As for files; see run.ts. */
  readonly timeout: number;
  /** Writes a line; resolves when there is room for the next. */
  readonly write: (line: string) => Promise<void>;
  readonly describe: (problem: Problem) => string;
  readonly onAnswer?: (answer: Answer) => void;
}

const megabyte = 1024 * 1024;

/**
 * Cleans documents that come as lines of JSON, and answers each with a line, in their order. No more are read than are
 * being worked on or wait for one before them, so that memory does not grow with the stream. Lines of nothing but
 * white space are no documents.
 */
export async function cleanStream(
  input: AsyncIterable<Uint8Array>,
  { pool, timeout, write, describe, onAnswer }: StreamOptions,
): Promise<StreamTotals> {
  const totals = { documents: 0, failed: 0, suggestions: 0 };
  const waiting: Promise<Answer>[] = [];
  const most = pool.jobs * 4;

  const answer = async (line: Uint8Array | undefined): Promise<Answer> => {
    if (!line) {
      const megabytes = largestFile / megabyte;
      return refusal(undefined, describe({ code: 'documentTooLarge', megabytes }));
    }
    const milliseconds = Math.ceil(timeout * Math.max(1, line.length / megabyte));
    try {
      return await pool.run('cleanDocument', line, milliseconds);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      const isStalled = error instanceof WorkerLost && error.stalled;
      const seconds = Math.ceil(milliseconds / 1000);
      return refusal(
        line,
        describe(isStalled ? { code: 'documentStalled', seconds } : { code: 'documentBroke', detail }),
      );
    }
  };
  const tellNext = async () => {
    const next = await waiting.shift();
    if (!next) return;
    totals.documents++;
    if (next.failed) totals.failed++;
    totals.suggestions += next.suggestions;
    onAnswer?.(next);
    await write(next.line);
  };

  for await (const line of linesOf(input)) {
    waiting.push(answer(line));
    if (waiting.length >= most) await tellNext();
  }
  while (waiting.length > 0) await tellNext();
  return totals;
}

/** The answer to a document that could not be cleaned; with its id, if that can be read. */
function refusal(line: Uint8Array | undefined, error: string): Answer {
  let id: unknown;
  try {
    id = line && (JSON.parse(Buffer.from(line).toString()) as { id?: unknown }).id;
  } catch {
    // The worker broke on something that is no JSON.
  }
  return { line: JSON.stringify({ ...(id !== undefined && { id }), error }), failed: true, suggestions: 0 };
}

const lineEnd = 10;

/** The lines of a stream that are not blank; undefined for one that is longer than any file may be. */
async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array | undefined> {
  let pending: Uint8Array[] = [];
  let length = 0;
  const take = (part: Uint8Array) => {
    length += part.length;
    // Nothing is kept of what will be refused.
    if (length <= largestFile) pending.push(Uint8Array.from(part));
    else pending = [];
  };
  const end = () => {
    const line = length <= largestFile ? Buffer.concat(pending) : undefined;
    pending = [];
    length = 0;
    return line;
  };
  const isBlank = (line: Uint8Array | undefined) =>
    line?.every((byte) => byte === 32 || byte === 9 || byte === 13);
  for await (const chunk of input) {
    let from = 0;
    for (let at = chunk.indexOf(lineEnd); at >= 0; at = chunk.indexOf(lineEnd, from)) {
      take(chunk.subarray(from, at));
      const line = end();
      if (!isBlank(line)) yield line;
      from = at + 1;
    }
    take(chunk.subarray(from));
  }
  const line = end();
  if (!isBlank(line)) yield line;
}
