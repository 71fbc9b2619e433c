import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { Person } from "#api/platform/actor";
import { hasRole } from "#api/platform/actor";
import { connectionOf } from "#api/platform/database";
import type { Deps } from "#api/platform/deps";
import { answerGiven, keepAnswer, keyedRequest, wasAnswered } from "#api/platform/idempotency";
import { type Work, withActor } from "#api/platform/with-actor";
import { media, messages } from "#drizzle/schema/index";
import type { ChatPartner, NewMessage } from "#shared/contracts/chat";
import { ChatCard } from "#shared/contracts/views";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import type { Role } from "#shared/kernel/role";
import { addressees } from "./addressees";
import { messageCard } from "./message-card";

const KIND_TO = { customer: "chat.to_customer", courier: "chat.to_courier", staff: "chat.to_staff" } as const;
const ROLE_OF: Readonly<Record<ChatPartner, Role>> = { customer: "customer", courier: "courier", staff: "dispatcher" };

/**
 * Passes a message on, masked and on the record of the order. Customer and courier reach each other while the order is
 * with the courier; the staff can be written to at any time, and answers.
 * @param keyHeader the same message with the same key is passed on once, however often it is sent
 * @throws Refusal `chat.closed` when there is nobody at the other end any more, `order.not_found`, `media.not_found`,
 *   `request.key_reused`
 */
export async function writeMessage(
  deps: Deps,
  actor: Person,
  message: NewMessage,
  keyHeader?: string,
): Promise<ChatCard> {
  if (!keyHeader) return withActor(deps, actor, (work) => pass(work, deps, actor, message));
  const request = keyedRequest(actor, keyHeader, message);
  const once = () =>
    withActor(deps, actor, async (work) => {
      const sql = connectionOf(work.tx);
      const given = await answerGiven(sql, request);
      if (given !== null) return ChatCard.parse(given);
      const card = await pass(work, deps, actor, message);
      await keepAnswer(sql, deps, request, card);
      return card;
    });
  return once().catch((error: unknown) => {
    if (wasAnswered(error)) return once();
    throw error;
  });
}

async function pass(work: Work, deps: Deps, actor: Person, message: NewMessage): Promise<ChatCard> {
  const fromRole = writerOf(actor);
  const { orderId, readers } = await addressees(work, actor, message);
  if (readers.length === 0) throw new Refusal("chat.closed");
  await mustBeOwnFile(work, actor, message.mediaId ?? null);
  const id = deps.newId();
  await save(work, actor, { id, orderId, fromRole, message, toAccountId: onlyReader(message.to, readers) });
  for (const reader of readers)
    work.notify({ ...reader, version: 1, body: { kind: KIND_TO[message.to], messageId: id, orderId } });
  work.emit({ kind: "chat.message", body: { messageId: id, orderId } });
  return (await messageCard(work, id))!;
}

/** @throws Refusal `media.not_found` unless the writer has uploaded it */
async function mustBeOwnFile({ tx }: Work, actor: Person, mediaId: Id | null): Promise<void> {
  if (mediaId === null) return;
  const own = and(
    eq(media.organisationId, actor.organisationId),
    eq(media.id, mediaId),
    eq(media.accountId, actor.accountId),
    isNotNull(media.uploadedAt),
    isNull(media.erasedAt),
  );
  if ((await tx.$count(media, own)) === 0) throw new Refusal("media.not_found");
}

/** In which of their roles somebody writes; through a bot they have roles of that bot only. */
function writerOf(actor: Person): Role {
  if (hasRole(actor, "customer")) return "customer";
  if (hasRole(actor, "courier")) return "courier";
  if (hasRole(actor, "kitchen", "dispatcher", "manager", "owner")) return "dispatcher";
  throw new Refusal("auth.not_allowed");
}

const onlyReader = (to: ChatPartner, readers: readonly { recipientId: Id }[]): Id | null =>
  to === "staff" ? null : readers[0]!.recipientId;

type Saved = { id: Id; orderId: Id | null; fromRole: Role; message: NewMessage; toAccountId: Id | null };

const save = ({ tx, at }: Work, actor: Person, { id, orderId, fromRole, message, toAccountId }: Saved) =>
  tx.insert(messages).values({
    organisationId: actor.organisationId,
    id,
    orderId,
    fromAccountId: actor.accountId,
    fromRole,
    fromBotId: actor.botId,
    toRole: ROLE_OF[message.to],
    toAccountId,
    text: message.text ?? null,
    mediaId: message.mediaId ?? null,
    at,
  });
