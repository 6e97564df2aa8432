import { SaxesParser } from 'saxes';

/** An element of an XML file, with the line that its tag ends on, counted from 1. */
export interface Element {
  readonly name: string;
  readonly line: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** The text directly in it, with `\n` line ends. */
  readonly text: string;
}

/** Why a file was not read as XML: what is wrong, and on which line. */
export interface XmlFailure {
  readonly line: number;
  readonly detail: string;
  /** Whether it declares a document type, which could define entities; none is ever read. */
  readonly doctype: boolean;
}

interface Open {
  readonly name: string;
  readonly line: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** How deep elements may lie in one another; lists of rules need five. */
const deepest = 50;

/** What ends the reading: the parser goes on after an error when its handler does not throw. */
class Stop extends Error {
  constructor(readonly failure: XmlFailure) {
    super(failure.detail);
  }
}

/**
 * Reads XML without a document type: of entities only the five that XML names and those of a character number. Nothing
 * is fetched. Returns the root, or what is wrong.
 */
export function parseXml(text: string): { root: Element } | { failure: XmlFailure } {
  const parser = new SaxesParser();
  const stack: Open[] = [{ name: '', line: 1, attributes: {}, children: [], text: '' }];
  const stop = (detail: string, doctype = false): never => {
    throw new Stop({ line: parser.line, detail, doctype });
  };
  parser.on('error', (error) => stop(error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')));
  parser.on('doctype', () => stop('<!DOCTYPE', true));
  parser.on('opentag', ({ name, attributes }) => {
    if (stack.length > deepest) stop(`<${name}>`);
    stack.push({ name, line: parser.line, attributes, children: [], text: '' });
  });
  const addText = (more: string): void => {
    const open = stack.at(-1);
    if (open) open.text += more;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const closed = stack.pop();
    if (closed) stack.at(-1)?.children.push(closed);
  });
  try {
    parser.write(text.replace(/^\uFEFF/, '')).close();
  } catch (error) {
    if (error instanceof Stop) return { failure: error.failure };
    throw error;
  }
  const root = stack[0]?.children[0];
  return root ? { root } : { failure: { line: 1, detail: '', doctype: false } };
}

/** The children called `name`. */
export const childrenOf = (element: Element, name: string): Element[] =>
  element.children.filter((child) => child.name === name);

/** The text of the first child that has one of the names, if any has. */
export function fieldOf(element: Element, ...names: string[]): string | undefined {
  return element.children.find((child) => names.includes(child.name))?.text;
}

/** Text for an element or an attribute; characters that XML does not know at all are an error of the caller. */
export const escapeXml = (text: string): string =>
  text.replace(
    /[<>&"\t\n\r]/g,
    (char) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' })[char] ?? `&#${char.charCodeAt(0)};`,
  );

/** Whether XML can hold a text: it knows no control characters but three, and no halves of a surrogate pair. */
export const fitsXml = (text: string): boolean =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
  !/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(text) && !/\p{Surrogate}/u.test(text);
