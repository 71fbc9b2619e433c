import { and, asc, eq, isNull } from "drizzle-orm";
import type { Work } from "#api/platform/with-actor";
import { branches, brands, organisations, regions } from "#drizzle/schema/index";
import type { OpenStretch } from "#shared/contracts/branch-settings";
import { DispatchSettings } from "#shared/delivery/dispatch-settings";
import { Refusal } from "#shared/kernel/refusal";

const TEN = 10 * 60;
const TWENTY_TWO = 22 * 60;

/** Ten to ten, every day, until its manager says otherwise. */
export const FIRST_HOURS: OpenStretch[] = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  weekday,
  opensMinute: TEN,
  closesMinute: TWENTY_TWO,
}));

type Unfurnished = Omit<
  typeof branches.$inferInsert,
  "id" | "name" | "addressText" | "phone" | "lat" | "lng" | "createdAt"
>;

/**
 * What an organisation's first branch has without anybody saying so: the city and currency that the organisation was
 * founded with. It takes cash, and pays couriers nothing until its manager says what.
 * @throws Refusal `branch.not_found` where there is a branch already, to copy from
 */
export async function firstBranch({ tx, actor }: Work): Promise<Unfurnished> {
  const { organisationId } = actor;
  const open = and(eq(branches.organisationId, organisationId), isNull(branches.archivedAt));
  const [[founded], [brand], count] = await Promise.all([
    tx
      .select({ regionId: organisations.regionId, currency: organisations.currency, timezone: regions.timezone })
      .from(organisations)
      .innerJoin(regions, eq(regions.id, organisations.regionId))
      .where(eq(organisations.id, organisationId)),
    tx
      .select({ id: brands.id })
      .from(brands)
      .where(eq(brands.organisationId, organisationId))
      .orderBy(asc(brands.createdAt), asc(brands.id))
      .limit(1),
    tx.$count(branches, open),
  ]);
  if (count > 0 || !brand || !founded?.regionId || !founded.currency) throw new Refusal("branch.not_found");
  return {
    organisationId,
    brandId: brand.id,
    regionId: founded.regionId,
    timezone: founded.timezone,
    currency: founded.currency,
    preparationMinutes: 15,
    takesInvoice: false,
    takesCash: true,
    offersPickup: false,
    extraPromiseMinutes: 0,
    dispatch: DispatchSettings.parse({}),
    payBaseMinor: 0,
    payPerKmMinor: 0,
    payPerExtraStopMinor: 0,
  };
}
