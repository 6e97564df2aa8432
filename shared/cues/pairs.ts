import { closingOf } from './marks';

/** How many cues a bracket or quote may stay open for. */
const mostCues = 4;

const openingOf = new Map([...closingOf].map(([open, close]): [string, string] => [close, open]));
// An apostrophe looks like the end of a quote.
for (const mark of '‘’') openingOf.delete(mark);
const pairMark = /[（）()[\]【】〔〕《》〈〉「」『』“”]/gu;

/** Brackets and quotes without their other half; a pair may reach over a few cues. In the order they are found. */
export function unfinishedPairs(
  cues: readonly { readonly lines: readonly string[] }[],
): { cue: number; mark: string }[] {
  const found: { cue: number; mark: string }[] = [];
  let open: { cue: number; mark: string }[] = [];
  cues.forEach(({ lines }, cue) => {
    const text = lines.join('\n');
    for (const match of text.matchAll(pairMark)) {
      const mark = match[0];
      if (closingOf.has(mark)) {
        open.push({ cue, mark });
        continue;
      }
      const partner = open.findLastIndex((one) => one.mark === openingOf.get(mark));
      if (partner >= 0) found.push(...open.splice(partner).slice(1));
      // The mark of a list item, 1) or a）, opens nothing.
      else if (!/(?:^|\s)(?:\d{1,2}|[a-z])$/i.test(text.slice(0, match.index))) found.push({ cue, mark });
    }
    found.push(...open.filter((one) => cue - one.cue >= mostCues - 1));
    open = open.filter((one) => cue - one.cue < mostCues - 1);
  });
  return [...found, ...open];
}
