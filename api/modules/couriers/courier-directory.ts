import { and, eq, sql } from "drizzle-orm";
import type { Deps } from "#api/platform/deps";
import { acrossOrganisations } from "#api/platform/with-actor";
import { accounts, couriers } from "#drizzle/schema/index";
import type { CourierState } from "#shared/courier/courier-state";
import type { Id } from "#shared/kernel/ids";

/** As much of a courier as a position needs. `works`: online or on a break, and approved; nobody else is tracked. */
export type PositionOwner = { organisationId: Id; courierId: Id; regionId: Id; works: boolean };

type Known = { owner: PositionOwner | null; untilMs: number };

/** For how long a process believes what it read; going offline in this process takes effect at once. */
const BELIEVED_MS = 30_000;
/** Far more than a city has; past it the memory is emptied rather than left to grow. */
const KNOWN_MAX = 200_000;

const knownBy = new WeakMap<Deps["db"], Map<string, Known>>();
const directoryOf = ({ db }: Pick<Deps, "db">): Map<string, Known> => {
  const known = knownBy.get(db) ?? new Map<string, Known>();
  knownBy.set(db, known);
  return known;
};

const keyOf = (organisationId: Id, telegramId: number): string => `${organisationId}:${telegramId}`;

/** Whose position this is, for many at once; unknown people are not in the answer. */
export async function ownersOf(
  deps: Pick<Deps, "db" | "clock">,
  organisationId: Id,
  telegramIds: readonly number[],
): Promise<Map<number, PositionOwner>> {
  const known = directoryOf(deps);
  const nowMs = deps.clock.realNow().getTime();
  const missing = telegramIds.filter(
    (telegramId) => !((known.get(keyOf(organisationId, telegramId))?.untilMs ?? 0) > nowMs),
  );
  if (missing.length > 0) await learn(deps, organisationId, [...new Set(missing)], nowMs + BELIEVED_MS);
  const owners = new Map<number, PositionOwner>();
  for (const telegramId of telegramIds) {
    const owner = known.get(keyOf(organisationId, telegramId))?.owner;
    if (owner) owners.set(telegramId, owner);
  }
  return owners;
}

/** To be called when a courier's state or status changed. */
export function forgetOwner(deps: Pick<Deps, "db">, courierId: Id): void {
  const known = directoryOf(deps);
  for (const [key, { owner }] of known) if (owner?.courierId === courierId) known.delete(key);
}

async function learn(
  deps: Pick<Deps, "db">,
  organisationId: Id,
  telegramIds: number[],
  untilMs: number,
): Promise<void> {
  const known = directoryOf(deps);
  if (known.size > KNOWN_MAX) known.clear();
  const rows = await acrossOrganisations(deps, (tx) =>
    tx
      .select({
        telegramId: accounts.telegramId,
        courierId: couriers.id,
        regionId: couriers.regionId,
        state: couriers.state,
        status: couriers.status,
      })
      .from(accounts)
      .innerJoin(couriers, and(eq(couriers.organisationId, organisationId), eq(couriers.accountId, accounts.id)))
      // One array parameter, so that the statement is the same for any number of people.
      .where(sql`${accounts.telegramId} = any(${`{${telegramIds.join()}}`}::bigint[])`),
  );
  for (const telegramId of telegramIds) known.set(keyOf(organisationId, telegramId), { owner: null, untilMs });
  for (const { telegramId, courierId, regionId, state, status } of rows) {
    const owner = { organisationId, courierId, regionId, works: status === "active" && isTracked(state) };
    known.set(keyOf(organisationId, telegramId!), { owner, untilMs });
  }
}

/** Whoever is off duty is nobody's business. */
export const isTracked = (state: CourierState): boolean => state !== "offline";
