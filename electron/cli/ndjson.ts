import { describeProblem } from '../../shared/i18n/catalogue';
import { cleanStream } from '../batch/stream';
import { createTeller, jobsFor, poolFor, timeoutFor } from './batch-options';
import { type CleanOptions, suggestionsLeft } from './clean';
import { batchCleaning } from './cleaning';
import { type Context, say } from './terminal';

class ReaderGone extends Error {}

/** `emend clean --ndjson`: answers documents on standard input with lines on standard output. Returns the exit code. */
export async function cleanDocuments(options: CleanOptions, context: Context): Promise<number> {
  const { catalogue, streams } = context;
  const pool = poolFor(batchCleaning(options, context), jobsFor(options), context);
  const teller = createTeller(context);
  try {
    const { documents, failed, suggestions } = await cleanStream(streams.stdin, {
      pool,
      timeout: timeoutFor(options),
      write: (line) =>
        new Promise((resolve, reject) => {
          streams.stdout.write(`${line}\n`, (error) => (error ? reject(new ReaderGone()) : resolve()));
        }),
      describe: (problem) => describeProblem(problem, catalogue),
      onAnswer: ({ dictionaries }) => dictionaries && teller.tellDictionaries(dictionaries),
    });
    say(context, catalogue.cli.streamSummary({ documents, failed }));
    if (failed > 0 || !teller.complete) return 1;
    return options.failOn && suggestions > 0 ? suggestionsLeft : 0;
  } catch (error) {
    // Whoever reads the answers has seen enough, as `head` does: that is no error.
    if (error instanceof ReaderGone) return 0;
    throw error;
  } finally {
    await pool.stop();
  }
}
