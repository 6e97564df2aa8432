import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { termsIn } from '../../shared/cues/breaks';
import { exportReading } from '../../shared/export';
import { readTranscript } from '../../shared/formats/formats';
import type { Reading } from '../../shared/formats/reading';
import { catalogueOf, describeProblem } from '../../shared/i18n/catalogue';
import type { Problem } from '../../shared/i18n/problems';
import { countsOf, detailsOf } from '../../shared/receipt/details';
import type { DictionariesRecord, FileRecord, OutputRecord } from '../../shared/receipt/record';
import { rejectedBefore } from '../../shared/receipt/rejected';
import { changeRows } from '../../shared/receipt/rows';
import { propose } from '../cleaner';
import { encodeLike } from '../encode';
import { detailOf, readBytes } from '../files';
import { budgetFor, guardFile } from '../guard';
import { decodeSource, type SourceFile } from '../source';
import { writeAtomically } from '../write';
import { backUp, lastBackup } from './backup';
import { type BatchCleaning, type BatchDictionaries, openBatchDictionaries, sha256 } from './cleaning';
import type { Target } from './names';

/** Changes that a person does not want, by their places among all that were proposed for the file as it then was. */
export interface Unwanted {
  readonly indices: readonly number[];
  /** The SHA-256 of the file, and the key of its dictionaries, when these changes were proposed. */
  readonly input: string;
  readonly dictionaries: string;
}

/** One file to be cleaned. */
export interface FileTask {
  readonly path: string;
  /** What to read in place of the file. */
  readonly bytes?: Uint8Array;
  readonly targets: readonly Target[];
  readonly without?: Unwanted;
  /** `write` to the targets, `replace` the file itself and keep a backup, or only `look` what would be done. */
  readonly mode: 'write' | 'replace' | 'look';
  /** What an earlier run, now resumed, noted of the file; null when that run had not come to it. */
  readonly earlier?: FileRecord | null;
}

/** What became of a file, and what is to be noted of it. */
export interface FileOutcome {
  /** Whether nothing has changed since an earlier run; then that run's record is this one. */
  readonly unchanged: boolean;
  readonly file: FileRecord;
  /** The details as a line of JSON; empty when there are none. */
  readonly details: string;
  readonly dictionaries?: DictionariesRecord;
}

/** A document of a stream, answered as a line of JSON. */
export interface Answer {
  readonly line: string;
  readonly failed: boolean;
  readonly suggestions: number;
  readonly dictionaries?: DictionariesRecord;
}

/** What a worker does, in a thread of its own or not. */
export type Work = ReturnType<typeof createWork>;

export function createWork(cleaning: BatchCleaning) {
  const { dictionaries, steps, only, language } = cleaning;
  // Without its step a dictionary still has words for the lists of the others; those that come along have none.
  const builtIn = dictionaries.builtIn && only.includes('dictionary');
  const dictionariesFor = openBatchDictionaries({ ...dictionaries, builtIn });
  const stopped = new Set<string>();
  const catalogue = catalogueOf(language);

  const proposeFor = async (reading: Reading, { dictionary }: BatchDictionaries) => {
    const proposed = await propose(reading.transcript, { dictionary, steps, only, stopped });
    for (const { key } of proposed.runaways) stopped.add(key);
    return { changes: proposed.changes, warnings: proposed.runaways.map(({ problem }) => problem) };
  };

  /** What comes of cleaning a file's bytes, not yet written. */
  const clean = async (
    path: string,
    bytes: Uint8Array,
    targets: readonly Target[],
    rules: BatchDictionaries,
    unwanted: ReadonlySet<number>,
  ) => {
    const decoded = await decodeSource(bytes, path);
    if ('problem' in decoded) return decoded;
    const { source } = decoded;
    const proposed = await proposeFor(source.reading, rules);
    const warnings = [...warningsAbout(source, bytes), ...proposed.warnings];
    const automatic = proposed.changes.filter(
      ({ confidence }, index) => confidence === 'auto' && !unwanted.has(index),
    );
    const files: (OutputRecord & { readonly content: Uint8Array })[] = [];
    for (const { path, format = source.reading.format } of targets) {
      const cutting = { terms: termsIn(rules.dictionary) };
      const exported = await exportReading(source.reading, { edits: automatic }, format, cutting);
      const { content, times, withoutSpeakers } = exported;
      const encoded = await encodeLike(source, content);
      if (times === 'estimated') warnings.push({ code: 'timesEstimated', path });
      if (withoutSpeakers) warnings.push({ code: 'withoutSpeakers', path });
      if (encoded.encoding !== source.encoding)
        warnings.push({ code: 'notEncodable', path, encoding: source.encoding });
      const hash = sha256(encoded.bytes);
      files.push({ path, format, sha256: hash, bytes: encoded.bytes.length, content: encoded.bytes });
    }
    return { source, changes: proposed.changes, warnings, files };
  };

  return {
    /** Cleans one file. Rejects for bugs only. */
    async cleanFile(task: FileTask): Promise<FileOutcome> {
      const { path, targets, mode, earlier, without } = task;
      const unwanted = new Set(without?.indices);
      const read = task.bytes ? { bytes: task.bytes } : await readRegularFile(path);
      if ('problem' in read) return failedWith(path, read.problem);
      let { bytes } = read;
      const rules = await dictionariesFor(path);
      if (earlier && (await isAsLeft(earlier, bytes, rules.key, task)))
        return { unchanged: true, file: earlier, details: '' };
      if (without && (without.input !== sha256(bytes) || without.dictionaries !== rules.key))
        return failedWith(path, { code: 'fileChangedSince', path });
      let cleaned = await clean(path, bytes, targets, rules, unwanted);
      let backup: string | undefined;
      if (mode === 'replace' && earlier === null) {
        // The run before was killed between replacing the file and noting it: the backup tells what was done.
        const kept = await lastBackup(path);
        const original = kept === undefined ? undefined : await readBytes(kept);
        if (original && 'bytes' in original) {
          const again = await clean(path, original.bytes, targets, rules, unwanted);
          if ('files' in again && again.files[0]?.sha256 === sha256(bytes)) {
            bytes = original.bytes;
            cleaned = again;
            backup = kept;
          }
        }
      }
      const input = { sha256: sha256(bytes), bytes: bytes.length };
      const known = { dictionaries: rules.key, input };
      if ('problem' in cleaned)
        return { ...failedWith(path, cleaned.problem, known), dictionaries: rules.record };
      const { source, changes, warnings, files } = cleaned;
      const isSame = mode === 'replace' && files[0]?.sha256 === input.sha256;
      try {
        if (mode === 'replace' && !isSame && backup === undefined) {
          await refuseReadOnly(path);
          backup = await backUp(path);
        }
        if (mode !== 'look' && !isSame) {
          for (const file of files) {
            await refuseReadOnly(file.path);
            await writeAtomically(file.path, file.content);
          }
        }
      } catch (error) {
        const problem = {
          code: 'notWritten',
          path: targets[0]?.path ?? path,
          detail: detailOf(error),
        } as const;
        return { ...failedWith(path, problem, known), dictionaries: rules.record };
      }
      const guard = guardFile(stopped, budgetFor(source.reading.source.length));
      const rejected = rejectedBefore(rules.excepted, source.reading.transcript, guard);
      const { format } = source.reading;
      const file: FileRecord = {
        kind: 'file',
        path,
        finished: new Date().toISOString(),
        input: { ...input, format, encoding: source.encoding },
        dictionaries: rules.key,
        outputs: isSame ? [] : files.map(({ content: _, ...output }) => output),
        ...(backup !== undefined && { backup }),
        ...countsOf(changes, unwanted),
        rejected: rejected.length,
        warnings,
      };
      const details = detailsOf(source.reading, changes, unwanted, rejected);
      return {
        unchanged: false,
        file,
        details: JSON.stringify({ kind: 'details', path, ...details }),
        dictionaries: rules.record,
      };
    },

    /** Cleans a document of a stream: a line of JSON in UTF-8. What is wrong with it is its answer. */
    async cleanDocument(line: Uint8Array): Promise<Answer> {
      const parsed = parseDocument(line);
      const id = 'id' in parsed ? { id: parsed.id } : {};
      const refuse = (error: string): Answer => ({
        line: JSON.stringify({ ...id, error }),
        failed: true,
        suggestions: 0,
      });
      if (parsed.text === undefined) return refuse(catalogue.problems.documentUnreadable);
      const rules = await dictionariesFor(parsed.name);
      // The name chooses the format; it names no file, and no dictionary is looked for beside it.
      const reading = readTranscript(parsed.text, parsed.name);
      const { changes, warnings } = await proposeFor(reading, rules);
      const automatic = changes.filter(({ confidence }) => confidence === 'auto');
      const { content } = await exportReading(reading, { edits: automatic }, reading.format);
      if (typeof content !== 'string') return refuse(catalogue.problems.documentUnreadable);
      const rows = changeRows(reading, changes).map(({ reason, ...row }) => ({
        ...row,
        reason: catalogue.reasons[reason],
      }));
      const told = warnings.map((warning) => describeProblem(warning, catalogue));
      return {
        line: JSON.stringify({
          ...id,
          text: content,
          changes: rows,
          ...(told.length > 0 && { warnings: told }),
        }),
        failed: false,
        suggestions: changes.length - automatic.length,
        dictionaries: rules.record,
      };
    },
  };
}

/** The record of a file that is not done, as far as anything is known of it. */
export const failedWith = (
  path: string,
  problem: Problem,
  known: Partial<Pick<FileRecord, 'input' | 'dictionaries'>> = {},
): FileOutcome => ({
  unchanged: false,
  file: {
    kind: 'file',
    path,
    finished: new Date().toISOString(),
    ...known,
    outputs: [],
    changes: 0,
    suggestions: 0,
    rejected: 0,
    reverted: 0,
    rules: {},
    warnings: [],
    problem,
  },
  details: '',
});

/** Reads a file; opening a pipe that nobody writes to would never end. */
async function readRegularFile(path: string) {
  const stats = await stat(path).catch(() => undefined);
  return stats && !stats.isFile() && !stats.isDirectory()
    ? { problem: { code: 'notAFile', path } as const }
    : readBytes(path);
}

/** Whether all that an earlier run read and wrote is still as it was. */
async function isAsLeft(
  { problem, input, dictionaries, outputs }: FileRecord,
  bytes: Uint8Array,
  key: string,
  { mode }: FileTask,
): Promise<boolean> {
  if (problem || dictionaries !== key) return false;
  const [replaced] = outputs;
  if (mode === 'replace') return sha256(bytes) === (replaced ?? input)?.sha256;
  if (sha256(bytes) !== input?.sha256) return false;
  for (const output of mode === 'look' ? [] : outputs) {
    const read = await readBytes(output.path);
    if ('problem' in read || sha256(read.bytes) !== output.sha256) return false;
  }
  return true;
}

/** A person who made a file read-only does not want it replaced, whoever runs Emend. */
async function refuseReadOnly(path: string): Promise<void> {
  const stats = await stat(path).catch(() => undefined);
  if (stats && (stats.mode & 0o222) === 0) throw new Error('read-only');
}

function warningsAbout({ path, reading, encoding }: SourceFile, bytes: Uint8Array): Problem[] {
  if (bytes.length === 0) return [{ code: 'fileEmpty', path }];
  const [first] = reading.repairs;
  return [
    ...(reading.source.includes('\ufffd') ? [{ code: 'fileGarbled', path, encoding } as const] : []),
    ...(first ? [{ code: 'repaired', path, count: reading.repairs.length, ...first } as const] : []),
  ];
}

/** A document as far as it can be read; without a text when it cannot. */
function parseDocument(line: Uint8Array): { id?: unknown; name: string; text?: string } {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(line));
    const { id, name, text } = Object(value) as Record<string, unknown>;
    return {
      ...(id !== undefined && { id }),
      name: typeof name === 'string' ? basename(name) : '',
      ...(typeof text === 'string' && (name === undefined || typeof name === 'string') && { text }),
    };
  } catch {
    return { name: '' };
  }
}
