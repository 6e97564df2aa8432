/** What follows a number: with these a number goes on in the next line, and a numeral becomes digits. */
export const units: readonly string[] = (
  '万亿 千亿 百亿 亿 千万 百万 万 倍 个百分点 个点 % ％ 元 块 美元 美金 欧元 日元 人民币 米 厘米 毫米 千米 公里 公斤 千克 克 吨 秒 毫秒 分钟 小时 天 周 个月 岁 度 ' +
  '平方米 立方米 公顷 亩 升 毫升 瓦 千瓦 伏 安 赫兹 兆 帧 像素 字节 比特 页 篇 张 台 层 卡 人 名 位 次 家 条 款 项 GB MB KB TB PB B M K T G P FLOPs token tokens'
).split(' ');

/** Units that leave no doubt that the digits before them belong to the number in the line above. */
export const sureUnits: readonly string[] =
  '万亿 千亿 百亿 亿 千万 百万 万 倍 个百分点 个点 % ％ GB MB KB TB PB B M K T G'.split(' ');
