import type { DeliveryView } from "#shared/contracts/delivery";
import type { OrderView } from "#shared/contracts/order";
import type { DeliveryAction } from "#shared/delivery/delivery-status";
import { ReleaseReason } from "#shared/delivery/offer";
import { CallOffReason, FailReason, RejectReason } from "#shared/order/order-reasons";
import type { OrderAction } from "#shared/order/order-status";
import type { Api } from "../../kit/api";
import { ask } from "../../kit/session";
import type { Translate } from "../../kit/texts";
import type { Choice } from "../ui/ChoiceDialog";

/** Something that this person may do with this order now. With `choices` it asks first. */
export type BoardAction = {
  key: string;
  text: string;
  isDanger: boolean;
  choices: Choice[] | null;
  run(choice: string | null): Promise<unknown>;
};

export const READY_MINUTES = [5, 10, 15, 20, 30, 45, 60] as const;
const DANGER: readonly string[] = ["reject", "call_off", "fail", "release"];

const dashed = (text: string) => text.replaceAll("_", "-");
const reasons = (t: Translate, prefix: string, options: readonly string[]): Choice[] =>
  options.map((value) => ({ value, text: t(`${prefix}-reason-${dashed(value)}`) }));

/** What the order's own table allows; a courier's and the customer's actions are not in its list for staff. */
export function orderActions(api: Api, t: Translate, order: OrderView): BoardAction[] {
  const act = (action: OrderAction, body: { reason?: string; readyInMinutes?: number } = {}) =>
    ask(api.orders({ id: order.id })({ action }).post(body));
  const ready = READY_MINUTES.map((minutes) => ({
    value: String(minutes),
    text: t("dispatch-ready-in", { minutes }),
  }));
  const choices: Partial<Record<OrderAction, Choice[]>> = {
    confirm: ready,
    reject: reasons(t, "reject", RejectReason.options),
    call_off: reasons(t, "call-off", CallOffReason.options),
  };
  return order.actions.map((action) => ({
    key: action,
    text: t(`order-action-${dashed(action)}`),
    isDanger: DANGER.includes(action),
    choices: choices[action] ?? null,
    run: (choice) => {
      if (action === "confirm") return act(action, { readyInMinutes: Number(choice) });
      return act(action, choice ? { reason: choice } : {});
    },
  }));
}

/** What a dispatcher taps for a courier whose phone is dead. Assigning has a list of its own. */
export function deliveryActions(api: Api, t: Translate, delivery: DeliveryView): BoardAction[] {
  const at = api.deliveries({ id: delivery.id });
  const onlyStaff = ReleaseReason.exclude(["gone_silent", "went_offline"]);
  const certain = [{ value: "yes", text: t("dispatch-yes-handed-over") }];
  const all: Partial<Record<DeliveryAction, Pick<BoardAction, "choices" | "run">>> = {
    arrive_pickup: { choices: null, run: () => ask(at.arrive.post({ at: "pickup" })) },
    pick_up: { choices: null, run: () => ask(at["pick-up"].post()) },
    arrive_dropoff: { choices: null, run: () => ask(at.arrive.post({ at: "dropoff" })) },
    hand_over: { choices: certain, run: () => ask(at["hand-over"].post({ proof: { kind: "staff" } })) },
    release: {
      choices: reasons(t, "release", onlyStaff.options),
      run: (reason) => ask(at.release.post({ reason: onlyStaff.parse(reason) })),
    },
    fail: {
      choices: reasons(t, "fail", FailReason.options),
      run: (reason) => ask(at.fail.post({ reason: FailReason.parse(reason) })),
    },
  };
  return delivery.actions.flatMap((action) => {
    const found = all[action];
    return found ? [{ key: action, text: textOf(t, action), isDanger: DANGER.includes(action), ...found }] : [];
  });
}

/** The courier says "I am at the door"; of the courier it reads otherwise. */
const ABOUT_COURIER: readonly DeliveryAction[] = ["arrive_pickup", "arrive_dropoff", "release"];
const textOf = (t: Translate, action: DeliveryAction): string =>
  t(`${ABOUT_COURIER.includes(action) ? "dispatch-courier" : "delivery-action"}-${dashed(action)}`);
