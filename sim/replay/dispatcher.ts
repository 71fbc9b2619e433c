import type { AlertView } from "#shared/contracts/alert";
import type { WaitingDelivery } from "#shared/contracts/delivery";
import { noteStatus } from "#sim/chaos/journal";
import { between, type Play } from "./play";

/** Until somebody has looked up from what they were doing. */
const ANSWER_S = { least: 5, most: 20 };
const LOOK_AGAIN_S = 60;
/** An hour after the alarm the meal is cold: it is called off. */
const GIVE_UP_AFTER_S = 3_600;

/** One person on duty. */
export type Dispatcher = { hearAlert(alert: RungAlert): void };
export type RungAlert = Pick<AlertView, "id" | "kind" | "subjectId" | "details">;

/** Answers what rings: takes it, and gives what nobody wanted to a courier, or calls it off. */
export function createDispatcher(play: Play): Dispatcher {
  const known = new Set<string>();
  return {
    hearAlert: ({ id, kind, subjectId, details }) => {
      if (known.has(id)) return;
      known.add(id);
      void answer(play, id).then(() => {
        if (kind === "delivery_unclaimed") void lookAfter(play, subjectId, String(details.orderId));
      });
    },
  };
}

async function answer({ house, time, city, journal, random }: Play, alertId: string): Promise<void> {
  await time.pass(between(random, ANSWER_S.least, ANSWER_S.most));
  const reply = await house.as("staff", city.dispatcher)("POST", `/alerts/${alertId}/acknowledge`, {});
  if (reply.status === 200) journal.acknowledged.set(alertId, city.dispatcher);
}

async function lookAfter(play: Play, deliveryId: string, orderId: string): Promise<void> {
  const { house, time, city, journal } = play;
  const ask = house.as("staff", city.dispatcher);
  const giveUpS = time.nowS() + GIVE_UP_AFTER_S;
  while (time.nowS() < giveUpS) {
    const reply = await ask("GET", `/dispatch/waiting?deliveryId=${deliveryId}`);
    const [delivery] = (reply.body.deliveries ?? []) as WaitingDelivery[];
    if (!delivery) return; // somebody has it
    const free = delivery.candidates.find(({ obstacle }) => obstacle === null);
    // Only if still nobody has it: whoever accepted meanwhile keeps it.
    const given =
      free && (await ask("POST", `/deliveries/${deliveryId}/assign`, { courierId: free.courierId, insteadOf: null }));
    if (given?.status === 200) return;
    await time.pass(LOOK_AGAIN_S);
  }
  const done = await ask("POST", `/orders/${orderId}/call_off`, { reason: "no_courier" });
  if (done.status !== 200) return;
  noteStatus(journal, orderId, "cancelled");
  play.street.served(orderId);
}
