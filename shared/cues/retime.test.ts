import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomOf, roughen, type SaidWord, say } from '../../tests/rough-talk';
import { lineSegments } from '../transcript/lines';
import type { Transcript } from '../transcript/transcript';
import { align } from './align';
import { estimateCues } from './estimate';
import { profiles } from './profile';
import { retime } from './retime';
import { timedTranscript } from './timed';

const profile = profiles.netflixChinese;

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
  const letters = (text: string) => text.replace(/[\s\p{P}]/gu, '').length;
  const wordOf = said.flatMap((word) => Array.from({ length: letters(word.text) }, () => word));
  let at = 0;
  const errors = retime(clean, rough).flatMap(({ lines, time }) => {
    const first = wordOf[at];
    at += letters(lines.join(''));
    const last = wordOf[at - 1];
    return [Math.abs(time.start - (first?.start ?? NaN)), Math.abs(time.end - (last?.end ?? NaN))];
  });
  expect(at).toBe(wordOf.length);
  return errors.sort((a, b) => a - b);
}

const share = (sorted: readonly number[], part: number) => sorted[Math.floor(sorted.length * part)] ?? NaN;

describe('a rough file with 15 % of its words wrong and fillers', () => {
  const kinds = ['cue times', 'word times'] as const;
  const cuts = ['cut at its pauses', 'cut before'] as const;
  test.each(kinds.flatMap((kind) => cuts.flatMap((when) => [1, 2, 3].map((seed) => ({ kind, when, seed })))))(
    '$kind, clean text $when, talk $seed: half of the times are within 0.2 s, 95 % within 1 s',
    ({ kind, when, seed }) => {
      const random = randomOf(seed);
      const { said, clean } = talkOf(random);
      const rough = roughen(said, 0.15, random, kind === 'word times');
      const errors = errorsOf(said, when === 'cut before' ? estimateCues(clean) : clean, rough);
      expect(errors.length).toBeGreaterThan(300);
      expect(share(errors, 0.5)).toBeLessThanOrEqual(200);
      expect(share(errors, 0.95)).toBeLessThanOrEqual(1000);
    },
  );
});

describe('retiming', () => {
  const rough = timedTranscript('rough.srt', [
    { lines: ['呃大家好今天我们讲一讲规模法则'], time: { start: 1000, end: 4000 }, speaker: '甲' },
    { lines: ['它最早是克劳德提出来的'], time: { start: 6000, end: 8000 } },
    { lines: ['THANK YOU'], time: { start: 9000, end: 10_000 } },
  ]);
  const show = (clean: Transcript, options = {}) =>
    retime(clean, rough, { profile: profiles.netflixEnglish, ...options }).map(
      ({ lines, time, sureness }) => `${time.start}–${time.end} ${lines.join('/')} ${sureness.toFixed(2)}`,
    );

  test('cues take the times of what they say', () => {
    expect(show(untimed('大家好，今天我们讲一讲规模法则。它最早是Claude提出来的。\nThank you!'))).toEqual([
      '1200–4000 大家好，今天我们讲一讲规模法则。 1.00',
      '6000–8000 它最早是Claude提出来的。 0.57',
      '9000–10000 Thank you! 1.00',
    ]);
  });

  test('a cue that nobody said stands between its neighbours, and is not sure', () => {
    const [, added] = retime(
      untimed('大家好，今天我们讲一讲规模法则。\n请看图。\n它最早是克劳德提出来的。'),
      rough,
      { profile },
    );
    expect(added?.sureness).toBe(0);
    expect(added?.time.start).toBeGreaterThanOrEqual(4000);
    expect(added?.time.end).toBeLessThanOrEqual(6000 - profile.gap);
  });

  test('traditional and simplified text compare as one', () => {
    const simplify = (text: string) => ({ 們: '们', 講: '讲', 規: '规', 則: '则' })[text] ?? text;
    const clean = untimed('大家好，今天我們講一講規模法則。');
    expect(show(clean, { simplify })).toEqual(['1200–4000 大家好，今天我們講一講規模法則。 1.00']);
    expect(retime(clean, rough)[0]?.sureness).toBeLessThan(0.8);
  });

  const words = fc.array(fc.constantFrom('模型', '训练', '，', '。', ' ', 'GPT', '规模', '3', '\u2028'), {
    maxLength: 30,
  });
  const cue = fc.record({
    lines: words.map((parts) => [parts.join('')]),
    time: fc.record({ start: fc.nat(60_000), end: fc.nat(60_000) }),
  });
  const cues = fc.array(cue, { maxLength: 12 });

  test('any two files: the clean text stays, and times are in order and apart', () => {
    fc.assert(
      fc.property(cues, cues, fc.boolean(), (clean, roughCues, isTimed) => {
        const text = clean.map(({ lines }) => lines.join('')).join('\n');
        const transcript = isTimed ? timedTranscript('clean.srt', clean) : untimed(text);
        const retimed = retime(transcript, timedTranscript('rough.srt', roughCues));
        const spoken = (some: string) => some.replace(/[\s\p{P}]/gu, '');
        expect(retimed.map(({ lines }) => spoken(lines.join(''))).join('')).toBe(spoken(text));
        retimed.forEach(({ time, sureness }, index) => {
          expect(time.end).toBeGreaterThan(time.start);
          expect(time.start).toBeGreaterThanOrEqual(
            (retimed[index - 1]?.time.end ?? -profile.gap) + profile.gap,
          );
          expect(sureness).toBeGreaterThanOrEqual(0);
          expect(sureness).toBeLessThanOrEqual(1);
        });
      }),
    );
  });
});

describe('alignment', () => {
  const sequence = fc.array(fc.nat(6)).map((units) => Uint16Array.from(units));

  test('pairs in order, and a text with itself wholly', () => {
    fc.assert(
      fc.property(sequence, sequence, (a, b) => {
        const paired = Array.from(align(a, b)).filter((pair) => pair >= 0);
        expect(paired).toEqual([...new Set(paired)].sort((one, other) => one - other));
        expect(Array.from(align(a, a))).toEqual(Array.from(a, (_, index) => index));
      }),
    );
  });

  test('finds what stands in long texts apart from insertions and a moved part', () => {
    const random = randomOf(7);
    const some = (length: number) => Uint16Array.from({ length }, () => 1 + Math.floor(random() * 3000));
    const [first, moved, second] = [some(20_000), some(500), some(20_000)];
    const added = some(3000);
    const a = Uint16Array.from([...first, ...moved, ...second]);
    const b = Uint16Array.from([...first, ...added, ...second, ...moved]);
    const pairs = align(a, b);
    expect(pairs[19_999]).toBe(19_999);
    expect(pairs[20_500]).toBe(23_000);
    expect(pairs[40_499]).toBe(42_999);
  });
});
