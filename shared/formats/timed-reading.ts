import { type CueTime, lineBreak, type Word } from '../transcript/cues';
import type { Range } from '../transcript/edit';
import type { Segment } from '../transcript/transcript';
import type { FormatId } from './names';
import { protectedInCues } from './protect';
import { type CueSource, commonLineEnd, type Piece, type Reading, type Repair } from './reading';

/** A range of the source that stands in the transcript; one with a time is a word, or several said as one. */
export interface Stretch extends Range {
  readonly time?: CueTime;
}

/** A cue as a format's reader finds it. */
export interface FoundCue extends CueSource {
  readonly time: CueTime;
  readonly speakerName?: string;
  /** What stands in each line of its text; never empty. */
  readonly lines: readonly (readonly Stretch[])[];
}

/** What a reader found in a file. */
export interface Found {
  readonly cues: readonly FoundCue[];
  readonly repairs: readonly Repair[];
}

/** The reading of a file of cues. */
export function timedReading(format: FormatId, source: string, name: string, found: Found): Reading {
  const parts: string[] = [];
  const segments: Segment[] = [];
  const pieces: Piece[] = [];
  const words: Word[] = [];
  let at = 0;
  const put = (part: string) => {
    parts.push(part);
    at += part.length;
  };
  found.cues.forEach(({ time, speakerName, lines }, origin) => {
    if (origin > 0) put('\n');
    const from = at;
    lines.forEach((stretches, line) => {
      if (line > 0) put(lineBreak);
      for (const stretch of stretches) {
        const part = source.slice(stretch.from, stretch.to);
        const word = part.trim();
        if (stretch.time && word) {
          const start = at + part.indexOf(word);
          words.push({ from: start, to: start + word.length, ...stretch.time });
        }
        pieces.push({ text: at, source: stretch.from, length: part.length });
        put(part);
      }
    });
    segments.push({
      kind: 'cue',
      from,
      to: at,
      time,
      origin,
      ...(speakerName && { speaker: speakerName }),
    });
  });
  const text = parts.join('');
  return {
    format,
    source,
    transcript: {
      name,
      text,
      segments,
      protected: protectedInCues(text, format),
      ...(words.length > 0 && { words }),
    },
    pieces,
    lineEnd: commonLineEnd(source),
    cues: found.cues,
    repairs: found.repairs.toSorted((a, b) => a.line - b.line),
  };
}
