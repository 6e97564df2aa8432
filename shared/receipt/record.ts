import type { Encoding } from '../formats/encodings';
import type { FormatId } from '../formats/names';
import type { Problem } from '../i18n/problems';
import type { ChangeRow, Place, Surroundings } from './rows';

/**
 * What a batch notes while it runs: one record a line, in the order in which things happen. A receipt is made of
 * nothing else. Times are ISO 8601 in UTC, hashes SHA-256 in hexadecimal.
 */
export type BatchRecord = RunRecord | DictionariesRecord | DetailsRecord | FileRecord | UnchangedRecord;

/** A run begins. */
export interface RunRecord {
  readonly kind: 'run';
  /** Emend's version. */
  readonly emend: string;
  readonly begun: string;
  /** The day that `{date}` in file names stands for, as 2026-11-23. */
  readonly date: string;
  readonly dryRun: boolean;
  /** What was asked for, to be read by people. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Changes whenever a file might come out otherwise for what was asked. */
  readonly fingerprint: string;
}

/** Dictionaries that files of this run are cleaned with. */
export interface DictionariesRecord {
  readonly kind: 'dictionaries';
  /** Changes when anything in them changes; files refer to it. */
  readonly key: string;
  readonly files: readonly DictionaryVersion[];
  readonly problems: readonly Problem[];
}

export interface DictionaryVersion {
  readonly name: string;
  /** Of the file's bytes. */
  readonly sha256: string;
}

/** What changed in the file whose record is the next line. */
export interface DetailsRecord {
  readonly kind: 'details';
  readonly path: string;
  readonly changes: readonly RecordedChange[];
  readonly rejected: readonly Rejection[];
}

export interface RecordedChange extends ChangeRow, Surroundings {
  /** Proposed and not made: a person reverted it before the file was written. */
  readonly reverted?: true;
}

/** A place where a rule would hold but for an exception that a person made of a change they reverted. */
export interface Rejection extends Place, Surroundings {
  readonly after: string;
  readonly rule: string;
}

/** A file is finished, well or not. */
export interface FileRecord {
  readonly kind: 'file';
  readonly path: string;
  readonly finished: string;
  readonly input?: InputRecord;
  /** The key of its dictionaries. */
  readonly dictionaries?: string;
  readonly outputs: readonly OutputRecord[];
  /** Where the file is kept as it was before it was cleaned in its place. */
  readonly backup?: string;
  readonly changes: number;
  readonly suggestions: number;
  readonly rejected: number;
  /** Changes that a person reverted; they are not among `changes`. */
  readonly reverted: number;
  /** How often each rule had a part in a change, in a suggestion, and in a change that was reverted. */
  readonly rules: Readonly<Record<string, RuleCount>>;
  readonly warnings: readonly Problem[];
  /** Why it is not done, if so. */
  readonly problem?: Problem;
}

interface InputRecord {
  readonly sha256: string;
  readonly bytes: number;
  readonly format?: FormatId;
  readonly encoding?: Encoding;
}

export interface OutputRecord {
  readonly path: string;
  readonly format: FormatId;
  readonly sha256: string;
  readonly bytes: number;
}

export interface RuleCount {
  readonly changes: number;
  readonly suggestions: number;
  readonly reverted: number;
}

/** A file that an earlier run finished, and nothing has changed since: that run's record holds. */
interface UnchangedRecord {
  readonly kind: 'unchanged';
  readonly path: string;
}

/** A finished file with all that changed in it. */
export type FileDetails = Omit<FileRecord, 'kind' | Counted> & {
  readonly counts: Pick<FileRecord, Counted>;
  readonly changes: readonly RecordedChange[];
  readonly rejected: readonly Rejection[];
};

/** What is counted of a file. */
type Counted = 'changes' | 'suggestions' | 'rejected' | 'reverted';

/** What a whole batch came to. */
interface Totals extends Pick<FileRecord, Counted> {
  readonly files: number;
  readonly failed: number;
  readonly warnings: number;
}

export interface RuleTotal extends RuleCount {
  readonly rule: string;
  readonly files: number;
}

/** All of a receipt but its files. */
export interface Summary {
  readonly run: RunRecord;
  readonly dictionaries: readonly DictionariesRecord[];
  readonly totals: Totals;
  /** The rules that did most first. */
  readonly rules: readonly RuleTotal[];
}

/** What a receipt is written from: its files come one after another, so that they need not all be held. */
export interface ReceiptData extends Summary {
  readonly files: AsyncIterable<FileDetails>;
}
