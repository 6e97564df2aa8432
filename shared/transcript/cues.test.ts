import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cue, reviseCues, wordTimes } from './cues';
import { applyEdits, type Edit } from './edit';

/** Cues written as `start-end` in milliseconds, with `@` and a speaker, `#` and the cue's number in the file. */
const cues = (written: string): Cue[] =>
  written.split(' ').map((cue) => {
    const [, start, end, speaker, origin] = /^(\d+)-(\d+)(?:@(\w+))?(?:#(\d+))?$/.exec(cue) ?? [];
    return {
      time: { start: Number(start), end: Number(end) },
      ...(speaker !== undefined && { speaker }),
      ...(origin !== undefined && { origin: Number(origin) }),
    };
  });

const written = (list: readonly Cue[]): string =>
  list
    .map(
      ({ time, speaker, origin }) =>
        `${time.start}-${time.end}${speaker === undefined ? '' : `@${speaker}`}${origin === undefined ? '' : `#${origin}`}`,
    )
    .join(' ');

/** An edit of a text in which `[before→after]` marks it; `/` parts lines. */
function marked(text: string): { text: string; edits: Edit[] } {
  const edits: Edit[] = [];
  let plain = '';
  let at = 0;
  const source = text.replaceAll('/', '\n');
  for (const match of source.matchAll(/\[([^→]*)→([^\]]*)\]/g)) {
    plain += source.slice(at, match.index);
    const [whole, before = '', insert = ''] = match;
    edits.push({ from: plain.length, to: plain.length + before.length, insert });
    plain += before;
    at = match.index + whole.length;
  }
  return { text: plain + source.slice(at), edits };
}

describe('cues follow the lines of their text', () => {
  test.each([
    [
      'a longer text moves no time',
      '今天[讲→讲一讲]模型/下一句',
      '0-1000#0 1200-2000#1',
      '0-1000#0 1200-2000#1',
    ],
    ['parted in proportion', '四个字在[→/]这里共八', '0-900@A#0', '0-450@A#0 450-900@A'],
    ['joined', '前一句[/→]后一句', '0-900@A#0 1000-2000@B#1', '0-2000@A#0'],
    ['joined three', '一[/二/→]三', '0-100#0 200-300#1 400-500#2', '0-500#0'],
    ['a hit across the border', '用 [skin/law→scaling law/]的', '0-900#0 1000-2000#1', '0-900#0 1000-2000#1'],
    ['half of a cue each', '一二[→/]三四', '1000-2000@A#3', '1000-1500@A#3 1500-2000@A'],
    ['Latin reads faster', '一[→/]ab', '0-1000#0', '0-500#0 500-1000'],
    ['in the second line', '一/二三[→/]四五', '0-100#0 200-600#1', '0-100#0 200-400#1 400-600'],
    ['two cuts in one line', '一[→/]二[→/]三', '0-900#0', '0-300#0 300-600 600-900'],
    ['a cut that takes a space', '一二[ →/]三', '0-700#0', '0-400#0 400-700'],
    ['pasted lines share the time', '一[→二/三/四]', '0-400#0', '0-200#0 200-300 300-400'],
    ['joined and cut elsewhere', '一二[/→]三四[→/]五六', '0-500#0 500-1500#1', '0-1000#0 1000-1500'],
  ])('%s', (_, source, before, after) => {
    const { text, edits } = marked(source);
    expect(written(reviseCues(cues(before), text, edits))).toBe(after);
  });

  test('without a line parted or joined the very list is returned', () => {
    const list = cues('0-1000 1200-2000');
    const { text, edits } = marked('[一→二三]四/[五→]六');
    expect(reviseCues(list, text, edits)).toBe(list);
  });

  test('a line is parted at the time of a word where one is known', () => {
    const { text, edits } = marked('we train[→/] models');
    const words = [
      { from: 0, to: 2, start: 0, end: 200 },
      { from: 3, to: 8, start: 300, end: 1500 },
      { from: 9, to: 15, start: 1600, end: 2000 },
    ];
    expect(written(reviseCues(cues('0-2000'), text, edits, wordTimes(words)))).toBe('0-1600 1600-2000');
  });

  test('any edits leave a cue for each line, in the order of the old ones, and no cue ends before it begins', () => {
    const line = fc.string({ unit: fc.constantFrom('一', 'a', ' '), maxLength: 5 });
    const insert = fc.string({ unit: fc.constantFrom('一', 'a', '\n'), maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 6 }),
        fc.array(fc.record({ gap: fc.nat(4), length: fc.nat(4), insert }), { maxLength: 4 }),
        (lines, cuts) => {
          const text = lines.join('\n');
          const list = lines.map((_, index): Cue => {
            return { time: { start: index * 1000, end: index * 1000 + 900 }, origin: index };
          });
          let at = 0;
          const edits = cuts.flatMap(({ gap, length, insert: put }): Edit[] => {
            const from = at + gap;
            at = from + length + 1;
            return from + length <= text.length ? [{ from, to: from + length, insert: put }] : [];
          });
          const revised = reviseCues(list, text, edits);
          expect(revised).toHaveLength(applyEdits(text, edits).split('\n').length);
          let before = { start: 0, end: 0 };
          let origin = -1;
          for (const cue of revised) {
            expect(cue.time.start).toBeGreaterThanOrEqual(before.start);
            expect(cue.time.end).toBeGreaterThanOrEqual(cue.time.start);
            if (cue.origin !== undefined) {
              expect(cue.origin).toBeGreaterThan(origin);
              origin = cue.origin;
            }
            before = cue.time;
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
