import { basename, dirname, join, relative } from 'node:path';
import { decodeFile } from '../shared/formats/encoding';
import type { Problem } from '../shared/i18n/problems';
import { compileDictionary, stackRules } from '../shared/rules/dictionary';
import { type RuleDraft, toDraft } from '../shared/rules/draft';
import type { ListedRule, RuleHit, RuleTrial } from '../shared/rules/editing';
import { rehearse } from '../shared/rules/rehearsal';
import type { Rule } from '../shared/rules/rule';
import { parseRule, toRule } from '../shared/rules/schema';
import { dictionarySteps } from '../shared/steps/dictionary';
import type { Transcript } from '../shared/transcript/transcript';
import type { DictionarySource } from './dictionaries';
import { type DictionaryEdit, editDictionary } from './dictionary-text';
import { detailOf, readBytes } from './files';
import { guardFile, keyOfRule, runWithin } from './guard';
import { type DictionaryFile, folderDictionaries, folderDictionary, ownDictionary } from './layers';
import { writeAtomically } from './write';

/** All rules of the dictionaries, as they stack. */
export function listRules(sources: readonly DictionarySource[]): ListedRule[] {
  return sources.flatMap(({ file, rules }, at) => {
    const later = sources.slice(at + 1).filter((source) => reaches(file, source.file));
    const replaced = new Set(later.flatMap((source) => source.rules.map(({ id }) => id)));
    return rules.map((rule) => ({
      draft: { ...toDraft(rule), id: rule.id },
      layer: file.layer,
      file: rule.origin.file,
      line: rule.origin.line,
      overridden: replaced.has(rule.id),
    }));
  });
}

/** Whether two dictionaries, the second the later, hold for the same transcripts. */
const reaches = (earlier: DictionaryFile, later: DictionaryFile): boolean =>
  earlier.layer !== 'folder' || !relative(dirname(earlier.path), later.path).startsWith('..');

/** A file that is open, as a rule is tried on it. */
export interface TrialFile {
  readonly id: string;
  readonly path: string;
  readonly transcript: Transcript;
}

/** How long the specs of one rule may take, in milliseconds. */
const specsBudget = 2000;

/**
 * Tries a rule that is not saved: its places in the files by itself, and its specs in the dictionary with the rule in it.
 * `sources` are the dictionaries that are listed, `stopped` the keys of rules that ran away before.
 */
export function tryRule(
  draft: RuleDraft,
  files: readonly TrialFile[],
  sources: readonly DictionarySource[],
  stopped: readonly string[],
): RuleTrial {
  const read = readDraft(draft, draft.id ?? '');
  if ('problem' in read) return { ...read, failures: [], hits: [] };
  const rule: Rule = { ...read.rule, enabled: true };
  const guard = guardFile();
  const [step] = dictionarySteps(compileDictionary([rule]), guard);
  const hits = files.flatMap(({ id, transcript }): RuleHit[] =>
    (step?.propose(transcript) ?? []).map(({ from, to, insert }) => ({ fileId: id, from, to, insert })),
  );
  const [runaway] = guard.runaways;
  if (runaway) return { problem: runaway.problem, failures: [], hits };

  const failures: { from: string; to: string; got: string }[] = [];
  const inTime =
    rule.specs.length === 0 ||
    runWithin(specsBudget, () => {
      const rehearsal = rehearse(rulesWith(rule, sources, stopped));
      for (const { from, to } of rule.specs) {
        const got = rehearsal.clean(from);
        if (got !== to) failures.push({ from, to, got });
      }
    });
  if (inTime) return { failures, hits };
  const problem = { code: 'ruleRanAway', rule: rule.id || rule.expected, ...rule.origin } as const;
  return { problem: { ...problem, seconds: specsBudget / 1000 }, failures, hits };
}

/** The rules in force where a rule stands or, if it stands nowhere yet, everywhere; with that rule in its place. */
function rulesWith(rule: Rule, sources: readonly DictionarySource[], stopped: readonly string[]): Rule[] {
  const home = sources.findLast(({ rules }) => rules.some(({ id }) => id === rule.id));
  const around = sources.filter(
    ({ file }) =>
      file.layer !== 'folder' || (home && reaches(file, home.file) && home.file.layer === 'folder'),
  );
  const stacked = stackRules(around.map(({ rules }) => rules)).filter(
    (one) => !stopped.includes(keyOfRule(one)),
  );
  const old = stacked.find(({ id }) => id === rule.id);
  return old
    ? stacked.map((one) => (one === old ? { ...rule, inOrder: one.inOrder } : one))
    : [rule, ...stacked];
}

/** Where a rule is to be written. */
export type RuleHome =
  | { readonly kind: 'everywhere' }
  /** For the folder of a transcript, or for the transcript alone. */
  | { readonly kind: 'folder' | 'file'; readonly transcript: string };

/**
 * Writes a rule: over the one with its id in a dictionary of its home, or else at the end of the person's own
 * dictionary or of the one beside the transcript. `user` is the folder of the person's dictionaries. Returns what stood
 * in the way, if anything did.
 */
export async function saveRule(
  draft: RuleDraft,
  home: RuleHome,
  user: string,
  sources: readonly DictionarySource[],
): Promise<Problem | undefined> {
  const target = targetFor(draft.id, home, user, sources);
  const old = ownRule(target, draft.id, sources);
  const said = home.kind === 'file' ? { ...draft, document: [basename(home.transcript)] } : draft;
  const id = old && draft.expected === old.expected ? old.id : idFor(draft, target, sources);
  const read = readDraft(said, id);
  if ('problem' in read) return read.problem;
  return editFile(target, [{ put: read.rule, replaces: old?.id }]);
}

/**
 * Takes rules out of the person's dictionaries. One that is built in, or that another file only imports, is switched
 * off there instead. Returns what stood in the way, if anything did.
 */
export async function removeRules(
  ids: readonly string[],
  user: string,
  sources: readonly DictionarySource[],
): Promise<Problem | undefined> {
  const edits = new Map<string, { file: DictionaryFile; edits: DictionaryEdit[] }>();
  const add = (file: DictionaryFile, edit: DictionaryEdit) => {
    const known = edits.get(file.path) ?? { file, edits: [] };
    known.edits.push(edit);
    edits.set(file.path, known);
  };
  for (const id of ids) {
    const source = sources.findLast(({ rules }) => rules.some((rule) => rule.id === id));
    const rule = source?.rules.find((rule) => rule.id === id);
    if (!source || !rule) continue;
    if (source.file.layer !== 'builtIn' && rule.origin.file === source.file.name)
      add(source.file, { drop: id });
    else {
      const { expected, patterns } = toDraft(rule);
      const off = { id, expected, patterns: expected ? [] : patterns, enabled: false };
      const read = readDraft(off, id);
      if ('problem' in read) return read.problem;
      add(source.file.layer === 'builtIn' ? ownFile(user) : source.file, { put: read.rule, replaces: id });
    }
  }
  for (const { file, edits: list } of edits.values()) {
    const problem = await editFile(file, list);
    if (problem) return problem;
  }
  return undefined;
}

/** A rule made of a draft, or why it cannot be one. */
function readDraft(draft: RuleDraft, id: string): { readonly rule: Rule } | { readonly problem: Problem } {
  const { document, except, regexpMustEmpty, near, notNear, ...rest } = draft;
  const parsed = parseRule({
    ...rest,
    id: id || undefined,
    ...(document && document.length > 0 && { document }),
    ...(except && except.length > 0 && { except }),
    ...(regexpMustEmpty && { regexpMustEmpty }),
    ...(near && near.words.length > 0 && { near }),
    ...(notNear && notNear.words.length > 0 && { notNear }),
  });
  if ('field' in parsed) return { problem: { code: 'draftUnreadable', ...parsed } };
  return { rule: toRule(parsed.entry, id, false, { file: '', line: 1 }) };
}

const ownFile = (user: string): DictionaryFile => ({
  path: join(user, ownDictionary),
  name: ownDictionary,
  layer: 'user',
});

/** The dictionary that a rule belongs to: where it stands already, if that is a home of the kind asked for. */
function targetFor(
  id: string | undefined,
  home: RuleHome,
  user: string,
  sources: readonly DictionarySource[],
): DictionaryFile {
  const layer = home.kind === 'everywhere' ? 'user' : 'folder';
  const candidates = sources.flatMap(({ file }) => (file.layer === layer ? file : []));
  const holding = candidates.filter((file) => ownRule(file, id, sources));
  if (home.kind === 'everywhere') return holding.at(-1) ?? ownFile(user);
  const chain = folderDictionaries(home.transcript).map(({ path }) => path);
  const path = join(dirname(home.transcript), folderDictionary);
  return (
    holding.findLast((file) => chain.includes(file.path)) ??
    holding.at(-1) ?? { path, name: path, layer: 'folder' }
  );
}

/** The rule of that id that stands in a file itself, not in what it imports. */
const ownRule = (
  file: DictionaryFile,
  id: string | undefined,
  sources: readonly DictionarySource[],
): Rule | undefined =>
  sources
    .find((source) => source.file.path === file.path)
    ?.rules.find((rule) => rule.id === id && rule.origin.file === file.name);

/**
 * The id of a rule that is written: its own, unless that only says where it stood; else one made of what it expects,
 * which no other rule has.
 */
function idFor(
  { id, expected }: RuleDraft,
  target: DictionaryFile,
  sources: readonly DictionarySource[],
): string {
  const isPlace = (file: DictionaryFile) =>
    id?.startsWith(`${file.name}#`) && (file.layer === 'folder' || file.path === target.path);
  if (id && !sources.some(({ file }) => isPlace(file))) return id;
  const taken = new Set(sources.flatMap(({ rules }) => rules.map((rule) => rule.id)));
  const wanted = idOf(expected);
  let free = wanted;
  for (let n = 2; taken.has(free); n++) free = `${wanted}-${n}`;
  return free;
}

/** `scaling law` as `scaling-law`; Chinese stays Chinese. */
const idOf = (expected: string): string =>
  expected
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.+#]+/gu, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '') || 'rule';

/** Reads a dictionary file, changes its text and writes it; a file that is not there begins empty. */
async function editFile(
  file: DictionaryFile,
  edits: readonly DictionaryEdit[],
): Promise<Problem | undefined> {
  const read = await readBytes(file.path);
  if ('problem' in read && read.problem.code !== 'fileMissing') return read.problem;
  const decoded = 'bytes' in read ? await decodeFile(read.bytes) : { text: '' };
  if (!decoded) return { code: 'dictionaryWithoutRules', file: file.name };
  let { text } = decoded;
  for (const edit of edits) {
    const edited = editDictionary(text, file.name, edit);
    if ('problem' in edited) return edited.problem;
    text = edited.text;
  }
  if (text === decoded.text) return undefined;
  try {
    await writeAtomically(file.path, Buffer.from(text));
  } catch (error) {
    return { code: 'notWritten', path: file.path, detail: detailOf(error) };
  }
  return undefined;
}
