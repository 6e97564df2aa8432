import { isDigitCode, isWordCode } from './fold';

/**
 * Whether `from`–`to` of a text stands for itself: a Latin edge does not continue into a longer word or number; a
 * Chinese edge has no border to keep.
 */
export function keepsBorders(text: string, from: number, to: number): boolean {
  return keepsBorder(text, from, from - 1, -1) && keepsBorder(text, to - 1, to, 1);
}

/** `inside` is the edge, `outside` the character beyond it, `step` the way that leads out. */
function keepsBorder(text: string, inside: number, outside: number, step: -1 | 1): boolean {
  if (!isWordCode(text.charCodeAt(inside))) return true;
  const beyond = text.charCodeAt(outside);
  if (isWordCode(beyond)) return false;
  const joinsDigits =
    isDecimalMark(beyond) &&
    isDigitCode(text.charCodeAt(inside)) &&
    isDigitCode(text.charCodeAt(outside + step));
  return !joinsDigits;
}

/** `.` and `,`, which join digits to one number. */
const isDecimalMark = (code: number): boolean => code === 46 || code === 44;
