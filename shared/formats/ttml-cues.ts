import { SaxesParser } from 'saxes';
import type { DataCue } from './converted';
import type { SpokenWord } from './place-words';
import { type Clock, readClock, spanOf, type TimeSpan } from './ttml-time';

/** What ended the reading of a file as XML. */
export interface XmlFailure {
  readonly line: number;
  /** Whether it came before the end of the file, so that what is read may not be what was meant. */
  readonly isInside: boolean;
}

type Attributes = Readonly<Record<string, string>>;

/** An element that is open, with the time that those in it are counted from and end by. */
interface Open extends TimeSpan {
  readonly name: string;
  readonly isSequence: boolean;
  /** Whether its text is none of the cue's: metadata, and readings over characters. */
  readonly isSilent: boolean;
  /** When the last element in it ended, for those in a sequence. */
  latest: number;
  /** The agent that speaks in it. */
  readonly agent: string | undefined;
}

/** A stretch of a paragraph's text, with the time of the span that it is in if that has one. */
interface Part {
  text: string;
  readonly time: TimeSpan | undefined;
}

/** The paragraph that is open. */
interface Paragraph extends TimeSpan {
  readonly isTimed: boolean;
  readonly agent: string | undefined;
  readonly depth: number;
  readonly parts: Part[];
}

/**
 * Reads the paragraphs of a TTML file as cues: times nested and in sequences, ruby and metadata left out, styles and
 * regions ignored. Of entities only the five of XML, those of a character number and `&nbsp;` are known; any other is
 * text. What can be read is returned even when the file is cut off.
 */
export function readTtmlCues(source: string): { readonly cues: DataCue[]; readonly failure?: XmlFailure } {
  const parser = new SaxesParser();
  const stack: Open[] = [];
  const cues: DataCue[] = [];
  const silentStyles = new Set<string>();
  const agents = new Map<string, string>();
  let clock: Clock = readClock({});
  let agent: string | undefined; // the one that is described
  let paragraph: Paragraph | undefined;
  let failure: XmlFailure | undefined;
  let atEnd = false;

  const closeParagraph = (): void => {
    if (paragraph) cues.push(...cuesOfParagraph(paragraph, agents));
    paragraph = undefined;
  };
  const addText = (text: string): void => {
    const top = stack.at(-1);
    if (agent !== undefined && top?.name === 'name') agents.set(agent, `${agents.get(agent) ?? ''}${text}`);
    if (!paragraph || !top || top.isSilent) return;
    const time = stack.slice(paragraph.depth).findLast(({ name, isTimed }) => name === 'span' && isTimed);
    const last = paragraph.parts.at(-1);
    if (last && last.time === time) last.text += text;
    else paragraph.parts.push({ text, time });
  };

  parser.on('error', () => {
    failure ??= { line: parser.line, isInside: !atEnd };
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('opentag', (tag) => {
    const name = localName(tag.name);
    const attributes = localAttributes(tag.attributes);
    const parent = stack.at(-1);
    if (name === 'tt') clock = readClock(attributes);
    if (name === 'style' && isReading(attributes) && attributes.id) silentStyles.add(attributes.id);
    if (name === 'agent') agent = attributes.id;
    const styles = (attributes.style ?? '').split(/\s+/);
    const isSilent =
      parent?.isSilent ||
      silent.has(name) ||
      isReading(attributes) ||
      styles.some((style) => silentStyles.has(style));
    const open: Open = {
      name,
      ...spanOf(attributes, clock, parent),
      isSequence: attributes.timeContainer === 'seq',
      isSilent,
      latest: 0,
      agent: attributes.agent ?? parent?.agent,
    };
    open.latest = open.start;
    stack.push(open);
    if (name === 'p' && !isSilent) {
      closeParagraph();
      paragraph = { ...open, depth: stack.length, parts: [] };
    }
    if (name === 'br') addText('\n');
  });
  parser.on('closetag', () => {
    const open = stack.pop();
    const parent = stack.at(-1);
    if (parent && open) parent.latest = Math.max(parent.latest, open.end ?? open.latest);
    if (open?.name === 'agent') agent = undefined;
    if (paragraph && stack.length < paragraph.depth) closeParagraph();
  });

  parser.write(mended(source));
  atEnd = true;
  parser.close();
  closeParagraph();
  return { cues, ...(failure && { failure }) };
}

/** What is in these is not shown. */
const silent: ReadonlySet<string> = new Set(['head', 'metadata', 'desc', 'title', 'agent']);

/** Whether an element is a reading over other characters, or what parts these from it. */
const isReading = ({ ruby }: Attributes): boolean =>
  ruby === 'text' || ruby === 'textContainer' || ruby === 'delimiter';

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const localAttributes = (attributes: Attributes): Attributes =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [localName(name), value]));

/** XML without what careless programs leave unescaped: `&` and `<` that begin nothing. Lines stay as they are. */
const mended = (source: string): string =>
  source
    .replace(/^[\ufeff\s]+/, (lead) => '\n'.repeat(lead.split(/\r\n?|\n/).length - 1))
    .replaceAll('&nbsp;', '\u00a0')
    .replace(/&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});)/gi, '&amp;')
    .replace(/<(?![\p{L}_/!?])/gu, '&lt;');

/** One cue; or one for each timed span of a paragraph that has no time itself. */
function cuesOfParagraph(paragraph: Paragraph, agents: ReadonlyMap<string, string>): DataCue[] {
  const { agent } = paragraph;
  const speaker = agent === undefined ? undefined : agents.get(agent)?.trim() || agent;
  // White space is one space as in HTML; only <br/> breaks the line.
  const text = (parts: readonly Part[]) => parts.map((part) => part.text).join('');
  const groups: Part[][] = [];
  for (const part of paragraph.parts) {
    const isNext = part.time !== undefined && !paragraph.isTimed && groups.at(-1)?.some(({ time }) => time);
    if (isNext || groups.length === 0) groups.push([part]);
    else groups.at(-1)?.push(part);
  }
  if (groups.length === 0) groups.push([]);
  return groups.map((parts) => {
    const { start, end } =
      (paragraph.isTimed ? undefined : parts.find(({ time }) => time)?.time) ?? paragraph;
    const words = parts.flatMap(({ text: said, time }): SpokenWord[] =>
      time ? [{ text: said, start: time.start, end: time.end }] : [],
    );
    return { text: text(parts), start, end, speaker, ...(paragraph.isTimed && { words }) };
  });
}
