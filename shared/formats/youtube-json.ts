import type { DataCue } from './converted';
import { type Fields, fieldsOf, isFields, listOf, millisecondsOf, textOf } from './json-values';

/**
 * The cues of YouTube's captions in the format json3; undefined for other JSON. Events without text, which set up
 * windows or scroll them, are no cues.
 */
export function cuesOfYoutube(value: unknown): DataCue[] | undefined {
  const { events, wireMagic } = fieldsOf(value);
  if (!Array.isArray(events)) return undefined;
  const isCaptions = wireMagic === 'pb3' || events.some((event) => isFields(event) && 'tStartMs' in event);
  if (!isCaptions) return undefined;
  const spoken = events.map(fieldsOf).filter((event) => textIn(event).trim() !== '');
  return spoken.map((event, index) => cueOf(event, millisecondsOf(spoken[index + 1]?.tStartMs)));
}

const textIn = (event: Fields): string =>
  listOf(event.segs)
    .map((seg) => textOf(fieldsOf(seg).utf8))
    .join('');

function cueOf(event: Fields, next: number | undefined): DataCue {
  const start = millisecondsOf(event.tStartMs);
  const duration = millisecondsOf(event.dDurationMs);
  const said = start === undefined || duration === undefined ? undefined : start + duration;
  // A line in a scrolling window stays while the next is said.
  const scrolls = event.wWinId !== undefined && start !== undefined && next !== undefined && next > start;
  const end = scrolls && said !== undefined ? Math.min(said, next) : said;
  const segs = listOf(event.segs).map(fieldsOf);
  const hasOffsets = segs.some((seg) => seg.tOffsetMs !== undefined);
  const startOf = (seg: Fields | undefined) =>
    seg && start !== undefined ? start + (millisecondsOf(seg.tOffsetMs) ?? 0) : end;
  const words = segs.map((seg, index) => ({
    text: textOf(seg.utf8),
    start: startOf(seg),
    end: startOf(segs[index + 1]),
  }));
  return { text: textIn(event), start, end, ...(hasOffsets && { words }) };
}
