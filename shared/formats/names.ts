/**
 * The formats by name, apart from what reads and writes them: whoever only lists formats need not load that. The usual
 * extension comes first; `timed` formats say when each line is shown, and so are written from cues only; `speakers` are
 * told by name where a format has a place for them.
 */
const names = {
  text: { extensions: ['txt', 'text'], timed: false, speakers: true },
  markdown: { extensions: ['md', 'markdown'], timed: false, speakers: true },
  docx: { extensions: ['docx'], timed: false, speakers: true },
  srt: { extensions: ['srt'], timed: true, speakers: false },
  vtt: { extensions: ['vtt'], timed: true, speakers: true },
  ass: { extensions: ['ass', 'ssa'], timed: true, speakers: true },
  lrc: { extensions: ['lrc'], timed: true, speakers: false },
  tsv: { extensions: ['tsv'], timed: true, speakers: false },
  ttml: { extensions: ['ttml', 'dfxp', 'itt'], timed: true, speakers: true },
  json: { extensions: ['json', 'json3'], timed: false, speakers: true },
} as const;

export type FormatId = keyof typeof names;

/** In the order in which they are listed. */
export const formatIds = Object.keys(names) as [FormatId, ...FormatId[]];

/** The extensions that files of a format have, without the dot. */
export const extensionsOf = (id: FormatId): readonly [string, ...string[]] => names[id].extensions;

/** Whether a format cannot do without times. */
export const isTimedFormat = (id: FormatId): boolean => names[id].timed;

/** Whether a format tells who speaks. */
export const tellsSpeakers = (id: FormatId): boolean => names[id].speakers;

/** All extensions that Emend opens, without the dot. */
export const extensions: readonly string[] = formatIds.flatMap(extensionsOf);

/** The extensions of files that may tell when something was said. */
export const timedExtensions: readonly string[] = formatIds
  .filter((id) => isTimedFormat(id) || id === 'json')
  .flatMap(extensionsOf);

/** The format that a person means by `txt`, `md`, `srt` … or undefined. */
export const formatByExtension = (extension: string): FormatId | undefined =>
  formatIds.find((id) => extensionsOf(id).includes(extension.toLowerCase()));
