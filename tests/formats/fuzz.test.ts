import { expect, test } from 'vitest';
import { timedTranscript } from '../../shared/cues/timed';
import { exportReading } from '../../shared/export';
import { formatOf, readTranscript } from '../../shared/formats/formats';

/** `FUZZ_RUNS=50000 npx vitest run --project unit tests/formats/fuzz.test.ts` does it more often. */
const runs = Number(process.env.FUZZ_RUNS ?? 600);

const formats = ['srt', 'vtt', 'ass', 'lrc', 'tsv', 'ttml', 'json'] as const;
type Random = (below: number) => number;

/** The same numbers every time (mulberry32). */
function seeded(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Sentences that are found again wherever they go: no two are alike, and none is part of another. */
const sentences = Array.from({ length: 8 }, (_, index) => `第${'一二三四五六七八'[index]}句话说到这里`);

/** A file with speakers, line breaks and, where the format has them, times of words. */
async function fileOf(format: (typeof formats)[number]): Promise<string> {
  const cues = sentences.map((sentence, index) => ({
    time: { start: index * 2000 + 40, end: index * 2000 + 1900 },
    lines: index % 3 === 0 ? [sentence, '再来一行'] : [sentence],
    ...(index % 2 === 0 && { speaker: '李明' }),
  }));
  const transcript = timedTranscript('talk', cues);
  const words = transcript.segments.map(({ from }, index) => ({ from, to: from + 3, ...cues[index]!.time }));
  const written = await formatOf(format).write({ ...transcript, words });
  return typeof written === 'string' ? written : new TextDecoder().decode(written);
}

/** Blocks and lines that files hold beside cues. */
const besides: Readonly<Partial<Record<(typeof formats)[number], readonly string[]>>> = {
  vtt: ['NOTE 说明\n\n', 'STYLE\n::cue { color: red }\n\n', 'cue-1\n', '<00:00:01.000><c>', '&amp;'],
  ass: ['Comment: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,注\n', '; 注\n', '{\\i1}', '\\N'],
  lrc: ['[ti:讲座]\n', '[offset:200]\n', '<00:01.00>', '[00:01.00]'],
  srt: ['<i>', '{\\an8}', ' X1:40 X2:600', ' align:start'],
  json: ['"words": [],', '{}', ',', 'null'],
  ttml: ['<br/>', '<span begin="1s">', '<!-- 注 -->', '&nbsp;'],
};

const strange = '\0\ufeff\u2028\r\n\t <>&[]{}\\"\':：，,.-—→>0９';

/** One of the ways in which files break. */
function mutate(text: string, random: Random, others: readonly string[], beside: readonly string[]): string {
  const at = random(text.length + 1);
  const length = random(40);
  const lines = text.split('\n');
  const line = random(lines.length);
  switch (random(9)) {
    case 0:
      return text.slice(0, at) + text.slice(at + length);
    case 1:
      return text.slice(0, at) + (strange[random(strange.length)] ?? '') + text.slice(at);
    case 2:
      return text.slice(0, at) + text.slice(at, at + length).repeat(2) + text.slice(at + length);
    case 3:
      return text.slice(0, at);
    case 4:
      return lines.filter((_, index) => index !== line).join('\n');
    case 5:
      return [...lines.slice(line), ...lines.slice(0, line)].join('\n');
    case 6:
      return text.slice(0, at) + (others[random(others.length)] ?? '').slice(random(60));
    case 7:
      return text.slice(0, at) + (beside[random(beside.length)] ?? '') + text.slice(at);
    default:
      return text.replaceAll('\n', ['\r', '\r\n', '\n\n', ''][random(4)] ?? '');
  }
}

/** What begins a block or line that a format carries along unread. */
const carried = /^\s*(?:WEBVTT|NOTE|STYLE|REGION|;|!:|Comment|Format|Style|Picture|Sound|Movie|Command|\[)/;

/** The sentences in a file that a reader lost: not in the text, not told, and not in what is carried along. */
function lost(source: string, text: string, repaired: ReadonlySet<number>): string[] {
  let block = '';
  return source.split(/\r\n|\r|\n/).flatMap((line, index, lines) => {
    if (line.trim() === '') block = '';
    else block ||= line;
    // The line above the times names a cue in WebVTT.
    if (lines[index + 1]?.includes('-->')) return [];
    if (repaired.has(index + 1) || carried.test(line) || carried.test(block)) return [];
    return sentences.filter((sentence) => line.includes(sentence) && !text.includes(sentence));
  });
}

test(`${runs} broken files are read, lose nothing, and are written as they were`, {
  timeout: 600_000,
}, async () => {
  const files = await Promise.all(formats.map(fileOf));
  const random = seeded(20_261_122);
  for (let run = 0; run < runs; run++) {
    const format = formats[run % formats.length] ?? 'srt';
    let source = files[run % formats.length] ?? '';
    const beside = besides[format] ?? [];
    for (let times = 1 + random(4); times > 0; times--) source = mutate(source, random, files, beside);
    const reading = readTranscript(source, `talk.${format}`);
    const { text } = reading.transcript;
    const { content } = await exportReading(reading, { edits: [] }, reading.format);
    if (reading.converted) {
      // Its lines are not those of the file; and a JSON file says everything twice, in whole and by segments.
      const told = reading.repairs.length > 0;
      const parts = source.replace(/^\s*\{\s*"text": ".*$/m, '');
      const gone = sentences.filter((sentence) => parts.includes(sentence) && !text.includes(sentence));
      expect({ run, gone: told ? [] : gone }).toEqual({ run, gone: [] });
      continue;
    }
    expect(content).toBe(source);
    const repaired = new Set(reading.repairs.map(({ line }) => line));
    expect({ run, lost: lost(source, text, repaired) }).toEqual({ run, lost: [] });
  }
});
