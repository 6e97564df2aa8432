/**
 * The formats by name, apart from what reads and writes them: whoever only lists formats need not load that. The usual
 * extension comes first; `timed` formats say when each line is shown, and so are written from cues only.
 */
const names = {
  text: { extensions: ['txt', 'text'], timed: false },
  markdown: { extensions: ['md', 'markdown'], timed: false },
  docx: { extensions: ['docx'], timed: false },
  srt: { extensions: ['srt'], timed: true },
  vtt: { extensions: ['vtt'], timed: true },
  ass: { extensions: ['ass', 'ssa'], timed: true },
  lrc: { extensions: ['lrc'], timed: true },
  tsv: { extensions: ['tsv'], timed: true },
  ttml: { extensions: ['ttml', 'dfxp', 'itt'], timed: true },
  json: { extensions: ['json', 'json3'], timed: false },
} as const;

export type FormatId = keyof typeof names;

/** In the order in which they are listed. */
export const formatIds = Object.keys(names) as [FormatId, ...FormatId[]];

/** The extensions that files of a format have, without the dot. */
export const extensionsOf = (id: FormatId): readonly [string, ...string[]] => names[id].extensions;

/** Whether a format cannot do without times. */
export const isTimedFormat = (id: FormatId): boolean => names[id].timed;

/** All extensions that Emend opens, without the dot. */
export const extensions: readonly string[] = formatIds.flatMap(extensionsOf);

/** The extensions of files that may tell when something was said. */
export const timedExtensions: readonly string[] = formatIds
  .filter((id) => isTimedFormat(id) || id === 'json')
  .flatMap(extensionsOf);

/** The format that a person means by `txt`, `md`, `srt` … or undefined. */
export const formatByExtension = (extension: string): FormatId | undefined =>
  formatIds.find((id) => extensionsOf(id).includes(extension.toLowerCase()));
