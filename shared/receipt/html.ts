/// <reference path="./raw.d.ts" />
import { type Catalogue, describeProblem } from '../i18n/catalogue';
import script from './page/script.mjs?raw';
import style from './page/style.css?raw';
import type { FileDetails, ReceiptData, Summary } from './record';

/**
 * A receipt as one HTML page that loads nothing, piece by piece. What comes from files stands in it as text or as data
 * that the page's own script reads when somebody looks; a policy keeps any other script from running. `hash` gives
 * the SHA-256 of a text in base64; `language` is that of the catalogue, as `en`.
 */
export async function* htmlReceipt(
  data: ReceiptData,
  catalogue: Catalogue,
  language: string,
  hash: (text: string) => string,
): AsyncGenerator<string> {
  const { receipt, steps } = catalogue;
  const policy = `default-src 'none'; style-src 'sha256-${hash(style)}'; script-src 'sha256-${hash(script)}'`;
  yield `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>${escaped(receipt.title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${headOf(data, catalogue)}
<form role="search">
<input type="search" placeholder="${escaped(receipt.search)}" aria-label="${escaped(receipt.search)}">
<select aria-label="${escaped(receipt.show)}">
<option value="">${escaped(receipt.all)}</option>
${options(receipt.kinds)}
</select>
<output></output>
</form>
<div id="found" hidden></div>
<table id="files">
<thead><tr><th>${escaped(receipt.file)}</th>${numberHeads([receipt.changes, receipt.suggestions])}<th>${escaped(receipt.notes)}</th></tr></thead>
<tbody>
`;
  for await (const file of data.files) yield rowOf(file, catalogue, steps);
  const { kinds, more, searching, hits } = receipt;
  yield `</tbody>
</table>
</main>
${dataOf({ kinds, more, searching, hits }, ' id="texts"')}
<script type="module">${script}</script>
</body>
</html>
`;
}

function headOf({ run, dictionaries, totals, rules }: Summary, { receipt }: Catalogue): string {
  const about = [
    receipt.about({ version: run.emend, begun: run.begun }),
    ...(run.dryRun ? [receipt.dryRun] : []),
    receipt.totals(totals),
  ];
  const dictionaryRows = dictionaries.flatMap(({ files }) =>
    files.map(({ name, sha256 }) => `<tr><td>${escaped(name)}</td><td><code>${sha256}</code></td></tr>`),
  );
  const ruleRows = rules.map(
    ({ rule, changes, suggestions, files }) =>
      `<tr><td>${escaped(rule)}</td>${numbers([changes, suggestions, files])}</tr>`,
  );
  return `<h1>${escaped(receipt.title)}</h1>
<p class="about">${about.map(escaped).join('<br>')}</p>
<details><summary>${escaped(receipt.options)}</summary><pre>${escaped(JSON.stringify(run.options, undefined, 2))}</pre></details>
<details><summary>${escaped(receipt.dictionaries)}</summary><table>${[...new Set(dictionaryRows)].join('\n')}</table></details>
<details><summary>${escaped(receipt.rules)}</summary><table>
<thead><tr><th>${escaped(receipt.rule)}</th>${numberHeads([receipt.changes, receipt.suggestions, receipt.files])}</tr></thead>
<tbody>${ruleRows.join('\n')}</tbody></table></details>`;
}

function rowOf(file: FileDetails, catalogue: Catalogue, steps: Catalogue['steps']): string {
  const { path, counts, problem, warnings, changes, rejected, input, outputs, backup } = file;
  const { receipt, reasons } = catalogue;
  const listed = changes.map((change) => [
    change.line,
    change.left,
    change.before,
    change.after,
    change.right,
    change.reverted ? 'reverted' : change.confidence,
    change.rules.join(', '),
    steps[change.step],
    reasons[change.reason],
  ]);
  const refused = rejected.map(({ line, left, before, after, right, rule }) => [
    line,
    left,
    before,
    after,
    right,
    'rejected',
    rule,
    '',
    '',
  ]);
  const name =
    listed.length + refused.length > 0
      ? `<button class="file" type="button" aria-expanded="false">${escaped(path)}</button>`
      : escaped(path);
  const notes = [
    ...(problem ? [`<span class="problem">${escaped(describeProblem(problem, catalogue))}</span>`] : []),
    ...warnings.map((warning) => escaped(describeProblem(warning, catalogue))),
    ...outputs.map((output) => escaped(receipt.written({ path: output.path }))),
    ...(backup === undefined ? [] : [escaped(receipt.backup({ path: backup }))]),
    ...(input ? [`<code>SHA-256 ${input.sha256}</code>`] : []),
  ];
  const data = dataOf({ changes: listed, rejected: refused });
  return `<tr><td data-path="${escaped(path)}">${name}${data}</td>${numbers([counts.changes, counts.suggestions])}<td>${notes.join('<br>')}</td></tr>\n`;
}

const options = (kinds: Readonly<Record<string, string>>): string =>
  Object.entries(kinds)
    .map(([kind, name]) => `<option value="${kind}">${escaped(name)}</option>`)
    .join('\n');

const numberHeads = (titles: readonly string[]): string =>
  titles.map((title) => `<th class="number">${escaped(title)}</th>`).join('');

const numbers = (values: readonly number[]): string =>
  values.map((value) => `<td class="number">${value.toLocaleString('en')}</td>`).join('');

/** Data for the page's script. No `<` is left in it, so nothing in it can end the element. */
const dataOf = (value: unknown, attributes = ''): string =>
  `<script type="application/json"${attributes}>${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as HTML that shows just it, between tags and in quoted attributes. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (char) => escapes[char] ?? char);
