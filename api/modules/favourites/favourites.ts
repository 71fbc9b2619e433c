import { and, desc, eq, isNull } from "drizzle-orm";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import { type Work, withActor } from "#api/platform/with-actor";
import { branches, favourites, items } from "#drizzle/schema/index";
import type { Favourites } from "#shared/contracts/favourite";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";

const SHOWN = 30;

/** Dishes that I want to find again, the newest first. */
export const myFavourites = (deps: Deps, actor: Person): Promise<Favourites> => {
  mustMay(actor, "cart.edit");
  return withActor(deps, actor, (work) => read(work, actor));
};

/** Liking twice changes nothing. @throws Refusal `item.not_found` */
export const like = (deps: Deps, actor: Person, { itemId }: { itemId: Id }): Promise<Favourites> => {
  mustMay(actor, "cart.edit");
  const { organisationId, accountId } = actor;
  return withActor(deps, actor, async (work) => {
    const known = await work.tx.$count(items, and(eq(items.organisationId, organisationId), eq(items.id, itemId)));
    if (known === 0) throw new Refusal("item.not_found");
    await work.tx.insert(favourites).values({ organisationId, accountId, itemId, at: work.at }).onConflictDoNothing();
    return read(work, actor);
  });
};

export const unlike = (deps: Deps, actor: Person, { itemId }: { itemId: Id }): Promise<Favourites> => {
  mustMay(actor, "cart.edit");
  return withActor(deps, actor, async (work) => {
    await work.tx.delete(favourites).where(and(mine(actor), eq(favourites.itemId, itemId)));
    return read(work, actor);
  });
};

const mine = ({ organisationId, accountId }: Person) =>
  and(eq(favourites.organisationId, organisationId), eq(favourites.accountId, accountId));

/** A dish belongs to a brand; any of its branches will do to begin with. */
async function read({ tx }: Work, actor: Person): Promise<Favourites> {
  const rows = await tx
    .selectDistinctOn([favourites.at, favourites.itemId], {
      itemId: favourites.itemId,
      branchId: branches.id,
      name: items.name,
      currency: branches.currency,
      priceMinor: items.priceMinor,
    })
    .from(favourites)
    .innerJoin(items, and(eq(items.organisationId, favourites.organisationId), eq(items.id, favourites.itemId)))
    .innerJoin(
      branches,
      and(
        eq(branches.organisationId, items.organisationId),
        eq(branches.brandId, items.brandId),
        isNull(branches.archivedAt),
      ),
    )
    .where(mine(actor))
    .orderBy(desc(favourites.at), favourites.itemId, branches.createdAt)
    .limit(SHOWN);
  return { favourites: rows };
}
