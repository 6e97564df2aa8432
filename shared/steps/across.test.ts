import { describe, expect, test } from 'vitest';
import { readTranscript } from '../formats/formats';
import { compileDictionary } from '../rules/dictionary';
import { loadDictionary } from '../rules/load';
import { lineBreak } from '../transcript/cues';
import { cueSegments, editTranscript, type Transcript } from '../transcript/transcript';
import { dictionarySteps } from './dictionary';

const { rules } = loadDictionary(
  `rules:
  - { expected: scaling law, patterns: [skin law] }
  - { expected: ChatGPT, patterns: [Chess GPT] }
  - { expected: 大模型, patterns: [大磨型] }
  - { expected: 微调, pattern: 微条 }
`,
  'test.yml',
);

/** Lines as the cues of a transcript; `|` is a line break inside a cue, `<b>` is protected. */
function timed(written: string): Transcript {
  const text = written.replaceAll('/', '\n').replaceAll('|', lineBreak);
  const cues = text.split('\n').map((_, at) => ({ time: { start: at * 1000, end: at * 1000 + 900 } }));
  const guarded = Array.from(text.matchAll(/<b>|\u2028/g), ({ index, 0: { length } }) => {
    return { from: index, to: index + length };
  });
  return { name: 'a.srt', text, segments: cueSegments(text, cues), protected: guarded };
}

function cleaned(written: string): Transcript {
  return dictionarySteps(compileDictionary(rules)).reduce(
    (transcript, step) => editTranscript(transcript, step.propose(transcript)),
    timed(written),
  );
}

describe('hits across the borders of cues', () => {
  test.each([
    ['most in the first', '根据skin/law的说法', '根据scaling law/的说法'],
    ['most in the second', '一个大/磨型很大', '一个/大模型很大'],
    ['a space behind the word goes with it', 'by skin/law we mean', 'by scaling law/we mean'],
    ['the line that would be lost gets all, without the space', 'such a Chess/GPT', 'such a/ChatGPT'],
    ['a break inside a cue', '从Chess|GPT出来', '从ChatGPT|出来'],
    ['a line inside a cue that would be lost is joined', '算/skin|law', '算/scaling law'],
    ['two cues are not lost to one', '大/磨型/很大', '大/磨型/很大'],
    ['a line of one word', '这个大磨/型/很大', '这个/大模型/很大'],
    ['a word over three lines', '这个大/磨/型很大', '这个/大模型/很大'],
    ['what stands in one cue comes first', '说大磨型/很大', '说大模型/很大'],
    ['not through what is protected', '一个大<b>/磨型很大', '一个大<b>/磨型很大'],
  ])('%s', (_, before, after) => {
    expect(cleaned(before).text.replaceAll('\n', '/').replaceAll(lineBreak, '|')).toBe(after);
  });

  test('no time moves', () => {
    const times = (transcript: Transcript) =>
      transcript.segments.map((segment) => segment.kind === 'cue' && segment.time);
    expect(times(cleaned('根据skin/law的/说法'))).toEqual(times(timed('根据skin/law的/说法')));
  });

  test('a text without times is left to the rules that allow a split', () => {
    const text = '一个大\n磨型很大';
    const transcript = { name: 'a.txt', text, segments: [], protected: [] };
    expect(dictionarySteps(compileDictionary(rules)).flatMap((step) => step.propose(transcript))).toEqual([]);
  });
});

test.each([
  ['a.srt', '1\n00:00:01,000 --> 00:00:02,000\n', '<i>Chess GPT</i>', '<i>ChatGPT</i>'],
  ['a.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\n', '<c.red>Chess GPT</c>&amp;', '<c.red>ChatGPT</c>&amp;'],
  [
    'a.ass',
    '[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,',
    '{\\b1}微条{\\b0}',
    '{\\b1}微调{\\b0}',
  ],
])('%s: all that stands between two tags is corrected', (name, head, text, expected) => {
  const { transcript } = readTranscript(`${head}${text}\n`, name);
  const corrected = dictionarySteps(compileDictionary(rules)).reduce(
    (before, step) => editTranscript(before, step.propose(before)),
    transcript,
  );
  expect(corrected.text).toBe(expected);
});
