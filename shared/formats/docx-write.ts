import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import { lineBreak } from '../transcript/cues';
import type { Transcript } from '../transcript/transcript';
import { withoutControls } from './characters';

const font = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Calibri', eastAsia: 'Microsoft YaHei' };
const levels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

/** The transcript as the bytes of a Word document. Pictures, of which a transcript has only the names, are left out. */
export async function writeDocx(transcript: Transcript): Promise<Uint8Array> {
  const document = new Document({
    styles: {
      default: {
        document: { run: { font, size: 22 }, paragraph: { spacing: { after: 120, line: 300 } } },
        ...Object.fromEntries(
          levels.map((_, index) => [`heading${index + 1}`, { run: { font, bold: true } }]),
        ),
      },
    },
    sections: [{ children: paragraphsOf(transcript) }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function paragraphsOf({ text, segments }: Transcript): Paragraph[] {
  let speaking: string | undefined;
  return segments.flatMap((segment) => {
    const line = withoutControls(text.slice(segment.from, segment.to)).trim();
    if (!line || segment.kind === 'image') return [];
    const [, marks, title] = (segment.kind === 'heading' && /^(#{1,6})\s+(.*?)\s*#*$/.exec(line)) || [];
    const level = levels[(marks?.length ?? 0) - 1];
    if (level) return [new Paragraph({ heading: level, children: [new TextRun(title ?? '')] })];
    const speaker = segment.kind === 'cue' ? segment.speaker : undefined;
    const isNew = speaker !== undefined && speaker !== speaking;
    speaking = speaker;
    const runs = line
      .split(lineBreak)
      .map((part, index) => new TextRun({ text: part, ...(index > 0 && { break: 1 }) }));
    const name = isNew ? [new TextRun({ text: `${withoutControls(speaker)}  `, bold: true })] : [];
    return [new Paragraph({ children: [...name, ...runs] })];
  });
}
