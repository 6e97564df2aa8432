/** How a TTML document counts time. */
export interface Clock {
  readonly framesPerSecond: number;
  readonly ticksPerSecond: number;
}

/** When something is shown, in milliseconds; the end is missing where nothing tells it. */
export interface TimeSpan {
  readonly start: number;
  readonly end: number | undefined;
  /** Whether it has a time of its own, or is in something that has. */
  readonly isTimed: boolean;
}

type Attributes = Readonly<Record<string, string>>;

/** The clock that the attributes of the root set; TTML's defaults are 30 frames a second, and a tick for each frame or second. */
export function readClock({ frameRate, frameRateMultiplier, tickRate }: Attributes): Clock {
  const rate = positive(frameRate);
  const [by, over] = (frameRateMultiplier ?? '')
    .trim()
    .split(/[\s:]+/)
    .map(positive);
  const framesPerSecond = ((rate ?? 30) * (by ?? 1)) / (over ?? 1);
  return {
    framesPerSecond,
    ticksPerSecond: positive(tickRate) ?? (rate === undefined ? 1 : framesPerSecond),
  };
}

function positive(text: string | undefined): number | undefined {
  const value = Number(text);
  return value > 0 && Number.isFinite(value) ? value : undefined;
}

/** What a span's time is counted from. */
interface Container extends TimeSpan {
  readonly isSequence: boolean;
  readonly latest: number;
}

/** When an element is shown, from its `begin`, `dur` and `end`, which count from where its container begins. */
export function spanOf(attributes: Attributes, clock: Clock, parent: Container | undefined): TimeSpan {
  const [begin, dur, end] = [attributes.begin, attributes.dur, attributes.end].map((value) =>
    value === undefined ? undefined : timeOf(value, clock),
  );
  const base = parent ? (parent.isSequence ? parent.latest : parent.start) : 0;
  const start = base + (begin ?? 0);
  const ends = [
    dur === undefined ? undefined : start + dur,
    end === undefined ? undefined : base + end,
    parent?.end,
  ];
  const least = Math.min(...ends.filter((each) => each !== undefined));
  const isTimed = begin !== undefined || dur !== undefined || end !== undefined || (parent?.isTimed ?? false);
  return { start, end: Number.isFinite(least) ? least : undefined, isTimed };
}

const clockTime = /^(\d+):(\d{1,2}):(\d{1,2})(?:[.,](\d+)|:(\d+)(?:\.\d+)?)?$/;
const offsetTime = /^(\d+(?:\.\d+)?)(h|ms|m|s|f|t)?$/;

/** The milliseconds of a time expression; undefined where it is none. A bare number counts seconds. */
function timeOf(text: string, { framesPerSecond, ticksPerSecond }: Clock): number | undefined {
  const clock = clockTime.exec(text.trim());
  if (clock) {
    const [, hours, minutes, seconds, fraction, frames] = clock;
    const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
    return Math.round((whole + Number(`0.${fraction ?? 0}`) + Number(frames ?? 0) / framesPerSecond) * 1000);
  }
  const [, count, unit = 's'] = offsetTime.exec(text.trim()) ?? [];
  if (count === undefined) return undefined;
  const units = {
    h: 3_600_000,
    m: 60_000,
    s: 1000,
    ms: 1,
    f: 1000 / framesPerSecond,
    t: 1000 / ticksPerSecond,
  };
  return Math.round(Number(count) * units[unit as keyof typeof units]);
}
