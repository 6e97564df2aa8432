/** Units that leave no doubt that the digits before them belong to the number in the line above. */
export const sureUnits: readonly string[] =
  '万亿 千亿 百亿 亿 千万 百万 万 倍 个百分点 个点 % ％ GB MB KB TB PB B M K T G'.split(' ');
