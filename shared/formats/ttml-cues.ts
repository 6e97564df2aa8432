import { SaxesParser } from 'saxes';
import type { DataCue } from './converted';
import type { SpokenWord } from './place-words';
import { type Clock, readClock, spanOf, type TimeSpan } from './ttml-time';

/** What ended the reading of a file as XML. */
interface XmlFailure {
  readonly line: number;
  /** Whether it came before the end of the file, so that what is read may not be what was meant. */
  readonly isInside: boolean;
}

type Attributes = Readonly<Record<string, string>>;

/** An element that is open, with the time that those in it are counted from and end by. */
interface Open extends TimeSpan {
  readonly name: string;
  /** Whether it says itself when it is shown. */
  readonly hasOwnTime: boolean;
  readonly isSequence: boolean;
  /** Whether its text is none of the cue's: metadata, and readings over characters. */
  readonly isSilent: boolean;
  /** Whether several spaces are more than one. */
  readonly keepsSpaces: boolean;
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
  readonly hasOwnTime: boolean;
  readonly agent: string | undefined;
  readonly depth: number;
  readonly parts: Part[];
}

/** What is read of a TTML file, and whether it tells how cues look, or how characters are read, which is not kept. */
interface TtmlCues {
  readonly cues: DataCue[];
  readonly failure?: XmlFailure;
  readonly isStyled: boolean;
}

/**
 * Reads the paragraphs of a TTML file as cues: times nested and in sequences, ruby and metadata left out, styles and
 * regions ignored. Of entities only the five of XML, those of a character number and `&nbsp;` are known; any other is
 * text. What can be read is returned even when the file is cut off.
 */
export function readTtmlCues(source: string): TtmlCues {
  const parser = new SaxesParser();
  const lead = /^[\ufeff\s]*/.exec(source)?.[0] ?? '';
  const skipped = lead.split(/\r\n?|\n/).length - 1;
  const stack: Open[] = [];
  const cues: DataCue[] = [];
  const silentStyles = new Set<string>();
  const agents = new Map<string, string>();
  let clock: Clock = readClock({});
  let agent: string | undefined; // the one that is described
  let paragraph: Paragraph | undefined;
  let failure: XmlFailure | undefined;
  let atEnd = false;
  let isStyled = false;

  const closeParagraph = (): void => {
    if (paragraph) cues.push(...cuesOfParagraph(paragraph, agents));
    paragraph = undefined;
  };
  const addText = (text: string): void => {
    const top = stack.at(-1);
    if (agent !== undefined && top?.name === 'name') agents.set(agent, `${agents.get(agent) ?? ''}${text}`);
    if (!paragraph || !top || top.isSilent) return;
    const time = stack
      .slice(paragraph.depth)
      .findLast(({ name, hasOwnTime }) => name === 'span' && hasOwnTime);
    const last = paragraph.parts.at(-1);
    if (last && last.time === time) last.text += text;
    else paragraph.parts.push({ text, time });
  };

  parser.on('error', () => {
    failure ??= { line: parser.line + skipped, isInside: !atEnd };
  });
  // White space is one space as in HTML, unless the file says otherwise; only <br/> breaks the line.
  const addSpaced = (text: string): void =>
    addText(text.replace(stack.at(-1)?.keepsSpaces ? /[ \t]*[\r\n][ \t\r\n]*/g : /[ \t\r\n]+/g, ' '));
  parser.on('text', addSpaced);
  parser.on('cdata', addSpaced);
  parser.on('opentag', (tag) => {
    const name = localName(tag.name);
    const attributes = localAttributes(tag.attributes);
    const parent = stack.at(-1);
    isStyled ||= styling.has(name) || Object.keys(tag.attributes).some((key) => key.startsWith('tts:'));
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
      hasOwnTime: ['begin', 'dur', 'end'].some((key) => Object.hasOwn(attributes, key)),
      isSequence: attributes.timeContainer === 'seq',
      isSilent,
      keepsSpaces: (attributes.space ?? (parent?.keepsSpaces ? 'preserve' : '')) === 'preserve',
      latest: 0,
      agent: attributes.agent ?? parent?.agent,
    };
    open.latest = open.start;
    stack.push(open);
    if (name === 'p' && !isSilent && stack[0]?.name === 'tt') {
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

  parser.write(mended(source.slice(lead.length)));
  atEnd = true;
  parser.close();
  closeParagraph();
  return { cues, isStyled, ...(failure && { failure }) };
}

/** What is in these is not shown. */
const silent: ReadonlySet<string> = new Set(['head', 'metadata', 'desc', 'title', 'agent']);

/** What tells how cues look. */
const styling: ReadonlySet<string> = new Set(['style', 'region']);

/** Whether an element is a reading over other characters, or what parts these from it. */
const isReading = ({ ruby }: Attributes): boolean =>
  ruby === 'text' || ruby === 'textContainer' || ruby === 'delimiter';

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

const localAttributes = (attributes: Attributes): Attributes =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [localName(name), value]));

/** XML without what careless programs leave unescaped: `&` and `<` that begin nothing. Lines stay as they are. */
const mended = (source: string): string => source.replace(unescaped, (raw) => escapes[raw] ?? raw);
const unescaped =
  /<!\[CDATA\[.*?(?:\]\]>|$)|&nbsp;|&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});)|<(?![\p{L}_/!?])/gisu;
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '&nbsp;': '\u00a0' };

/** One cue; or one for each timed span of a paragraph that has no time of its own. */
function cuesOfParagraph(paragraph: Paragraph, agents: ReadonlyMap<string, string>): DataCue[] {
  const { agent, hasOwnTime } = paragraph;
  const speaker = agent === undefined ? undefined : agents.get(agent)?.trim() || agent;
  const groups: Part[][] = [[]];
  for (const part of paragraph.parts) {
    const isNext = part.time && !hasOwnTime && groups.at(-1)?.some(({ time }) => time);
    if (isNext) groups.push([part]);
    else groups.at(-1)?.push(part);
  }
  return groups.map((parts) => {
    const text = parts.map((part) => part.text).join('');
    const span = (hasOwnTime ? undefined : parts.find(({ time }) => time)?.time) ?? paragraph;
    const time = span.isTimed ? { start: span.start, end: span.end } : {};
    const words = parts.flatMap((part): SpokenWord[] =>
      part.time ? [{ text: part.text, start: part.time.start, end: part.time.end }] : [],
    );
    return { text, speaker, ...time, ...(hasOwnTime && { words }) };
  });
}
