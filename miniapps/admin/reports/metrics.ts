import type { ReportFigures } from "#shared/contracts/report";
import type { Language } from "#shared/kernel/language";
import type { Currency } from "#shared/kernel/money";
import { minutes, money } from "../../kit/format";

export const METRICS = ["orders", "sales", "minutes", "late", "lost"] as const;
export type Metric = (typeof METRICS)[number];

type Said = { language: Language; currency: Currency };

/** What a metric is in the figures, how it is said, and whether more of it is better. */
export const METRIC: Readonly<
  Record<
    Metric,
    { of(figures: ReportFigures): number | null; say(value: number, said: Said): string; moreIsBetter: boolean }
  >
> = {
  orders: { of: ({ orders }) => orders, say: String, moreIsBetter: true },
  sales: {
    of: ({ salesMinor }) => salesMinor,
    say: (value, { language, currency }) => money(language, Math.round(value / 100) * 100, currency),
    moreIsBetter: true,
  },
  minutes: {
    of: ({ deliveryMinutes }) => deliveryMinutes,
    say: (value, { language }) => minutes(language, value * 60),
    moreIsBetter: false,
  },
  late: { of: ({ lateShare }) => lateShare, say: (value, { language }) => share(language, value), moreIsBetter: false },
  lost: { of: ({ lost }) => lost, say: String, moreIsBetter: false },
};

/** "12 %". */
export const share = (language: Language, value: number): string =>
  new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: value < 0.1 ? 1 : 0 }).format(value);

/** By which part something has grown; `null` where there was nothing to grow from. */
export const growth = (now: number | null, before: number | null): number | null =>
  now === null || !before ? null : now / before - 1;
