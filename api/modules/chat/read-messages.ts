import { seeOrder } from "#api/modules/orders/see-order";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import { withActor } from "#api/platform/with-actor";
import type { ChatCard } from "#shared/contracts/views";
import type { Id } from "#shared/kernel/ids";
import { messagesOf } from "./message-card";

/** What was written about an order, oldest first; for those who settle disputes. @throws Refusal `order.not_found`, `auth.not_allowed` */
export async function readMessages(deps: Deps, actor: Person, { id }: { id: Id }): Promise<{ messages: ChatCard[] }> {
  mustMay(actor, "chat.see");
  await seeOrder(deps, actor, id);
  return withActor(deps, actor, async (work) => ({ messages: await messagesOf(work, id) }));
}
