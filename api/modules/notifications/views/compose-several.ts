import { seeOrdersWithEta } from "#api/modules/forecast/see-eta";
import { type Person, systemActor } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { withActor } from "#api/platform/with-actor";
import type { Notification } from "#shared/contracts/notifications";
import type { View } from "#shared/contracts/views";
import type { Id } from "#shared/kernel/ids";
import { orderBriefs } from "./order-brief";

export type ToCompose<Body extends Notification = Notification> = { person: Person; body: Body };
type AboutOrder = ToCompose<Extract<Notification, { orderId: Id }>>;

const GONE: View = { kind: "gone" };

/** In the order of `asked`, each as its own reader may see it. */
type Several = (deps: Deps, organisationId: Id, asked: readonly AboutOrder[]) => Promise<View[]>;

const cards: Several = async (deps, organisationId, asked) => {
  const found = await seeOrdersWithEta(
    deps,
    systemActor(organisationId),
    asked.map(({ person, body }) => ({ actor: person, id: body.orderId! })),
  );
  return found.map((seen) => (seen ? { kind: "order", ...seen } : GONE));
};

const briefs: Several = (deps, organisationId, asked) =>
  withActor(deps, systemActor(organisationId), async (work) => {
    const found = await orderBriefs(
      work,
      asked.map(({ body }) => body.orderId!),
    );
    return asked.map(({ body }) => {
      const order = found.get(body.orderId!);
      return order ? { kind: "order_brief", order } : GONE;
    });
  });

/** What a rush is made of. In one go these cost as much as one, and a rush is when it counts. */
const SEVERAL: Partial<Record<Notification["kind"], Several>> = { "order.card": cards, "order.news": briefs };

const isAboutOrder = (one: ToCompose): one is AboutOrder => "orderId" in one.body;

/** @returns null when this kind is composed one by one */
export function composeSeveral(
  deps: Deps,
  organisationId: Id,
  kind: Notification["kind"],
  asked: readonly ToCompose[],
): Promise<View[]> | null {
  const several = SEVERAL[kind];
  const orders = asked.filter(isAboutOrder);
  return several && orders.length > 1 && orders.length === asked.length ? several(deps, organisationId, orders) : null;
}
