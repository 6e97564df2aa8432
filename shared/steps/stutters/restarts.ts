/** What a speaker says anew in other words, or puts right: where it stands in a line. Both may be meant. */
export interface Restart {
  readonly from: number;
  readonly to: number;
  readonly kind: 'restart' | 'repair';
  /** Whether nothing else can be meant. */
  readonly sure?: boolean;
}

/** With one of these after a comma a clause may be taken up again: 做出口的，一直做出口的生意. */
const afterPause = /[，,](?:其实|一直|在|就是?|是|已经|基本上|主要|应该|可能|或者说|从|对|把|通过)/gu;
/** Without a pause these cannot stand between what is said twice: 换了一条另外就换了一条新的路. */
const atOnce = /(?<=\p{Script=Han})(?:另外就|然后就?|其实)/gu;
/** How much must be said twice, in characters, to be no accident; and how much is looked for. */
const [shortest, longest] = [4, 10];

/** What is said, and said again behind `joint`, and further. What goes ends with the comma, or with all of the joint. */
function takenUp(line: string, joint: RegExp): Restart[] {
  return Array.from(line.matchAll(joint)).flatMap(({ index, 0: found }): Restart[] => {
    const second = index + found.length;
    const sure = joint === atOnce;
    for (let length = Math.min(longest, index); length >= shortest; length--) {
      const text = line.slice(index - length, index);
      if (!line.startsWith(text, second) || !/^\p{Script=Han}+$/u.test(text)) continue;
      const goesOn = /^(?![吧吗呢啊的])[\p{L}\d]/u.test(line.slice(second + length, second + length + 2));
      const to = sure ? second : index + 1;
      return goesOn ? [{ from: index - length, to, kind: 'restart', sure }] : [];
    }
    return [];
  });
}

/** acacaccessible: the head of a word said three times at least, as no word has it. */
const wordHead = /(?<![A-Za-z])([a-z]{2,4})\1+(?=\1(?!\1)[a-z]{3,})/g;
const headsAgain = (line: string): Restart[] =>
  Array.from(line.matchAll(wordHead), ({ index, 0: text }) => ({
    from: index,
    to: index + text.length,
    kind: 'restart',
    sure: true,
  }));

const digits = '\\d零〇一二两三四五六七八九十百千万亿.';
const corrected = new RegExp(
  `(?<![${digits}第])[${digits}]+(\\p{Script=Han})[，,][哦呃啊]?[，,]?(?:不对|不是|说错了|口误)[，,](?:应该)?是?(?=[${digits}]+\\1)`,
  'gu',
);

/** 三月，不对，四月 */
const repaired = (line: string): Restart[] =>
  Array.from(line.matchAll(corrected), ({ index, 0: text }) => ({
    from: index,
    to: index + text.length,
    kind: 'repair',
  }));

/** All restarts in a line that are no plain repeats, sorted. */
export const restartsIn = (line: string): Restart[] =>
  [
    ...takenUp(line, afterPause),
    ...takenUp(line, atOnce),
    ...headsAgain(line),
    ...(/不对|不是|说错|口误/.test(line) ? repaired(line) : []),
  ].sort((a, b) => a.from - b.from);
