import { parseClock } from './clock';

/** An object in JSON of unknown origin. */
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The fields of a value; none of one that is no object. */
export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A value as text; nothing for what is neither text nor a number. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** A number, which some programs write as text. */
function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** A time in milliseconds, rounded; of no use below zero. */
export function millisecondsOf(value: unknown): number | undefined {
  const number = numberOf(value);
  return number === undefined ? undefined : Math.max(0, Math.round(number));
}

/** A time in seconds, or as `hh:mm:ss,mmm`, in milliseconds. */
export function secondsOf(value: unknown): number | undefined {
  const number = numberOf(value);
  if (number !== undefined) return millisecondsOf(number * 1000);
  return typeof value === 'string' ? parseClock(value.trim()) : undefined;
}
