import { readdir } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { decodeFile } from '../shared/formats/encoding';
import type { Problem } from '../shared/i18n/problems';
import type { ExportResult, ForeignFormatId, ImportResult } from '../shared/rules/foreign/foreign';
import { detectForeign, foreignFormat } from '../shared/rules/foreign/formats';
import type { Rule } from '../shared/rules/rule';
import { writeDictionary } from '../shared/rules/write';
import { detailOf, readBytes } from './files';
import { runWithin } from './guard';
import { ownDictionary } from './layers';
import { writeAtomically } from './write';

/** Another program's list as it was read, before anything is kept. */
export interface ForeignList {
  /** What a dictionary made of it would be called, without an extension. */
  readonly name: string;
  readonly format: ForeignFormatId;
  readonly result: ImportResult;
}

/** A list to be read: a file, or a text that was pasted. */
export type ForeignSource = { readonly path: string } | { readonly text: string };

/** Reads another program's list, in the format that it seems to have unless one is named. */
export async function readForeign(
  source: ForeignSource,
  named?: ForeignFormatId,
): Promise<ForeignList | { readonly problem: Problem }> {
  const path = 'path' in source ? source.path : pasted;
  const read = 'path' in source ? await readBytes(path) : { bytes: Buffer.from(source.text) };
  if ('problem' in read) return read;
  const decoded = await decodeFile(read.bytes, 'path' in source ? undefined : 'UTF-8');
  if (!decoded) return { problem: { code: 'fileBinary', path } };
  const format = named === undefined ? detectForeign(decoded.text, basename(path)) : foreignFormat(named);
  if (!format) return { problem: { code: 'importUnknown', path } };
  const name = fileNameOf(basename(path, extname(path)));
  return { name, format: format.id, result: format.read(decoded.text, `${name}.yml`) };
}

/** What a pasted list is called. */
const pasted = 'pasted.txt';

/** Keeps a list as a dictionary of the person's own, in their folder `user`; returns its name there. */
export async function keepForeign(
  { name, result }: ForeignList,
  user: string,
): Promise<{ readonly name: string } | { readonly problem: Problem }> {
  const taken = new Set((await readdir(user).catch(() => [])).map((file) => file.toLowerCase()));
  let free = name;
  const isTaken = () => [`${free}.yml`, `${free}.yaml`].some((file) => taken.has(file.toLowerCase()));
  for (let n = 2; isTaken() || `${free}.yml` === ownDictionary; n++) free = `${name}-${n}`;
  const rules = result.rules.map((rule) => renamed(rule, `${name}.yml`, `${free}.yml`));
  const path = join(user, `${free}.yml`);
  try {
    await writeAtomically(path, Buffer.from(writeDictionary(rules, { inOrder: result.inOrder })));
  } catch (error) {
    return { problem: { code: 'notWritten', path, detail: detailOf(error) } };
  }
  return { name: free };
}

/** A rule as it is in a dictionary of another name, which its id may begin with. */
function renamed(rule: Rule, from: string, to: string): Rule {
  const id = rule.id.startsWith(`${from}#`) ? to + rule.id.slice(from.length) : rule.id;
  return { ...rule, id, origin: { ...rule.origin, file: to } };
}

/** How long writing may take, as formats may try rules on their examples; in milliseconds. */
const longestWriting = 20_000;

/** Rules as another program reads them. Throws a RangeError for a format that Emend does not write. */
export function writeForeign(rules: readonly Rule[], format: ForeignFormatId): ExportResult {
  const { write } = foreignFormat(format);
  if (!write) throw new RangeError(`Emend does not write ${format}`);
  let result: ExportResult | undefined;
  runWithin(longestWriting, () => {
    result = write(rules);
  });
  if (!result) throw new Error('A rule took too long on its examples');
  return result;
}

/** A name that every system takes for a file. */
const fileNameOf = (name: string): string =>
  name
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what no file name may hold
    .replace(/[\\/:*?"<>|\0-\x1f]/g, '-')
    .replace(/^\.+|[. ]+$/g, '')
    .slice(0, 60) || 'rules';
