import { imageLine } from '../formats/protect';
import type { Segment } from './transcript';

/** The segments of text without times: one a line that holds anything. */
export function lineSegments(text: string): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  for (const line of text.split('\n')) {
    if (line.trim()) segments.push({ kind: lineKind(line), from, to: from + line.length });
    from += line.length + 1;
  }
  return segments;
}

function lineKind(line: string): Exclude<Segment['kind'], 'cue'> {
  if (/^ {0,3}#{1,6}\s/.test(line)) return 'heading';
  return imageLine.test(line) ? 'image' : 'paragraph';
}
