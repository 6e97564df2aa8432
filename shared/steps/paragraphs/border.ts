import {
  adjunct,
  type Cue,
  condition,
  endCues,
  exampleIs,
  fillerEnd,
  type JointId,
  likeness,
  oneOf,
  opener,
  pronounIs,
  startCues,
  suffix,
  topicAnew,
  unfinished,
} from './cues';
import { bias, weights } from './weights';

/** A place where a recogniser put a mark, and what is known of it. */
export interface Border {
  /** The text before the mark, from the last sentence end at most. */
  readonly left: string;
  /** The text after it. */
  readonly right: string;
  /** Whether it lies inside a block, where the mark is a comma. */
  readonly inside?: boolean;
  /** Whether a slide was shown there. */
  readonly image?: boolean;
  /** Whether the block ended although the next words would have fitted. */
  readonly early?: boolean;
}

/** How likely a sentence ends at a border, and how likely no mark belongs there at all. */
export interface Verdict {
  readonly sentence: number;
  readonly open: number;
}

/** Weighs the cues of a border. Where grammar leaves no choice, nothing is weighed. */
export function judge(border: Border): Verdict {
  if (suffix.test(border.right) || unfinished.test(border.left) || isInWord(border))
    return { sentence: 0, open: 1 };
  let sentence = border.inside ? bias.inside[0] : bias.block[0];
  let open = border.inside ? bias.inside[1] : bias.block[1];
  for (const id of cuesOf(border)) {
    const weight = weights[id];
    if (!weight) continue;
    sentence += weight[0];
    open += weight[1];
  }
  return { sentence: chance(sentence), open: chance(open) };
}

/** 一|些, 116|B: both sides are one word. */
const isInWord = ({ left, right }: Border): boolean =>
  (/[一这那某哪有]$/.test(left) && /^[些种]/.test(right)) ||
  (/\d$/.test(left) && /^[BKMGT]\p{Script=Han}/u.test(right));

const chance = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** What a listener passes over at the beginning of a clause. */
const leading = /^[呃嗯啊额哎 ，]+/;
const clauseMark = /[，。？！；,;?!]/;

/** The names of the cues that a border shows. */
export function cuesOf(border: Border): string[] {
  const heard = border.left.slice(-80).trimEnd();
  const left = heard.replace(/[啊哈呀哦呃嗯额]+$/, '');
  const right = border.right.slice(0, 40).replace(leading, '');
  const clauses = left.split(clauseMark);
  const last = clauses.at(-1) ?? '';
  const next = right.split(clauseMark, 1)[0] ?? '';
  const end = fillerEnd.test(heard) ? 'e:filler' : firstOf(endCues, last, 'e:other');
  const start = firstOf(startCues, right, 's:other');
  const names = [end, start];
  const add = (name: JointId, holds: boolean) => {
    if (holds) names.push(name);
  };

  const core = last.replace(opener, '');
  const verbless = !/[是有会能要做让把给到了去来成为发现可以得在讲叫用看想说]/.test(core);
  const statement =
    /(?:是|有|做|出现|提出|介绍|分享|发现|看到|达到|获得|取得).{0,30}(?:一个|一些|一种|这个|这种|的)[^的，]{1,8}$/.test(
      core,
    );
  const nounStart = /^s:(?:other|latin|quantity|this|digit)$/.test(start);
  add('j:particle', heard !== left && end !== 'e:filler');
  add('j:image', border.image === true);
  add('j:early', border.early === true);
  add('j:open', condition.test(core));
  add('j:openBefore', condition.test((clauses.at(-2) ?? '').replace(opener, '')));
  add('j:adjunct', adjunct.test(core));
  add(
    'j:parallel',
    core.length > 1 &&
      next.length > 1 &&
      core[0] === next[0] &&
      /[^我这他它你那就]/.test(next.slice(0, 1)) &&
      /^\p{Script=Han}/u.test(core),
  );
  add('j:short', core.length <= 4);
  add('j:verbless', verbless);
  add('j:asks', /什么|怎么|哪|如何|多少|是否|是不是|能不能(?!$)/.test(last));
  add('j:statement', statement);
  add('j:subjectVerb', verbless && start === 's:verb');
  add('j:nounVerb', /^e:(?:other|latin)$/.test(end) && start === 's:verb' && !statement);
  add('j:deNoun', /^e:de/.test(end) && nounStart);
  add(
    'j:openNoun',
    /^e:(?:quantity|verb|adverb|preposition)$/.test(end) && (nounStart || start === 's:preposition'),
  );
  add('j:echo', sharesText(last, next, 4));
  add('j:nextTopic', /(?:之后|以后|的话|后)$/.test(next));
  add('j:long', last.length >= 18);
  add('j:digits', /\d$/.test(left) && /^\d/.test(right));
  add('j:topicAnew', topicAnew.test(right));
  add('j:exampleIs', exampleIs.test(right));
  add('j:resumed', resumes(last, next));
  add('j:like', likeness.test(right));
  add('j:pronounIs', pronounIs.test(last));
  add('j:oneOf', oneOf.test(last));
  return names;
}

/** Whether the next clause takes up the last word of this one: 就是对齐，在对齐这一块. */
function resumes(last: string, next: string): boolean {
  const anew = next.replace(/^(?:在|对于|关于|而|那)/, '');
  const words = [4, 3, 2].map((length) => last.slice(-length));
  return words.some((word) => /^[\p{L}\d]{2,}$/u.test(word) && anew.startsWith(word));
}

const firstOf = (cues: readonly Cue[], text: string, otherwise: string): string =>
  cues.find(({ pattern }) => pattern.test(text))?.id ?? otherwise;

function sharesText(a: string, b: string, length: number): boolean {
  for (let at = 0; at + length <= b.length; at++) if (a.includes(b.slice(at, at + length))) return true;
  return false;
}
