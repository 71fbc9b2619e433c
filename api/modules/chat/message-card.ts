import { and, asc, eq, or, type SQL } from "drizzle-orm";
import type { Work } from "#api/platform/with-actor";
import { messages, orders, profiles } from "#drizzle/schema/index";
import type { ChatCard } from "#shared/contracts/views";
import type { Id } from "#shared/kernel/ids";

const cardsWhere = ({ tx, actor }: Pick<Work, "tx" | "actor">, where: SQL | undefined) =>
  tx
    .select({
      id: messages.id,
      orderId: messages.orderId,
      orderCode: orders.code,
      from: messages.fromRole,
      firstName: profiles.firstName,
      text: messages.text,
      mediaId: messages.mediaId,
      at: messages.at,
    })
    .from(messages)
    .leftJoin(orders, and(eq(orders.organisationId, messages.organisationId), eq(orders.id, messages.orderId)))
    .leftJoin(
      profiles,
      and(eq(profiles.organisationId, messages.organisationId), eq(profiles.accountId, messages.fromAccountId)),
    )
    .where(and(eq(messages.organisationId, actor.organisationId), where))
    .orderBy(asc(messages.at), asc(messages.id))
    .limit(200);

type Row = Awaited<ReturnType<typeof cardsWhere>>[number];
const toCard = (row: Row): ChatCard => ({ ...row, firstName: row.firstName ?? "", at: row.at.toISOString() });

/** A message as its reader sees it: role and first name, nothing else of the writer. */
export async function messageCard(work: Pick<Work, "tx" | "actor">, id: Id): Promise<ChatCard | null> {
  const [row] = await cardsWhere(work, eq(messages.id, id));
  return row ? toCard(row) : null;
}

/** @param accountId left out: everything; else what this person wrote, or was sent */
export const messagesOf = async (
  work: Pick<Work, "tx" | "actor">,
  orderId: Id,
  accountId?: Id,
): Promise<ChatCard[]> => {
  const theirs = accountId ? or(eq(messages.fromAccountId, accountId), eq(messages.toAccountId, accountId)) : undefined;
  return (await cardsWhere(work, and(eq(messages.orderId, orderId), theirs))).map(toCard);
};
