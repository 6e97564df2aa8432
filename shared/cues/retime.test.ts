import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomOf, roughen, type SaidWord, say } from '../../tests/rough-talk';
import { lineSegments } from '../transcript/lines';
import type { Transcript } from '../transcript/transcript';
import { profiles } from './profile';
import { retime } from './retime';
import { timedTranscript } from './timed';

const untimed = (text: string): Transcript => ({
  name: 'clean.txt',
  text,
  segments: lineSegments(text),
  protected: [],
});

/** Ten minutes of talk from the sample texts, without their pictures and headings. */
const talkText = ['01-pretraining.md', '02-evaluation.txt', '03-deployment.txt']
  .flatMap((name) => readFileSync(`seeds/samples/${name}`, 'utf8').split('\n'))
  .filter((line) => line.trim() && !/^#|^!\[/.test(line))
  .join('\n');

/** A talk as its speaker said it, and as clean text. */
function talkOf(random: () => number): { said: SaidWord[]; clean: Transcript } {
  const said = say(talkText, random);
  return { said, clean: untimed(said.map(({ text, mark }) => text + mark).join('')) };
}

/** How far the starts and ends of cues are from when their words were said, in milliseconds, sorted. */
function errorsOf(said: readonly SaidWord[], clean: Transcript, rough: Transcript): number[] {
  const places: { from: number; to: number; word: SaidWord }[] = [];
  let at = 0;
  for (const word of said) {
    places.push({ from: at, to: at + word.text.length, word });
    at += word.text.length + word.mark.length;
  }
  const errors = retime(clean, rough).flatMap(({ from, to, time }) => {
    const first = places.find((place) => place.to > from)?.word;
    const last = places.findLast((place) => place.from < to)?.word;
    return [Math.abs(time.start - (first?.start ?? 0)), Math.abs(time.end - (last?.end ?? 0))];
  });
  return errors.sort((a, b) => a - b);
}

const share = (sorted: readonly number[], part: number) => sorted[Math.floor(sorted.length * part)] ?? NaN;

describe('a rough file with 15 % of its words wrong and fillers', () => {
  test.each([
    ['cue times', 1, false],
    ['cue times', 2, false],
    ['cue times', 3, false],
    ['word times', 1, true],
    ['word times', 2, true],
    ['word times', 3, true],
  ])('%s, talk %i: half of the times are within 0.2 s, 95 %% within 1 s', (_, seed, withWords) => {
    const random = randomOf(seed);
    const { said, clean } = talkOf(random);
    const errors = errorsOf(said, clean, roughen(said, 0.15, random, withWords));
    if (process.env['SHOW']) console.log(seed, withWords, errors.length, share(errors, 0.5), share(errors, 0.95), errors.at(-1));
    expect(share(errors, 0.5)).toBeLessThanOrEqual(200);
    expect(share(errors, 0.95)).toBeLessThanOrEqual(1000);
  });
});
