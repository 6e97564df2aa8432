import { applyEdits, type Edit } from '../../transcript/edit';
import { type Block, type Habits, type Run, sentenceEnd } from './blocks';
import { type Border, judge } from './border';

/** What is done at one place of the text. */
export interface Move extends Edit {
  readonly kind: 'join' | 'end' | 'open' | 'merge' | 'part' | 'image';
}

/** How sure a verdict has to be. */
const enough = {
  /** A block ends a sentence. */
  sentence: 0.35,
  /** No mark belongs at the end of a block; at a comma. */
  open: 0.5,
  openInside: 0.6,
  /** A comma ends a sentence; the same where a picture or an overlong sentence waits for one. */
  sentenceInside: 0.6,
  sentenceWaited: 0.35,
};

/** How sure it has to be that a comma ends a sentence of some length: the longer it is, the less. */
const enoughAfter = (length: number): number =>
  Math.max(0.2, enough.sentenceInside - 0.1 * Math.max(0, length - 150) / 100);

/** What opens a new subject. */
const topic =
  /^[呃嗯啊 ，]*(?:(?:OK|好)[，, ]*(?:那|接下来|最后|下面|我们|首先|第)|(?:然后|那么?|对)?(?:首先|其次|第[一二三四五六七八九十\d]+(?!次|天|时间|手|代|版|届|名)|接下来|下面|另外|此外|还有一[个点]|最后(?!的|一[种天次])))/i;

/** A question by its form: 吗 at the end, or a question word and 呢. */
const question = /吗[啊呀]?$|(?:什么|怎么|如何|哪|为何|多少|谁|何|是否|是不是|能不能|会不会)[^，。]{0,20}呢$/;

const endMark = (left: string): string => (question.test(left) ? '？' : '。');
const isLatin = (char: string | undefined): boolean => char !== undefined && /[A-Za-z0-9]/.test(char);

/** What to do with the blocks of a run, in the order of the text; no two moves meet. `length`: of a new paragraph; `isFree`: no protected text there. */
export function planRun(
  text: string,
  run: Run,
  habits: Habits,
  length: number,
  isFree: (at: number) => boolean,
): Move[] {
  const moves: Move[] = [];
  let paragraph = 0; // the length of the paragraph so far
  let sentence = 0; // where the sentence that is being read began
  let images = ''; // pictures that wait for the end of the sentence they came in
  let held: Move[] = []; // what is done since they came

  const put = (move: Move) => {
    (images ? held : moves).push(move);
  };
  /** Sets the waiting pictures down at the end of a sentence, `at`. */
  const setDown = (at: number, more: boolean) => {
    const from = held[0]?.from ?? at;
    const inner = held.map((move) => ({ ...move, from: move.from - from, to: move.to - from }));
    const insert = `${applyEdits(text.slice(from, at), inner)}\n\n${images}${more ? '\n\n' : ''}`;
    moves.push({ kind: 'image', from, to: at, insert });
    images = '';
    held = [];
    paragraph = 0;
  };

  run.forEach((block, index) => {
    if (index === 0) sentence = block.from;
    let counted = block.from;
    for (const at of commas(text, block)) {
      if (!isFree(at)) continue;
      const left = text.slice(Math.max(block.from, at - 80), at);
      const right = text.slice(at + 1, Math.min(block.to, at + 41));
      const verdict = judge({ left, right, inside: true });
      const waits = images !== '' ? enough.sentenceWaited : enoughAfter(at - sentence);
      if (verdict.open >= enough.openInside) {
        put({ kind: 'open', from: at, to: at + 1, insert: spaceBetween(left, right) });
      } else if (verdict.sentence >= waits) {
        paragraph += at + 1 - counted;
        counted = at + 1;
        sentence = at + 1;
        const parts = !images && topic.test(right) && paragraph >= length / 2;
        const mark = endMark(left);
        put({ kind: parts ? 'part' : 'end', from: at, to: at + 1, insert: parts ? `${mark}\n\n` : mark });
        if (images) setDown(at + 1, true);
        else if (parts) paragraph = 0;
      }
    }
    paragraph += block.to - counted;
    const next = run[index + 1];
    if (!next) {
      if (images) setDown(block.to, false);
      return;
    }
    const border = borderOf(text, block, next, habits);
    const verdict = border && judge(border);
    if (!border || !verdict || (verdict.sentence >= enough.sentence && verdict.open < enough.open)) {
      sentence = next.from;
      if (border && question.test(border.left))
        put({ kind: 'end', from: block.to - 1, to: block.to, insert: '？' });
      if (images) setDown(block.to, false);
      else if (
        !border ||
        block.images ||
        paragraph >= length ||
        (topic.test(border.right) && paragraph >= length / 2)
      ) {
        paragraph = 0;
      } else moves.push({ kind: 'merge', from: block.to, to: next.from, insert: '' });
      return;
    }
    const insert = verdict.open >= enough.open ? spaceBetween(border.left, border.right) : '，';
    const join: Move = { kind: 'join', from: block.to - 1, to: next.from, insert };
    if (block.images) {
      const shown = text.slice(block.images.from, block.images.to);
      if (images) images += `\n\n${shown}`;
      else {
        images = shown;
        held = [];
      }
    }
    put(join);
  });
  return moves;
}

/** The border of two blocks, or undefined where the first ends in another mark than a recogniser's. */
function borderOf(text: string, block: Block, next: Block, habits: Habits): Border | undefined {
  const end = text.slice(block.from, block.to);
  if (!end.endsWith('。') || sentenceEnd.test(end.slice(0, -1))) return undefined;
  const right = text.slice(next.from, next.to);
  const clause = right.search(/[，,。]/);
  const room = habits.cutAt - end.length;
  return {
    left: end.slice(0, -1),
    right: right.slice(0, 40),
    image: block.images !== undefined,
    early: clause >= 0 && clause + 2 < room,
  };
}

const spaceBetween = (left: string, right: string): string =>
  isLatin(left.trimEnd().at(-1)) && isLatin(right.trimStart()[0]) ? ' ' : '';

function commas(text: string, block: Block): number[] {
  const places: number[] = [];
  for (let at = text.indexOf('，', block.from); at >= 0 && at < block.to; at = text.indexOf('，', at + 1)) {
    places.push(at);
  }
  return places;
}
