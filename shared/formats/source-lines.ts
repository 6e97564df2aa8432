/** A line of a file, without its line end. */
export interface SourceLine {
  /** Where it begins in the source, in UTF-16 code units. */
  readonly from: number;
  readonly text: string;
}

/** The lines of a file, whatever ends them: `\n`, `\r\n` or `\r`. */
export function sourceLines(source: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let from = 0;
  for (const match of source.matchAll(/\r\n|\r|\n/g)) {
    lines.push({ from, text: source.slice(from, match.index) });
    from = match.index + match[0].length;
  }
  lines.push({ from, text: source.slice(from) });
  return lines;
}

export const endOf = (line: SourceLine): number => line.from + line.text.length;

export const isBlank = (line: SourceLine | undefined): boolean => !line?.text.trim();
