import { resolve } from 'node:path';
import { readTranscript } from '../../shared/formats/formats';
import { sentenceFor } from '../../shared/i18n/coded';
import type { Problem } from '../../shared/i18n/problems';
import { compileDictionary, stackRules } from '../../shared/rules/dictionary';
import { type ForeignFormatId, foreignFormatIds, type Loss } from '../../shared/rules/foreign/foreign';
import { lintRules } from '../../shared/rules/lint/lint';
import { lintRunaways } from '../../shared/rules/lint/runaway';
import type { Rule } from '../../shared/rules/rule';
import { checkSpecs } from '../../shared/rules/specs';
import { writeDictionary } from '../../shared/rules/write';
import { dictionarySteps } from '../../shared/steps/dictionary';
import { standardInput } from '../batch/inputs';
import { detailOf, identityOf, readStream } from '../files';
import { type ForeignSource, readForeign, writeForeign } from '../foreign';
import { guardFile } from '../guard';
import { listRules } from '../rules';
import { writeAtomically } from '../write';
import { type DictionaryOptions, openDictionaries } from './cleaning';
import { table } from './table';
import { type Context, complain, printable, say, UsageError } from './terminal';

/** The options of `emend rules list`, `test` and `lint`, as commander gives them. */
export interface RulesOptions extends DictionaryOptions {
  readonly json?: boolean;
}

/** The options of `emend rules import`. */
export interface ImportOptions {
  readonly format?: string;
  readonly out?: string;
}

/** The options of `emend rules export`. */
export interface ExportOptions extends DictionaryOptions {
  readonly to?: string;
  readonly out?: string;
}

/** `emend rules list`: prints the rules of the dictionaries, those that are named or all in force. Returns the exit code. */
export async function list(
  files: readonly string[],
  options: RulesOptions,
  context: Context,
): Promise<number> {
  const { catalogue, streams } = context;
  const { sources, complete } = await openRules(files, options, context);
  const rows = listRules(sources.all).filter(({ draft }) => sources.isNamed(draft.id));
  if (options.json) {
    for (const { draft, ...where } of rows)
      streams.stdout.write(`${JSON.stringify({ ...draft, ...where })}\n`);
    return complete ? 0 : 1;
  }
  const { dictionary: words } = catalogue.window;
  const applied = (row: (typeof rows)[number]) => {
    if (row.overridden) return words.overridden;
    if (row.draft.enabled === false) return catalogue.cli.ruleOff;
    return row.draft.confidence === 'suggest' ? words.suggest : words.auto;
  };
  const cells = rows.map((row) => [
    shortened(row.draft.patterns.join(' · ')),
    shortened(row.draft.expected),
    row.draft.id,
    `${row.file}:${row.line}`,
    applied(row),
  ]);
  const head = [words.wrong, words.right, catalogue.cli.ruleId, words.source, words.kind];
  streams.stdout.write(
    printable(
      table(
        head,
        cells.map((row) => row.map(onOneLine)),
      ),
    ),
  );
  return complete ? 0 : 1;
}

/** `emend rules test`: runs the specs of the rules and prints those that fail. Returns the exit code. */
export async function test(
  files: readonly string[],
  options: RulesOptions,
  context: Context,
): Promise<number> {
  const { catalogue, streams } = context;
  const { sources, rules, complete } = await openRules(files, options, context);
  const { harmless, tame } = withoutRunaways(rules, context);
  const failures = checkSpecs(harmless).filter(({ rule }) => sources.isNamed(rule.id));
  for (const { rule, input, expected, got } of failures) {
    const { file, line } = rule.origin;
    const row = { file, line, rule: rule.id, from: input, to: expected, got };
    const sentence = catalogue.window.dictionary.specFails(row);
    streams.stdout.write(
      options.json ? `${JSON.stringify(row)}\n` : `${readable(file, line, `${sentence} (${rule.id})`)}\n`,
    );
  }
  const total = harmless.reduce((sum, rule) => sum + (sources.isNamed(rule.id) ? rule.specs.length : 0), 0);
  say(context, catalogue.cli.specsSummary({ total, failed: failures.length }));
  return failures.length > 0 || !tame || !complete ? 1 : 0;
}

/** `emend rules lint`: prints what is wrong, or could be, with the rules. Returns the exit code. */
export async function lint(
  files: readonly string[],
  options: RulesOptions,
  context: Context,
): Promise<number> {
  const { catalogue, streams } = context;
  const { sources, rules, complete } = await openRules(files, options, context);
  const wild = await lintRunaways(rules);
  // The other checks try the rules, which one that may never come to an end would hold up.
  const dangerous = new Set(wild.flatMap((one) => (one.severity === 'error' ? one.rules : [])));
  const { harmless, tame } = withoutRunaways(
    rules.filter(({ id }) => !dangerous.has(id)),
    context,
  );
  const found = [...wild, ...lintRules(harmless)].filter((one) => one.rules.some(sources.isNamed));
  const order = ['error', 'warning', 'hint'] as const;
  found.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  for (const { severity, reason, rules: about, origin } of found) {
    const { file, line } = origin;
    const message = sentenceFor(catalogue.lint, reason);
    const text = `${catalogue.cli.severities[severity]}: ${message} (${about.join(', ')})`;
    const row = { file, line, severity, code: reason.code, rules: about, message };
    streams.stdout.write(options.json ? `${JSON.stringify(row)}\n` : `${readable(file, line, text)}\n`);
  }
  const counts = order.map((one) => found.filter(({ severity }) => severity === one).length);
  const [errors = 0, warnings = 0, hints = 0] = counts;
  say(context, catalogue.cli.lintSummary({ errors, warnings, hints }));
  return errors > 0 || !tame || !complete ? 1 : 0;
}

/** `emend rules import`: makes a dictionary of another program's list, and says what it could not take. Returns the exit code. */
export async function importRules(path: string, options: ImportOptions, context: Context): Promise<number> {
  const { catalogue, streams } = context;
  const { cli, foreign } = catalogue;
  const format = options.format === undefined ? undefined : formatNamed(options.format, context);
  const source = await sourceOf(path, context);
  const list = 'problem' in source ? source : await readForeign(source, format);
  if ('problem' in list) return failed(context, list.problem);
  const { counts, skipped, notes, rules, inOrder } = list.result;
  for (const { line, text, reason } of skipped) {
    say(context, readable(path, line, `${sentenceFor(foreign.skipped, reason)} ${JSON.stringify(text)}`));
  }
  for (const { line, entries, reason } of notes) {
    say(context, readable(path, line, `${sentenceFor(foreign.notes, reason)} ${cli.entries({ entries })}`));
  }
  say(context, cli.importSummary({ ...counts, format: foreign.names[list.format], rules: rules.length }));
  if (rules.length === 0) return 1;
  const written = writeDictionary(rules, { inOrder });
  if (options.out === undefined) streams.stdout.write(written);
  else if (!(await put(options.out, written, [path], context))) return 1;
  return 0;
}

/** `emend rules export`: writes rules as another program reads them, and says what is lost. Returns the exit code. */
export async function exportRules(
  files: readonly string[],
  options: ExportOptions,
  context: Context,
): Promise<number> {
  const { catalogue, streams } = context;
  const { foreign } = catalogue;
  if (options.to === undefined)
    throw new UsageError(catalogue.cli.toMissing({ formats: foreignFormatIds.join(', ') }));
  const format = formatNamed(options.to, context);
  const { sources, complete } = await openRules(files, options, context);
  const last = new Map(sources.all.flatMap(({ rules }) => rules.map((rule) => [rule.id, rule])));
  const chosen = [...last.values()].filter(({ id }) => sources.isNamed(id));
  const { text, omitted, notes } = writeForeign(chosen, format);
  const tell = (losses: readonly Loss[], describe: (p: { rule: string; reason: string }) => string) => {
    for (const { rule, reason } of losses) {
      const origin = last.get(rule)?.origin ?? { file: '', line: 1 };
      const sentence = describe({ rule, reason: sentenceFor(foreign.lost, reason) });
      say(context, readable(origin.file, origin.line, sentence));
    }
  };
  tell(omitted, catalogue.cli.ruleOmitted);
  tell(notes, catalogue.cli.ruleLoses);
  const left = new Set(omitted.map(({ rule }) => rule)).size;
  say(
    context,
    catalogue.cli.exportSummary({ rules: chosen.length, omitted: left, format: foreign.names[format] }),
  );
  if (options.out === undefined) streams.stdout.write(text);
  else if (!(await put(options.out, text, files, context))) return 1;
  return complete ? 0 : 1;
}

/**
 * The dictionaries of a command: those named, over the built-in ones; without a name those in force in the current
 * folder. `isNamed` tells the rules that it is about.
 */
async function openRules(files: readonly string[], options: DictionaryOptions, context: Context) {
  const named = new Set(files);
  const rules = [...(options.rules ?? []), ...files];
  const dictionaries = await openDictionaries({ ...options, rules }, context);
  const loaded = await dictionaries.for(files.length > 0 ? undefined : standardInput);
  const about = loaded.sources.filter(({ file }) => named.size === 0 || named.has(file.name));
  const ids = new Set(about.flatMap((source) => source.rules.map(({ id }) => id)));
  return {
    sources: { all: loaded.sources, isNamed: (id: string) => ids.has(id) },
    rules: stackRules(loaded.sources.map((source) => source.rules)),
    complete: dictionaries.complete,
  };
}

/** The rules that do not run away on any spec; those that do are told, and `tame` is false. */
function withoutRunaways(rules: readonly Rule[], context: Context): { harmless: Rule[]; tame: boolean } {
  const guard = guardFile();
  const steps = dictionarySteps(compileDictionary(rules), guard);
  for (const { from } of rules.flatMap(({ specs }) => specs)) {
    const { transcript } = readTranscript(from, '');
    for (const step of steps) step.propose(transcript);
  }
  for (const { problem } of guard.runaways) complain(context, problem);
  return { harmless: rules.filter((rule) => !guard.isStopped(rule)), tame: guard.runaways.length === 0 };
}

function formatNamed(name: string, { catalogue }: Context): ForeignFormatId {
  const format = foreignFormatIds.find((id) => id.toLowerCase() === name.toLowerCase());
  const formats = foreignFormatIds.join(', ');
  if (!format) throw new UsageError(catalogue.cli.unknownListFormat({ format: name, formats }));
  return format;
}

async function sourceOf(path: string, { streams }: Context) {
  if (path !== standardInput) return { path };
  const read = await readStream(streams.stdin, path);
  return 'problem' in read ? read : ({ text: Buffer.from(read.bytes).toString() } satisfies ForeignSource);
}

/** Writes a file, but none of those that were read. */
async function put(
  path: string,
  text: string,
  sources: readonly string[],
  context: Context,
): Promise<boolean> {
  const identity = await identityOf(path);
  for (const source of sources) {
    const isSource = identity !== undefined && (await identityOf(source)) === identity;
    if (isSource || resolve(source) === resolve(path)) {
      complain(context, { code: 'sourceIsTarget', path });
      return false;
    }
  }
  try {
    await writeAtomically(path, Buffer.from(text));
    return true;
  } catch (error) {
    complain(context, { code: 'notWritten', path, detail: detailOf(error) });
    return false;
  }
}

function failed(context: Context, problem: Problem): number {
  complain(context, problem);
  return 1;
}

/** What a table has room for, in characters. */
const widest = 40;
const shortened = (text: string): string => (text.length > widest ? `${text.slice(0, widest - 1)}…` : text);

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ');

const readable = (file: string, line: number, text: string): string =>
  printable(onOneLine(`${file}:${line}: ${text}`));
