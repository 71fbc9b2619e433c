import { eq } from "drizzle-orm";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { DispatchSettings } from "#shared/delivery/dispatch-settings";
import type { Id } from "#shared/kernel/ids";
import { BOT_OF_ROLE } from "#shared/kernel/role";
import { CUSTOMARY_SUMS } from "#shared/money/customary-sums";
import * as schema from "./schema/index";
import { menuRows } from "./seed/menu";
import { words } from "./seed/menu-rows";
import { type BotRow, BRANCHES, type BranchRow, circle, PEOPLE, type PersonRow, TIMEZONE } from "./seed/tashkent";

/** What the seed needs from outside, so that it makes the same rows each time it is asked to. */
export type SeedDeps = {
  newId: () => Id;
  at: Date;
  encrypt: (plain: string) => string;
  bots: readonly BotRow[];
  /** Who belongs to it; the people of `seed/tashkent.ts` unless told. */
  people?: readonly PersonRow[];
  /** Added to every person's Telegram id: a second business in the same database has people of its own. */
  telegramIdShift?: number;
};

/** Ids by the keys of `seed/tashkent.ts`; bots by their kind. */
export type Seeded = {
  organisationId: Id;
  regionId: Id;
  bots: Record<string, Id>;
  branches: Record<string, Id>;
  accounts: Record<string, Id>;
  couriers: Record<string, Id>;
};

/** A business in Tashkent: three brands with a branch each, their menus and zones, three couriers, one person per role. */
export async function seed(db: PostgresJsDatabase<typeof schema>, deps: SeedDeps): Promise<Seeded> {
  const { newId, at } = deps;
  const organisationId = newId();
  const regionId = await regionOf(db, newId);
  const seeded: Seeded = { organisationId, regionId, bots: {}, branches: {}, accounts: {}, couriers: {} };
  await db.transaction(async (tx) => {
    await tx.insert(schema.organisations).values({ id: organisationId, name: "Peyk Tashkent", createdAt: at });
    const bots = deps.bots.map((bot) => botRow(deps, organisationId, bot));
    await tx.insert(schema.bots).values(bots);
    for (const bot of bots) seeded.bots[bot.kind] = bot.id;
    for (const branch of BRANCHES) await insertBranch(tx, deps, seeded, branch);
    for (const person of deps.people ?? PEOPLE) await seedPerson(tx, deps, seeded, person);
  });
  return seeded;
}

/** Cities are shared: a second business finds the one that is there. */
async function regionOf(db: PostgresJsDatabase<typeof schema>, newId: () => Id): Promise<Id> {
  const tashkent = { slug: "tashkent", name: "Tashkent", timezone: TIMEZONE };
  await db
    .insert(schema.regions)
    .values({ id: newId(), ...tashkent })
    .onConflictDoNothing();
  const [region] = await db.select().from(schema.regions).where(eq(schema.regions.slug, tashkent.slug));
  return region!.id;
}

type Tx = Parameters<Parameters<PostgresJsDatabase<typeof schema>["transaction"]>[0]>[0];

const botRow = (
  { newId, at, encrypt }: SeedDeps,
  organisationId: Id,
  { kind, telegramId, username, token }: BotRow,
) => ({
  organisationId,
  id: newId(),
  kind,
  telegramId,
  username,
  tokenEncrypted: encrypt(token),
  webhookSecretEncrypted: encrypt(newId()),
  enabled: true,
  createdAt: at,
});

const SOM = 100; // tiyin

async function insertBranch(tx: Tx, deps: SeedDeps, seeded: Seeded, row: BranchRow): Promise<void> {
  const { newId, at } = deps;
  const { organisationId, regionId } = seeded;
  const [brandId, branchId] = [newId(), newId()];
  seeded.branches[row.key] = branchId;
  await tx.insert(schema.brands).values({ organisationId, id: brandId, name: row.brand, createdAt: at });
  await tx.insert(schema.branches).values({
    organisationId,
    id: branchId,
    brandId,
    regionId,
    name: words(row.name),
    addressText: row.address,
    phone: "+998000000100",
    ...row.point,
    timezone: TIMEZONE,
    currency: "UZS",
    preparationMinutes: row.preparationMinutes,
    takesInvoice: true,
    takesCash: true,
    offersPickup: true,
    extraPromiseMinutes: 0,
    dispatch: DispatchSettings.parse({}),
    payBaseMinor: 8_000 * SOM,
    payPerKmMinor: 2_000 * SOM,
    payPerExtraStopMinor: 3_000 * SOM,
    createdAt: at,
  });
  // Round the clock, so that whoever tries it at night can order too.
  const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opensMinute: 0, closesMinute: 1_440 }));
  await tx.insert(schema.branchHours).values(week.map((day) => ({ organisationId, id: newId(), branchId, ...day })));
  const zone = { organisationId, branchId, updatedAt: at };
  await tx.insert(schema.zones).values([
    {
      ...zone,
      id: newId(),
      name: "Near",
      polygon: circle(row.point, 3_000),
      feeRule: { kind: "flat", feeMinor: 10_000 * SOM, freeFromMinor: 150_000 * SOM },
      minimumMinor: 20_000 * SOM,
      promisedMinutes: 40,
    },
    {
      ...zone,
      id: newId(),
      name: "Far",
      polygon: circle(row.point, 8_000),
      feeRule: { kind: "per_km", baseMinor: 10_000 * SOM, perKmMinor: 2_000 * SOM, includedMetres: 3_000 },
      minimumMinor: 40_000 * SOM,
      promisedMinutes: 60,
    },
  ]);
  const menu = menuRows({ organisationId, brandId, branchId, newId, at, minorPerSom: SOM }, row.menu);
  await tx.insert(schema.categories).values(menu.categories);
  await tx.insert(schema.items).values(menu.items);
  await tx.insert(schema.modifierGroups).values(menu.groups);
  await tx.insert(schema.modifiers).values(menu.modifiers);
  await tx.insert(schema.branchItems).values(menu.branchItems);
  await tx.insert(schema.stockLog).values(menu.stockLog);
}

/** One more person of a seeded business, with what their roles need. */
export async function seedPerson(
  tx: Tx,
  { newId, at, telegramIdShift = 0 }: Pick<SeedDeps, "newId" | "at" | "telegramIdShift">,
  seeded: Seeded,
  person: PersonRow,
): Promise<void> {
  const { organisationId, regionId } = seeded;
  const accountId = newId();
  seeded.accounts[person.key] = accountId;
  const telegramId = person.telegramId + telegramIdShift;
  const { language, firstName, lastName, phone } = person;
  await tx.insert(schema.accounts).values({ id: accountId, telegramId, language, createdAt: at });
  await tx.insert(schema.profiles).values({ organisationId, accountId, firstName, lastName, phone, updatedAt: at });
  for (const role of person.roles) {
    const botId = seeded.bots[BOT_OF_ROLE[role]]!;
    await tx.insert(schema.botChats).values({ organisationId, botId, accountId, startedAt: at }).onConflictDoNothing();
    if (role === "customer") continue; // everybody who writes to a customer bot is one
    for (const branch of person.branches ?? [null]) {
      const branchId = branch && seeded.branches[branch]!;
      const membership = { organisationId, id: newId(), accountId, role, branchId, status: "active" as const };
      await tx.insert(schema.memberships).values({ ...membership, createdAt: at, statusAt: at });
    }
  }
  if (!person.vehicle) return;
  const courierId = newId();
  seeded.couriers[person.key] = courierId;
  await tx.insert(schema.couriers).values({
    organisationId,
    id: courierId,
    accountId,
    regionId,
    vehicle: person.vehicle,
    capacity: 3,
    status: "active",
    state: "offline",
    stateAt: at,
    ratingSum: 0,
    ratingCount: 0,
    offersDecided: 0,
    offersAccepted: 0,
    currency: "UZS",
    dailyGuaranteeMinor: 150_000 * SOM,
    cashLimitMinor: (person.cashLimitSom ?? CUSTOMARY_SUMS.UZS.cashLimit) * SOM,
    createdAt: at,
  });
}
