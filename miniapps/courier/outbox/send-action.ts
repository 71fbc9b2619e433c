import type { Milliseconds } from "#shared/kernel/units";
import type { Api } from "../../kit/api";
import { ApiProblem } from "../../kit/api-problem";
import { ask } from "../../kit/session";
import type { Entry } from "./outbox";
import { photoStore } from "./photo-store";
import { uploadPhoto } from "./upload-photo";

/** A network that swallows requests looks like one that is slow; after this it is silence. */
const ANSWER_LIMIT_MS: Milliseconds = 20_000;

/**
 * Tells the API what the courier did. The API takes a repeated step for the same step; a PIN and a message carry the
 * entry's id as their key, since two of them could be two.
 * @throws ApiProblem
 */
export async function sendAction(api: Api, entry: Entry): Promise<void> {
  if (entry.action.do !== "hand_over_photo") return void (await inTime(request(api, entry)));
  const { deliveryId } = entry.action;
  const mediaId = await uploadPhoto(api, deliveryId);
  await inTime(ask(api.deliveries({ id: deliveryId })["hand-over"].post({ proof: { kind: "photo", mediaId } })));
  await photoStore.forget(deliveryId);
}

function request(api: Api, { id, action }: Entry): Promise<unknown> {
  const once = { headers: { "x-idempotency-key": id } };
  switch (action.do) {
    case "go_online":
      return ask(api.couriers.me["go-online"].post());
    case "take_break":
      return ask(api.couriers.me["take-break"].post());
    case "go_offline":
      return ask(api.couriers.me["go-offline"].post());
    case "panic":
      return ask(api.couriers.me.panic.post());
    case "write":
      return ask(api.messages.post({ to: action.to, orderId: action.orderId, text: action.text }, once));
    case "arrive":
      return ask(api.deliveries({ id: action.deliveryId }).arrive.post({ at: action.at }));
    case "pick_up":
      return ask(api.deliveries({ id: action.deliveryId })["pick-up"].post());
    case "hand_over_pin":
      return ask(
        api.deliveries({ id: action.deliveryId })["hand-over"].post({ proof: { kind: "pin", pin: action.pin } }, once),
      );
    case "fail":
      return ask(api.deliveries({ id: action.deliveryId }).fail.post({ reason: action.reason }));
    case "release":
      return ask(api.deliveries({ id: action.deliveryId }).release.post({ reason: action.reason }));
    case "hand_over_photo":
      throw new Error("a photo is uploaded first");
  }
}

/** @throws ApiProblem `offline` when nothing was heard in time */
async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ApiProblem("offline")), ANSWER_LIMIT_MS);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
