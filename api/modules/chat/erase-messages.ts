import { and, eq } from "drizzle-orm";
import type { Work } from "#api/platform/with-actor";
import { messages } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";

/** That somebody wrote stays on the record of the order; what they wrote goes. */
export const eraseMessages = ({ tx, at, actor }: Work, accountId: Id) =>
  tx
    .update(messages)
    .set({ text: null, mediaId: null, erasedAt: at })
    .where(and(eq(messages.organisationId, actor.organisationId), eq(messages.fromAccountId, accountId)));
