import type { Range } from '../../transcript/edit';
import type { Transcript } from '../../transcript/transcript';
import { judge } from './border';

/** A paragraph as the recogniser cut it, without white space around it. */
export interface Block extends Range {
  /** Where the pictures between it and the next block stand, first to last; undefined where there are none. */
  readonly images?: Range;
}

/** Blocks that follow one another with nothing but blank lines and pictures between. */
export type Run = readonly Block[];

/** Lines with a form of their own: lists, quotes, tables, and what begins with who speaks. */
const ownLine = /^\s*(?:[-*+>|]\s|\d+[.)]\s|[\p{L}\d][\p{L}\d ·_()（）-]{0,19}[：:](?!\d))/u;

/** The blocks of a text without times, cut apart at headings and at lines with a form of their own. */
export function readRuns(transcript: Transcript): Run[] {
  const { text, segments } = transcript;
  const runs: Block[][] = [[]];
  let images: Range | undefined;
  let guarded = 0;
  for (const segment of segments) {
    const line = text.slice(segment.from, segment.to);
    const from = segment.from + line.length - line.trimStart().length;
    const to = segment.from + line.trimEnd().length;
    while ((transcript.protected[guarded]?.to ?? Infinity) <= from) guarded++;
    const range = transcript.protected[guarded];
    // Front matter and code reach over the ends of their lines.
    const inside = range && ((range.from < from && range.to > from) || (range.from < to && range.to > to));
    if (segment.kind === 'image' && !inside) {
      images = { from: images?.from ?? from, to };
      continue;
    }
    const current = runs.at(-1) ?? [];
    const last = current.at(-1);
    if (last && images) current[current.length - 1] = { ...last, images };
    images = undefined;
    if (segment.kind !== 'paragraph' || inside) runs.push([]);
    else if (ownLine.test(line)) runs.push([{ from, to }]);
    else current.push({ from, to });
  }
  const current = runs.at(-1) ?? [];
  const last = current.at(-1);
  if (last && images) current[current.length - 1] = { ...last, images };
  return runs.filter((run) => run.length > 0);
}

/** What is usual in a document. */
export interface Habits {
  /** The length at which its blocks were cut, in UTF-16 code units. */
  readonly cutAt: number;
  /** Whether its Chinese has English commas, and English full stops. */
  readonly narrow: { readonly comma: boolean; readonly stop: boolean };
  /** What follows an English mark within a line. */
  readonly gap: '' | ' ';
}

/** A mark that ends a sentence, with what may follow it. */
export const sentenceEnd = /[。！？.!?…][”’」』）)]*$/;
/** What a recogniser ends every block with; a full stop where English marks are chosen. */
export const blockEnd = /[。.]$/;
/** English commas beside Chinese. */
const spacedComma = /(?<=\p{Script=Han}), |, (?=\p{Script=Han})/gu;
const tightComma = /(?<=\p{Script=Han}),(?! )|,(?=\p{Script=Han})/gu;
const innerSentenceEnd = /(?<!\d)(?:[。！？!?]|\.(?= ))(?!$|[。！？!?”’」』）)]*$)/g;

/**
 * How the document was cut, or undefined where its paragraphs are not the blocks of a recogniser: such blocks end in
 * 。 and hold none inside, and are of about one length; or some of them end where no sentence can.
 */
export function habitsOf(text: string, runs: readonly Run[]): Habits | undefined {
  const blocks = runs.flat();
  if (blocks.length < 3) return undefined;
  let ended = 0;
  let stops = 0;
  let wide = 0;
  let spaced = 0;
  let tight = 0;
  let inner = 0;
  const lengths: number[] = [];
  for (const block of blocks) {
    const line = text.slice(block.from, block.to);
    if (blockEnd.test(line) && /\p{Script=Han}/u.test(line)) ended++;
    if (line.endsWith('.')) stops++;
    wide += line.match(/，/g)?.length ?? 0;
    spaced += line.match(spacedComma)?.length ?? 0;
    tight += line.match(tightComma)?.length ?? 0;
    inner += line.match(innerSentenceEnd)?.length ?? 0;
    lengths.push(line.length);
  }
  if (ended < blocks.length * 0.9 || inner > blocks.length * 0.2) return undefined;
  lengths.sort((a, b) => a - b);
  const at = (share: number): number =>
    lengths[Math.min(lengths.length - 1, Math.floor(lengths.length * share))] ?? 0;
  const cutAt = at(0.98);
  if (cutAt < 40 || cutAt > 1000) return undefined;
  const alike = blocks.length >= 4 && at(0.5) >= cutAt * 0.75;
  if (!alike && brokenShare(text, runs) < 0.1) return undefined;
  const narrow = { comma: spaced + tight > wide, stop: stops > ended / 2 };
  return { cutAt, narrow, gap: tight > spaced ? '' : ' ' };
}

/** The share of block ends at which no sentence can end. */
function brokenShare(text: string, runs: readonly Run[]): number {
  let borders = 0;
  let broken = 0;
  for (const run of runs) {
    run.forEach((block, index) => {
      const next = run[index + 1];
      if (!next) return;
      borders++;
      const left = text.slice(block.from, block.to - 1);
      const { sentence, open } = judge({ left, right: text.slice(next.from, next.from + 40) });
      if (open > 0.6 || sentence < 0.06) broken++;
    });
  }
  return borders > 0 ? broken / borders : 0;
}
