import { withoutMarkup } from './cue-text';
import type { Format } from './formats';
import { textFormat } from './prose';

/**
 * Word documents, to read rather than to time by: headings, and a paragraph for each line of text or each cue, with the
 * speaker where another begins to speak. Their bytes are read by the main process, since they are no text.
 */
export const docxFormat: Format = {
  id: 'docx',
  recognises: () => false,
  // What comes here is text that only is called .docx.
  read: (source, name) => ({ ...textFormat.read(source, name), repairs: [{ line: 1, what: 'notDocx' }] }),
  write: async (transcript) => (await import('./docx-write')).writeDocx(withoutMarkup(transcript)),
};
