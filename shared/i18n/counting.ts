/** A number with its noun, in English. */
export const count = (n: number, one: string, many: string): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

/** A number as it is written in Chinese text. */
export const n = (value: number): string => value.toLocaleString('zh-CN');
