import { seeOrder } from "#api/modules/orders/see-order";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mustMay, rolesOf } from "#api/platform/must-may";
import { withActor } from "#api/platform/with-actor";
import type { ChatCard } from "#shared/contracts/views";
import type { Id } from "#shared/kernel/ids";
import { may } from "#shared/kernel/permissions";
import { messagesOf } from "./message-card";

/**
 * What was written about an order, oldest first: all of it for those who settle disputes; for its customer and its
 * courier what they wrote and what was sent to them. @throws Refusal `order.not_found`, `auth.not_allowed`
 */
export async function readMessages(deps: Deps, actor: Person, { id }: { id: Id }): Promise<{ messages: ChatCard[] }> {
  mustMay(actor, "chat.write");
  await seeOrder(deps, actor, id);
  const all = may(rolesOf(actor), "chat.see");
  return withActor(deps, actor, async (work) => ({
    messages: await messagesOf(work, id, all ? undefined : actor.accountId),
  }));
}
