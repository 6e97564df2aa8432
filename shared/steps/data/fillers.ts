/** Sounds of hesitation. 额 also stands in words: 金额, 额外. */
export const hesitation =
  '[嗯唔]|呃(?!逆)|(?<![金名份余总税限差全巨数销配面保满匾碰定票款])额(?![度外头定角叶手骨满])';

/** Words after which a comma that a hesitation brought along has no place: the speaker was in the middle. */
export const midPhrase =
  /(?:[的在把和与跟从向往给让被对为以将及或就都也还很更最又再要能该把叫]|[一这那每某几两]个|[一这那有哪]些|[这那一各]种|[就只还也都]是|比如说?|包括|以及|可以|可能|关于|通过|根据|由于|因为|如果|我们|他们|你们|大家|这样|那样|所谓)$/u;

/** What a clause begins with: where a particle stood before it, a comma is wanted. */
export const clauseStart =
  /^(?:然后|所以|但是|可是|不过|因为|如果|那|我|你|他|她|它|大家|就是|其实|包括|第[一二三四五]|另外|还有|而且|并且|同时|这[个是样些]|可能|当然|实际上|现在|今天|一个是)/u;

/** Connectives that 呢 adds nothing to: 但是呢. */
export const connectives =
  '然后|所以说|所以|但是|可是|而且|另外|当然|因为|同时|不过|其实|那么|后来|接着|于是|并且|首先|其次|最后|实际上|事实上|总之|比如说|比如|如果说|于是|因此|此外';

/** Words that want something to follow: one of them, 这个, and the same word again is a restart. */
export const leading =
  '我们|你们|他们|它们|大家|这么|那么|这种|那种|一种|一个|一些|因为|如果|所以|但是|或者|以及|包括|关于|对于|通过|根据|为了';
