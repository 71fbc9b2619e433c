import { ask } from "#bots/kit/api";
import type { BotContext } from "#bots/kit/context";
import type { AlertKind } from "#shared/alert/alert";
import type { Id } from "#shared/kernel/ids";
import { showCourier } from "./couriers";
import { showOrder } from "./orders";

/** What the subject of each kind of alert is. */
const ABOUT: Readonly<Record<AlertKind, "order" | "delivery" | "courier">> = {
  order_unconfirmed: "order",
  order_late: "order",
  delivery_unclaimed: "delivery",
  courier_silent: "courier",
  courier_panic: "courier",
  pin_locked: "delivery",
  payment_trouble: "order",
  customer_unreachable: "order",
};

/** What an alert is about, with everything that can be done for it. @throws ApiRefusal when it is not for this person */
export async function openAlert(ctx: BotContext, alertId: Id): Promise<void> {
  const { kind, subjectId } = await ask(ctx.peyk.alerts({ id: alertId }).get());
  if (ABOUT[kind] === "courier") return showCourier(ctx, await ask(ctx.peyk.couriers({ id: subjectId }).get()));
  if (ABOUT[kind] === "order") return showOrder(ctx, subjectId);
  await showOrder(ctx, (await ask(ctx.peyk.deliveries({ id: subjectId }).get())).orderId);
}
