/** What a speaker says anew in other words, or puts right: where it stands in a line. Both may be meant. */
export interface Restart {
  readonly from: number;
  readonly to: number;
  readonly kind: 'restart' | 'repair';
  /** Whether nothing else can be meant. */
  readonly sure: boolean;
}

/** Words between which a clause is taken up again. */
interface Joint {
  readonly words: RegExp;
  /** Whether they cannot stand between what is said twice; then they go as well, else the comma alone. */
  readonly sure: boolean;
}
/** 做出口的，一直做出口的生意 */
const afterPause: Joint = {
  words: /[，,](?:其实|一直|在|就是?|是|已经|基本上|主要|应该|可能|或者说|从|对|把|通过)/gu,
  sure: false,
};
/** 换了一条另外就换了一条新的路 */
const atOnce: Joint = { words: /(?<=\p{Script=Han})(?:另外就|然后就?|其实)/gu, sure: true };

/** How much must be said twice, in characters, to be no accident; and how much is looked for. */
const [shortest, longest] = [4, 10];

/** What is said, and said again behind a joint, and further. */
function takenUp(line: string, { words, sure }: Joint): Restart[] {
  return Array.from(line.matchAll(words)).flatMap(({ index, 0: found }): Restart[] => {
    const second = index + found.length;
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
    sure: false,
  }));

/** All restarts in a line that are no plain repeats, sorted. */
export const restartsIn = (line: string): Restart[] =>
  [
    ...takenUp(line, afterPause),
    ...takenUp(line, atOnce),
    ...headsAgain(line),
    ...(/不对|不是|说错|口误/.test(line) ? repaired(line) : []),
  ].sort((a, b) => a.from - b.from);
