const SEGMENTS_PER_LOG = 256; // of 16 MB, as initdb makes them

/** Timeline, log and segment: three times eight hexadecimal digits. */
const read = (name: string) => {
  const [timeline, log, segment] = [0, 8, 16].map((at) => name.slice(at, at + 8));
  return { timeline: timeline!, number: Number.parseInt(log!, 16) * SEGMENTS_PER_LOG + Number.parseInt(segment!, 16) };
};
const hex = (number: number): string => number.toString(16).toUpperCase().padStart(8, "0");

/**
 * Names of the segments of the write-ahead log from one to another, both included
 * (postgresql.org/docs/18/wal-internals.html).
 * @throws RangeError when they are not of one timeline
 */
export function walSegments(first: string, last: string): string[] {
  const [from, to] = [read(first), read(last)];
  if (from.timeline !== to.timeline) throw new RangeError("the timeline changed during the backup");
  return Array.from({ length: to.number - from.number + 1 }, (_, step) => {
    const number = from.number + step;
    return `${from.timeline}${hex(Math.floor(number / SEGMENTS_PER_LOG))}${hex(number % SEGMENTS_PER_LOG)}`;
  });
}
