import type { OpenStretch } from "#shared/contracts/branch-settings";
import { minuteOf, timeOf } from "../forms/read-fields";

/** A stretch as its two fields hold it. The key keeps a row the same while others come and go. */
export type StretchDraft = { key: number; weekday: number; opens: string; closes: string };
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

export const draftOf = (hours: readonly OpenStretch[]): StretchDraft[] =>
  hours.map(({ weekday, opensMinute, closesMinute }, key) => ({
    key,
    weekday,
    opens: timeOf(opensMinute),
    closes: timeOf(closesMinute),
  }));

/** In the order in which they are drawn, so that a problem is found at its row. */
export const stretchesOf = (drafts: readonly StretchDraft[]): OpenStretch[] =>
  drafts.map(({ weekday, opens, closes }) => ({
    weekday,
    opensMinute: minuteOf(opens),
    closesMinute: minuteOf(closes),
  }));

const nextKey = (drafts: readonly StretchDraft[]): number => Math.max(-1, ...drafts.map(({ key }) => key)) + 1;

/** One more stretch on that day: what the day before has, or after the last one of the day. */
export function withStretch(drafts: readonly StretchDraft[], weekday: number): StretchDraft[] {
  const before = drafts.find((draft) => draft.weekday === weekday - 1);
  const isFirst = !drafts.some((draft) => draft.weekday === weekday);
  const { opens, closes } = isFirst && before ? before : isFirst ? { opens: "10:00", closes: "22:00" } : EMPTY;
  return [...drafts, { key: nextKey(drafts), weekday, opens, closes }];
}
const EMPTY = { opens: "", closes: "" };

/** Every other day as Monday is. */
export function likeMonday(drafts: readonly StretchDraft[]): StretchDraft[] {
  const monday = drafts.filter(({ weekday }) => weekday === 1);
  return WEEKDAYS.flatMap((weekday) => monday.map((draft) => ({ ...draft, weekday }))).map((draft, key) => ({
    ...draft,
    key,
  }));
}
