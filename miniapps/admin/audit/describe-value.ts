import { z } from "zod";
import { BranchHoliday, OpenStretch } from "#shared/contracts/branch-settings";
import { FeeRule } from "#shared/contracts/zone";
import { Polygon } from "#shared/kernel/geo";
import { LocalText } from "#shared/kernel/language";
import type { Currency } from "#shared/kernel/money";
import { clockTime, day, money } from "../../kit/format";
import type { Texts } from "../../kit/texts";
import { timeOf } from "../forms/read-fields";
import { feeText } from "../zones/fee-text";
import { known } from "./known-text";

type Manner = Texts & { currency: Currency };
type Describe = (value: never, field: string, manner: Manner) => string;

const span = (opensMinute: number | null, closesMinute: number | null, { t }: Manner): string =>
  opensMinute === null || closesMinute === null
    ? t("admin-branch-closed")
    : `${timeOf(opensMinute)}–${timeOf(closesMinute)}`;

/** Shapes that occur in the log, and how people say them. The first that fits counts. */
const SHAPES: readonly [shape: z.ZodType, describe: Describe][] = [
  [z.union([z.null(), z.literal(""), z.array(z.never()).length(0)]), () => "–"],
  [z.boolean(), (value: boolean, _, { t }) => t(value ? "admin-yes" : "admin-no")],
  [
    z.number(),
    (value: number, field, { language, currency }) =>
      field.endsWith("Minor") ? money(language, value, currency) : new Intl.NumberFormat(language).format(value),
  ],
  [
    z.iso.datetime(),
    (value: string, _, { language }) => `${day(language, new Date(value))}, ${clockTime(language, new Date(value))}`,
  ],
  [Polygon, ({ coordinates }: Polygon, _, { t }) => t("admin-corners", { count: (coordinates[0]?.length ?? 1) - 1 })],
  [FeeRule, (feeRule: FeeRule, _, manner) => feeText({ feeRule, currency: manner.currency }, manner)],
  [
    z.array(OpenStretch),
    (week: OpenStretch[], _, manner) =>
      week
        .map(
          (each) =>
            `${manner.t(`admin-weekday-short-${each.weekday}`)} ${span(each.opensMinute, each.closesMinute, manner)}`,
        )
        .join(", "),
  ],
  [
    z.array(BranchHoliday),
    (days: BranchHoliday[], _, manner) =>
      days.map((each) => `${each.day} ${span(each.opensMinute, each.closesMinute, manner)}`).join(", "),
  ],
  [
    z.strictObject(LocalText.shape),
    (name: LocalText) => [...new Set([name.en, name.ru, name.uz].filter(Boolean))].join(" / "),
  ],
  [z.object({ lat: z.number(), lng: z.number() }), ({ lat, lng }: { lat: number; lng: number }) => `${lat}, ${lng}`],
  [z.string(), (value: string, field, { t }) => known(t, `admin-value-${field}`, value)],
];

/** A value of the log in the person's language; what nobody foresaw stands as it was written. */
export function describeValue(field: string, value: unknown, manner: Manner): string {
  const plain = value ?? null;
  const [, describe] = SHAPES.find(([shape]) => shape.safeParse(plain).success) ?? [];
  if (!describe) return JSON.stringify(value);
  return describe(plain as never, field, manner);
}
