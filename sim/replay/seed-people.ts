import * as schema from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";
import { BOT_OF_ROLE, type BotKind, type Role } from "#shared/kernel/role";
import type { Vehicle } from "#shared/kernel/vehicle";
import type { CityCourier } from "#sim/bench/dispatch/city/read-day";
import type { PlayTime } from "./play-time";
import { type Base, type City, CURRENCY, type Db, insertAll, newId } from "./seed-city";

export type Person = { telegramId: number; accountId: Id; role: Role; branchId: Id | null };

type Wanted = Base & {
  bots: Record<BotKind, Id>;
  time: PlayTime;
  couriers: readonly CityCourier[];
  branches: readonly { id: Id; key: string }[];
  customers: number;
};

const FIRST_ID = { customer: 8_000_001, courier: 8_100_001, kitchen: 8_300_001, dispatcher: 9_000_003 };
/** Orders that a vehicle carries at once. */
const CAPACITY: Readonly<Record<Vehicle, number>> = { motorcycle: 3, car: 4, bicycle: 2, walker: 2 };
/** Nobody has to bring his cash to the office in the middle of the day. */
const CASH_LIMIT_MINOR = 1_000_000_000;

/** Customers, one cook for each branch, one dispatcher, and the day's couriers with their shifts as planned. */
export async function seedPeople(
  db: Db,
  wanted: Wanted,
): Promise<Pick<City, "branches" | "couriers" | "customers" | "dispatcher">> {
  const { couriers, branches, customers, at, organisationId } = wanted;
  const people = (role: Role, first: number, count: number, branchOf: (n: number) => Id | null = () => null) =>
    Array.from(
      { length: count },
      (_, n): Person => ({ telegramId: first + n, accountId: newId(), role, branchId: branchOf(n) }),
    );
  const buyers = people("customer", FIRST_ID.customer, customers);
  const riders = people("courier", FIRST_ID.courier, couriers.length);
  const cooks = people("kitchen", FIRST_ID.kitchen, branches.length, (n) => branches[n]!.id);
  const [dispatcher] = people("dispatcher", FIRST_ID.dispatcher, 1);
  await insertPeople(db, wanted, [...buyers, ...riders, ...cooks, dispatcher!]);
  await insertCouriers(db, wanted, riders);
  const onDuty = { organisationId, id: newId(), accountId: dispatcher!.accountId, startedAt: at };
  await db.insert(schema.staffShifts).values(onDuty);
  return {
    branches: new Map(branches.map(({ key, id }, n) => [key, { id, cook: cooks[n]!.telegramId }])),
    couriers: new Map(couriers.map(({ id }, n) => [id, riders[n]!.telegramId])),
    customers: buyers.map(({ telegramId }) => telegramId),
    dispatcher: dispatcher!.telegramId,
  };
}

/** Phones are of a range that is nobody's. */
async function insertPeople(db: Db, { organisationId, bots, at }: Wanted, people: readonly Person[]): Promise<void> {
  await insertAll(
    db,
    schema.accounts,
    people.map(({ telegramId, accountId }) => ({ id: accountId, telegramId, language: "en" as const, createdAt: at })),
  );
  await insertAll(
    db,
    schema.profiles,
    people.map(({ accountId, telegramId }) => ({
      organisationId,
      accountId,
      firstName: "Extra",
      phone: `+99800${telegramId - 1_000_000}`,
      updatedAt: at,
    })),
  );
  await insertAll(
    db,
    schema.botChats,
    people.map(({ accountId, role }) => ({ organisationId, botId: bots[BOT_OF_ROLE[role]], accountId, startedAt: at })),
  );
  // Everybody who writes to a customer bot is a customer.
  const members = people.filter(({ role }) => role !== "customer");
  await insertAll(
    db,
    schema.memberships,
    members.map(({ accountId, role, branchId }) => ({
      organisationId,
      id: newId(),
      accountId,
      role,
      branchId,
      status: "active" as const,
      createdAt: at,
      statusAt: at,
    })),
  );
}

async function insertCouriers(db: Db, wanted: Wanted, riders: readonly Person[]): Promise<void> {
  const { organisationId, regionId, couriers, time, at } = wanted;
  const rows = couriers.map(({ vehicle }, n) => ({
    organisationId,
    id: newId(),
    accountId: riders[n]!.accountId,
    regionId,
    vehicle,
    capacity: CAPACITY[vehicle],
    status: "active" as const,
    state: "offline" as const,
    stateAt: at,
    ratingSum: 0,
    ratingCount: 0,
    offersDecided: 0,
    offersAccepted: 0,
    currency: CURRENCY,
    dailyGuaranteeMinor: 0,
    cashLimitMinor: CASH_LIMIT_MINOR,
    createdAt: at,
  })) satisfies (typeof schema.couriers.$inferInsert)[];
  await insertAll(db, schema.couriers, rows);
  const shifts = couriers.map(({ onS, offS }, n) => ({
    organisationId,
    id: newId(),
    courierId: rows[n]!.id,
    state: "planned" as const,
    plannedStartAt: time.at(onS),
    endsAt: time.at(offS),
    breakSeconds: 0,
  }));
  await insertAll(db, schema.shifts, shifts);
}
