import type { MessageOrigin } from "grammy/types";
import { userOf } from "./peers";
import type { StoredMessage } from "./state";
import type { World } from "./world";

/** Who wrote a message first; forwarding a forward keeps it. */
export const originOf = (world: World, stored: StoredMessage): MessageOrigin =>
  stored.forwardOrigin ?? { type: "user", date: stored.atS, sender_user: userOf(world, stored.from) };
