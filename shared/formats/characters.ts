// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
const unheldByXml = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu;

/** A text without the characters that are none of any text and that XML cannot hold; halves of a pair become U+FFFD. */
export const withoutControls = (text: string): string =>
  text.replace(unheldByXml, (char) => (/\p{Surrogate}/u.test(char) ? '\ufffd' : ''));
