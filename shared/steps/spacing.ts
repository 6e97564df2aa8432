import type { Change } from '../transcript/change';
import type { Transcript } from '../transcript/transcript';
import { openTo } from './open';
import type { StepOptions } from './options';
import type { Step } from './step';

const chinese = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]';

/**
 * Where Chinese meets a Latin word or a number. What belongs to the word counts as part of it: C++, C#, A*, 50%, 30°,
 * $5, #tag. Marks do not: A/B测试 meets Chinese at the B, and （GPT）之后, *GPT*之后 and $x$之后 nowhere.
 */
const seams = new RegExp(
  `(?<=${chinese})(?<space>[ ]*)(?=[A-Za-z0-9]|[#@][A-Za-z0-9]|[$€£][0-9][0-9.,]*(?![0-9.,$]))|` +
    `(?<=[A-Za-z0-9]|[A-Za-z]\\+\\+|[A-Za-z][+#]|(?<![A-Za-z0-9*])[A-Z]\\*|[0-9][%°‰℃+])(?<after>[ ]*)(?=${chinese})`,
  'gu',
);

/**
 * Puts a space between Chinese and Latin or digits, or takes it away. Ids keep their form, since only their ends meet
 * Chinese: kvm-riscv, A/B, GPT-4, 5G.
 */
export const spacingStep = (options: StepOptions): Step => ({
  name: 'spacing',
  propose: (transcript) =>
    options.spacing.between === 'leave' ? [] : propose(transcript, options.spacing.between),
});

function propose(transcript: Transcript, between: 'add' | 'remove'): Change[] {
  const isOpen = openTo(transcript);
  const wanted = between === 'add' ? ' ' : '';
  return Array.from(transcript.text.matchAll(seams)).flatMap((match): Change[] => {
    const [found] = match;
    const range = { from: match.index, to: match.index + found.length };
    const right = between === 'add' ? found !== '' : found === '';
    if (right || !isOpen(range)) return [];
    return [
      {
        ...range,
        insert: wanted,
        step: 'spacing',
        rules: [`spacing:${between}`],
        confidence: 'auto',
        reason: between === 'add' ? 'spaceAdded' : 'spaceRemoved',
      },
    ];
  });
}
