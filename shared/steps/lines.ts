import type { Change } from '../transcript/change';
import type { Transcript } from '../transcript/transcript';
import { openTo } from './open';

/**
 * Looks through the lines of what was said (headings and pictures left out) with `find`, which gives sorted changes of
 * one line. A run goes over a text several times and an editor changes one line at a time, so what was found in the
 * lines of the last run is kept.
 */
export function lineByLine(find: (line: string) => Change[]): (transcript: Transcript) => Change[] {
  let known = new Map<string, Change[]>();
  return (transcript) => {
    const seen = new Map<string, Change[]>();
    const isOpen = openTo(transcript);
    const changes: Change[] = [];
    for (const { kind, from, to } of transcript.segments) {
      if (kind === 'heading' || kind === 'image') continue;
      let start = from;
      for (const line of transcript.text.slice(from, to).split(/[\n\u2028]/)) {
        const found = known.get(line) ?? seen.get(line) ?? find(line);
        seen.set(line, found);
        for (const one of found) {
          const change = { ...one, from: one.from + start, to: one.to + start };
          if (isOpen(change)) changes.push(change);
        }
        start += line.length + 1;
      }
    }
    known = seen;
    return changes;
  };
}
