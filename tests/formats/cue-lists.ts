import fc from 'fast-check';
import type { TimedCue } from '../../shared/cues/timed';

const line = fc
  .array(
    fc.constantFrom('一', '二', 'a', 'B', '1', ' ', '，', '&', '> ', ':', '.', '-', '[', ']', '{', '}', '…'),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((parts) => parts.join('').trim())
  // A player takes it for nothing, or for a number.
  .filter((text) => /[一二aB]/.test(text) && !text.includes('-->'));

/** Cues in their order that neither touch nor meet, at times that every format can tell. */
export const cueList = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 2, max: 500 }),
      length: fc.integer({ min: 1, max: 900 }),
      lines: fc.array(line, { minLength: 1, maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => {
    let at = 0;
    return parts.map(({ gap, length, lines }): TimedCue => {
      const start = at + gap * 10;
      at = start + length * 10;
      return { time: { start, end: at }, lines };
    });
  });

/** Cues in any order that may overlap, up to 500 hours from the start, with speakers. */
export const anyCueList = fc.array(
  fc
    .record({
      start: fc.integer({ min: 0, max: 180_000_000 }),
      length: fc.integer({ min: 0, max: 1000 }),
      lines: fc.array(line, { minLength: 1, maxLength: 2 }),
      speaker: fc.constantFrom(undefined, '李明', 'Zhang San'),
    })
    .map(({ start, length, lines, speaker }): TimedCue => {
      const time = { start: start * 10, end: (start + length) * 10 };
      return { time, lines, ...(speaker !== undefined && { speaker }) };
    }),
  { minLength: 1, maxLength: 8 },
);
