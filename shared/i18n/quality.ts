import type { CueFix, CueProblem, Severity } from '../cues/fault';

const seconds = (milliseconds: number) => String(Math.round(milliseconds / 10) / 100);

/** What is said of problems with cues: names for kinds, a sentence with the numbers of each, and what fixes do. */
export const qualityEn = {
  kinds: {
    lineTooWide: 'Line too wide',
    tooManyLines: 'Too many lines',
    tooFast: 'Too fast to read',
    tooShort: 'Shown too briefly',
    tooLong: 'Shown too long',
    notPositive: 'Ends before it begins',
    gapTooSmall: 'Next cue follows too soon',
    gapNotClosed: 'Pause too short to see',
    overlap: 'Next cue begins too early',
    outOfOrder: 'Out of order',
    empty: 'Empty cue',
    repeated: 'Repeated cue',
    unfinishedPair: 'Unfinished bracket or quote',
  } satisfies Record<CueProblem['kind'], string>,
  severities: { error: 'Error', warning: 'Warning', hint: 'Hint' } satisfies Record<Severity, string>,
  sentences: {
    lineTooWide: (p: { width: number; most: number }) => `${p.width} wide, at most ${p.most}`,
    tooManyLines: (p: { lines: number; most: number }) => `${p.lines} lines, at most ${p.most}`,
    tooFast: (p: { shown: number; needed: number }) =>
      `Shown for ${seconds(p.shown)} s, needs ${seconds(p.needed)} s`,
    tooShort: (p: { shown: number; least: number }) =>
      `Shown for ${seconds(p.shown)} s, at least ${seconds(p.least)} s`,
    tooLong: (p: { shown: number; most: number }) =>
      `Shown for ${seconds(p.shown)} s, at most ${seconds(p.most)} s`,
    notPositive: (p: { shown: number }) =>
      p.shown === 0 ? 'It ends when it begins' : `It ends ${seconds(-p.shown)} s before it begins`,
    gapTooSmall: (p: { gap: number; least: number }) =>
      `Pause of ${Math.round(p.gap)} ms, at least ${Math.round(p.least)} ms`,
    gapNotClosed: (p: { gap: number; wanted: number }) =>
      `Pause of ${Math.round(p.gap)} ms, better ${Math.round(p.wanted)} ms`,
    overlap: (p: { by: number }) => `The next cue begins ${seconds(p.by)} s before this one ends`,
    outOfOrder: (p: { by: number }) => `It begins ${seconds(p.by)} s before the cue above`,
    empty: () => 'There is no text in it',
    repeated: () => 'It says the same as the cue above',
    unfinishedPair: (p: { mark: string }) => `The other half of ${p.mark} is missing`,
  },
  fixes: {
    extend: 'Show it longer',
    trim: 'End it earlier',
    rebreak: 'Break its lines anew',
    remove: 'Remove it',
    join: 'Join it to the cue above',
    sort: 'Sort all cues by time',
  } satisfies Record<CueFix['kind'], string>,
};

export const qualityZh: typeof qualityEn = {
  kinds: {
    lineTooWide: '行太宽',
    tooManyLines: '行数太多',
    tooFast: '来不及读',
    tooShort: '显示时间太短',
    tooLong: '显示时间太长',
    notPositive: '结束不晚于开始',
    gapTooSmall: '与下一条间隔太小',
    gapNotClosed: '间隔太短，宜接上',
    overlap: '与下一条重叠',
    outOfOrder: '顺序不对',
    empty: '空字幕',
    repeated: '重复的字幕',
    unfinishedPair: '括号或引号不成对',
  },
  severities: { error: '错误', warning: '警告', hint: '提示' },
  sentences: {
    lineTooWide: (p) => `宽 ${p.width}，最多 ${p.most}`,
    tooManyLines: (p) => `共 ${p.lines} 行，最多 ${p.most} 行`,
    tooFast: (p) => `显示 ${seconds(p.shown)} 秒，读完需要 ${seconds(p.needed)} 秒`,
    tooShort: (p) => `显示 ${seconds(p.shown)} 秒，至少 ${seconds(p.least)} 秒`,
    tooLong: (p) => `显示 ${seconds(p.shown)} 秒，最多 ${seconds(p.most)} 秒`,
    notPositive: (p) => (p.shown === 0 ? '开始时就结束了' : `结束比开始早 ${seconds(-p.shown)} 秒`),
    gapTooSmall: (p) => `间隔 ${Math.round(p.gap)} 毫秒，至少 ${Math.round(p.least)}`,
    gapNotClosed: (p) => `间隔 ${Math.round(p.gap)} 毫秒，宜为 ${Math.round(p.wanted)}`,
    overlap: (p) => `下一条在本条结束前 ${seconds(p.by)} 秒就开始了`,
    outOfOrder: (p) => `比上一条早 ${seconds(p.by)} 秒开始`,
    empty: () => '没有文字',
    repeated: () => '与上一条文字相同',
    unfinishedPair: (p) => `${p.mark} 缺少另一半`,
  },
  fixes: {
    extend: '延长显示',
    trim: '提前结束',
    rebreak: '重新分行',
    remove: '删除',
    join: '并入上一条',
    sort: '全部按时间排序',
  },
};

/** The sentence for a problem of a cue, with its numbers. */
export function describeFault(problem: CueProblem, { sentences }: typeof qualityEn): string {
  const say = sentences[problem.kind] as (numbers: CueProblem) => string;
  return say(problem);
}
