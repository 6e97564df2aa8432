import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile } from 'ass-compiler';
import fc from 'fast-check';
import { parseText } from 'media-captions';
import { parseSync } from 'subtitle';
import { describe, expect, test } from 'vitest';
import { timedTranscript } from '../../shared/cues/timed';
import { formatOf } from '../../shared/formats/formats';
import { cueList } from './cue-lists';

/** Cues with what other programs stumble over: marks, entities, two lines, tags that are text, hours. */
const cues = [
  { time: { start: 0, end: 1500 }, lines: ['第一条，GPT-4o & more'] },
  { time: { start: 1500, end: 3000 }, lines: ['两行', '5 > 3 而 a < b'] },
  { time: { start: 61_040, end: 62_000 }, lines: ['{不是标签} [也不是]'] },
  { time: { start: 3_600_000, end: 3_601_999 }, lines: ['一小时以后'], speaker: '李明' },
];
const transcript = timedTranscript('talk', cues);
const written = (format: 'srt' | 'vtt' | 'ass') => String(formatOf(format).write(transcript));
const expected = cues.map(({ time, lines }) => ({ ...time, text: lines.join('\n') }));

describe('what is written is read by other parsers', () => {
  test.each(['srt', 'vtt'] as const)('subtitle reads %s', (format) => {
    const read = parseSync(written(format)).flatMap((node) => (node.type === 'cue' ? [node.data] : []));
    expect(read.map(({ start, end, text }) => ({ start, end, text: plain(text) }))).toEqual(expected);
  });

  test.each(['srt', 'vtt'] as const)('media-captions reads %s', async (format) => {
    const { cues: read, errors } = await parseText(written(format), { type: format, strict: false });
    expect(errors).toEqual([]);
    const told = read.map(({ startTime, endTime, text }) => {
      return { start: Math.round(startTime * 1000), end: Math.round(endTime * 1000), text: plain(text) };
    });
    expect(told).toEqual(expected);
  });

  test.each(['srt', 'vtt'] as const)('any cues in %s are read alike by both', async (format) => {
    await fc.assert(
      fc.asyncProperty(cueList, async (some) => {
        const source = String(formatOf(format).write(timedTranscript('talk', some)));
        const wanted = some.map(({ time, lines }) => ({ ...time, text: lines.join('\n') }));
        const nodes = parseSync(source).flatMap((node) => (node.type === 'cue' ? [node.data] : []));
        expect(nodes.map(({ start, end, text }) => ({ start, end, text: plain(text) }))).toEqual(wanted);
        const { cues: read } = await parseText(source, { type: format, strict: false });
        const told = read.map(({ startTime, endTime, text }) => {
          return { start: Math.round(startTime * 1000), end: Math.round(endTime * 1000), text: plain(text) };
        });
        expect(told).toEqual(wanted);
      }),
    );
  });

  test('ass-compiler reads ASS', () => {
    const { dialogues } = compile(written('ass'), {});
    const told = dialogues.map(({ start, end, slices }) => ({
      start: Math.round(start * 1000),
      end: Math.round(end * 1000),
      text: slices.flatMap(({ fragments }) => fragments.map(({ text }) => text)).join(''),
    }));
    expect(told.map(({ start }) => start)).toEqual(expected.map(({ start }) => start));
    // It keeps the mark of a line break, and braces that are text are full-width.
    expect(
      told.map(({ text }) => text.replaceAll('\\N', '\n').replace('｛', '{').replace('｝', '}')),
    ).toEqual(expected.map(({ text }) => text));
  });

  const hasFfprobe = spawnSync('ffprobe', ['-version']).status === 0;
  test.skipIf(!hasFfprobe).each(['srt', 'vtt', 'ass'] as const)('ffprobe reads %s', (format) => {
    const folder = mkdtempSync(join(tmpdir(), 'emend-ffprobe-'));
    try {
      const path = join(folder, `talk.${format}`);
      writeFileSync(path, written(format));
      const asked = ['-v', 'error', '-show_entries', 'packet=pts_time', '-of', 'csv=p=0', path];
      const starts = execFileSync('ffprobe', asked).toString().trim().split('\n');
      expect(starts.map((start) => Math.round(Number(start.replace(',', '')) * 1000))).toEqual(
        expected.map(({ start }) => start),
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

/** A cue's text without the marks that a parser leaves in it. */
const plain = (text: string): string =>
  text
    .replace(/<v [^>]*>/, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
