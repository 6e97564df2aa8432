/** Milliseconds as `m:ss.t`, or `h:mm:ss.t` from an hour on, for places where a tenth of a second is close enough. */
export const clock = (time: number): string => written(Math.floor(time / 100), 10);

/** Milliseconds as `m:ss.mmm`, or `h:mm:ss.mmm` from an hour on. */
export const exactClock = (time: number): string => written(Math.round(time), 1000);

/** A time in parts of a second, of which there are `parts`. */
function written(time: number, parts: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const seconds = Math.floor(time / parts);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const head = hours > 0 ? `${hours}:${two(minutes)}` : String(minutes);
  return `${head}:${two(seconds % 60)}.${String(time % parts).padStart(String(parts).length - 1, '0')}`;
}

/** What a person writes for a time (`75`, `1:15`, `1:15.25`, `1：15，25`, `1:02:03`), in milliseconds; undefined if it is none. */
export function parseClock(text: string): number | undefined {
  const match = /^(?:(?:(\d+)[:：])?(\d+)[:：])?(\d+)(?:[.,，。](\d+))?$/.exec(text.trim());
  if (!match) return undefined;
  const [hours = 0, minutes = 0, seconds = 0] = match.slice(1, 4).map((part) => Number(part ?? 0));
  return Math.round((hours * 3600 + minutes * 60 + seconds + Number(`0.${match[4] ?? 0}`)) * 1000);
}
