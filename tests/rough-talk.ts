import type { Word } from '../shared/transcript/cues';
import type { Segment, Transcript } from '../shared/transcript/transcript';

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A word of a talk with the mark after it, and when it is said in milliseconds. */
export interface SaidWord {
  readonly text: string;
  readonly mark: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Says a text: syllables last 150 to 260 ms with a speed that drifts over minutes and differs from word to word;
 * pauses of 80 to 450 ms at commas, 300 to 1300 ms at sentence ends, and now and then a hesitation.
 */
export function say(text: string, random: () => number): SaidWord[] {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const said: SaidWord[] = [];
  let time = 1500;
  let drift = 0;
  // Line by line, because a segment keeps all of its input alive.
  const segments = text.split(/(?<=\n)/).flatMap((line) => [...segmenter.segment(line)]);
  for (const { segment, isWordLike } of segments) {
    if (!isWordLike) {
      const last = said.pop();
      if (!last) continue;
      said.push({ ...last, mark: last.mark + segment });
      if (/[。？！?!]/.test(segment)) time += 300 + 1000 * random() ** 2;
      else if (/[，：；,]/.test(segment)) time += 80 + 370 * random();
      continue;
    }
    drift = 0.98 * drift + 0.06 * (random() - 0.5);
    const syllables = /\p{Script=Han}/u.test(segment)
      ? segment.length
      : /\d/.test(segment)
        ? segment.length * 1.2
        : Math.max(1, segment.length / 2.6);
    const length = syllables * 195 * (1 + drift) * (0.75 + 0.5 * random());
    if (random() < 0.02) time += 200 + 800 * random();
    said.push({ text: segment, mark: '', start: Math.round(time), end: Math.round(time + length) });
    time += length;
  }
  return said;
}

const fillers = ['呃', '嗯', '就是说', '然后呢', '那个'];

/**
 * What a recogniser made of a talk: of its words `errors` are replaced, left out or followed by one that was not said;
 * fillers that the clean text is without were said in between. Cues of 1 to 7 s; words have times where `withWords`.
 */
export function roughen(
  talk: readonly SaidWord[],
  errors: number,
  random: () => number,
  withWords: boolean,
): Transcript {
  const others = talk.filter(({ text }) => text.length < 4);
  const other = () => others[Math.floor(random() * others.length)]?.text ?? '的';
  const heard: SaidWord[] = [];
  talk.forEach((word, index) => {
    const pauseBefore = word.start - (talk[index - 1]?.end ?? 0);
    // A filler sounds in a pause.
    if (pauseBefore > 350 && random() < 0.4) {
      const filler = fillers[Math.floor(random() * fillers.length)] ?? '呃';
      const end = word.start - 40;
      heard.push({ text: filler, mark: '', start: Math.max(end - 250, word.start - pauseBefore + 40), end });
    }
    const dice = random();
    if (dice < errors * 0.6) heard.push({ ...word, text: other() });
    else if (dice < errors * 0.8) return;
    else if (dice < errors) {
      const middle = Math.round((word.start + word.end) / 2);
      heard.push({ ...word, mark: '', end: middle }, { ...word, text: other(), start: middle });
    } else heard.push(word);
  });
  let text = '';
  const segments: Segment[] = [];
  const words: Word[] = [];
  for (let at = 0; at < heard.length; ) {
    const first = heard[at];
    if (!first) break;
    const most = 1500 + 5000 * random();
    const from = text.length;
    let end = first.end;
    for (; at < heard.length; at++) {
      const word = heard[at];
      if (!word || (word !== first && word.end - first.start > 7000)) break;
      // A recogniser ends its cues in pauses, or when they get long.
      if (word.start - end > 600 || (word.start - first.start > most && word.start - end > 60)) break;
      words.push({ from: text.length, to: text.length + word.text.length, start: word.start, end: word.end });
      // Recognisers leave many marks out.
      text += word.text + (random() < 0.5 ? word.mark : '');
      end = word.end;
    }
    segments.push({ kind: 'cue', from, to: text.length, time: { start: first.start, end } });
    text += '\n';
  }
  text = text.slice(0, -1);
  return { name: 'rough.srt', text, segments, protected: [], ...(withWords && { words }) };
}
