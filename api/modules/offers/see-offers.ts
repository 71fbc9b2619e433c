import { and, eq, gt } from "drizzle-orm";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import { withActor } from "#api/platform/with-actor";
import { offers } from "#drizzle/schema/index";
import type { OfferView } from "#shared/contracts/offer";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import { findMyOffer } from "./my-offer";
import { offerViews } from "./offers.queries";

/** What I am asked now. @throws Refusal `auth.not_allowed`, `courier.not_found` */
export const myOffers = (deps: Deps, actor: Person): Promise<{ offers: OfferView[] }> => {
  mustMay(actor, "offer.answer");
  const { courierId } = actor;
  if (!courierId) throw new Refusal("courier.not_found");
  return withActor(deps, actor, async (work) => ({
    offers: await offerViews(
      work,
      and(eq(offers.courierId, courierId), eq(offers.status, "live"), gt(offers.expiresAt, work.at)),
    ),
  }));
};

/** An offer that was made to me, whatever became of it. @throws Refusal `offer.not_found` */
export const seeOffer = (deps: Deps, actor: Person, { id }: { id: Id }): Promise<OfferView> =>
  withActor(deps, actor, async (work) => {
    await findMyOffer(work, id);
    const [view] = await offerViews(work, eq(offers.id, id));
    return view!;
  });
