import type { CutOptions } from './cues/cut';
import { estimateCues } from './cues/estimate';
import { formatOf } from './formats/formats';
import { type FormatId, isTimedFormat, tellsSpeakers } from './formats/names';
import { patchSource, type Reading } from './formats/reading';
import type { Script } from './steps/options';
import { loadScriptConverter, scriptStep } from './steps/script';
import type { Cue } from './transcript/cues';
import { composeEdits, type Edit } from './transcript/edit';
import { cueSegments, cuesOf, editTranscript, isTimed, type Transcript } from './transcript/transcript';

/** Where the times of an exported subtitle file come from. */
export type TimeSource = 'file' | 'retimed' | 'scaled' | 'estimated';

/** What a file is made of: text, or the bytes of a format that is none; and where its times come from when it has any. */
export interface Exported {
  readonly content: string | Uint8Array;
  readonly times?: TimeSource;
  /** Who speaks is known, but the format has no place for it. */
  readonly withoutSpeakers?: true;
}

/** What became of a transcript: edits of its text, and the cues that the lines then are if a person changed any. */
export interface Revision {
  readonly edits: readonly Edit[];
  readonly cues?: readonly Cue[];
  /** The script to write it in. */
  readonly script?: Script;
}

/**
 * Writes what was read, as revised, as `format`. In the format it came in, only what was revised differs from the file;
 * text without times is cut as `cutting` says and gets estimated ones where the format needs them.
 */
export async function exportReading(
  reading: Reading,
  revision: Revision,
  format: FormatId,
  cutting: CutOptions = {},
): Promise<Exported> {
  const { write, rewrite } = formatOf(format);
  const edits = await convertedEdits(reading.transcript, revision);
  const hasTimes = isTimed(reading.transcript);
  if (
    !hasTimes &&
    !reading.converted &&
    (format === reading.format || (format === 'markdown' && reading.format === 'text'))
  ) {
    return { content: patchSource(reading, edits) };
  }
  const transcript = revised(reading.transcript, { ...revision, edits });
  const speaks = cuesOf(transcript).some(({ speaker }) => speaker !== undefined);
  const left = speaks && !tellsSpeakers(format) ? ({ withoutSpeakers: true } as const) : {};
  if (hasTimes && format === reading.format && rewrite) {
    return { content: rewrite(reading, transcript), times: 'file', ...left };
  }
  if (!isTimedFormat(format)) return { content: await write(transcript) };
  if (!hasTimes) return { content: await write(estimateCues(transcript, cutting)), times: 'estimated' };
  return { content: await write(transcript), times: 'file', ...left };
}

/** The edits of a revision, with those that the script to write it in asks for. */
async function convertedEdits(
  transcript: Transcript,
  { edits, script = 'leave' }: Revision,
): Promise<readonly Edit[]> {
  const convert = await loadScriptConverter(script);
  if (!convert) return edits;
  const conversions: readonly Edit[] = scriptStep(convert).propose(editTranscript(transcript, edits));
  return composeEdits(transcript.text, edits, conversions, (_parts, edit) => edit);
}

/** A transcript as it was revised. */
export function revised(transcript: Transcript, { edits, cues }: Revision): Transcript {
  const edited = editTranscript(transcript, edits);
  return cues ? { ...edited, segments: cueSegments(edited.text, cues) } : edited;
}
