import { z } from "zod";
import { Polygon } from "#shared/kernel/geo";
import { Id } from "#shared/kernel/ids";
import { Currency, Price } from "#shared/kernel/money";
import { plainText } from "#shared/kernel/text";

/** What bringing it costs inside a zone, in minor units of the branch's currency. */
export const FeeRule = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("flat"), feeMinor: Price, freeFromMinor: Price.optional() }),
  z.object({
    kind: z.literal("per_km"),
    baseMinor: Price,
    perKmMinor: Price,
    includedMetres: z.int().min(0).max(100_000),
    freeFromMinor: Price.optional(),
  }),
]);
export type FeeRule = z.infer<typeof FeeRule>;

/** What a manager sets of a zone. Its border may not cross itself, which the verb says in its own words. */
export const ZoneRules = z.object({
  name: plainText(80),
  polygon: Polygon,
  feeRule: FeeRule,
  minimumMinor: Price,
  promisedMinutes: z.int().min(1).max(1_440),
});
export type ZoneRules = z.infer<typeof ZoneRules>;

export const NewZone = ZoneRules.extend({ branchId: Id });
export type NewZone = z.infer<typeof NewZone>;

/** `version` is the one that the editor saw: an older one is refused. */
export const ZoneChange = ZoneRules.partial().extend({ version: z.int() });
export type ZoneChange = z.infer<typeof ZoneChange>;

export const ZoneView = NewZone.extend({
  id: Id,
  currency: Currency,
  version: z.int(),
  pausedUntil: z.iso.datetime().nullable(),
  updatedAt: z.iso.datetime(),
});
export type ZoneView = z.infer<typeof ZoneView>;
export const ZoneList = z.object({ zones: z.array(ZoneView) });
export const ZonesQuery = z.object({ branchId: Id.optional() });
export const ZoneRef = z.object({ id: Id });
