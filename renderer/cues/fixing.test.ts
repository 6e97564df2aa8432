import type { EditorState } from '@codemirror/state';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fixProblems } from '../../shared/cues/fix';
import { profiles } from '../../shared/cues/profile';
import { checkCues } from '../../shared/cues/quality';
import type { Cue } from '../../shared/transcript/cues';
import { timedText } from '../editor/cues';
import { reviewState } from '../editor/review-state';
import { cuesShown } from './checked';
import { fixing } from './fixing';

const profile = profiles.netflixChinese;

function stateOf(lines: readonly string[], cues: readonly Cue[]): EditorState {
  return reviewState(lines.join('\n'), [], timedText(cues, [], 'srt'));
}

test('text and times become what fixing the cues makes of them', () => {
  const line = fc.constantFrom(
    '',
    '一',
    '第二句话',
    '这一句话说得太长了所以一行怎么也放不下还要再断开',
    '重复的一句话',
    '重复的一句话',
  );
  const cue = fc.record({ line, start: fc.nat(9000), length: fc.integer({ min: 0, max: 3000 }) });
  fc.assert(
    fc.property(fc.array(cue, { minLength: 1, maxLength: 8 }), (list) => {
      const cues = list.map(({ start, length }) => ({ time: { start, end: start + length } }));
      const state = stateOf(
        list.map((one) => one.line),
        cues,
      );
      const shown = cuesShown(state);
      const problems = checkCues(shown, profile);
      const fixed = fixProblems(shown, problems, profile);
      const spec = fixing(state, problems, profile);
      if (fixed.length === 0) {
        expect(spec).toBeNull();
        return;
      }
      const after = state.update(spec ?? {}).state;
      expect(cuesShown(after)).toEqual(fixed);
    }),
  );
});

test('nothing but the lines that are fixed is touched', () => {
  const cues = [0, 5000, 2000].map((start) => ({ time: { start, end: start + 1500 } }));
  const state = stateOf(['第一句', '第三句', '第二句'], cues);
  const spec = fixing(state, checkCues(cuesShown(state), profile), profile);
  const { changes, state: after } = state.update(spec ?? {});
  expect(after.doc.toString()).toBe('第一句\n第二句\n第三句');
  let kept = true;
  changes.iterChanges((from) => {
    kept &&= from >= 3;
  });
  expect(kept).toBe(true);
});
