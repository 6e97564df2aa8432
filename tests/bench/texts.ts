import { readdirSync, readFileSync } from 'node:fs';

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

/** A talk of about so many megabytes of UTF-8: clauses of the samples in ever new order, a paragraph a line. */
export function longTalk(megabytes: number): string {
  const clauses = readdirSync(samples)
    .filter((name) => /\.(md|txt)$/.test(name))
    .flatMap((name) => readFileSync(`${samples}/${name}`, 'utf8').split(/(?<=[，。])|\n+/))
    .filter((clause) => clause.trim() && !clause.startsWith('#') && !clause.startsWith('!'));
  const next = random(1);
  const pieces: string[] = [];
  for (let bytes = 0; bytes < megabytes * 1e6; ) {
    const clause = clauses[Math.floor(next() * clauses.length)] ?? '';
    pieces.push(pieces.length % 12 === 11 ? `${clause}\n\n` : clause);
    bytes += Buffer.byteLength(clause);
  }
  return pieces.join('');
}

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
