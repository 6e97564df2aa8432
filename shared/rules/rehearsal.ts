import { runPipeline } from '../pipeline';
import { dictionarySteps } from '../steps/dictionary';
import type { Change } from '../transcript/change';
import { applyEdits } from '../transcript/edit';
import { compileDictionary } from './dictionary';
import type { Rule } from './rule';

/** A dictionary made ready to be tried on single lines, each a document of its own without a name. */
export interface Rehearsal {
  /** All that the dictionary proposes for a line, suggestions as if they were accepted. */
  changes(line: string): Change[];
  /** A line as it is when all of that is accepted. */
  clean(line: string): string;
}

/** Makes rules ready to be tried. Build once for any number of lines; expressions run without a guard. */
export function rehearse(rules: readonly Rule[]): Rehearsal {
  const steps = dictionarySteps(compileDictionary(rules.map((rule) => ({ ...rule, confidence: 'auto' }))));
  const changes = (line: string) =>
    runPipeline(
      { name: '', text: line, segments: [{ kind: 'paragraph', from: 0, to: line.length }], protected: [] },
      steps,
    );
  return { changes, clean: (line) => applyEdits(line, changes(line)) };
}
