import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const samples = 'seeds/samples';

/**
 * Writes so many talks of about so many bytes of UTF-8 each, made of the samples' clauses in ever new order: text,
 * Markdown and subtitles, in folders of a hundred. The same each time.
 */
export async function writeTalks(folder: string, count: number, bytes: number): Promise<void> {
  const clauses = await clausesOfSamples();
  for (let talk = 0; talk < count; talk++) {
    const inside = join(folder, String(Math.floor(talk / 100)).padStart(2, '0'));
    await mkdir(inside, { recursive: true });
    const kind = talk % 5 === 4 ? 'srt' : talk % 2 === 0 ? 'txt' : 'md';
    await writeFile(join(inside, `talk-${talk}.${kind}`), talkOf(clauses, talk, bytes, kind === 'srt'));
  }
}

function talkOf(clauses: readonly string[], talk: number, bytes: number, timed: boolean): string {
  const pieces: string[] = [];
  let size = 0;
  for (let at = 0; size < bytes; at++) {
    // A stride of its own for each talk, so that neighbours differ.
    const clause = clauses[(talk * 31 + at * (1 + (talk % 89))) % clauses.length] ?? '';
    const piece = timed
      ? `${at + 1}\n${clock(at)} --> ${clock(at + 1)}\n${clause}\n\n`
      : paragraphs(clause, at);
    pieces.push(piece);
    size += Buffer.byteLength(piece);
  }
  return pieces.join('');
}

const paragraphs = (clause: string, at: number): string => (at % 12 === 11 ? `${clause}\n\n` : clause);

const clock = (at: number): string => new Date(at * 2500).toISOString().slice(11, 23).replace('.', ',');

async function clausesOfSamples(): Promise<string[]> {
  const names = (await readdir(samples)).filter((name) => /\.(md|txt)$/.test(name)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(samples, name), 'utf8')));
  return texts
    .flatMap((text) => text.split(/(?<=[，。])|\n+/))
    .filter((clause) => clause.trim() !== '' && !/^[#!]/.test(clause));
}
