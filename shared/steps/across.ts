import { findHits, type Hit, type RegExpGuard, type RuleSet } from '../rules/dictionary';
import { lineBreak } from '../transcript/cues';
import type { Range } from '../transcript/edit';
import type { Transcript } from '../transcript/transcript';
import { openTo } from './open';

const breaks = /[\n\u2028]/g;

/**
 * Hits that reach over a line break of timed text, found in the text as it was spoken. What a rule puts in goes where
 * most of the hit stood, in characters; the borders of cues stay, so that no time moves. A hit that would leave a line
 * empty is put into that line; one that two cues would be lost to is left alone.
 */
export function hitsAcrossBreaks(rules: RuleSet, transcript: Transcript, guard: RegExpGuard): Hit[] {
  const { text, segments, name } = transcript;
  if (segments[0]?.kind !== 'cue') return [];
  const { spoken, lines } = speech(text);
  const isOpen = openTo(transcript);
  let line = 0;
  return findHits(rules, spoken, name, guard).flatMap((hit): Hit[] => {
    while ((lines[line + 1]?.spoken ?? Infinity) <= hit.from) line++;
    const parts = partsOf(hit, lines, line);
    const [first] = parts;
    const last = parts.at(-1);
    if (!first || !last || parts.length < 2) return [];
    const insert = placed(text, joined(text, parts), hit.insert);
    if (insert === undefined || !parts.every((part) => isOpen(part))) return [];
    // The space beside a word goes with the word, where the line now begins or ends.
    const from = isBreak(insert, 0) && text[first.from - 1] === ' ' ? first.from - 1 : first.from;
    const to = isBreak(insert, insert.length - 1) && text[last.to] === ' ' ? last.to + 1 : last.to;
    return [{ ...hit, from, to, insert }];
  });
}

/** A line of a text, and where it begins when the breaks are taken out. */
interface SpokenLine extends Range {
  readonly spoken: number;
}

/** A text as it was spoken: no breaks, but a space where one parts two Latin words. */
function speech(text: string): { spoken: string; lines: SpokenLine[] } {
  const lines: SpokenLine[] = [];
  let spoken = '';
  let from = 0;
  for (const part of text.split(breaks)) {
    if (/[a-z0-9]$/i.test(spoken) && /^[a-z0-9]/i.test(part)) spoken += ' ';
    lines.push({ from, to: from + part.length, spoken: spoken.length });
    spoken += part;
    from += part.length + 1;
  }
  return { spoken, lines };
}

/** The parts of a hit in the lines from `line` on, by places in the text. */
function partsOf({ from, to }: Range, lines: readonly SpokenLine[], line: number): Range[] {
  const parts: Range[] = [];
  for (let at = line; (lines[at]?.spoken ?? Infinity) < to; at++) {
    const { from: start, to: end, spoken } = lines[at] ?? { from: 0, to: 0, spoken: 0 };
    const part = { from: start + Math.max(0, from - spoken), to: Math.min(end, start + to - spoken) };
    if (part.to > part.from) parts.push(part);
  }
  return parts;
}

/** The parts, those as one that a break inside a cue would have nothing left to part. */
function joined(text: string, parts: readonly Range[]): Range[] {
  const result: Range[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    const inCue = last && text.slice(last.to, part.from) === lineBreak;
    if (inCue && (isLine(text, last) || isLine(text, part)))
      result[result.length - 1] = { ...last, to: part.to };
    else result.push(part);
  }
  return result;
}

/** What goes in the place of the parts and the breaks between them. */
function placed(text: string, parts: readonly Range[], insert: string): string | undefined {
  const emptied = parts.filter((part) => isLine(text, part));
  if (emptied.length > 1) return undefined;
  const length = ({ from, to }: Range) => to - from;
  const most = emptied[0] ?? parts.reduce((best, part) => (length(part) > length(best) ? part : best));
  return parts
    .map((part, index) => {
      const next = parts[index + 1];
      return `${part === most ? insert : ''}${next ? text.slice(part.to, next.from) : ''}`;
    })
    .join('');
}

const isLine = (text: string, { from, to }: Range): boolean => isBreak(text, from - 1) && isBreak(text, to);

const isBreak = (text: string, at: number): boolean => {
  const character = text[at];
  return character === undefined || character === '\n' || character === lineBreak;
};
