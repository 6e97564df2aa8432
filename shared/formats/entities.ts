const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  lrm: '\u200e',
  rlm: '\u200f',
};

/** A character given by name or number, as WebVTT and HTML have it. */
export const entity = '&(?:amp|lt|gt|quot|apos|nbsp|lrm|rlm|#\\d{1,7}|#[xX][0-9a-fA-F]{1,6});';

/** The character that an entity such as `&amp;` stands for; undefined where it stands for none. */
export function decodeEntity(raw: string): string | undefined {
  const name = raw.slice(1, -1);
  if (!name.startsWith('#')) return named[name];
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : undefined;
}

const everyEntity = new RegExp(entity, 'g');

export const decodeEntities = (text: string): string =>
  text.replace(everyEntity, (raw) => decodeEntity(raw) ?? raw);
