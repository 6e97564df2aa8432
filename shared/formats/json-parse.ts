/** What is outside of texts and no JSON, though programs write it: Python's numbers, a comma before a bracket. */
const foreign = /"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?$)|-?\b(?:NaN|Infinity)\b|,(?=\s{0,200}[\]}])/gs;

/** The value of a JSON text that may hold NaN, Infinity and trailing commas; or the line, from 1, where it is no JSON. */
export function parseJson(source: string): { readonly value: unknown } | { readonly line: number } {
  const text = source.replace(/^\ufeff/, '');
  const value = tryParse(text) ?? tryParse(text.replace(foreign, repairToken));
  return value ?? { line: failingLine(text) };
}

const repairToken = (token: string): string => (token.startsWith('"') ? token : token === ',' ? '' : 'null');

function tryParse(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

const tokens =
  /[ \t\r\n]*(?:("(?:[^"\\\n\r]|\\.)*"|-?(?:\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|NaN|Infinity)|true|false|null)|([[{])|([\]}])|([,:]))/y;

/** The first line where the text stops being JSON; JSON.parse does not tell in a way that can be relied on. */
function failingLine(text: string): number {
  const open: string[] = [];
  let at = 0;
  let complete = false; // whether a value stands before the next token
  for (tokens.lastIndex = 0; ; at = tokens.lastIndex) {
    const match = tokens.exec(text);
    if (!match) break;
    const [, value, opening, closing, mark] = match;
    const begins = value !== undefined || opening !== undefined;
    if (begins ? complete : mark !== undefined && !complete) break;
    if (opening) open.push(opening);
    if (closing && open.pop() !== (closing === ']' ? '[' : '{')) break;
    complete = value !== undefined || closing !== undefined;
    if (complete && open.length === 0) {
      at = tokens.lastIndex;
      break;
    }
  }
  const rest = /[^ \t\r\n]/g;
  rest.lastIndex = at;
  const place = rest.exec(text)?.index ?? text.trimEnd().length;
  return text.slice(0, place).split(/\r\n?|\n/).length;
}
