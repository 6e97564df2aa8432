import { type Input, standardInput } from '../batch/inputs';
import { detailOf, readStream } from '../files';
import { decodeSource, readSource, type Sourced, type SourceFile } from '../source';
import { type Context, complain } from './terminal';

/**
 * Works on one input after another. What goes wrong with one is said and does not stop the others; the results are
 * those of the inputs that went well. `work` resolves to undefined when it failed and has said so.
 */
export async function eachInput<T>(
  inputs: readonly Input[],
  context: Context,
  work: (source: SourceFile, input: Input) => T | undefined | Promise<T | undefined>,
): Promise<T[]> {
  const results: T[] = [];
  for (const input of inputs) {
    try {
      const read = await readInput(input, context);
      const result = 'problem' in read ? complain(context, read.problem) : await work(read.source, input);
      if (result !== undefined) results.push(result);
    } catch (error) {
      complain(context, { code: 'unexpected', detail: `${input.path}: ${detailOf(error)}` });
    }
  }
  return results;
}

async function readInput({ path }: Input, { streams }: Context): Promise<Sourced> {
  if (path !== standardInput) return readSource(path);
  const read = await readStream(streams.stdin, path);
  return 'problem' in read ? read : decodeSource(read.bytes, path);
}
