import type { CutCue } from '../shared/cues/cut';
import { type CueProfile, limitsFor } from '../shared/cues/profile';
import { readingTime, widthOf } from '../shared/cues/width';

const opening = '（(《「『【“';
const closing = '）)》」』】”，。、；：？！,.;:?!';

/** What must stay in one piece, found without the cutter's own means. */
const whole: readonly RegExp[] = [
  /[\p{Script=Latin}\d][\p{Script=Latin}\d'’+#./_-]*/gu, // Latin words and numbers
  /\d+(?:\.\d+)? ?(?:[亿万千百]+|GB|B|个月|小时|分钟|秒|倍|年|月|天|块|层|%)(?![A-Za-z])/g,
  /[一二三四五六七八九十百千万亿]+(?:个月|小时|分钟|倍|年|月|天|块|层)/g,
  /《[^《》]*》|（[^（）]*）|“[^“”]*”|「[^「」]*」/g,
];

/**
 * What is wrong with the cues that a paragraph was cut into: lines too wide or too many, a reading time over the
 * longest, text lost or changed, marks at the wrong end of a line, and breaks inside what must stay whole.
 */
export function violations(
  paragraph: string,
  cues: readonly CutCue[],
  profile: CueProfile,
  terms: readonly string[] = [],
): string[] {
  const found: string[] = [];
  const letters = (text: string) => text.replace(/[\s\p{P}]/gu, '');
  if (letters(cues.flatMap(({ lines }) => lines).join('')) !== letters(paragraph))
    found.push('text is not the same');
  const broken = new Set<number>(); // places in the text without white space
  const solid = paragraph.replace(/\s/g, '');
  let place = 0;
  const step = (unit: string) => {
    while (place < solid.length && solid.charAt(place) !== unit && /\p{P}/u.test(solid.charAt(place)))
      place++;
  };
  for (const { from, to, lines } of cues) {
    const text = paragraph.slice(from, to);
    const { widest } = limitsFor(lines.join(''), profile);
    if (lines.length === 0 || lines.length > profile.mostLines) found.push(`${lines.length} lines: ${text}`);
    if (readingTime(lines.join(''), profile) > profile.longest) found.push(`takes too long: ${text}`);
    for (const line of lines) {
      if (widthOf(line, profile.countEvery) > widest) found.push(`too wide: ${line}`);
      if (closing.includes(line.charAt(0))) found.push(`begins with a mark: ${line}`);
      if (opening.includes(line.charAt(line.length - 1))) found.push(`ends with a mark: ${line}`);
      const units = line.replace(/\s/g, '');
      step(units.charAt(0)); // over the marks that are not shown
      broken.add(place);
      for (const unit of units.split('')) {
        step(unit);
        place++;
      }
    }
  }
  const spaces = spacesBefore(paragraph);
  const fits = (text: string) => widthOf(text, profile.countEvery) <= profile.lineWidth;
  const check = (from: number, to: number) => {
    for (let i = from + 1; i < to; i++) {
      if (/\s/.test(paragraph.charAt(i)) || !broken.has(i - (spaces[i] ?? 0))) continue;
      found.push(`broken: ${paragraph.slice(from, i)}|${paragraph.slice(i, to)}`);
      return;
    }
  };
  for (const expression of whole)
    for (const match of paragraph.matchAll(expression))
      if (fits(match[0])) check(match.index, match.index + match[0].length);
  const lower = paragraph.toLowerCase();
  for (const term of terms) {
    for (let at = lower.indexOf(term); at >= 0; at = lower.indexOf(term, at + 1))
      if (!/\w/.test(lower.charAt(at - 1)) && !/\w/.test(lower.charAt(at + term.length)))
        check(at, at + term.length);
  }
  return found;
}

/** How much white space stands before each place of a text. */
function spacesBefore(text: string): number[] {
  let spaces = 0;
  return Array.from({ length: text.length }, (_, i) => (/\s/.test(text.charAt(i)) ? spaces++ : spaces));
}
