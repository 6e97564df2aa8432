import type { Coded } from '../../i18n/coded';
import type { en } from '../../i18n/en';
import type { Rule } from '../rule';

/** Other tools' lists of corrections that Emend reads, and mostly writes. */
export const foreignFormatIds = [
  'subtitleEditXml',
  'subtitleEditJson',
  'subtitleEditCsv',
  'ocrFix',
  'prh',
  'capsWriterHot',
  'capsWriterRule',
  'autocorrect',
  'pycorrector',
  'pairs',
  'pairsCsv',
] as const;
export type ForeignFormatId = (typeof foreignFormatIds)[number];

/** A dictionary format of another tool. Its name is `foreign.names[id]` in the catalogue. */
export interface ForeignFormat {
  readonly id: ForeignFormatId;
  /** File name extensions without the dot, the usual one first. */
  readonly extensions: readonly [string, ...string[]];
  /** Whether a decoded file is of this format, going by its text and its name without folders. */
  detect?(text: string, fileName: string): boolean;
  /**
   * Reads a decoded file. `name` is how the rules' origin calls it. Never throws for what a file holds: what cannot be
   * taken is in `skipped`.
   */
  read(text: string, name: string): ImportResult;
  /** Writes what the format can hold; the rest is in `omitted`. */
  write?(rules: readonly Rule[]): ExportResult;
}

/** Why an entry was not taken. */
export type SkipReason = Coded<typeof en.foreign.skipped>;
/** What is different from the tool that an entry, or the whole file, comes from. */
export type NoteReason = Coded<typeof en.foreign.notes>;
/** Why a rule was not written, or what of it is lost. */
export type LossReason = Coded<typeof en.foreign.lost>;

/** What came of reading another tool's file. */
export interface ImportResult {
  readonly rules: readonly Rule[];
  /** Whether the list runs in order, each rule on what those before it leave. */
  readonly inOrder: boolean;
  readonly counts: ImportCounts;
  /** Every entry that was not taken, by line. */
  readonly skipped: readonly SkippedEntry[];
  readonly notes: readonly ImportNote[];
}

/** Entries in the file: each is either taken or skipped. A rule may be made of several entries. */
interface ImportCounts {
  readonly entries: number;
  readonly taken: number;
  readonly skipped: number;
  /** Of those taken, the entries that are switched off. */
  readonly switchedOff: number;
}

export interface SkippedEntry {
  /** Counted from 1. */
  readonly line: number;
  /** The entry as the file writes it, or its beginning. */
  readonly text: string;
  readonly reason: SkipReason;
}

export interface ImportNote {
  /** The first line that it is about, counted from 1. */
  readonly line: number;
  /** How many entries it is about. */
  readonly entries: number;
  readonly reason: NoteReason;
}

/** Rules in another tool's format. */
export interface ExportResult {
  readonly text: string;
  /** Rules that are not in the text, or not with all their spellings. */
  readonly omitted: readonly Loss[];
  /** Rules that are in the text, but mean less there. */
  readonly notes: readonly Loss[];
}

export interface Loss {
  /** The rule's id. */
  readonly rule: string;
  readonly reason: LossReason;
}
