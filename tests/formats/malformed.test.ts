import { describe, expect, test } from 'vitest';
import { readTranscript } from '../../shared/formats/formats';
import { lineBreak } from '../../shared/transcript/cues';
import { cuesOf } from '../../shared/transcript/transcript';

/** What stands at the head of an ASS file, and of each of its usual lines. */
const assHead =
  '[Script Info]\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n';
const assLine = 'Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,';

/**
 * Files as other programs and people write them: what a file is called here, its source, its cues as `start-end text` (with
 * `|` for a line break and a speaker before a colon), and what is told of it as `line kind`.
 */
const cases: Readonly<Record<string, readonly (readonly [string, string, readonly string[], string])[]>> = {
  srt: [
    [
      'usual',
      '1\n00:00:01,000 --> 00:00:02,000\n一\n\n2\n00:00:03,000 --> 00:00:04,000\n二\n',
      ['1000-2000 一', '3000-4000 二'],
      '',
    ],
    [
      'CR only',
      '1\r00:00:01,000 --> 00:00:02,000\r一\r\r2\r00:00:03,000 --> 00:00:04,000\r二\r',
      ['1000-2000 一', '3000-4000 二'],
      '',
    ],
    [
      'CRLF',
      '1\r\n00:00:01,000 --> 00:00:02,000\r\n一\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\n二\r\n',
      ['1000-2000 一', '3000-4000 二'],
      '',
    ],
    [
      'mixed line ends',
      '1\r\n00:00:01,000 --> 00:00:02,000\n一\r\r2\n00:00:03,000 --> 00:00:04,000\r\n二\n',
      ['1000-2000 一', '3000-4000 二'],
      '',
    ],
    ['no final newline', '1\n00:00:01,000 --> 00:00:02,000\n一', ['1000-2000 一'], ''],
    [
      'no numbers',
      '00:00:01,000 --> 00:00:02,000\n一\n\n00:00:03,000 --> 00:00:04,000\n二\n',
      ['1000-2000 一', '3000-4000 二'],
      '1 number, 4 number',
    ],
    [
      'wrong numbers',
      '7\n00:00:01,000 --> 00:00:02,000\n一\n\n7\n00:00:03,000 --> 00:00:04,000\n二\n',
      ['1000-2000 一', '3000-4000 二'],
      '5 number',
    ],
    [
      'number after the cue before',
      '1\n00:00:01,000 --> 00:00:02,000\n一\n2\n00:00:03,000 --> 00:00:04,000\n二\n',
      ['1000-2000 一', '3000-4000 二'],
      '4 separator',
    ],
    [
      'no blank line',
      '00:00:01,000 --> 00:00:02,000\n一\n00:00:03,000 --> 00:00:04,000\n二\n',
      ['1000-2000 一', '3000-4000 二'],
      '1 number, 3 separator, 3 number',
    ],
    ['points in times', '1\n00:00:01.000 --> 00:00:02.5\n一\n', ['1000-2500 一'], '2 time'],
    ['full-width marks', '1\n00：00：01，000 --> 00：00：02，000\n一\n', ['1000-2000 一'], '2 time'],
    ['no spaces', '1\n00:00:01,000-->00:00:02,000\n一\n', ['1000-2000 一'], '2 time'],
    ['many spaces', '1\n  00:00:01,000   -->   00:00:02,000  \n一\n', ['1000-2000 一'], '2 time'],
    ['short arrow', '1\n00:00:01,000 -> 00:00:02,000\n一\n', ['1000-2000 一'], '2 time'],
    ['long dash', '1\n00:00:01,000 –> 00:00:02,000\n一\n', ['1000-2000 一'], '2 time'],
    ['one arrow character', '1\n00:00:01,000 → 00:00:02,000\n一\n', ['1000-2000 一'], '2 time'],
    ['no hours', '1\n00:01,000 --> 00:02,000\n一\n', ['1000-2000 一'], '2 time'],
    ['more than 99 hours', '1\n100:00:01,000 --> 100:00:02,000\n一\n', ['360001000-360002000 一'], ''],
    ['short fraction', '1\n0:0:1,5 --> 0:0:2,05\n一\n', ['1500-2050 一'], '2 time'],
    ['no fraction', '1\n00:00:01 --> 00:00:02\n一\n', ['1000-2000 一'], '2 time'],
    ['ends before it begins', '1\n00:00:05,000 --> 00:00:02,000\n一\n', ['5000-5000 一'], '2 reversed'],
    ['no end', '1\n00:00:01,000 --> \n一\n', ['1000-3000 一'], '2 timeGuessed'],
    [
      'out of order',
      '1\n00:00:03,000 --> 00:00:04,000\n二\n\n2\n00:00:01,000 --> 00:00:02,000\n一\n',
      ['3000-4000 二', '1000-2000 一'],
      '6 order',
    ],
    [
      'overlap',
      '1\n00:00:01,000 --> 00:00:09,000\n一\n\n2\n00:00:03,000 --> 00:00:04,000\n二\n',
      ['1000-9000 一', '3000-4000 二'],
      '',
    ],
    [
      'empty cue',
      '1\n00:00:01,000 --> 00:00:02,000\n\n2\n00:00:03,000 --> 00:00:04,000\n二\n',
      ['1000-2000 ', '3000-4000 二'],
      '',
    ],
    [
      'blank line inside',
      '1\n00:00:01,000 --> 00:00:02,000\n一\n\n还有\n\n2\n00:00:03,000 --> 00:00:04,000\n二\n',
      ['1000-2000 一|还有', '3000-4000 二'],
      '5 blankLine',
    ],
    [
      'text before the first',
      '题目\n\n1\n00:00:01,000 --> 00:00:02,000\n一\n',
      ['1000-2000 一'],
      '1 outside',
    ],
    [
      'a number as text',
      '1\n00:00:01,000 --> 00:00:02,000\n2024\n\n2\n00:00:03,000 --> 00:00:04,000\n二\n',
      ['1000-2000 2024', '3000-4000 二'],
      '',
    ],
    [
      'text beside the times',
      '1\n00:00:01,000 --> 00:00:02,000 一\n二\n',
      ['1000-2000 一|二'],
      '2 time, 2 besideTime',
    ],
    ['a position', '1\n00:00:01,000 --> 00:00:02,000 X1:40 X2:600 Y1:20 Y2:50\n一\n', ['1000-2000 一'], ''],
    [
      'settings of WebVTT',
      '1\n00:00:01,000 --> 00:00:02,000 align:start position:0%\n一\n',
      ['1000-2000 一'],
      '',
    ],
    [
      'tags',
      '1\n00:00:01,000 --> 00:00:02,000\n<i>一</i> <font color="red">二</font> {\\an8}三\n',
      ['1000-2000 <i>一</i> <font color="red">二</font> {\\an8}三'],
      '',
    ],
    [
      'cut off in the times',
      '1\n00:00:01,000 --> 00:00:02,000\n一\n\n2\n00:00:03',
      ['1000-2000 一|2|00:00:03'],
      '5 blankLine',
    ],
    ['full-width digits', '1\n００:００:０１,０００ --> 00:00:02,000\n一\n', ['1000-2000 一'], '2 time'],
    ['two lines', '1\n00:00:01,000 --> 00:00:02,000\n一\n二\n', ['1000-2000 一|二'], ''],
    ['no subtitles', '只是文字\n没有时间\n', ['text: 只是文字/没有时间/'], '1 notSubtitles'],
    ['empty file', '', [], ''],
    [
      'a blank line after the number',
      '1\n00:00:01,000 --> 00:00:02,000\n一\n\n2\n\n00:00:03,000 --> 00:00:04,000\n二\n',
      ['1000-2000 一', '3000-4000 二'],
      '7 blankLine',
    ],
    [
      'every line ended twice',
      '1\r\r\n00:00:01,000 --> 00:00:02,000\r\r\n一\r\r\n\r\r\n2\r\r\n00:00:03,000 --> 00:00:04,000\r\r\n二\r\r\n',
      ['1000-2000 一', '3000-4000 二'],
      '3 blankLine, 5 blankLine, 11 blankLine, 13 blankLine',
    ],
    [
      'a text that is the number due',
      '1\n00:00:01,000 --> 00:00:02,000\n2\n\n00:00:03,000 --> 00:00:04,000\n二\n',
      ['1000-2000 2', '3000-4000 二'],
      '5 number',
    ],
    [
      'blank lines that hold spaces',
      '1\n00:00:01,000 --> 00:00:02,000\n一\n \t\n　\n2\n00:00:03,000 --> 00:00:04,000\n二\n',
      ['1000-2000 一', '3000-4000 二'],
      '',
    ],
    [
      'a byte-order mark inside',
      '1\n00:00:01,000 --> 00:00:02,000\n一\n\n\ufeff2\n00:00:03,000 --> 00:00:04,000\n二\n',
      ['1000-2000 一', '3000-4000 二'],
      '',
    ],
    [
      'counted from 0',
      '0\n00:00:01,000 --> 00:00:02,000\n一\n\n1\n00:00:03,000 --> 00:00:04,000\n二\n',
      ['1000-2000 一', '3000-4000 二'],
      '',
    ],
    [
      'the number beside the times',
      '1 00:00:01,000 --> 00:00:02,000\n一\n\n2\n00:00:03,000 --> 00:00:04,000\n二\n',
      ['1000-2000 一', '3000-4000 二'],
      '1 time',
    ],
    ['semicolons and colons in times', '1\n00:00:01;000 --> 00:00:02:000\n一\n', ['1000-2000 一'], '2 time'],
    ['no start', '1\n--> 00:00:02,000\n一\n', ['0-2000 一'], '2 timeGuessed'],
    ['a time before the beginning', '1\n-00:00:01,000 --> 00:00:02,000\n一\n', ['0-2000 一'], '2 time'],
    ['no arrow', '1\n00:00:01,000 00:00:02,000\n一\n', ['1000-2000 一'], '2 time'],
    ['a full-width arrow', '1\n00:00:01,000－－＞00:00:02,000\n一\n', ['1000-2000 一'], '2 time'],
    [
      'an empty cue without its line',
      '1\n00:00:01,000 --> 00:00:02,000\n2\n00:00:03,000 --> 00:00:04,000\n二\n',
      ['1000-2000 ', '3000-4000 二'],
      '3 separator',
    ],
    [
      'text that looks like times',
      '1\n00:00:01,000 --> 00:00:02,000\n00:00:05 从 00:00:01,000 --> 00:00:02,000 说起\n',
      ['1000-2000 00:00:05 从 00:00:01,000 --> 00:00:02,000 说起'],
      '',
    ],
    [
      'a line separator beside the times',
      '1\n00:00:01,000 --> 00:00:02,000 一\u2028二\n',
      ['1000-2000 一|二'],
      '2 time, 2 besideTime',
    ],
    [
      'cut off in the end',
      '1\n00:00:01,000 --> 00:00:02,000\n一\n\n2\n00:00:05,000 --> 00:',
      ['1000-2000 一', '5000-7000 '],
      '6 timeGuessed',
    ],
  ],
  vtt: [
    [
      'usual',
      'WEBVTT\n\n00:01.000 --> 00:02.000\n一\n\n00:03.000 --> 00:04.000\n二\n',
      ['1000-2000 一', '3000-4000 二'],
      '',
    ],
    ['no header', '00:01.000 --> 00:02.000\n一\n', ['1000-2000 一'], '1 header'],
    [
      'header with words',
      'WEBVTT - 讲座\nKind: captions\n\n00:01.000 --> 00:02.000\n一\n',
      ['1000-2000 一'],
      '',
    ],
    ['commas in times', 'WEBVTT\n\n00:01,000 --> 00:02,000\n一\n', ['1000-2000 一'], '3 time'],
    [
      'ids and settings',
      'WEBVTT\n\n片头\n00:01.000 --> 00:02.000 line:0 align:start\n一\n',
      ['1000-2000 一'],
      '',
    ],
    [
      'notes and styles',
      'WEBVTT\n\nSTYLE\n::cue { color: red }\n\nNOTE 备注\n还有\n\n00:01.000 --> 00:02.000\n一\n\nNOTE 尾\n\n00:03.000 --> 00:04.000\n二\n',
      ['1000-2000 一', '3000-4000 二'],
      '',
    ],
    ['a region', 'WEBVTT\n\nREGION\nid:a\n\n00:01.000 --> 00:02.000 region:a\n一\n', ['1000-2000 一'], ''],
    ['a speaker', 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v 李明>你好</v>\n', ['1000-2000 李明: 你好'], ''],
    [
      'a speaker with a class',
      'WEBVTT\n\n00:01.000 --> 00:02.000\n<v.loud 李 明>你好\n',
      ['1000-2000 李 明: 你好'],
      '',
    ],
    [
      'two speakers',
      'WEBVTT\n\n00:01.000 --> 00:02.000\n<v 甲>一\n<v 乙>二\n',
      ['1000-2000 <v 甲>一|<v 乙>二'],
      '',
    ],
    ['entities', 'WEBVTT\n\n00:01.000 --> 00:02.000\na &lt; b &amp; c\n', ['1000-2000 a &lt; b &amp; c'], ''],
    [
      'times of words',
      'WEBVTT\n\n00:01.000 --> 00:02.000\n<00:01.000>we <00:01.500>go\n',
      ['1000-2000 we go'],
      '',
    ],
    ['with hours', 'WEBVTT\n\n01:00:01.000 --> 01:00:02.000\n一\n', ['3601000-3602000 一'], ''],
    [
      'no blank line',
      'WEBVTT\n00:01.000 --> 00:02.000\n一\n00:03.000 --> 00:04.000\n二\n',
      ['1000-2000 一', '3000-4000 二'],
      '4 separator',
    ],
    ['header alone', 'WEBVTT\n', [], ''],
    ['no subtitles', '只是文字\n', ['text: 只是文字/'], '1 notSubtitles'],
  ],
  ass: [
    ['usual', '<HEAD><LINE>一\n', ['1000-2000 一'], ''],
    ['commas and breaks', '<HEAD><LINE>一, 二\\N三\\n四\\h五\n', ['1000-2000 一, 二|三\\n四\\h五'], ''],
    [
      'a speaker',
      '<HEAD>Dialogue: 0,0:00:01.00,0:00:02.00,Default,李明,0,0,0,,一\n',
      ['1000-2000 李明: 一'],
      '',
    ],
    [
      'another order',
      '[Events]\nFormat: Start, End, Text\nDialogue: 0:00:01.00,0:00:02.00,一, 二\n',
      ['1000-2000 一, 二'],
      '',
    ],
    ['no format line', '[Events]\n<LINE>一\n', ['1000-2000 一'], '2 header'],
    [
      'comments',
      '<HEAD>Comment: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,注\n; 分号\n<LINE>一\n',
      ['1000-2000 一'],
      '',
    ],
    [
      'overrides and a drawing',
      '<HEAD><LINE>{\\i1}一{\\i0}\n<LINE>{\\p1}m 0 0 l 1 1{\\p0}\n',
      ['1000-2000 {\\i1}一{\\i0}'],
      '',
    ],
    [
      'SSA',
      '[Script Info]\nScriptType: v4.00\n\n[Events]\nFormat: Marked, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\nDialogue: Marked=0,0:00:01.00,0:00:02.00,Default,NTP,0000,0000,0000,,一\n',
      ['1000-2000 NTP: 一'],
      '',
    ],
    ['a broken time', '<HEAD>Dialogue: 0,x,0:00:02.00,Default,,0,0,0,,一\n', [], '5 outside'],
    [
      'ends before it begins',
      '<HEAD>Dialogue: 0,0:00:05.00,0:00:02.00,Default,,0,0,0,,一\n',
      ['5000-5000 一'],
      '5 reversed',
    ],
    ['too few fields', '<HEAD>Dialogue: 0,0:00:01.00\n<LINE>一\n', ['1000-2000 一'], '5 outside'],
    [
      'milliseconds',
      '<HEAD>Dialogue: 0,0:00:01.000,0:00:02.500,Default,,0,0,0,,一\n',
      ['1000-2500 一'],
      '5 time',
    ],
  ],
  lrc: [
    ['usual', '[ti:歌]\n[00:01.00]一\n[00:02.00]二\n', ['1000-2000 一', '2000-7000 二'], ''],
    [
      'several times',
      '[00:01.00][00:05.00]副歌\n[00:03.00]一\n',
      ['1000-3000 副歌', '3000-5000 一', '5000-10000 副歌'],
      '',
    ],
    [
      'end marks',
      '[00:01.00]一\n[00:02.00]\n[00:05.00]二\n[00:06.00]\n',
      ['1000-2000 一', '5000-6000 二'],
      '',
    ],
    ['later by an offset', '[offset:-500]\n[00:01.00]一\n', ['1500-6500 一'], ''],
    ['colons before fractions', '[00:01:50]一\n', ['1500-6500 一'], '1 time'],
    ['no fractions', '[00:01]一\n[00:02]二\n', ['1000-2000 一', '2000-7000 二'], '1 time, 2 time'],
    ['times of words', '[00:01.00]<00:01.00>we <00:01.50>go\n', ['1000-6000 we go'], ''],
    ['out of order', '[00:05.00]二\n[00:01.00]一\n', ['1000-5000 一', '5000-10000 二'], '2 order'],
    ['lines without times', '[00:01.00]一\n没有时间\n', ['1000-6000 一'], '2 outside'],
    ['more than 99 minutes', '[120:01.00]一\n', ['7201000-7206000 一'], ''],
  ],
  tsv: [
    ['usual', 'start\tend\ttext\n0\t1500\t一\n1500\t3000\t二\n', ['0-1500 一', '1500-3000 二'], ''],
    ['no heading', '0\t1500\t一\n', ['0-1500 一'], ''],
    ['seconds', 'start\tend\ttext\n0.0\t1.5\t一\n', ['0-1500 一'], ''],
    ['clock times', 'start\tend\ttext\n0:00:01.5\t0:00:03\t一\n', ['1500-3000 一'], ''],
    ['tabs in the text', 'start\tend\ttext\n0\t1500\t一\t二\n', ['0-1500 一\t二'], ''],
    ['no text', 'start\tend\ttext\n0\t1500\t\n1500\t3000\t二\n', ['0-1500 ', '1500-3000 二'], ''],
    ['a line separator', '0\t1500\t一\u2028二\n', ['0-1500 一|二'], ''],
    ['no end', 'start\tend\ttext\n0\t\t一\n', ['0-2000 一'], '2 timeGuessed'],
    ['a line of words', 'start\tend\ttext\n0\t1500\t一\n不是一行\n', ['0-1500 一'], '3 outside'],
    ['ends before it begins', 'start\tend\ttext\n5000\t1500\t一\n', ['5000-5000 一'], '2 reversed'],
    ['no subtitles', '只是文字\n', ['text: 只是文字/'], '1 notSubtitles'],
  ],
};

describe.each(Object.keys(cases))('%s', (extension) => {
  test.each(cases[extension] ?? [])('%s', (_, written, cues, repairs) => {
    const source = written.replace('<HEAD>', assHead).replaceAll('<LINE>', assLine);
    const { format, transcript, repairs: told } = readTranscript(source, `talk.${extension}`);
    const { text } = transcript;
    const read =
      format === 'text'
        ? [`text: ${text.replaceAll('\n', '/')}`]
        : cuesOf(transcript).map(({ from, to, time, speaker }) => {
            const said = text.slice(from, to).replaceAll(lineBreak, '|');
            return `${time.start}-${time.end}${speaker === undefined ? '' : ` ${speaker}:`} ${said}`;
          });
    expect(read).toEqual(cues);
    expect(told.map(({ line, what }) => `${line} ${what}`).join(', ')).toBe(repairs);
  });
});

/** What the expressions would look through again for each of its parts, or for each way to part it. */
test.each([
  ['tags before a song', 'talk.txt', '[a:b]\n\n'.repeat(40)],
  ['pictures', 'talk.txt', '!['.repeat(100_000)],
  ['settings', 'talk.vtt', `00:01.000 --> 00:02.000 ${'line:a'.repeat(40)} !\n`],
  ['a speaker', 'talk.vtt', `00:01.000 --> 00:02.000\n<v${' '.repeat(100_000)}`],
  ['overrides', 'talk.srt', `00:00:01,000 --> 00:00:02,000\n${'{\\'.repeat(100_000)}`],
  ['braces', 'talk.ass', `${assHead}${assLine}${'{'.repeat(300_000)}`],
  ['drawings', 'talk.ass', `${assHead}${assLine}{${'\\p1'.repeat(100_000)}`],
])('%s that never end are read in time', (_, name, source) => {
  expect(readTranscript(source, name).transcript.text).not.toBe('');
});
