import { type Catalogue, describeProblem } from '../i18n/catalogue';
import type { Problem } from '../i18n/problems';
import type { ReceiptData } from './record';

/** A receipt as JSON, piece by piece: one object, its `files` last. Reasons and problems are in the catalogue's words. */
export async function* jsonReceipt(data: ReceiptData, catalogue: Catalogue): AsyncGenerator<string> {
  const { run, dictionaries, totals, rules, files } = data;
  const { kind: _run, fingerprint: _fingerprint, ...about } = run;
  const described = (problem: Problem) => ({ ...problem, message: describeProblem(problem, catalogue) });
  const head = {
    ...about,
    totals,
    dictionaries: dictionaries.map(({ key, files, problems }) => ({
      key,
      files,
      problems: problems.map(described),
    })),
    rules,
  };
  yield `${JSON.stringify(head, undefined, 2).slice(0, -2)},\n  "files": [`;
  let separator = '\n';
  for await (const { changes, warnings, problem, ...file } of files) {
    const told = {
      ...file,
      ...(problem && { problem: described(problem) }),
      warnings: warnings.map(described),
      changes: changes.map((change) => ({ ...change, reason: catalogue.reasons[change.reason] })),
    };
    yield `${separator}    ${JSON.stringify(told)}`;
    separator = ',\n';
  }
  yield '\n  ]\n}\n';
}
