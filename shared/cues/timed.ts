import { type Cue, lineBreak } from '../transcript/cues';
import type { Range } from '../transcript/edit';
import { cuesOf, type Segment, type Transcript } from '../transcript/transcript';

/** A cue with the lines that it is shown in. */
export interface TimedCue extends Cue {
  readonly lines: readonly string[];
}

/** A timed transcript of cues, one a line. */
export function timedTranscript(name: string, cues: readonly TimedCue[]): Transcript {
  let from = 0;
  const texts: string[] = [];
  const segments = cues.map(({ lines, ...cue }): Segment => {
    const text = lines.join(lineBreak);
    const { time, speaker, origin } = cue;
    const segment: Segment = {
      kind: 'cue',
      from,
      to: from + text.length,
      time,
      ...(speaker !== undefined && { speaker }),
      ...(origin !== undefined && { origin }),
    };
    texts.push(text);
    from = segment.to + 1;
    return segment;
  });
  return { name, text: texts.join('\n'), segments, protected: [] };
}

/** The cues of a timed transcript with their lines and their places in its text. */
export const timedCues = (transcript: Transcript): (TimedCue & Range)[] =>
  cuesOf(transcript).map(({ from, to, time, speaker, origin }) => ({
    from,
    to,
    time,
    lines: transcript.text.slice(from, to).split(lineBreak),
    ...(speaker !== undefined && { speaker }),
    ...(origin !== undefined && { origin }),
  }));
