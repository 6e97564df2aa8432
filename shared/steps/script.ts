import type { Change } from '../transcript/change';
import type { Edit } from '../transcript/edit';
import type { Transcript } from '../transcript/transcript';
import { openTo } from './open';
import type { Script } from './options';
import type { Step } from './step';

/** Turns a text into another script. */
export type ScriptConverter = (text: string) => string;

/**
 * The converter into a script, from whatever the text is in; undefined where it is to stay. The phrase lists for
 * traditional script take a megabyte, so they are only loaded when asked for.
 */
export async function loadScriptConverter(to: Script): Promise<ScriptConverter | undefined> {
  if (to === 'leave') return undefined;
  if (to === 'cn') {
    const { Converter } = await import('opencc-js/t2cn');
    // Characters only. With Taiwan's words as well (twp) a text that is simplified already would change: 核心 → 内核.
    return Converter({ from: 'tw', to: 'cn' });
  }
  const { Converter } = await import('opencc-js/cn2t');
  const convert = Converter({ from: 'cn', to });
  // A phrase may hide another (一个数据: 个数, then 数据), so that only a second pass finds Taiwan's word for it.
  return (text) => {
    const once = convert(text);
    return once === text ? text : convert(once);
  };
}

/** Converts simplified into traditional Chinese or back; without a converter, nothing. */
export const scriptStep = (convert: ScriptConverter | undefined): Step => ({
  name: 'script',
  propose: (transcript) => (convert ? propose(transcript, convert) : []),
});

const chinese = /\p{Script=Han}+/gu;

function propose(transcript: Transcript, convert: ScriptConverter): Change[] {
  return scriptEdits(transcript.text, convert)
    .filter(openTo(transcript))
    .map((edit): Change => {
      const rules = ['script:convert'];
      return { ...edit, step: 'script', rules, confidence: 'auto', reason: 'scriptConverted' };
    });
}

/** The edits that turn a text into another script, each as short as can be. */
export function scriptEdits(text: string, convert: ScriptConverter): Edit[] {
  const edits: Edit[] = [];
  for (const { 0: before, index } of text.matchAll(chinese)) {
    const after = convert(before);
    if (after === before) continue;
    for (const { from, to, insert } of differences(before, after)) {
      edits.push({ from: index + from, to: index + to, insert });
    }
  }
  return edits;
}

/**
 * Where two texts of one meaning differ. Character for character where they are of one length; where a phrase became
 * longer or shorter, the shortest stretch after which they go on alike.
 */
function differences(before: string, after: string): Edit[] {
  const found: Edit[] = [];
  let a = 0;
  let b = 0;
  while (a < before.length || b < after.length) {
    if (before[a] === after[b]) {
      a++;
      b++;
      continue;
    }
    const alike = before.length - a === after.length - b;
    const [skipA, skipB] = alike ? [1, 1] : nextMeeting(before.slice(a), after.slice(b));
    const last = found.at(-1);
    if (last && last.to === a) found.pop();
    found.push({
      from: last && last.to === a ? last.from : a,
      to: a + skipA,
      insert: (last && last.to === a ? last.insert : '') + after.slice(b, b + skipB),
    });
    a += skipA;
    b += skipB;
  }
  return found;
}

/** How far to go in both texts until they agree for two characters, or to their ends. */
function nextMeeting(a: string, b: string): [number, number] {
  const rest = Math.max(a.length, b.length);
  for (let skipped = 1; skipped <= 2 * rest; skipped++) {
    for (let skipB = Math.floor(skipped / 2), turn = 0; turn <= skipped; turn++) {
      // Equal steps first, then more and more uneven ones.
      const uneven = turn % 2 === 0 ? -turn / 2 : (turn + 1) / 2;
      const y = skipB + uneven;
      const x = skipped - y;
      if (x < 0 || y < 0 || x > a.length || y > b.length) continue;
      if (agree(a.slice(x), b.slice(y))) return [x, y];
    }
  }
  return [a.length, b.length];
}

const agree = (a: string, b: string): boolean =>
  a === b || (a.length >= 2 && b.length >= 2 && a[0] === b[0] && a[1] === b[1]);
