import { lineBreak } from '../transcript/cues';
import { cuesOf, type Transcript } from '../transcript/transcript';
import { withoutControls } from './characters';
import { writeClock } from './clock';
import { convertedReading } from './converted';
import { withoutMarkup } from './cue-text';
import type { Format } from './formats';
import { textFormat } from './prose';
import type { Reading, Repair } from './reading';
import { readTtmlCues } from './ttml-cues';

/**
 * Timed Text Markup (also called DFXP or iTT). Written anew in the simplest profile: styles and regions of a file that
 * was read are not kept, line breaks and speakers are.
 */
export const ttmlFormat: Format = {
  id: 'ttml',
  recognises: (source) => /^\s*(?:<[?!][^>]*>\s*)*<(?:\w+:)?tt[\s>]/.test(source.slice(0, 4000)),
  read: readTtml,
  write: async (transcript) => new TextEncoder().encode(writeTtml(withoutMarkup(transcript))),
};

function readTtml(source: string, name: string): Reading {
  const { cues, failure, isStyled } = readTtmlCues(source);
  if (cues.length === 0 || failure?.isInside) {
    const what = failure ? 'brokenXml' : 'notSubtitles';
    return { ...textFormat.read(source, name), repairs: [{ line: failure?.line ?? 1, what }] };
  }
  const repairs: Repair[] = isStyled ? [{ line: 1, what: 'unstyled' }] : [];
  if (failure) repairs.push({ line: cues.length, what: 'cutOff' });
  return convertedReading('ttml', name, cues, repairs);
}

function writeTtml(transcript: Transcript): string {
  const cues = cuesOf(transcript);
  const speakers = [...new Set(cues.flatMap(({ speaker }) => (speaker === undefined ? [] : [speaker])))];
  const agents = speakers.map(
    (speaker, index) =>
      `      <ttm:agent xml:id="speaker${index + 1}" type="person"><ttm:name type="alias">${escaped(speaker)}</ttm:name></ttm:agent>\n`,
  );
  const head =
    agents.length > 0 ? `  <head>\n    <metadata>\n${agents.join('')}    </metadata>\n  </head>\n` : '';
  const paragraphs = cues.map(({ from, to, time, speaker }) => {
    const agent = speaker === undefined ? '' : ` ttm:agent="speaker${speakers.indexOf(speaker) + 1}"`;
    const text = transcript.text.slice(from, to).split(lineBreak).map(escaped).join('<br/>');
    return `      <p begin="${writeClock(time.start, '.')}" end="${writeClock(time.end, '.')}"${agent}>${text}</p>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xml:lang="" xml:space="preserve">
${head}  <body>
    <div>
${paragraphs.join('')}    </div>
  </body>
</tt>
`;
}

const marks: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };
const escaped = (text: string): string =>
  withoutControls(text).replace(/[<>&]/g, (mark) => marks[mark] ?? mark);
