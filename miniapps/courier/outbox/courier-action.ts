import type { ChatPartner } from "#shared/contracts/chat";
import type { ReleaseReason } from "#shared/delivery/offer";
import type { StopKind } from "#shared/delivery/trip";
import type { Id } from "#shared/kernel/ids";
import type { FailReason } from "#shared/order/order-reasons";

/** What a courier may say gave him back: the house has its own words for silence. */
export type OwnReleaseReason = Exclude<ReleaseReason, "gone_silent" | "went_offline">;

/** Everything that a courier does on the road. It holds whether or not there is a network at that moment. */
export type CourierAction =
  | { do: "go_online" }
  | { do: "take_break" }
  | { do: "go_offline" }
  | { do: "arrive"; deliveryId: Id; at: StopKind }
  | { do: "pick_up"; deliveryId: Id }
  | { do: "hand_over_pin"; deliveryId: Id; pin: string }
  /** The photo lies in the phone's storage under the id of its entry. */
  | { do: "hand_over_photo"; deliveryId: Id }
  | { do: "fail"; deliveryId: Id; reason: FailReason }
  | { do: "release"; deliveryId: Id; reason: OwnReleaseReason }
  | { do: "write"; orderId: Id | null; to: ChatPartner; text: string }
  | { do: "panic" };

/** The delivery that an action moves, or `null`. */
export const deliveryOf = (action: CourierAction): Id | null => ("deliveryId" in action ? action.deliveryId : null);
