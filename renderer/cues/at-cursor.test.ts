import { describe, expect, test } from 'vitest';
import { termsOf } from '../../shared/cues/breaks';
import { cutParagraph } from '../../shared/cues/cut';
import { profiles } from '../../shared/cues/profile';
import type { FormatId } from '../../shared/formats/names';
import { timedText } from '../editor/cues';
import { reviewState } from '../editor/review-state';
import { cueUnderCursor } from './at-cursor';

const profile = profiles.netflixChinese;
const none = termsOf([]);

describe('the cue under the cursor', () => {
  test.each<[FormatId, string, string]>([
    ['srt', '<i>大家</i>好\u2028a &lt; b', '大家好/a &lt; b'],
    ['vtt', '<c.red>大家</c>好\u2028a &lt; b', '大家好/a < b'],
    ['ass', '{\\i1}大家{\\i0}{注}好\\h了', '大家好 了'],
    ['srt', '{注}大家好', '{注}大家好'],
  ])('is shown as players of %s show it: %s', (format, line, shown) => {
    const cues = [{ time: { start: 0, end: 1000 } }];
    const state = reviewState(line, [], timedText(cues, [], format));
    expect(cueUnderCursor(state, profile, none).lines.join('/')).toBe(shown);
  });

  test('in text without times it is the one that the text would be cut into, terms whole', () => {
    const text = '所以大家一直在讨论的关于规模的这个scaling law到底还能不能继续下去';
    const terms = termsOf(['这个scaling law']);
    const [first] = cutParagraph(text, { profile, terms });
    expect(first).not.toEqual(cutParagraph(text, { profile })[0]);
    const state = reviewState(text, [], timedText([], [], 'text'));
    expect(cueUnderCursor(state, profile, terms)).toEqual({ lines: first?.lines });
    expect(cueUnderCursor(reviewState('# 标题', [], timedText([], [], 'text')), profile, none)).toEqual({
      lines: [],
    });
  });
});
