/** A class of words at the end or the beginning of a clause, known by its form. */
export interface Cue {
  readonly id: string;
  readonly pattern: RegExp;
}
const cue = (id: string, pattern: RegExp): Cue => ({ id, pattern });

/** How clauses end; the first that fits counts. */
export const endCues: readonly Cue[] = [
  // Asks the listeners, or closes a turn: often the last word of a sentence.
  cue('e:confirm', /(?:对吧|是吧|对不对|好吧|是不是|好不好|[对好吧嘛])$/),
  // A question is over with its question word or particle.
  cue('e:question', /(?:什么|哪里|哪儿|多少|怎么样|为什么|什么样子|[吗呢])的?$/),
  // What is said, found or thought follows as a clause: a comma stands well, a stop never.
  cue(
    'e:say',
    /(?:说|发现|认为|觉得|知道|看到|看|想象|意识到|证明|说明|表明|指出|提到|问|讲|想|理解|假设|可见|例如|比如)$/,
  ),
  // …的是, 就是: what it is comes next.
  cue('e:copula', /(?:是|叫|叫做|等于|在于|属于)$/),
  // When, where, if, and besides what: sets the scene for a clause that is to come.
  cue(
    'e:topic',
    /(?:时候|的时|之前|之后|以后|以前|的话|情况下|条件下|前提下|场景下|过程中|过程当中|当中|之中|来说|来讲|来看|而言|方面|角度|程度上|之外|以外|为例|开始|期间|的同时|基础上|意义上|本质上|一方面|部分|为止)$/,
  ),
  // The same, with a place.
  cue('e:place', /(?:[^以加晚早马]上|[^一以剩]下|[^其]中|[这那]里|里面|里|内|之间|上面|下面|层面)$/),
  // The verb has its complement; a clause may end here.
  cue(
    'e:complement',
    /(?:起来|出来|下来|下去|过来|上来|回来|进来|上去|出去|过去|一下|一点|一遍|完|住|见|一起|在一起)$/,
  ),
  // Something is done; a clause may end here.
  cue('e:le', /[了过]$/),
  // 是…的, 很…的: 的 closes a statement rather than opens a noun phrase.
  cue('e:deState', /(?:是|会|挺|很|非常|比较|蛮|还|更|都|特别|最)[^，]{1,12}的$/),
  // Any other 的 waits for its noun, 得 for its degree.
  cue('e:de', /[的地得]$/),
  // A measure word waits for its noun.
  cue(
    'e:quantity',
    /(?:[一这那几每某各两]|[一二两三四五六七八九十几这那每某各][个种些类次条点项]|很多|许多|大量|其他|其它|所谓|整个|所有|有的)$/,
  ),
  // Prepositions and conjunctions wait for what they join.
  cue(
    'e:preposition',
    /(?:[在和与跟同及或把将被对给让使从向由比为以用像而且并]|对于|关于|通过|根据|基于|按照|以及|或者|因为|所以|但是|如果|然后|除了|随着|为了|还有|包括|尤其|甚至|不是)$/,
  ),
  // Modal verbs and adverbs wait for their verb.
  cue(
    'e:adverb',
    /(?:可以|能够?|会|要|需要|应该|必须|去|来|[都也还就才更最很太再又不没只]|非常|没有|一直|已经|正在|可能|其实|实际上|基本上|直接|往往|能不能|明显|大概|开始|自然)$/,
  ),
  // A transitive verb waits for its object.
  cue(
    'e:verb',
    /(?:采用|使用|利用|达到|成为|变成|做|有|提出|得到|找到|超过|提供|支持|投入|输入|输出|表达出?|借助|避免|带来|[^完]成|[做有给推]了)$/,
  ),
  // An adjective: the predicate is complete.
  cue(
    'e:degree',
    /(?:[多少大小高低好差强弱快慢难深准]|重要|简单|复杂|清楚|明白|一样|不同|有效|平衡|相似|关键|困难|清晰|不错)$/,
  ),
  cue('e:latin', /[A-Za-z]$/),
  cue('e:digit', /\d$/),
];

/** How clauses begin; the first that fits counts. */
export const startCues: readonly Cue[] = [
  // A suffix has lost its word.
  cue('s:suffix', /^(?:[的了们性些]|之后|之前|以后|时候|个(?!人))/),
  // Counts points: a new one is a new sentence.
  cue(
    's:ordinal',
    /^(?:然后)?(?:呢)?(?:首先|其次|再次|第[一二三四五六七八九十\d]|最后(?!的)|另外|此外|还有一[个点]|接下来|下面|再者)/,
  ),
  // Takes the floor, or nods before going on.
  cue(
    's:ack',
    /^(?:OK|K那|好[，的啊 ]|好$|好最后|好那|对[，的啊我明其第一但然所好讲 ]|对这个也|行[，啊]|明白|谢谢|是的|没错)/i,
  ),
  // 那 with a subject after it draws the next conclusion.
  cue('s:naTopic', /^(?:那这|那么?(?:在|我们?|对于|接下来|首先|具体|到底|实际上|如何|怎么|为什么))/),
  // Any other 那 may be the second half of “if …, then …”.
  cue('s:na', /^那(?![个些种边样里])/),
  // Concludes.
  cue('s:suoyi', /^(?:然后|对)?(?:所以|因此|总之|总的来说|综上)/),
  // Concedes, mostly anew.
  cue('s:dangran', /^(?:然后)?当然/),
  // Contrasts; as often inside a sentence as at its beginning.
  cue('s:danshi', /^(?:但|不过|可是|然而|只是|只不过)/),
  // 然后 with a subject of its own goes on to the next thing.
  cue('s:ranhouTopic', /^(?:然后|接着)(?:呢|这个|这里|这是|我们|前面|今天|右边|左边|那)/),
  // Any other 然后 strings clauses together.
  cue('s:ranhou', /^(?:然后|接着|于是|后来)/),
  // Explains what was just said.
  cue('s:jiushi', /^(?:也就是|就是|就说|是说|即|就(?!会|可以|能|得|要|不|没|像|把))/),
  // Gives an example of what was just said.
  cue('s:example', /^(?:比如|例如|譬如|像|包括|尤其|特别是|甚至|诸如)/),
  // Adds to what was just said.
  cue('s:conjunction', /^(?:或|以及|还有|和|与|跟|及|而|并|且|同时|其中|不仅|只有|才能|那个)/),
  // Begins a complex sentence, though often one inside another.
  cue(
    's:condition',
    /^(?:因为|由于|有了|如果|虽然|假如|假设|即使|只要|除了|当|随着|为了|不管|无论|一旦|既然|尽管)/,
  ),
  // May begin a clause, or hang on the verb before.
  cue('s:preposition', /^(?:对于|关于|通过|基于|在|从|按照|根据|利用|用|以|把|将|让|给|被|向|由|比|到|对)/),
  // 这 takes up all that was said and makes a statement about it.
  cue(
    's:thisIs',
    /^(?:这(?:个)?(?:就|也|都|其实|本质上|应该|可能)?是|这点|这说明|这意味|这样的话|这里面?|这时|这个时候|这个过程|这边)/,
  ),
  // Any other 这 is a determiner, often of a delayed object.
  cue('s:this', /^这/),
  // A subject: a clause begins, but no more is known.
  cue('s:we', /^(?:我们?|咱们|本文|笔者)/),
  // As above; “you can see” often begins a sentence.
  cue('s:you', /^(?:大家|你们?|您|各位|有人|每个人)/),
  // Takes up a noun of the clause before, mostly in the same sentence.
  cue('s:it', /^(?:[他它她]们?|其(?![实中他它]))/),
  // Comments on a clause of its own.
  cue(
    's:adverb',
    /^(?:其实|实际上|事实上|本质上|基本上|一般|具体|同样|刚才|刚刚|现在|目前|今天|最近|以前|当时|后面|前面|接下|总|去年|今年)/,
  ),
  // Hedges a predicate whose subject stands before.
  cue('s:maybe', /^(?:可能|应该|大概|也许|大约|似乎|好像)/),
  // A predicate without subject: its subject stands before.
  cue(
    's:verb',
    /^(?:是|有|会|能|可以|要|去|来|做|得到|发现|提出|也|都|还|才|又|再|更|最|仍然|已经|不|没|只|叫|预测|发生|支持|实现|需要|包含|存在|导致|使得?|快要|带来|开发|设计|写|避免|说|看|帮|确保|相信|感觉|明确|需要|增加|优化|直接|来自|快|正|往|真的)/,
  ),
  // A noun phrase, often a delayed object.
  cue('s:quantity', /^(?:一[个种些类次]|几[个种]|很多|许多|[二两三四五六七八九十\d]+[个种条])/),
  cue('s:latin', /^[A-Za-z]/),
  cue('s:digit', /^\d/),
];

/** Waits for what it joins or governs: no mark stands after it, whatever comes. */
export const unfinished = /(?:[把将]|对于|关于|以及|或者|(?:[的是心法力度式容]|[A-Za-z])[跟和与])$/;

/** Hangs on the word before: no mark stands in front of it. */
export const suffix = /^(?:的(?![确士话])|们|相关的|之间的)/;

/** A hesitation: what follows it belongs to what was before. */
export const fillerEnd = /[呃嗯额]$/;

/** What may stand before a clause without being part of it. */
export const opener =
  /^(?:然后|那么?|所以|但是?|就是说?|其实|实际上|当然|而且|因为|比如说?|对|OK|呃|嗯|啊|也就是说?|就)*/i;

/** The first half of a complex sentence. */
export const condition =
  /^(?:如果|当(?!然|时)|因为|由于|虽然|随着|除了|即使|只要|为了|不管|无论|假设|假如|一旦|既然|尽管)/;

/** A clause that only says of what, where, or by what means. */
export const adjunct = /^(?:对于|关于|通过|在|从|按照|根据|基于|以|用|像)/;

/** A comment with a subject of its own begins a statement: 实际上对于我们来说. */
export const topicAnew = /^(?:其实|实际上|事实上|一般)(?:[我你他它这]|大家|对于|在|的)/;

/** An example told in a sentence of its own: 比如说任务是. */
export const exampleIs = /^(?:比如|例如)说?[^，。]{0,8}(?:是|虽然|如果|我们|你)/;

/** Says of what kind a thing is; never parted from it. */
export const likeness = /^(?:像[^，。]{1,12}(?:一样|这样|那样)|这样的(?!话))/;

/** 我们是，先 …: a speaker who looks for the verb. */
export const pronounIs = /^(?:所以|然后|那)*(?:[我你他它这那]们?|大家|第[一二三四])是$/;

/** Waits for its noun even where it could stand alone. */
export const oneOf = /(?:一[个些种套类]|所谓的?|各种)$/;

/** Cues that look at more than the last or the first word. */
export type JointId = `j:${string}`;
