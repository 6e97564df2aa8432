import { isHanCode } from '../cues/width';
import { lineBreak } from '../transcript/cues';
import { lineSegments } from '../transcript/lines';
import type { Segment, Transcript } from '../transcript/transcript';
import { isTimed } from '../transcript/transcript';
import { withoutMarkup } from './cue-text';
import type { Format } from './formats';
import { protectedInMarkdown, protectedInText } from './protect';
import { commonLineEnd, normaliseLineEnds, type Reading } from './reading';

/** Recognisers' plain text: a paragraph a line, often with headings and slide pictures as in Markdown. */
export const textFormat: Format = {
  id: 'text',
  recognises: () => true,
  read: (source, name) => readProse('text', source, name),
  write: (transcript) => writeLines(withoutMarkup(transcript), plainLine),
};

export const markdownFormat: Format = {
  id: 'markdown',
  recognises: () => false,
  read: (source, name) => readProse('markdown', source, name),
  write: (transcript) =>
    isTimed(transcript) ? writeLines(withoutMarkup(transcript), (line) => line) : transcript.text,
};

function readProse(format: 'text' | 'markdown', source: string, name: string): Reading {
  const { text, pieces } = normaliseLineEnds(source);
  const guarded = format === 'markdown' ? protectedInMarkdown(text) : protectedInText(text);
  const transcript = { name, text, segments: lineSegments(text), protected: guarded };
  return { format, source, transcript, pieces, lineEnd: commonLineEnd(source), repairs: [] };
}

/** The lines of a transcript that hold anything, after the name of who speaks where another begins to. */
function writeLines(
  transcript: Transcript,
  line: (text: string, kind: Segment['kind']) => string | undefined,
): string {
  let speaking: string | undefined;
  const lines = transcript.segments.flatMap((segment) => {
    const text = line(
      transcript.text.slice(segment.from, segment.to).trim().replaceAll(lineBreak, '\n'),
      segment.kind,
    );
    if (!text) return [];
    const speaker = segment.kind === 'cue' ? segment.speaker : undefined;
    const isNew = speaker !== undefined && speaker !== speaking;
    speaking = speaker;
    return [isNew ? `${speaker}${isHanCode(text.charCodeAt(0)) ? '：' : ': '}${text}` : text];
  });
  return lines.length ? `${lines.join(isTimed(transcript) ? '\n' : '\n\n')}\n` : '';
}

/** What a reader of plain text wants: words without the marks of Markdown, and no pictures. */
function plainLine(text: string, kind: Segment['kind']): string | undefined {
  if (kind === 'image') return undefined;
  return kind === 'heading' ? text.replace(/^#+\s*/, '').replace(/\s*#+$/, '') : text;
}
