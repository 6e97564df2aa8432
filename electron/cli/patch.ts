import { formatPatch, type StructuredPatchHunk } from 'diff';
import { applyEdits, type Edit } from '../../shared/transcript/edit';

/** Lines `from`–`to` of the old text, counted from 0, `to` exclusive, become `lines`. */
interface Block {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/**
 * The edits of a source (sorted, not overlapping) as a unified diff, with so many unchanged lines around each. The
 * edits are known, so nothing is compared: the work grows with the text. Empty when nothing changes.
 */
export function unifiedDiff(path: string, source: string, edits: readonly Edit[], context: number): string {
  const lines = linesOf(source);
  const blocks = blocksOf(source, lines, edits);
  if (blocks.length === 0) return '';
  let shift = 0;
  const hunks = groupsOf(blocks, context).map((group) => {
    const hunk = hunkOf(lines, group, context, shift);
    shift += hunk.newLines - hunk.oldLines;
    return hunk;
  });
  const names = { oldFileName: path, newFileName: path, oldHeader: undefined, newHeader: undefined };
  return formatPatch(
    { ...names, hunks },
    { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
  );
}

/** Lines with their line ends. A text of bare carriage returns is one line, as for every tool that reads diffs. */
const linesOf = (text: string): string[] => (text ? text.split(/(?<=\n)/) : []);

function blocksOf(source: string, lines: readonly string[], edits: readonly Edit[]): Block[] {
  const starts: number[] = [];
  let start = 0;
  for (const line of lines) {
    starts.push(start);
    start += line.length;
  }
  // The place after a last line end is a line of its own, still without text.
  if (!source || source.endsWith('\n')) starts.push(source.length);
  const startOf = (line: number) => starts[line] ?? source.length;
  let at = 0;
  const lineAt = (position: number) => {
    while (at + 1 < starts.length && startOf(at + 1) <= position) at++;
    return at;
  };
  const groups: { from: number; to: number; edits: Edit[] }[] = [];
  for (const edit of edits) {
    const from = lineAt(edit.from);
    const to = lineAt(edit.to) + 1;
    const last = groups.at(-1);
    if (last && from < last.to) {
      last.to = Math.max(last.to, to);
      last.edits.push(edit);
    } else groups.push({ from, to, edits: [edit] });
  }
  return groups.flatMap(({ from, to, edits }) => {
    const base = startOf(from);
    const inside = edits.map((edit) => ({ ...edit, from: edit.from - base, to: edit.to - base }));
    const after = applyEdits(source.slice(base, startOf(to)), inside);
    return trimmed(lines, { from, to: Math.min(to, lines.length), lines: linesOf(after) });
  });
}

/** The block without the lines at its ends that stay as they are. */
function trimmed(old: readonly string[], { from, to, lines }: Block): Block[] {
  let head = 0;
  while (from + head < to && head < lines.length && old[from + head] === lines[head]) head++;
  let tail = 0;
  while (from + head < to - tail && head < lines.length - tail && old[to - tail - 1] === lines.at(-tail - 1))
    tail++;
  const block = { from: from + head, to: to - tail, lines: lines.slice(head, lines.length - tail) };
  return block.from < block.to || block.lines.length > 0 ? [block] : [];
}

/** Blocks whose surroundings touch share a hunk. */
function groupsOf(blocks: readonly Block[], context: number): Block[][] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (last && block.from - (last.at(-1)?.to ?? 0) <= 2 * context) last.push(block);
    else groups.push([block]);
  }
  return groups;
}

function hunkOf(
  old: readonly string[],
  blocks: readonly Block[],
  context: number,
  shift: number,
): StructuredPatchHunk {
  const from = Math.max(0, (blocks[0]?.from ?? 0) - context);
  const to = Math.min(old.length, (blocks.at(-1)?.to ?? 0) + context);
  const lines: string[] = [];
  const put = (sign: string, list: readonly string[]) => {
    for (const line of list) {
      lines.push(sign + line.replace(/\n$/, ''));
      if (!line.endsWith('\n')) lines.push('\\ No newline at end of file');
    }
  };
  let at = from;
  for (const block of blocks) {
    put(' ', old.slice(at, block.from));
    put('-', old.slice(block.from, block.to));
    put('+', block.lines);
    at = block.to;
  }
  put(' ', old.slice(at, to));
  const removed = blocks.reduce((sum, block) => sum + block.to - block.from, 0);
  const added = blocks.reduce((sum, block) => sum + block.lines.length, 0);
  const oldLines = to - from;
  return {
    oldStart: from + 1,
    oldLines,
    newStart: from + 1 + shift,
    newLines: oldLines - removed + added,
    lines,
  };
}
