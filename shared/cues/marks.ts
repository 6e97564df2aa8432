import type { CueProfile } from './profile';
import { isWideCode } from './width';

/** Marks that come in pairs, opening and closing. */
const pairs = ['（）', '()', '[]', '【】', '〔〕', '《》', '〈〉', '「」', '『』', '“”', '‘’'] as const;

/** The closing mark of each opening one. */
export const closingOf: ReadonlyMap<string, string> = new Map(
  pairs.map((pair): [string, string] => [pair.charAt(0), pair.charAt(1)]),
);
const closers = [...closingOf.values()].join('');

/** The same by code unit: 0 for what closes or opens nothing, else the code of its partner. */
export const partnerOfOpening = new Uint16Array(65536);
/** 1 for a closing bracket or quote. */
export const closesPair = new Uint8Array(65536);
/** 1 for what no line begins with. */
export const staysWithLast = new Uint8Array(65536);

for (const [open, close] of closingOf) {
  partnerOfOpening[open.charCodeAt(0)] = close.charCodeAt(0);
  closesPair[close.charCodeAt(0)] = 1;
}
for (const mark of `，。、；：？！…‥,.;:?!%％‰℃°～·—${closers}`) staysWithLast[mark.charCodeAt(0)] = 1;

/** Whether a text holds anything that is said: more than marks and white space. */
export const isSpoken = (text: string): boolean => /[^\s\p{P}]/u.test(text);

/**
 * A cue's lines as they are shown: white space made single, and full stops and commas inside or at the end of Chinese
 * text as the profile wants them.
 */
export function showLines(lines: readonly string[], profile: CueProfile): string[] {
  return lines
    .map((line, index) => showLine(line, profile, index === lines.length - 1))
    .filter((line) => line !== '');
}

/** What is left of a line break where lines are joined: nothing between Han and full-width characters, else a space. */
function joint(space: string, at: number, line: string): string {
  const isWide = isWideCode(line.charCodeAt(at - 1)) && isWideCode(line.charCodeAt(at + space.length));
  return isWide ? '' : ' ';
}

function showLine(line: string, { innerMarks, finalMarks }: CueProfile, isLast: boolean): string {
  let shown = line.trim().replace(/\s*\u2028\s*/g, joint);
  if (innerMarks === 'space') {
    shown = shown.replace(/[，。]+(?=[\s”’」』）)】》])/g, '').replace(/[，。]+(?=.)/gsu, ' ');
    if (!isLast) shown = shown.replace(/[，。]+$/, '');
  }
  if (isLast && finalMarks === 'drop') shown = shown.replace(/[，。]+$/, '');
  return shown.replace(/\s+/g, ' ').trim();
}
