import { estimateCues } from './cues/estimate';
import { type FormatId, formatOf } from './formats/formats';
import { patchSource, type Reading } from './formats/reading';
import type { Edit } from './transcript/edit';
import { editTranscript, isTimed } from './transcript/transcript';

/** Where the times of an exported subtitle file come from. */
export type TimeSource = 'file' | 'estimated';

/** The text of an exported file, and where its times come from when it has any. */
export interface Exported {
  readonly text: string;
  readonly times?: TimeSource;
}

/**
 * Writes what was read, with `edits` of the transcript's text, as `format`. In the format it came in, only what was
 * edited differs from the file; text without times gets estimated ones where the format needs them.
 */
export function exportReading(reading: Reading, edits: readonly Edit[], format: FormatId): Exported {
  const asRead = format === reading.format || (format === 'markdown' && reading.format === 'text');
  const timed = isTimed(reading.transcript);
  if (asRead) return { text: patchSource(reading, edits), ...(timed && { times: 'file' }) };
  const transcript = editTranscript(reading.transcript, edits);
  if (format !== 'srt') return { text: formatOf(format).write(transcript) };
  return timed
    ? { text: formatOf(format).write(transcript), times: 'file' }
    : { text: formatOf(format).write(estimateCues(transcript)), times: 'estimated' };
}
