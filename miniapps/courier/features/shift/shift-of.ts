import type { CourierState } from "#shared/courier/courier-state";
import type { Outbox } from "../../outbox/outbox";

const STATE_AFTER = { go_online: "online", take_break: "on_break", go_offline: "offline" } as const;

/** Whether the courier works: as the API knows it, and as he said since. */
export function shiftOf(known: CourierState, outbox: Outbox): CourierState {
  let state = known;
  for (const { action, refusal } of outbox)
    if (!refusal && action.do in STATE_AFTER) state = STATE_AFTER[action.do as keyof typeof STATE_AFTER];
  return state;
}
