import { eq, inArray } from "drizzle-orm";
import { lockCouriers } from "#api/modules/couriers/lock-courier";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import { type Work, withActor } from "#api/platform/with-actor";
import { courierBans, offers } from "#drizzle/schema/index";
import type { OfferView } from "#shared/contracts/offer";
import type { DeclineReason } from "#shared/delivery/offer";
import type { Id } from "#shared/kernel/ids";
import { closeOffers } from "./close-offers";
import { countAnswer } from "./count-answer";
import { lapseTrip } from "./lapse-trip";
import { lockDeliveriesOf } from "./lock-trip";
import { findMyOffer, refusalOf } from "./my-offer";
import type { OfferRow } from "./offer-row";
import { offerViews } from "./offers.queries";

/**
 * A courier's no. The next one is looked for at once. Declining again is the same no.
 * @throws Refusal `offer.not_found`, `offer.already_taken`, `offer.expired`, `offer.closed`, `auth.not_allowed`
 */
export const declineOffer = (
  deps: Deps,
  actor: Person,
  { id, reason }: { id: Id; reason: DeclineReason },
): Promise<OfferView> => {
  mustMay(actor, "offer.answer");
  return withActor(deps, actor, async (work) => {
    const offer = await findMyOffer(work, id);
    if (offer.status === "live") await endUnanswered(work, deps, [offer], { how: "declined", reason });
    const now = await findMyOffer(work, id);
    if (now.status !== "declined") throw refusalOf(now);
    const [view] = await offerViews(work, eq(offers.id, id));
    return view!;
  });
};

/**
 * Ends live offers of one trip without a yes, so that these couriers are not asked exclusively again, and lets the search
 * go on when nobody else is asked. Whose chat cannot have shown him his offer said nothing: it is taken back, and is no
 * answer of his.
 */
export async function endUnanswered(
  work: Work,
  deps: Deps,
  unanswered: readonly OfferRow[],
  { how, reason = null, unseen = [] }: { how: "declined" | "expired"; reason?: string | null; unseen?: readonly Id[] },
): Promise<void> {
  const [first] = unanswered;
  if (!first) return;
  await lockCouriers(
    work,
    unanswered.map(({ courierId }) => courierId),
  );
  const held = await lockDeliveriesOf(work, first.tripId);
  const end = (ids: readonly Id[], status: "declined" | "expired" | "withdrawn", why: string | null = null) =>
    ids.length > 0 ? closeOffers(work, deps, inArray(offers.id, [...ids]), status, why) : [];
  const seen = unanswered.map(({ id }) => id).filter((id) => !unseen.includes(id));
  const answered = await end(seen, how, reason);
  const closed = [...answered, ...(await end(unseen, "withdrawn"))];
  if (closed.length === 0) return;
  for (const offer of answered) await countAnswer(work, offer, false);
  const { organisationId } = first;
  const bans = closed.flatMap(({ courierId, status }) =>
    held.map(({ id }) => ({ organisationId, deliveryId: id, courierId, reason: status, at: work.at })),
  );
  if (bans.length > 0) await work.tx.insert(courierBans).values(bans).onConflictDoNothing();
  await lapseTrip(work, deps, first.tripId, held);
}
