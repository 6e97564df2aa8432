const digit = '[0-9０-９]';
const colon = '\\s*[:：]\\s*';

/**
 * A time of day as careless programs and people write it: hours may be missing or many, the fraction short, long or
 * missing, the marks full-width or the wrong ones.
 */
export const looseClock = `(?:${digit}+${colon})?${digit}{1,3}${colon}${digit}{1,2}(?:\\s*[.,．，。;；:：]\\s*${digit}{1,9})?`;

const parts = new RegExp(
  `^(?:(${digit}+)${colon})?(${digit}{1,3})${colon}(${digit}{1,2})(?:\\s*[.,．，。;；:：]\\s*(${digit}{1,9}))?$`,
);

/** The milliseconds of a time such as `1:02:03,5`; undefined where it is none. */
export function parseClock(clock: string): number | undefined {
  const match = parts.exec(clock);
  if (!match) return undefined;
  const [, hours = '0', minutes = '0', seconds = '0', fraction = '0'] = match.map((part) =>
    part?.replace(/[０-９]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)),
  );
  const whole = (Number(hours) * 60 + Number(minutes)) * 60_000 + Number(seconds) * 1000;
  return whole + Math.round(Number(`0.${fraction}`) * 1000);
}

/**
 * Milliseconds as `hh:mm:ss` and a fraction of `places` digits after `mark`. `hours` is the fewest digits of the hours;
 * with 0 they are left out below one hour.
 */
export function writeClock(time: number, mark: string, places: 2 | 3 = 3, hours: 0 | 1 | 2 = 2): string {
  const unit = 10 ** (3 - places);
  const rest = Math.max(0, Math.round(time / unit));
  const perSecond = 1000 / unit;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const seconds = Math.floor(rest / perSecond);
  const whole = Math.floor(seconds / 3600);
  const head = hours > 0 || whole > 0 ? `${String(whole).padStart(Math.max(hours, 1), '0')}:` : '';
  const fraction = String(rest % perSecond).padStart(places, '0');
  return `${head}${two((seconds / 60) % 60)}:${two(seconds % 60)}${mark}${fraction}`;
}
