/**
 * How literal matching reads a text: letter case and full-width forms do not count, and every white space is a space.
 * One code unit stands for one code unit, so positions stay what they are; a letter whose lower case is longer stays
 * itself.
 */
const folded = new Uint16Array(65536);
const wordLike = new Uint8Array(65536);

for (let code = 0; code < 65536; code++) folded[code] = foldOne(code);
for (let code = 0; code < 65536; code++) {
  wordLike[code] = /[\p{Script=Latin}\p{Nd}_]/u.test(String.fromCharCode(folded[code] ?? code)) ? 1 : 0;
}

function foldOne(code: number): number {
  // Full-width ！ to ～ stand in the order of ASCII.
  const narrow = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
  const char = String.fromCharCode(narrow);
  if (/\s/.test(char)) return 32;
  const lower = char.toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : narrow;
}

/** The same, and sentence marks and fillers are spaces as well: what may stand in the middle of a term. */
const foldedGaps = folded.slice();
for (const char of '，。、；：？！…,.;:?!呃嗯啊额哦') foldedGaps[char.charCodeAt(0)] = 32;

/** A table of how each code unit is read. */
export type Folding = Uint16Array;
export const plainFolding: Folding = folded;
export const gapFolding: Folding = foldedGaps;

export const foldCode = (code: number): number => folded[code] ?? code;

/** A Latin letter, a digit or an underscore: what a Latin word or number is made of. */
export const isWordCode = (code: number): boolean => wordLike[code] === 1;

export const isDigitCode = (code: number): boolean => {
  const digit = folded[code] ?? code;
  return digit >= 48 && digit <= 57;
};

/** The text as literal matching sees it: folded, runs of white space made one space, none at the ends. */
export function foldText(text: string, folding: Folding = plainFolding): string {
  let out = '';
  for (let i = 0; i < text.length; i++) out += String.fromCharCode(folding[text.charCodeAt(i)] ?? 32);
  return out.trim().replace(/ +/g, ' ');
}
