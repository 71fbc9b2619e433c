import { z } from "zod";

const minuteOfDay = z.int().min(0).max(1_439);

/**
 * When somebody of the staff wants to hear nothing but an alert, in minutes after local midnight; past midnight when it
 * ends before it begins.
 */
export const QuietHours = z
  .object({ fromMinute: minuteOfDay, untilMinute: minuteOfDay })
  .refine(({ fromMinute, untilMinute }) => fromMinute !== untilMinute, "never, or all day: neither is quiet hours");
export type QuietHours = z.infer<typeof QuietHours>;

/** Whether that minute of the local day is quiet: from the first minute on, until just before the last. */
export const isQuietAt = ({ fromMinute, untilMinute }: QuietHours, minute: number): boolean =>
  fromMinute < untilMinute
    ? fromMinute <= minute && minute < untilMinute
    : fromMinute <= minute || minute < untilMinute;
