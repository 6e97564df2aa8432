import { widthOf } from '../../shared/cues/width';

/** Rows as aligned columns; numbers to the right. Chinese characters take two cells of a terminal. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(cellsOf(title), ...rows.map((row) => cellsOf(String(row[column] ?? '')))),
  );
  const line = (cells: readonly (string | number)[]) =>
    cells
      .map((cell, column) => {
        const text = String(cell);
        const padding = ' '.repeat((widths[column] ?? 0) - cellsOf(text));
        return typeof cell === 'number' ? padding + text : text + padding;
      })
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [line(head), rule, ...rows.map(line)].map((text) => `${text}\n`).join('');
}

const cellsOf = (text: string): number => widthOf(text) * 2;
