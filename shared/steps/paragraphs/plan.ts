import type { Range } from '../../transcript/edit';
import { type Block, blockEnd, type Habits, type Run, sentenceEnd } from './blocks';
import { type Border, judge } from './border';
import { type Move, moveList } from './moves';

/** How sure a verdict has to be. */
const enough = {
  /** No mark belongs at the end of a block; at a comma. Taking a mark away is harder to notice than changing it. */
  open: 0.5,
  openInside: 0.6,
  /** A sentence ends with a block. Far less than even: a stop too many reads better than a sentence without end. */
  sentence: 0.15,
  /** A comma ends a sentence; the same where a picture waits for the end. */
  sentenceInside: 0.5,
  sentenceWaited: 0.35,
  /** A question ends there. */
  sentenceAsked: 0.05,
};

/** The longer a sentence has become, the less it takes to end it at a comma. */
const enoughAfter = (length: number): number =>
  Math.max(0.2, enough.sentenceInside - Math.max(0, length - 100) / 1000);

/** What opens a new subject. */
const topic =
  /^[呃嗯啊 ，]*(?:(?:OK|好)[，, ]*(?:那|接下来|最后|下面|我们|首先|第)|(?:然后|那么?|对)?(?:首先|其次|第[一二三四五六七八九十\d]+(?!次|天|时间|手|代|版|届|名)|接下来|下面|另外|此外|还有一[个点]|最后(?!的|一[种天次])))/i;

/** A question by its form, which is over wherever it stands: 吗 at the end, or a question word and 呢. */
const asked = /吗[啊呀]?$|(?:什么|怎么|如何|哪|为何|多少|谁|何|是否|是不是|能不能|会不会)[^，。]{0,20}呢$/;
/** A question if a sentence ends with it: 那我们怎么做, 是不是效果更好; but not 那我们看怎么做. */
const asks =
  /(?:^|[，。])(?:(?:(?:那么?|所以)[^，。看知讲说谈介了理]{0,12}|我们)(?:怎么|如何|为什么)[^，。]*[^，。的]|(?:那么?)?是不是[^，。]{4,})$/;

const endMark = (left: string): '？' | '。' => (asked.test(left) || asks.test(left) ? '？' : '。');

/** English marks; a space may follow them, but not at the end of a line. */
const englishMarks = { '，': ',', '。': '.', '？': '?' } as const;

/** Words that stand apart: a pause follows 当然, 首先 or a nod where they open a sentence, and OK wherever it opens a clause. */
const apart = {
  sentence:
    /^(?:当然|首先|其次|第[一二三四五](?=我们|如果|就(?!是))|对(?=这个[也就都]是|所以|其实)|(?:OK|Ok|ok|好)(?= )|(?:OK|Ok|ok)(?=[那好对]))( ?)(?=[\p{Script=Han}A-Za-z0-9])(?!是|[啦呢啊的])/u,
  clause: /^(?:(?:OK|Ok|ok|好)(?= )|(?:OK|Ok|ok)(?=[那好对]))( ?)(?=[\p{Script=Han}A-Za-z0-9])/u,
};

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
  const moves = moveList();
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
  const marked = (mark: '，' | '。' | '？', lineEnds = false): string =>
    habits.narrow[mark === '，' ? 'comma' : 'stop']
      ? englishMarks[mark] + (lineEnds ? '' : habits.gap)
      : mark;
  const opensSubject = (right: string): boolean => paragraph >= length / 2 && topic.test(right);

  /** Sets a comma after a word that stands apart, where a clause begins. */
  const readOpener = (from: number, to: number) => {
    const found = (sentence === from ? apart.sentence : apart.clause).exec(
      text.slice(from, Math.min(to, from + 8)),
    );
    if (!found || !isFree(from)) return;
    const end = from + found[0].length;
    moves.add({ kind: 'comma', from: end - (found[1] ?? '').length, to: end, insert: marked('，') });
  };

  /** Goes through the commas of a block: some end a sentence, some belong nowhere. */
  const readCommas = (block: Block) => {
    readOpener(block.from, block.to);
    for (const { from, to } of commas(text, block)) {
      if (!isFree(from)) continue;
      const left = text.slice(Math.max(block.from, from - 80), from);
      const right = text.slice(to, Math.min(block.to, to + 40));
      const verdict = judge({ left, right, inside: true });
      if (verdict.open >= enough.openInside) {
        moves.add({ kind: 'open', from, to, insert: spaceBetween(left, right) });
        continue;
      }
      const wanted = moves.waiting ? enough.sentenceWaited : enoughAfter(from - sentence);
      if (verdict.sentence >= (asked.test(left) ? enough.sentenceAsked : wanted)) {
        count(to);
        sentence = to;
        const mark = endMark(left);
        const parts = !moves.waiting && opensSubject(right);
        if (parts) moves.add({ kind: 'part', from, to, insert: `${marked(mark, true)}\n\n` });
        else moves.add({ kind: 'end', from, to, insert: marked(mark, moves.waiting) });
        if (parts || moves.waiting) begin();
        if (moves.waiting) moves.setDown(to, true);
      }
      readOpener(to, block.to);
    }
  };

  /** Reads the border of a block and the next; undefined: it ends in a mark that no recogniser sets. */
  const readBorder = (block: Block, next: Block, border: Border | undefined) => {
    const verdict = border && judge(border);
    const wanted = Math.min(enough.sentence, enoughAfter(block.to - sentence));
    if (border && verdict && (verdict.open >= enough.open || verdict.sentence < wanted)) {
      const insert = verdict.open >= enough.open ? spaceBetween(border.left, border.right) : marked('，');
      const join: Move = { kind: 'join', from: block.to - 1, to: next.from, insert };
      if (block.images) moves.takeUp(text.slice(block.images.from, block.images.to), join);
      else moves.add(join);
      return;
    }
    sentence = next.from;
    const mark = border ? endMark(border.left) : '。';
    if (mark !== '。')
      moves.add({ kind: 'end', from: block.to - 1, to: block.to, insert: marked(mark, true) });
    if (moves.waiting) moves.setDown(block.to, false);
    else if (border && !block.images && paragraph < length && !opensSubject(border.right)) {
      moves.add({
        kind: 'merge',
        from: block.to,
        to: next.from,
        insert: habits.narrow.stop ? habits.gap : '',
      });
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
  if (!blockEnd.test(end) || sentenceEnd.test(end.slice(0, -1))) return undefined;
  const right = text.slice(next.from, next.to);
  const clause = right.search(/[，,。]/);
  return {
    left: end.slice(0, -1),
    right: right.slice(0, 40),
    image: block.images !== undefined,
    early: clause >= 0 && end.length + clause + 2 < habits.cutAt,
  };
}

/** The commas of a block; English ones, which Chinese stands beside, with the space that they may take. */
const commas = (text: string, block: Block): Range[] =>
  Array.from(
    text.slice(block.from, block.to).matchAll(/，|(?<=\p{Script=Han}), ?|, ?(?=\p{Script=Han})/gu),
    (match) => ({
      from: block.from + match.index,
      to: block.from + match.index + match[0].length,
    }),
  );
