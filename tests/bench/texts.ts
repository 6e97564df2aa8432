import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A transcript as a file holds it. */
export interface Text {
  readonly name: string;
  readonly text: string;
}

/** A generator of numbers from 0 to 1, the same every time (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const samples = 'seeds/samples';

/** The texts in a folder. */
export const readTexts = (folder: string): Text[] =>
  readdirSync(folder)
    .filter((name) => /\.(?:md|txt|srt|vtt)$/.test(name))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

/** The size of texts in UTF-8, in megabytes. */
export const megabytesOf = (texts: readonly Text[]): number =>
  texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1e6;

/**
 * A talk of about so many megabytes of UTF-8: clauses of the samples in ever new order, as recognisers write them, in
 * blocks of about one length with a full stop at the end of each and commas inside.
 */
export function longTalk(megabytes: number, seed = 1): string {
  const clauses = readTexts(samples)
    .filter(({ name }) => !name.endsWith('.srt'))
    .flatMap(({ text }) => text.split(/(?<=[，。])|\n+/))
    .filter((clause) => clause.trim() && !clause.startsWith('#') && !clause.startsWith('!'))
    .map((clause) => clause.replace(/[，。]$/, ''));
  const next = random(seed);
  const blocks: string[] = [];
  for (let bytes = 0; bytes < megabytes * 1e6; ) {
    const parts: string[] = [];
    for (let length = 0; length < 150; length += parts.at(-1)?.length ?? 1) {
      parts.push(clauses[Math.floor(next() * clauses.length)] ?? '');
    }
    const block = `${parts.join('，')}。\n\n`;
    blocks.push(block);
    bytes += Buffer.byteLength(block);
  }
  return blocks.join('');
}

/** Talks of 50 kB, together so many megabytes. */
export const talks = (megabytes: number): Text[] =>
  Array.from({ length: Math.round(megabytes * 20) }, (_, index) => ({
    name: `talk-${index + 1}.txt`,
    text: longTalk(0.05, index + 1),
  }));

/** So many different misrecognitions, Chinese and mixed, made of the characters of a text; few of them stand in it. */
export function inventedTerms(count: number, text: string): string[] {
  const next = random(2);
  const han = [...new Set(text.match(/\p{Script=Han}/gu))];
  const terms = new Set<string>();
  while (terms.size < count) {
    const length = 2 + Math.floor(next() * 4);
    const letters = Array.from({ length }, () => han[Math.floor(next() * han.length)]);
    terms.add(`${next() < 0.3 ? 'gpt ' : ''}${letters.join('')}`);
  }
  return [...terms];
}
