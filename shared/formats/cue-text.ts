import { type CueTime, lineBreak } from '../transcript/cues';
import type { Edit } from '../transcript/edit';
import { cuesOf, editTranscript, type Transcript } from '../transcript/transcript';
import { decodeEntity } from './entities';

/** The styles of letters that more than one format knows. */
const styles = ['i', 'b', 'u'] as const;
type Style = (typeof styles)[number];

/** How a format writes styles and what it must not mistake for its own marks. */
export interface Marks {
  escape(text: string): string;
  open(style: Style): string;
  close(style: Style): string;
}

/** Text alone. */
export const noMarks: Marks = { escape: (text) => text, open: () => '', close: () => '' };

/** Tags such as `<i>`, in a format that has no way to quote. */
export const htmlMarks: Marks = {
  escape: (text) => text,
  open: (style) => `<${style}>`,
  close: (style) => `</${style}>`,
};

/** A cue as it goes into a file. */
export interface CueText {
  readonly time: CueTime;
  readonly speaker?: string;
  /** Its lines that hold anything. */
  readonly lines: readonly string[];
}

/**
 * The texts of all cues in another format's marks. What is markup was told when the file was read, by protecting it:
 * italics, bold and underline are translated, characters given by name decoded, all other markup dropped. What merely
 * looks like markup is text.
 */
export function writeCueTexts(transcript: Transcript, marks: Marks): CueText[] {
  const { text, protected: guarded } = transcript;
  let next = 0;
  return cuesOf(transcript).map(({ from, to, time, speaker }) => {
    const writer = styledWriter(marks);
    let at = from;
    for (; (guarded[next]?.from ?? Infinity) < to; next++) {
      const range = guarded[next];
      if (!range || range.from < at) continue;
      const raw = text.slice(range.from, range.to);
      if (!isMarkup(raw)) continue;
      writer.text(text.slice(at, range.from));
      writeMarkup(raw, writer);
      at = range.to;
    }
    writer.text(text.slice(at, to));
    const lines = writer.finish().replaceAll(lineBreak, '\n').split('\n');
    return { time, ...(speaker !== undefined && { speaker }), lines: lines.filter((line) => line.trim()) };
  });
}

const isMarkup = (raw: string): boolean => /^(?:<[^<>]*>|\{[\s\S]*|&[^&;\s]+;|\\[nh])$/.test(raw);

/** A transcript without the markup in its cues: tags dropped, characters given by name decoded. */
export function withoutMarkup(transcript: Transcript): Transcript {
  if (cuesOf(transcript).length === 0) return transcript;
  const edits = transcript.protected.flatMap((range): Edit[] => {
    const raw = transcript.text.slice(range.from, range.to);
    return isMarkup(raw) ? [{ from: range.from, to: range.to, insert: plainOf(raw) }] : [];
  });
  return editTranscript(transcript, edits);
}

/** The text of a cue as players show it; `markup` is that of the cue's format. */
export const shownText = (text: string, markup: RegExp): string => text.replace(markup, plainOf);

function plainOf(raw: string): string {
  if (raw.startsWith('&')) return decodeEntity(raw) ?? raw;
  return raw.startsWith('\\') ? ' ' : '';
}

/** One piece of protected markup: a tag, an entity, overrides of ASS with the drawing after them, or its blanks. */
function writeMarkup(raw: string, writer: StyledWriter): void {
  writer.text(plainOf(raw));
  const tag = /^<(\/?)([ibu])(?:[\s.][^>]*)?>$/i.exec(raw);
  const style = styles.find((name) => name === tag?.[2]?.toLowerCase());
  if (style) writer.style(style, tag?.[1] === '');
  if (!raw.startsWith('{')) return;
  for (const override of raw.matchAll(/\\(?:([ibu])(\d+)|r)(?![a-z])/g)) {
    const name = styles.find((one) => one === override[1]);
    if (name) writer.style(name, override[2] !== '0');
    else for (const one of styles) writer.style(one, false);
  }
}

interface StyledWriter {
  text(text: string): void;
  style(style: Style, on: boolean): void;
  finish(): string;
}

/** Writes text with styles that are closed in the order in which they were opened, as tags must be. */
function styledWriter(marks: Marks): StyledWriter {
  const parts: string[] = [];
  let open: Style[] = [];
  const closeDownTo = (depth: number) => {
    for (const style of open.slice(depth).reverse()) parts.push(marks.close(style));
  };
  return {
    text: (text) => parts.push(marks.escape(text)),
    style: (style, on) => {
      const depth = open.indexOf(style);
      if (depth >= 0 === on) return;
      if (on) {
        open.push(style);
        parts.push(marks.open(style));
        return;
      }
      closeDownTo(depth);
      const again = open.slice(depth + 1);
      open = [...open.slice(0, depth), ...again];
      parts.push(...again.map(marks.open));
    },
    finish: () => {
      closeDownTo(0);
      return parts.join('');
    },
  };
}
