import type { Change } from '../transcript/change';
import type { Range } from '../transcript/edit';
import type { Segment, Transcript } from '../transcript/transcript';
import { invented, nonSpeech } from './data/tags';
import { openTo } from './open';
import type { StepOptions } from './options';
import type { Step } from './step';

type Kind = 'sound' | 'repeated' | 'invented';

const reasons = { sound: 'nonSpeech', repeated: 'repeatedLine', invented: 'inventedLine' } as const;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const sounds = nonSpeech.map(escaped).join('|');
const marked = new RegExp(
  `(?:[(（\\[【［][ \\t♪*]*(?:${sounds})(?:中|声)?[ \\t♪*]*[)）\\]】］](?!\\()|♪+(?:[^♪\\n]{0,80}♪+)?|\\*(?:${sounds})\\*)`,
  'giu',
);

/**
 * Marks of what is no speech ((音乐), [笑]), lines that a recogniser wrote again and again, and lines that it made up
 * where nothing was said. Shown; taken out only if the options say so.
 */
export function tagsStep(options: StepOptions): Step {
  const confidence = options.tags.remove ? 'auto' : 'suggest';
  return {
    name: 'tags',
    propose: (transcript) => {
      const isOpen = openTo(transcript);
      return find(transcript)
        .filter(isOpen)
        .map(({ from, to, kind }): Change => {
          const rules = [`tags:${kind}`];
          return { from, to, insert: '', step: 'tags', rules, confidence, reason: reasons[kind] };
        });
    },
  };
}

interface Found extends Range {
  readonly kind: Kind;
}

function find(transcript: Transcript): Found[] {
  const { text, segments } = transcript;
  const found: Found[] = [];
  let said = '';
  segments.forEach((segment, index) => {
    const line = text.slice(segment.from, segment.to).trim();
    if (segment.kind === 'heading' || segment.kind === 'image') {
      said = '';
      return;
    }
    if (invented.some((pattern) => pattern.test(line))) {
      found.push({ ...whole(transcript, segment, index), kind: 'invented' });
      return;
    }
    // Someone may well say a short line twice; a long one comes from the recogniser.
    const again = line === said && (line.length >= 8 || repeats(transcript, index, line) > 3);
    said = line;
    if (again) {
      found.push({ ...whole(transcript, segment, index), kind: 'repeated' });
      return;
    }
    for (const match of text.slice(segment.from, segment.to).matchAll(marked)) {
      const at = segment.from + match.index;
      const to = at + match[0].length;
      // The space before a mark goes with it, unless it parts what is said before from what comes behind.
      const space = /^(?:\s|$|[，。、；：！？）])/u.test(text.slice(to, to + 1))
        ? /[ \t]*$/.exec(text.slice(segment.from, at))
        : null;
      const from = at - (space?.[0].length ?? 0);
      const all = match[0].trim() === line;
      found.push(all ? { ...whole(transcript, segment, index), kind: 'sound' } : { from, to, kind: 'sound' });
    }
  });
  return found;
}

/** How often a line stands in a row around `index`. */
function repeats({ text, segments }: Transcript, index: number, line: string): number {
  const same = (at: number) => {
    const segment = segments[at];
    return segment !== undefined && text.slice(segment.from, segment.to).trim() === line;
  };
  let from = index;
  let to = index;
  while (same(from - 1)) from--;
  while (same(to + 1)) to++;
  return to - from + 1;
}

/** A segment with the line break that parts it from the one before; a cue keeps its place and only loses its text. */
function whole({ segments }: Transcript, segment: Segment, index: number): Range {
  const { from, to } = segment;
  const before = segments[index - 1];
  return segment.kind === 'cue' || !before ? { from, to } : { from: before.to, to };
}
