import { eq } from "drizzle-orm";
import { messageCard } from "#api/modules/chat/message-card";
import { seeOrderWithEta } from "#api/modules/forecast/see-eta";
import { seeOffer } from "#api/modules/offers/see-offers";
import { seeOrder } from "#api/modules/orders/see-order";
import { memberCards } from "#api/modules/people/member-card";
import { seeTrip } from "#api/modules/trips/see-trips";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { withActor } from "#api/platform/with-actor";
import { memberships } from "#drizzle/schema/index";
import type { Notification, NotificationKind } from "#shared/contracts/notifications";
import type { View } from "#shared/contracts/views";
import type { Id } from "#shared/kernel/ids";
import { alertMessage } from "./alert-message";
import { courierBrief } from "./courier-brief";
import { daySummary } from "./day-summary";
import { orderBrief } from "./order-brief";

type BodyOf = { [Kind in NotificationKind]: Extract<Notification, { kind: Kind }> };
type Composer<Kind extends NotificationKind> = (deps: Deps, person: Person, body: BodyOf[Kind]) => Promise<View>;

const GONE: View = { kind: "gone" };

const brief = (deps: Deps, person: Person, { orderId }: { orderId: Id }): Promise<View> =>
  withActor(deps, person, async (work) => {
    const found = await orderBrief(work, orderId);
    return found ? { kind: "order_brief", order: found } : GONE;
  });

const order = async (deps: Deps, person: Person, { orderId }: { orderId: Id }): Promise<View> => ({
  kind: "order",
  order: await seeOrder(deps, person, orderId),
  eta: null,
});

/** With when it will be there, as far as can be told at this very event. */
const orderWithEta = async (deps: Deps, person: Person, { orderId }: { orderId: Id }): Promise<View> => ({
  kind: "order",
  ...(await seeOrderWithEta(deps, person, orderId)),
});

const trip = async (deps: Deps, person: Person, { tripId }: { tripId: Id }): Promise<View> => ({
  kind: "trip",
  trip: await seeTrip(deps, person, { id: tripId }),
});

const offer = async (deps: Deps, person: Person, { offerId }: { offerId: Id }): Promise<View> => ({
  kind: "offer",
  offer: await seeOffer(deps, person, { id: offerId }),
});

const alert = (deps: Deps, person: Person, { alertId }: { alertId: Id }): Promise<View> =>
  alertMessage(deps, person, alertId);

const courier = (deps: Deps, person: Person, { courierId }: { courierId: Id }): Promise<View> =>
  withActor(deps, person, async (work) => {
    const found = await courierBrief(work, courierId);
    return found ? { kind: "courier", courier: found } : GONE;
  });

/** As the reader of a relayed message sees it. */
const chat = (deps: Deps, person: Person, { messageId }: { messageId: Id }): Promise<View> =>
  withActor(deps, person, async (work) => {
    const message = await messageCard(work, messageId);
    return message ? { kind: "chat", message } : GONE;
  });

/** Where each kind takes its words from. */
const COMPOSERS: { readonly [Kind in NotificationKind]: Composer<Kind> } = {
  "order.card": orderWithEta,
  "order.news": brief,
  "order.invoice": order,
  "order.refunded": brief,
  "order.board_card": order,
  "rating.ask": brief,
  "offer.made": offer,
  "offer.closed": offer,
  "trip.card": trip,
  "trip.ring": trip,
  "trip.changed": trip,
  "courier.nag": courier,
  "courier.admitted": courier,
  "courier.applied": courier,
  "courier.settled": courier,
  "courier.tipped": brief,
  "alert.ring": alert,
  "alert.closed": alert,
  "member.changed": (deps, person, { membershipId }) =>
    withActor(deps, person, async (work) => {
      const [member] = await memberCards(work, eq(memberships.id, membershipId));
      return member ? { kind: "member", member } : GONE;
    }),
  "chat.to_customer": chat,
  "chat.to_courier": chat,
  "chat.to_staff": chat,
  "day.summary": (deps, person, body) =>
    withActor(deps, person, async (work) => ({ kind: "day", summary: await daySummary(work, body) })),
};

const composeKind = <Kind extends NotificationKind>(deps: Deps, person: Person, kind: Kind, body: BodyOf[Kind]) =>
  COMPOSERS[kind](deps, person, body);

/** @throws Refusal when the person may not see the subject */
export const composeOf = (deps: Deps, person: Person, body: Notification): Promise<View> =>
  composeKind(deps, person, body.kind, body);
