import type { DataCue } from './converted';
import { type Fields, fieldsOf, isFields, secondsOf, textOf } from './json-values';

/** The cues of Bilibili's captions, a list `body` of `from`, `to` and `content`; undefined for other JSON. */
export function cuesOfBilibili(value: unknown): DataCue[] | undefined {
  const { body } = fieldsOf(value);
  if (!Array.isArray(body)) return undefined;
  const isBody = body.length === 0 || body.some((line) => isFields(line) && Object.hasOwn(line, 'content'));
  if (!isBody) return undefined;
  return body.map((line) => {
    const { from, to, content }: Fields = isFields(line) ? line : { content: line };
    return { text: textOf(content), start: secondsOf(from), end: secondsOf(to) };
  });
}
