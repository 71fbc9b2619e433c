import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { acrossOrganisations, readAcross } from "#api/platform/with-actor";
import { accounts, bots, couriers, memberships } from "#drizzle/schema/index";
import { Id } from "#shared/kernel/ids";
import { Language } from "#shared/kernel/language";
import { Refusal } from "#shared/kernel/refusal";
import { BOT_OF_ROLE, type BotKind, Doer, Role } from "#shared/kernel/role";
import { type Actor, type Branches, together } from "../actor";
import type { Deps } from "../deps";
import { redisAnswer } from "../redis-answer";

/** An actor may be up to this old in Redis; whoever changes a membership drops it, see `forgetActor`. */
const CACHE_SECONDS = 30 * 60;
/** Longer than a read may take: whoever read before a change must not remember after it. */
const FORGOTTEN_SECONDS = 6;
const FORGOTTEN = "";

const Reach = z.union([z.literal("all"), z.array(Id).readonly()]);
const Cached = z.object({
  roles: z.array(Doer),
  branches: Reach,
  branchesOf: z.partialRecord(Role, Reach),
  courierId: Id.nullable(),
  language: Language,
  suspended: z.boolean(),
});
export type LoadedActor = Pick<Actor, "roles" | "branches" | "branchesOf" | "courierId"> & { language: Language };

type Whose = { organisationId: Id; accountId: Id; botId: Id };

/**
 * The roles that an account has through this bot. Roles of another bot do not count here: a manager who orders lunch in
 * the customer bot is a customer.
 * @throws Refusal `auth.suspended`
 */
export async function loadActor(deps: Deps, whose: Whose): Promise<LoadedActor> {
  const key = deps.keys.actor(whose.organisationId, whose.accountId, whose.botId);
  const cached = await readCached(deps, key);
  const actor = cached ?? (await readActor(deps, whose));
  if (!cached)
    await redisAnswer(deps, () => deps.redis.set(key, JSON.stringify(actor), "EX", CACHE_SECONDS, "NX"), null);
  if (actor.suspended) throw new Refusal("auth.suspended");
  return actor;
}

/** To be called after the commit of every change of a membership, a courier's status or a language. */
export async function forgetActor(deps: Deps, organisationId: Id, accountId: Id): Promise<void> {
  const rows = await readAcross(deps, (db) =>
    db.select({ id: bots.id }).from(bots).where(eq(bots.organisationId, organisationId)),
  );
  const keys = rows.map(({ id }) => deps.keys.actor(organisationId, accountId, id));
  const forget = () => Promise.all(keys.map((key) => deps.redis.set(key, FORGOTTEN, "EX", FORGOTTEN_SECONDS)));
  await redisAnswer(deps, forget, null);
}

async function readCached(deps: Deps, key: string) {
  const text = await redisAnswer(deps, () => deps.redis.get(key), null);
  // What an older version remembered may lack something: then it is read anew.
  return text ? (Cached.safeParse(JSON.parse(text)).data ?? null) : null;
}

async function readActor(deps: Deps, { organisationId, accountId, botId }: Whose): Promise<z.infer<typeof Cached>> {
  return acrossOrganisations(deps, async (tx) => {
    const [[bot], [account], rows, [courier]] = await Promise.all([
      tx
        .select({ kind: bots.kind })
        .from(bots)
        .where(and(eq(bots.organisationId, organisationId), eq(bots.id, botId), eq(bots.enabled, true))),
      tx.select({ language: accounts.language }).from(accounts).where(eq(accounts.id, accountId)),
      tx
        .select()
        .from(memberships)
        .where(and(eq(memberships.organisationId, organisationId), eq(memberships.accountId, accountId))),
      tx
        .select({ id: couriers.id, status: couriers.status })
        .from(couriers)
        .where(and(eq(couriers.organisationId, organisationId), eq(couriers.accountId, accountId))),
    ]);
    if (!bot || !account) throw new Refusal("auth.token_invalid");
    const here = rows.filter((row) => BOT_OF_ROLE[row.role] === bot.kind);
    const active = here.filter((row) => row.status === "active");
    return {
      ...rolesHere(bot.kind, active),
      courierId: bot.kind === "courier" ? (courier?.id ?? null) : null,
      language: account.language,
      suspended: here.length > 0 && here.every((row) => row.status === "suspended"),
    };
  });
}

/** Everybody who writes to a customer bot is a customer; the other roles are given by somebody. */
function rolesHere(kind: BotKind, active: readonly (typeof memberships.$inferSelect)[]) {
  const roles: Doer[] = kind === "customer" ? ["customer"] : [...new Set(active.map((row) => row.role))];
  const branchesOf: Partial<Record<Role, Branches>> = {};
  for (const { role, branchId } of active)
    branchesOf[role] = together([branchesOf[role] ?? [], branchId === null ? "all" : [branchId]]);
  // Nobody's branches are narrowed who is not bound to any: a customer hears of their order wherever it is cooked.
  const branches = active.length > 0 ? together(Object.values(branchesOf)) : "all";
  return { roles, branches, branchesOf };
}
