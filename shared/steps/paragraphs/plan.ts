import { type Block, type Habits, type Run, sentenceEnd } from './blocks';
import { type Border, judge } from './border';
import { type Move, moveList } from './moves';

/** How sure a verdict has to be. */
const enough = {
  /** No mark belongs at the end of a block; at a comma. Taking a mark away is harder to notice than changing it. */
  open: 0.5,
  openInside: 0.6,
  /** A sentence ends with a block. Less than even: a stop too many reads better than a sentence without end. */
  sentence: 0.35,
  /** A comma ends a sentence; the same where a picture waits for the end. */
  sentenceInside: 0.5,
  sentenceWaited: 0.35,
};

/** The longer a sentence has become, the less it takes to end it at a comma. */
const enoughAfter = (length: number): number =>
  Math.max(0.2, enough.sentenceInside - Math.max(0, length - 100) / 1000);

/** What opens a new subject. */
const topic =
  /^[呃嗯啊 ，]*(?:(?:OK|好)[，, ]*(?:那|接下来|最后|下面|我们|首先|第)|(?:然后|那么?|对)?(?:首先|其次|第[一二三四五六七八九十\d]+(?!次|天|时间|手|代|版|届|名)|接下来|下面|另外|此外|还有一[个点]|最后(?!的|一[种天次])))/i;

/** A question by its form: 吗 at the end, or a question word and 呢. */
const question = /吗[啊呀]?$|(?:什么|怎么|如何|哪|为何|多少|谁|何|是否|是不是|能不能|会不会)[^，。]{0,20}呢$/;

const isLatin = (char: string | undefined): boolean => char !== undefined && /[A-Za-z0-9]/.test(char);
const spaceBetween = (left: string, right: string): string =>
  isLatin(left.trimEnd().at(-1)) && isLatin(right.trimStart()[0]) ? ' ' : '';

/** How a plan is made. */
export interface PlanOptions {
  readonly habits: Habits;
  /** About how long a new paragraph may grow. */
  readonly length: number;
  /** Whether a position lies outside protected text; asked in order. */
  isFree(at: number): boolean;
}

/** What to do with the blocks of a run: moves in the order of the text, none of which meet. */
export function planRun(text: string, run: Run, { habits, length, isFree }: PlanOptions): readonly Move[] {
  const moves = moveList(text);
  let paragraph = 0; // how long the paragraph is up to `counted`
  let counted = 0;
  let sentence = run[0]?.from ?? 0; // where the sentence begins
  const count = (to: number) => {
    paragraph += to - counted;
    counted = to;
  };
  const begin = () => {
    paragraph = 0;
  };
  const opensSubject = (right: string): boolean => paragraph >= length / 2 && topic.test(right);

  /** Goes through the commas of a block: some end a sentence, some belong nowhere. */
  const readCommas = (block: Block) => {
    for (const at of commas(text, block)) {
      if (!isFree(at)) continue;
      const left = text.slice(Math.max(block.from, at - 80), at);
      const right = text.slice(at + 1, Math.min(block.to, at + 41));
      const verdict = judge({ left, right, inside: true });
      if (verdict.open >= enough.openInside) {
        moves.add({ kind: 'open', from: at, to: at + 1, insert: spaceBetween(left, right) });
        continue;
      }
      if (verdict.sentence < (moves.waiting ? enough.sentenceWaited : enoughAfter(at - sentence))) continue;
      count(at + 1);
      sentence = at + 1;
      const mark = question.test(left) ? '？' : '。';
      const parts = !moves.waiting && opensSubject(right);
      if (parts) moves.add({ kind: 'part', from: at, to: at + 1, insert: `${mark}\n\n` });
      else moves.add({ kind: 'end', from: at, to: at + 1, insert: mark });
      if (moves.waiting) moves.setDown(at + 1, true);
      else if (!parts) continue;
      begin();
    }
  };

  /** Reads the border of a block and the next; undefined: it ends in a mark that no recogniser sets. */
  const readBorder = (block: Block, next: Block, border: Border | undefined) => {
    const verdict = border && judge(border);
    const wanted = Math.min(enough.sentence, enoughAfter(block.to - sentence));
    if (border && verdict && (verdict.open >= enough.open || verdict.sentence < wanted)) {
      if (block.images) moves.takeUp(text.slice(block.images.from, block.images.to));
      const insert = verdict.open >= enough.open ? spaceBetween(border.left, border.right) : '，';
      moves.add({ kind: 'join', from: block.to - 1, to: next.from, insert });
      return;
    }
    sentence = next.from;
    if (border && question.test(border.left)) {
      moves.add({ kind: 'end', from: block.to - 1, to: block.to, insert: '？' });
    }
    if (moves.waiting) moves.setDown(block.to, false);
    else if (border && !block.images && paragraph < length && !opensSubject(border.right)) {
      moves.add({ kind: 'merge', from: block.to, to: next.from, insert: '' });
      return;
    }
    begin();
  };

  run.forEach((block, index) => {
    counted = block.from;
    readCommas(block);
    count(block.to);
    const next = run[index + 1];
    if (next) readBorder(block, next, borderOf(text, block, next, habits));
    else if (moves.waiting) moves.setDown(block.to, false);
  });
  return moves.done;
}

function borderOf(text: string, block: Block, next: Block, habits: Habits): Border | undefined {
  const end = text.slice(block.from, block.to);
  if (!end.endsWith('。') || sentenceEnd.test(end.slice(0, -1))) return undefined;
  const right = text.slice(next.from, next.to);
  const clause = right.search(/[，,。]/);
  return {
    left: end.slice(0, -1),
    right: right.slice(0, 40),
    image: block.images !== undefined,
    early: clause >= 0 && end.length + clause + 2 < habits.cutAt,
  };
}

function commas(text: string, block: Block): number[] {
  const places: number[] = [];
  for (let at = text.indexOf('，', block.from); at >= 0 && at < block.to; at = text.indexOf('，', at + 1)) {
    places.push(at);
  }
  return places;
}
