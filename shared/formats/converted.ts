import { type TimedCue, timedTranscript } from '../cues/timed';
import { readingTime } from '../cues/width';
import type { Word } from '../transcript/cues';
import { lineSegments } from '../transcript/lines';
import { cuesOf } from '../transcript/transcript';
import { withoutControls } from './characters';
import type { FormatId } from './names';
import { placeWords, type SpokenWord } from './place-words';
import { protectedInCues, protectedInText } from './protect';
import type { Reading, Repair } from './reading';

/** A cue as a file of data tells of it, in milliseconds. What is missing or makes no sense is repaired in reading. */
export interface DataCue {
  readonly text: string;
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  readonly speaker?: string | undefined;
  readonly words?: readonly SpokenWord[];
}

/**
 * The reading of a file whose text is escaped or packed, so that it cannot be patched: its source is the transcript's own
 * text, and lines and offsets are those of this text. Cues none of which has a time become paragraphs.
 */
export function convertedReading(
  format: FormatId,
  name: string,
  cues: readonly DataCue[],
  found: readonly Repair[] = [],
): Reading {
  const isTimed = cues.some(({ start }) => start !== undefined);
  if (!isTimed)
    return proseReading(
      format,
      name,
      cues.map(({ text }) => linesOf(text).join('\n')).filter(Boolean),
      found,
    );
  const repairs: Repair[] = [...found];
  const timed: TimedCue[] = [];
  cues.forEach((cue, origin) => {
    const repair = (what: Repair['what']) => repairs.push({ line: origin + 1, what });
    const lines = linesOf(cue.text);
    const start = cue.start ?? timed.at(-1)?.time.end ?? 0;
    const isReversed = cue.end !== undefined && cue.end < start;
    if (isReversed) repair('reversed');
    else if (cue.start === undefined || cue.end === undefined) repair('timeGuessed');
    if (start < (timed.at(-1)?.time.start ?? 0)) repair('order');
    if (lines.length === 0) repair('empty');
    const end =
      cue.end === undefined || isReversed ? guessEnd(start, lines, cues[origin + 1]?.start) : cue.end;
    const speaker = linesOf(cue.speaker ?? '').join(' ');
    timed.push({ lines, time: { start, end }, origin, ...(speaker && { speaker }) });
  });
  const transcript = timedTranscript(name, timed);
  const words = cuesOf(transcript).flatMap(({ from, to }, index): Word[] => {
    const spoken = cues[index]?.words ?? [];
    return placeWords(transcript.text.slice(from, to), spoken).map((word) => ({
      ...word,
      from: word.from + from,
      to: word.to + from,
    }));
  });
  return {
    ...unpatchable(format, transcript.text),
    transcript: {
      ...transcript,
      protected: protectedInCues(transcript.text, format),
      ...(words.length > 0 && { words }),
    },
    repairs,
  };
}

/** As {@link convertedReading}, for paragraphs without times; headings begin with `#` as in Markdown. */
export function proseReading(
  format: FormatId,
  name: string,
  paragraphs: readonly string[],
  repairs: readonly Repair[],
): Reading {
  const text = paragraphs.join('\n\n');
  return {
    ...unpatchable(format, text),
    transcript: { name, text, segments: lineSegments(text), protected: protectedInText(text) },
    repairs,
  };
}

const unpatchable = (format: FormatId, text: string) =>
  ({
    format,
    source: text,
    converted: true,
    pieces: [{ text: 0, source: 0, length: text.length }],
    lineEnd: '\n',
  }) as const;

/** The lines of a text that hold anything, without the spaces around them. */
function linesOf(text: string): string[] {
  const lines = withoutControls(text).split(/[\r\n\u2028\u2029]/);
  return lines.map((line) => line.trim()).filter(Boolean);
}

/** How fast people read, in characters a second, and how long a cue is shown at least; see Netflix's guides. */
const pace = { hanPerSecond: 9, otherPerSecond: 20 };
const shortest = 1000;

/** When a cue may end that nobody gave an end: when it can be read, but not after the next begins. */
function guessEnd(start: number, lines: readonly string[], next: number | undefined): number {
  const needed = Math.max(shortest, Math.round(readingTime(lines.join(' '), pace)));
  return Math.min(start + needed, next !== undefined && next > start ? next : Infinity);
}
