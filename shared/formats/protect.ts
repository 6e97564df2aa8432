import { lineBreak } from '../transcript/cues';
import type { Range } from '../transcript/edit';
import { entity } from './entities';
import type { FormatId } from './names';

/** A line that is nothing but a picture. */
export const imageLine = /^[ \t]*!\[[^\]]*\]\([^)]*\)[ \t]*$/;

const url = String.raw`\b(?:https?|ftp|file):\/\/[^\s<>"'\x60，。；：！？、（）《》「」【】]+|\bwww\.[\w-]+\.[^\s<>"'\x60，。；：！？、（）《》「」【】]+`;
/** Names of hosts and files as they stand in running text: github.com, train.py. */
const hostOrFile = String.raw`(?<![\w.-])[A-Za-z][\w-]*(?:\.[\w-]+)*\.(?:com|org|net|edu|gov|io|ai|cn|dev|app|py|js|ts|json|ya?ml|csv|txt|md|pdf|png|jpe?g|sh|html?|exe|dll)(?![\w-])`;
const email = String.raw`(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+`;
const image = String.raw`!\[[^\]\n]{0,500}\]\([^)\n]*\)`;
const codeSpan = '(`+)[^`\\n]+?\\1(?!`)';
const linkTarget = String.raw`(?<=\])\([^)\n]*\)`;
const htmlTag = String.raw`<!--[\s\S]*?-->|<\/?[A-Za-z][^<>\n]*>`;
const subtitleTag = String.raw`<\/?(?:[bisu]|font|c|v|lang|ruby|rt)(?:[ .][^<>\n]*)?>|\{\\[^{}\n]*\}`;

const address = `${url}|${email}|${hostOrFile}`;
const inProse = new RegExp(`${image}|${address}`, 'gi');
const inMarkdown = new RegExp(`${codeSpan}|${image}|${linkTarget}|${htmlTag}|${address}`, 'gi');

/** Overrides of ASS in braces, with the drawing after one that begins it. */
export const assOverrides = String.raw`\{(?:[^{}\\]|\\(?!p[1-9]))*\\p[1-9][^{}]*\}[^{\n]*|\{[^{}\n]*\}`;

/** What formats mark in the text of a cue beside tags. */
const marksOf: Readonly<Partial<Record<FormatId, string>>> = {
  vtt: entity,
  ass: String.raw`${assOverrides}|\\[nh]`,
};
const markupIn = (format: FormatId): string => [marksOf[format] ?? [], subtitleTag].flat().join('|');

/** What players take for markup in the text of a cue, or show as another character. Global. */
export const cueMarkup = (format: FormatId): RegExp => new RegExp(markupIn(format), 'gi');

const rangesOf = (text: string, pattern: RegExp): Range[] =>
  Array.from(text.matchAll(pattern), (match) => ({ from: match.index, to: match.index + match[0].length }));

/** Pictures and addresses in plain text. */
export const protectedInText = (text: string): Range[] => rangesOf(text, inProse);

/** Markup, addresses and line breaks in the text of cues. */
export const protectedInCues = (text: string, format: FormatId): Range[] =>
  rangesOf(text, new RegExp(`${markupIn(format)}|${lineBreak}|${address}`, 'gi'));

/** Front matter and fenced code blocks as a whole; elsewhere pictures, addresses, link targets, code and HTML tags. */
export function protectedInMarkdown(text: string): Range[] {
  const blocks = markdownBlocks(text);
  const ranges: Range[] = [];
  let at = 0;
  for (const block of [...blocks, { from: text.length, to: text.length }]) {
    const start = at;
    ranges.push(
      ...rangesOf(text.slice(start, block.from), inMarkdown).map((r) => ({
        from: r.from + start,
        to: r.to + start,
      })),
    );
    if (block.to > block.from) ranges.push(block);
    at = block.to;
  }
  return ranges;
}

function markdownBlocks(text: string): Range[] {
  const blocks: Range[] = [];
  let open: { from: number; fence: string } | undefined;
  let at = 0;
  for (const line of text.split('\n')) {
    const fence = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    const frontMatter = at === 0 && line === '---' ? '---' : undefined;
    if (open) {
      const closes =
        open.fence === '---' ? line === '---' : fence?.startsWith(open.fence) && !/[^`~\s]/.test(line);
      if (closes) {
        blocks.push({ from: open.from, to: at + line.length });
        open = undefined;
      }
    } else if (fence || frontMatter) open = { from: at, fence: fence ?? '---' };
    at += line.length + 1;
  }
  // An opening that is never closed was no block: a talk may well show three dashes.
  return blocks;
}
