import { z } from 'zod';
import {
  type BatchFile,
  type BatchHits,
  type BatchProgress,
  type BatchResult,
  batchRequestSchema,
  fileDecisionsSchema,
  hitQuerySchema,
} from './batch';
import type { CallName, EventName } from './channels';
import type { Command } from './commands';
import type { ProfileChoice } from './cues/profile';
import { profileChoiceSchema } from './cues/profile-schema';
import type { TimeSource } from './export';
import { type Encoding, encodings } from './formats/encodings';
import { type FormatId, formatIds } from './formats/names';
import type { LineEnd, Repair } from './formats/reading';
import type { Language } from './i18n/catalogue';
import type { Problem } from './i18n/problems';
import { draftSchema } from './rules/draft';
import type { ImportPreview, Layer, ListedRule, Recleaned, RuleTrial } from './rules/editing';
import type { Settings } from './settings';
import { type StepOptions, scriptSchema, stepOptionsSchema } from './steps/options';
import type { Change } from './transcript/change';
import type { Transcript } from './transcript/transcript';

/** A file that is open in the window. The main process keeps what it takes to write it back. */
export interface OpenedFile {
  readonly id: string;
  readonly path: string;
  readonly name: string;
  readonly format: FormatId;
  readonly encoding: Encoding;
  readonly byteOrderMark: boolean;
  readonly lineEnd: LineEnd;
  readonly transcript: Transcript;
  /** How the steps clean it. */
  readonly steps: StepOptions;
  /** What the pipeline proposes, against `transcript.text`. */
  readonly changes: readonly Change[];
  /** What was wrong in the file and was read all the same. */
  readonly repairs: readonly Repair[];
  /** Subtitles made of another file: they are on no disk yet. */
  readonly made?: MadeFrom;
}

/** Where the times of subtitles that were made come from, and how sure each cue of them is, from 0 to 1. */
export interface MadeFrom {
  readonly times: TimeSource;
  readonly sureness?: readonly number[];
}

export type OpenResult = { readonly file: OpenedFile } | { readonly path: string; readonly problem: Problem };

/** What became of an export; `cancelled` when the person thought better of it. `notice`: it is written, but not as asked. */
export type ExportResult =
  | { readonly path: string; readonly times?: TimeSource; readonly notice?: Problem }
  | { readonly cancelled: true }
  | { readonly problem: Problem };

/** What the window needs to know before it shows anything. */
export interface Welcome {
  readonly language: Language;
  /** Recent files that are still there. */
  readonly recent: readonly string[];
  readonly platform: string;
  /** How the steps clean files that are opened. */
  readonly steps: StepOptions;
  /** The numbers that subtitles are cut and checked by. */
  readonly subtitles: ProfileChoice;
  /** How the last batch was asked for. */
  readonly batch: Settings['batch'];
  readonly dictionaries: readonly DictionarySummary[];
}

/** Whether a change of the dictionaries was carried out. The files it concerns follow as `recleaned`. */
export type RuleChanged = { readonly done: true } | { readonly problem: Problem };

/** A dictionary in force, for the list beside the text. */
export interface DictionarySummary {
  readonly name: string;
  readonly layer: Layer;
  readonly rules: number;
  /** What its rules put in: no subtitle is broken inside of these. */
  readonly terms: readonly string[];
  readonly problems: readonly Problem[];
}

const edit = z.object({ from: z.number().int().min(0), to: z.number().int().min(0), insert: z.string() });
const cue = z.object({
  time: z.object({ start: z.number(), end: z.number() }),
  speaker: z.string().exactOptional(),
  origin: z.number().int().min(0).exactOptional(),
});
const revision = z.object({
  edits: z.array(edit).readonly(),
  cues: z.array(cue).readonly().exactOptional(),
  script: scriptSchema.exactOptional(),
});
const id = z.string().min(1).max(100);
const subtitleTimes = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('retimed') }),
  z.object({ kind: z.literal('scaled'), duration: z.number().positive() }),
  z.object({ kind: z.literal('estimated') }),
]);
/** Where the times of subtitles come from: a file that the person picks, a length in milliseconds, reading speed. */
export type SubtitleTimes = z.infer<typeof subtitleTimes>;
const ruleScope = z.union([
  z.object({ kind: z.literal('everywhere') }),
  z.object({ kind: z.enum(['folder', 'file']), fileId: id }),
]);
const paths = z.array(z.string().min(1)).max(10_000);

/** A call: what its arguments must look like, and the type of what it returns. */
function call<Args extends z.ZodTuple>(args: Args) {
  return { returns: <Result>() => ({ args }) as { readonly args: Args; readonly result?: Result } };
}

/**
 * Everything the window may ask of the main process. The main process checks every argument against these schemas;
 * nothing else crosses the bridge.
 */
export const calls = {
  /** The window is there: settings come back, files named on the command line follow as `opened`. */
  ready: call(z.tuple([])).returns<Welcome>(),
  /** Asks for files with the system's dialog; empty when cancelled. */
  openDialog: call(z.tuple([])).returns<OpenResult[]>(),
  /** Opens files, or the transcripts in folders, that were dropped or chosen from the recent ones. */
  openPaths: call(z.tuple([paths])).returns<OpenResult[]>(),
  openSample: call(z.tuple([])).returns<OpenResult[]>(),
  /** Reads an open file again, in the encoding that the person names. */
  reopen: call(z.tuple([id, z.enum(encodings)])).returns<OpenResult>(),
  /** Forgets a file that the window has closed. */
  closeFile: call(z.tuple([id])).returns<void>(),
  /**
   * Writes a file as revised: to the place it was last written to in this format (`again`), or to one that the person
   * picks. Never over the source unless they say so in so many words.
   */
  exportFile: call(z.tuple([id, revision, z.enum(formatIds), z.boolean()])).returns<ExportResult>(),
  /** Cuts a file as revised into subtitles, which open as a file of their own. */
  makeSubtitles: call(z.tuple([id, revision, subtitleTimes])).returns<
    OpenResult | { readonly cancelled: true }
  >(),
  /**
   * How the steps clean a file from now on, or, without an id, files that are opened from now on; the latter is kept in
   * the settings. What a file's steps propose then follows as `recleaned`.
   */
  setSteps: call(z.tuple([id.nullable(), stepOptionsSchema])).returns<void>(),
  /** The numbers that subtitles are cut and checked by from now on; kept in the settings. */
  setSubtitles: call(z.tuple([profileChoiceSchema])).returns<void>(),
  /** All rules of all layers, the layers in the order in which they stack. */
  listRules: call(z.tuple([])).returns<readonly ListedRule[]>(),
  /** What a rule would do to the open files, and whether its specs hold; nothing is kept. */
  tryRule: call(z.tuple([draftSchema])).returns<RuleTrial>(),
  /** Writes a rule to the dictionary that its scope names, in place of the rule with its id there. */
  saveRule: call(z.tuple([draftSchema, ruleScope])).returns<RuleChanged>(),
  /** Takes rules out of the person's dictionaries; built-in ones are switched off there instead. */
  removeRules: call(z.tuple([z.array(z.string()).min(1)])).returns<RuleChanged>(),
  /** Reads rules from a file that the person picks (null), or from pasted text; nothing is kept yet. */
  previewImport: call(z.tuple([z.string().max(8_000_000).nullable()])).returns<
    ImportPreview | { readonly cancelled: true } | { readonly problem: Problem }
  >(),
  /** Keeps what a preview showed, as a dictionary of the person's own. */
  acceptImport: call(z.tuple([z.string()])).returns<RuleChanged>(),
  /** Writes the rules with these ids to a file that the person picks, in a format of another program. */
  exportRules: call(z.tuple([z.array(z.string()), z.string()])).returns<
    | { readonly path: string; readonly omitted: readonly string[] }
    | { readonly cancelled: true }
    | { readonly problem: Problem }
  >(),
  /** Files for a batch, with the system's dialog; empty when cancelled. */
  chooseBatchFiles: call(z.tuple([])).returns<readonly string[]>(),
  /** A folder, with the system's dialog; null when cancelled. */
  chooseFolder: call(z.tuple([])).returns<string | null>(),
  /** The files that a batch would clean, and what is wrong with some of the paths. */
  planBatch: call(z.tuple([batchRequestSchema])).returns<{
    readonly files: readonly BatchFile[];
    readonly problems: readonly Problem[];
  }>(),
  /** Cleans the files of a batch; how it goes follows as `batch`. Resolves at its end, also an early one. */
  runBatch: call(z.tuple([batchRequestSchema])).returns<BatchResult>(),
  controlBatch: call(z.tuple([z.enum(['pause', 'resume', 'cancel'])])).returns<void>(),
  /** All changes of the last batch in one file, of one step, or that one rule had a part in. */
  batchHits: call(z.tuple([hitQuerySchema])).returns<BatchHits>(),
  /** Writes files of the last batch again as was decided about their changes; the receipts follow suit. */
  applyBatch: call(z.tuple([z.array(fileDecisionsSchema).min(1)])).returns<
    Pick<BatchResult, 'receipts' | 'problems'>
  >(),
  /** Opens the output folder or a receipt of the last batch, or shows a file that it wrote where it lies. */
  showWritten: call(z.tuple([z.string()])).returns<void>(),
  /** Asks what to do with unsaved work in the named files. */
  askUnsaved: call(z.tuple([z.array(z.string()).min(1)])).returns<'save' | 'discard' | 'cancel'>(),
  /** What the title bar says, and the names of the files with unsaved work, which closing must ask about. */
  describeWindow: call(z.tuple([z.string(), z.array(z.string())])).returns<void>(),
  /** The work is saved, or not wanted: the window may go. */
  closeWindow: call(z.tuple([])).returns<void>(),
} as const satisfies Readonly<Record<CallName, { readonly args: z.ZodTuple }>>;

export type { CallName, EventName };
export type CallArgs<Name extends CallName> = z.infer<(typeof calls)[Name]['args']>;
export type CallResult<Name extends CallName> = Exclude<(typeof calls)[Name]['result'], undefined>;

/** What the main process tells the window of its own accord, and what comes with it. */
export interface Events {
  /** Files that the system, a second start or the command line asked for. */
  opened: readonly OpenResult[];
  /** A menu item was chosen. */
  command: Command;
  /** Another language was chosen for everything that Emend says. */
  language: Language;
  /** The dictionaries have changed, by the person's hand or on disk: which are in force, and what they propose now. */
  recleaned: {
    readonly dictionaries: readonly DictionarySummary[];
    readonly files: readonly Recleaned[];
  };
  /** How a batch goes, at most ten times a second. */
  batch: BatchProgress;
  /** Closing was asked for while work is unsaved, and the person chose to save: save everything, then close. */
  saveAndClose: null;
}

/** The bridge as the window sees it. A call that fails for a reason of ours is rejected with a {@link Problem}. */
export interface Bridge {
  call<Name extends CallName>(name: Name, ...args: CallArgs<Name>): Promise<CallResult<Name>>;
  /** Listens until the returned function is called. */
  on<Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void): () => void;
  /** The path of a dropped file. */
  pathOf(file: unknown): string;
}
