import type { Milliseconds } from "#shared/kernel/units";

/** Making one costs a hundred times a use, and an order needs several. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timezone: string): Intl.DateTimeFormat {
  const known = formats.get(timezone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: timezone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formats.set(timezone, format);
  return format;
}

/**
 * What the clock on the wall of a timezone shows, as milliseconds since its own 1970: whole days are
 * `floor(ms / 86,400,000)`. Not an instant: two instants can show the same when clocks go back.
 *
 * @throws RangeError when `timezone` is no IANA name: a bug of whoever saved it
 */
export function wallClockMs(at: Date, timezone: string): Milliseconds {
  const part: Record<string, number> = {};
  for (const { type, value } of formatOf(timezone).formatToParts(at)) part[type] = Number(value);
  return Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!);
}

/** The instant at which that wall shows `wallMs`; the later one where clocks skip it. */
export function instantAt(wallMs: Milliseconds, timezone: string): Date {
  const offsetMs = (instantMs: number) => wallClockMs(new Date(instantMs), timezone) - instantMs;
  // The offset at the guess may be that of the other side of a change of clocks; the second look is on the right side.
  const guessMs = wallMs - offsetMs(wallMs);
  return new Date(wallMs - offsetMs(guessMs));
}
