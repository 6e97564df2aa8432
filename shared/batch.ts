import { z } from 'zod';
import { formatIds } from './formats/names';
import type { Problem } from './i18n/problems';
import { receiptKinds } from './receipt/kinds';
import type { RecordedChange, RuleTotal } from './receipt/record';
import { stepOptionsSchema } from './steps/options';

/** What a person asks of a batch in the window. */
export const batchRequestSchema = z.object({
  /** Files and folders; of folders, all transcripts in them and below. */
  paths: z.array(z.string().min(1)).max(100_000),
  /** Of the files in folders, only those of such a name (`*.srt`, `{a,b}*`); all when empty. */
  pattern: z.string().max(200),
  /** The folder to write to. */
  out: z.string(),
  /** How written files are called: `{name}`, `{ext}`, `{date}`. */
  template: z.string().max(200),
  /** The formats to write; none for that of each file. */
  formats: z.array(z.enum(formatIds)),
  receipts: z.array(z.enum(receiptKinds)),
  /** The dictionaries that come with Emend and the person's own hold but for these, by name. */
  without: z.array(z.string().max(255)).max(1000),
  /** Whether each `emend.yml` beside the files and above holds. */
  folders: z.boolean(),
  steps: stepOptionsSchema,
  /** Whether files that an earlier run finished are left as they are. */
  resume: z.boolean(),
  /** Nothing is written; what would be done is only shown. */
  dryRun: z.boolean(),
});
export type BatchRequest = Readonly<z.infer<typeof batchRequestSchema>>;

/** A file of a batch, as it is listed. */
export interface BatchFile {
  readonly path: string;
  /** In bytes; 0 when it is not known. */
  readonly size: number;
  readonly state: 'waiting' | 'working' | 'done' | 'failed';
  readonly changes: number;
  readonly suggestions: number;
  readonly warnings: readonly Problem[];
  readonly outputs: readonly string[];
  /** Why it is not done, if so. */
  readonly problem?: Problem;
}

/** Files whose state is another one now, by their places in the list of so many. */
export interface BatchProgress {
  readonly total: number;
  readonly changed: readonly { readonly index: number; readonly file: BatchFile }[];
}

/** What a batch came to. */
export interface BatchResult {
  /** Whether the person ended it before its end. */
  readonly cancelled: boolean;
  /** The rules that did most first. */
  readonly rules: readonly RuleTotal[];
  readonly receipts: readonly string[];
  /** What went wrong with the batch itself, such as a receipt that could not be written. */
  readonly problems: readonly Problem[];
}

/** What hits are asked for by: a rule, a step, or the file they are in. */
export const hitQuerySchema = z.object({
  by: z.enum(['rule', 'step', 'path']),
  name: z.string().min(1),
});
export type HitQuery = Readonly<z.infer<typeof hitQuerySchema>>;

/** No more hits than this are listed at once: nobody reads on, and the window would wait for them. */
export const mostHits = 10_000;

/** The first hits of what was asked for, and how many there are in all. */
export interface BatchHits {
  readonly hits: readonly BatchHit[];
  readonly total: number;
}

/** A place where something was changed or suggested: the file, and the change's place among all of that file. */
export interface BatchHit {
  readonly path: string;
  readonly index: number;
  readonly change: RecordedChange;
}

const indices = z.array(z.number().int().min(0));

/** What a person decided about changes of a file, by their places among all of the file. */
export const fileDecisionsSchema = z.object({ path: z.string().min(1), keep: indices, revert: indices });
