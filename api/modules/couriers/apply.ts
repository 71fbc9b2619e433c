import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import type { Person } from "#api/platform/actor";
import { forgetActor } from "#api/platform/auth/load-actor";
import { uniqueViolation } from "#api/platform/database-problems";
import type { Deps } from "#api/platform/deps";
import { type Work, withActor } from "#api/platform/with-actor";
import { botChats, bots, branches, couriers, memberships } from "#drizzle/schema/index";
import type { CourierApplication, CourierView } from "#shared/contracts/courier";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import { CUSTOMARY_SUMS, minorOf } from "#shared/money/customary-sums";
import { courierView } from "./couriers.queries";

/** Orders at once, until a manager says else. */
const FIRST_CAPACITY = 2;

/**
 * Somebody wants to ride here. They wait for a dispatcher's yes, who hears of it; applying again changes nothing.
 * @throws Refusal `auth.not_allowed` through any bot but a courier bot, `branch.not_found` for a city without one
 */
export const applyAsCourier = (deps: Deps, actor: Person, application: CourierApplication): Promise<CourierView> =>
  withActor(deps, actor, async (work) => {
    await mustBeCourierBot(work, actor.botId);
    const { organisationId, accountId } = actor;
    const mine = and(eq(couriers.organisationId, organisationId), eq(couriers.accountId, accountId));
    const [known] = await work.tx.select({ id: couriers.id }).from(couriers).where(mine);
    if (known) return courierView(work, known.id);
    const id = deps.newId();
    const home = await homeOf(work, application.regionId ?? null);
    // Race: two taps at once. The unique index lets one in, and the other's transaction ends here.
    await insert(work, deps, { id, vehicle: application.vehicle, ...home });
    await tellDispatch(work, id);
    work.afterCommit(() => forgetActor(deps, organisationId, accountId));
    return courierView(work, id);
  }).catch((error: unknown) => {
    if (uniqueViolation(error) === "couriers_by_account") return applyAsCourier(deps, actor, application);
    throw error;
  });

async function mustBeCourierBot({ tx, actor }: Work, botId: Id): Promise<void> {
  const found = await tx.$count(
    bots,
    and(eq(bots.organisationId, actor.organisationId), eq(bots.id, botId), eq(bots.kind, "courier")),
  );
  if (found === 0) throw new Refusal("auth.not_allowed");
}

/** The city, and the currency that is paid in there. */
async function homeOf({ tx, actor }: Work, regionId: Id | null) {
  const [branch] = await tx
    .select({ regionId: branches.regionId, currency: branches.currency })
    .from(branches)
    .where(
      and(
        eq(branches.organisationId, actor.organisationId),
        isNull(branches.archivedAt),
        regionId ? eq(branches.regionId, regionId) : undefined,
      ),
    )
    .orderBy(asc(branches.createdAt))
    .limit(1);
  if (!branch) throw new Refusal("branch.not_found");
  return branch;
}

type NewCourier = Pick<typeof couriers.$inferInsert, "id" | "vehicle" | "regionId" | "currency">;

async function insert({ tx, actor, at }: Work, { newId }: Deps, courier: NewCourier): Promise<void> {
  const { organisationId } = actor;
  const accountId = actor.accountId!;
  await tx.insert(couriers).values({
    ...courier,
    organisationId,
    accountId,
    capacity: FIRST_CAPACITY,
    status: "pending",
    state: "offline",
    stateAt: at,
    ratingSum: 0,
    ratingCount: 0,
    offersDecided: 0,
    offersAccepted: 0,
    dailyGuaranteeMinor: 0,
    cashLimitMinor: minorOf(CUSTOMARY_SUMS[courier.currency].cashLimit, courier.currency),
    createdAt: at,
  });
  const member = { organisationId, id: newId(), accountId, role: "courier" as const, status: "pending" as const };
  await tx
    .insert(memberships)
    .values({ ...member, createdAt: at, statusAt: at })
    .onConflictDoNothing();
}

async function tellDispatch({ tx, actor, notify }: Work, courierId: Id): Promise<void> {
  const readers = await tx
    .selectDistinctOn([memberships.accountId], { recipientId: memberships.accountId, botId: botChats.botId })
    .from(memberships)
    .innerJoin(
      botChats,
      and(eq(botChats.organisationId, memberships.organisationId), eq(botChats.accountId, memberships.accountId)),
    )
    .innerJoin(bots, and(eq(bots.organisationId, botChats.organisationId), eq(bots.id, botChats.botId)))
    .where(
      and(
        eq(memberships.organisationId, actor.organisationId),
        inArray(memberships.role, ["dispatcher", "manager", "owner"]),
        eq(memberships.status, "active"),
        eq(bots.kind, "staff"),
        isNull(botChats.unreachableAt),
      ),
    );
  for (const reader of readers) notify({ ...reader, version: 1, body: { kind: "courier.applied", courierId } });
}
