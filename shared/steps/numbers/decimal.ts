import { type Finder, finding, matching } from './finding';

/** A date, a time, an ordinal: after a full stop these begin a sentence. */
const beginsSentence = /^\s*(?:月|年|号|日|世纪|周年|点(?:钟|半|整)|[:：]\d|、|第)/u;
/** Words of a timetable. */
const timetable = /结束|开始|上午|下午|晚上|凌晨|准时|时间到|散会|开会/u;
/** What is counted one by one: 3.5个 is heard, but after a name it begins a sentence. */
const counted = /^\s*(?:个|位|名|条|种|次|天|人|家|款|项|篇|张)/u;

/**
 * The ideographic full stop that recognisers write for a decimal point: 5。4亿, GPT3。5, 2。2到2。1; also where a line
 * break cuts the number in two. `units` says what may follow a number that goes on in the next line.
 */
export const decimals =
  (unit: RegExp): Finder =>
  (text) =>
    matching(text, /(?<![\d.。第])(\d{1,4})。([ \t\n]*)(\d{1,6})(?!\d|。\d)/g, (match) => {
      const [all, whole = '', gap = '', part = ''] = match;
      const after = text.slice(match.index + all.length, match.index + all.length + 8);
      const before = text.slice(Math.max(0, match.index - 12), match.index);
      if (beginsSentence.test(after) || /^(?:19|20)\d\d$/.test(whole) || /^(?:19|20)\d\d$/.test(part))
        return undefined;
      const at = match.index + whole.length;
      const change = (sure: boolean) =>
        finding('decimal', at, gap.length + 1, '.', sure ? 'auto' : 'suggest');
      // 5。05 beside the words of a timetable is a time of day.
      if (!gap && /^[0-5]\d$/.test(part) && Number(whole) < 24 && timetable.test(before + after))
        return finding('decimal', at, 1, ':', 'suggest');
      // BX-1。 names something; what follows may be a new sentence or its version.
      const named = /[A-Za-z][-–]$/.test(before);
      const latin = /[A-Za-z][ ]?$/.test(before);
      if (!gap.includes('\n')) return change(!named && !(latin && counted.test(after)));
      if (named || latin) return undefined;
      if (whole !== '0' && /^0./.test(whole)) return undefined;
      if (whole === '0' || unit.test(after)) return change(true);
      return counted.test(after) || /^\s*\p{L}/u.test(after) ? undefined : change(false);
    });
