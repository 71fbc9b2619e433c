import { randomUUIDv7 } from "bun";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { DEVELOPMENT_SECRETS } from "#api/config";
import { createSecrets } from "#api/platform/secrets";
import * as schema from "#drizzle/schema/index";
import { circle, LOCAL_BOTS } from "#drizzle/seed/tashkent";
import { DispatchSettings } from "#shared/delivery/dispatch-settings";
import type { Id } from "#shared/kernel/ids";
import type { BotKind } from "#shared/kernel/role";
import type { PlayTime } from "./play-time";
import type { Scene, SceneBranch } from "./scene";
import { type Person, seedPeople } from "./seed-people";

/** Everybody and everything that a scene needs, as rows; Telegram ids for people. */
export type City = {
  organisationId: Id;
  regionId: Id;
  bots: Record<BotKind, Id>;
  itemId: Id;
  /** By `branchKey`: the branch, and who cooks there. */
  branches: ReadonlyMap<string, { id: Id; cook: number }>;
  /** By the day's own courier id. */
  couriers: ReadonlyMap<string, number>;
  customers: readonly number[];
  dispatcher: number;
};

export const TIMEZONE = "UTC";
export const CURRENCY = "USD";
const CENT = 1;
const DOLLAR = 100 * CENT;
const EVERYBODY_METRES = 30_000;
/** Rows of one statement: Postgres takes 65,535 values. */
const ROWS_MAX = 1_000;

export type Db = PostgresJsDatabase<typeof schema>;
type Table = Parameters<Db["insert"]>[0];

export async function insertAll<T extends Table>(db: Db, table: T, rows: T["$inferInsert"][]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_MAX)
    await db.insert(table).values(rows.slice(from, from + ROWS_MAX));
}

/** A business in a city of its own: one chain with a branch wherever food was fetched, and all who work and order there. */
export async function seedCity(ownerUrl: string, scene: Scene, time: PlayTime): Promise<City> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const db: Db = drizzle<typeof schema>(sql);
    const at = time.at(time.nowS());
    const base = { organisationId: newId(), regionId: newId(), brandId: newId(), at };
    await db.insert(schema.organisations).values({ id: base.organisationId, name: "Replay", createdAt: at });
    await db.insert(schema.regions).values({ id: base.regionId, slug: "replay", name: "Replay", timezone: TIMEZONE });
    const bots = await insertBots(db, base);
    const itemId = await insertMenu(db, base);
    const branches = scene.branches.map((branch) => ({ ...branch, id: newId() }));
    await insertBranches(db, base, branches);
    const people = await seedPeople(db, {
      ...base,
      bots,
      time,
      couriers: scene.couriers,
      branches,
      customers: scene.customers,
    });
    return { ...base, ...people, bots, itemId };
  } finally {
    await sql.end({ timeout: 5 });
  }
}

export const newId = (): Id => randomUUIDv7() as Id;
export type Base = { organisationId: Id; regionId: Id; brandId: Id; at: Date };
export type { Person };

async function insertBots(db: Db, { organisationId, at }: Base): Promise<Record<BotKind, Id>> {
  const { encrypt } = createSecrets(DEVELOPMENT_SECRETS.ENCRYPTION_KEY);
  const rows = LOCAL_BOTS.map(({ kind, telegramId, username, token }) => ({
    organisationId,
    id: newId(),
    kind,
    telegramId,
    username,
    tokenEncrypted: encrypt(token),
    webhookSecretEncrypted: encrypt(newId()),
    enabled: true,
    createdAt: at,
  }));
  await db.insert(schema.bots).values(rows);
  return Object.fromEntries(rows.map(({ kind, id }) => [kind, id])) as Record<BotKind, Id>;
}

const inEnglish = (text: string) => ({ en: text, ru: text, uz: text });

async function insertMenu(db: Db, { organisationId, brandId, at }: Base): Promise<Id> {
  const [categoryId, itemId] = [newId(), newId()];
  await db.insert(schema.brands).values({ organisationId, id: brandId, name: "Replay", createdAt: at });
  const category = { organisationId, id: categoryId, brandId, name: inEnglish("Meals"), position: 0 };
  await db.insert(schema.categories).values(category);
  const item = { organisationId, id: itemId, brandId, categoryId, name: inEnglish("Meal"), position: 0, updatedAt: at };
  await db.insert(schema.items).values({ ...item, priceMinor: 10 * DOLLAR });
  return itemId;
}

async function insertBranches(db: Db, base: Base, branches: readonly (SceneBranch & { id: Id })[]): Promise<void> {
  const { organisationId, brandId, regionId, at } = base;
  const rows = branches.map(({ id, point, preparationMinutes }, index) => ({
    organisationId,
    id,
    brandId,
    regionId,
    name: inEnglish(`Branch ${index + 1}`),
    addressText: `Street ${index + 1}`,
    ...point,
    timezone: TIMEZONE,
    currency: CURRENCY,
    preparationMinutes: Math.min(600, preparationMinutes),
    takesInvoice: false,
    takesCash: true,
    offersPickup: false,
    extraPromiseMinutes: 0,
    dispatch: DispatchSettings.parse({}),
    payBaseMinor: 2 * DOLLAR,
    payPerKmMinor: 50 * CENT,
    payPerExtraStopMinor: DOLLAR,
    createdAt: at,
  })) satisfies (typeof schema.branches.$inferInsert)[];
  await insertAll(db, schema.branches, rows);
  const allDay = { organisationId, opensMinute: 0, closesMinute: 1_440 };
  const week = [1, 2, 3, 4, 5, 6, 7];
  await insertAll(
    db,
    schema.branchHours,
    branches.flatMap(({ id }) => week.map((weekday) => ({ ...allDay, id: newId(), branchId: id, weekday }))),
  );
  const zone = { organisationId, name: "Everywhere", minimumMinor: 0, promisedMinutes: 30, updatedAt: at };
  await insertAll(
    db,
    schema.zones,
    branches.map(({ id, point }) => ({
      ...zone,
      id: newId(),
      branchId: id,
      polygon: circle(point, EVERYBODY_METRES),
      feeRule: { kind: "flat" as const, feeMinor: DOLLAR },
    })),
  );
}
