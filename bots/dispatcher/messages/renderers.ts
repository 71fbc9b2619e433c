import { InlineKeyboard } from "grammy";
import { money } from "#bots/kit/format";
import { type Outgoing, type Renderers, viewOf } from "#bots/kit/outlet/outgoing";
import { type Words, wordId } from "#bots/kit/words";
import type { ChatCard, DaySummary } from "#shared/contracts/views";
import { inLanguage } from "#shared/kernel/language";
import { closedMessage, ringMessage } from "./alert-message";
import { ANEW, staffButtons as buttons } from "./buttons";
import { staffOrderCard } from "./order-card";

type StaffKind =
  | "order.board_card"
  | "alert.ring"
  | "alert.closed"
  | "courier.applied"
  | "member.changed"
  | "day.summary"
  | "chat.to_staff";

/** What the ledger can have for kitchen, dispatchers and managers, and how it reads; links in a group lead to the bot. */
export const staffRenderers = (botUsername: string): Renderers<StaffKind> => ({
  "order.board_card": (claim, words) => {
    const view = viewOf(claim, "order");
    return view && staffOrderCard(view.order, ["kitchen"], words);
  },
  "alert.ring": (claim, words) => {
    const view = viewOf(claim, "alert");
    return view && ringMessage(view, words, claim.chatId < 0 ? botUsername : null);
  },
  "alert.closed": (claim, words) => {
    const view = viewOf(claim, "alert");
    return view && closedMessage(view, words, claim.chatId < 0);
  },
  "courier.applied": (claim, words) => {
    const courier = viewOf(claim, "courier")?.courier;
    if (!courier) return null;
    const keyboard = new InlineKeyboard()
      .text(words.plain("button-approve"), buttons.approve.pack([courier.id]))
      .text(words.plain("button-refuse"), buttons.suspend.pack([courier.id]));
    const vehicle = words.plain(wordId("vehicle", courier.vehicle));
    return { as: "text", text: words.html("courier-applied", { name: courier.firstName, vehicle }), keyboard };
  },
  "member.changed": (claim, words) => {
    const member = viewOf(claim, "member")?.member;
    if (!member) return null;
    const role = words.plain(wordId("role", member.role));
    const text = words.html(wordId("member", member.status), { name: member.firstName, role });
    const keyboard = new InlineKeyboard().text(words.plain("button-approve"), buttons.approveMember.pack([member.id]));
    // A courier is admitted by the message about their vehicle, with all that hangs on it.
    const decides = member.status === "pending" && member.role !== "courier";
    return { as: "text", text, ...(decides && { keyboard }) };
  },
  "day.summary": (claim, words) => {
    const view = viewOf(claim, "day");
    return view && summary(view.summary, words);
  },
  "chat.to_staff": (claim, words) => {
    const view = viewOf(claim, "chat");
    return view && relayed(view.message, words);
  },
});

function summary(day: DaySummary, words: Words): Outgoing {
  const branch = inLanguage(day.branchName, words.language);
  const figures = { placed: day.placed, delivered: day.delivered, lost: day.lost, late: day.late };
  const text = words.html("day-summary", {
    branch,
    day: day.day,
    sales: money(day.salesMinor, day.currency, words),
    minutes: day.medianMinutes === null ? "–" : String(Math.round(day.medianMinutes)),
    ...Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, String(figure)])),
  });
  return { as: "text", text };
}

function relayed(message: ChatCard, words: Words): Outgoing {
  const who = words.plain(message.from === "courier" ? "chat-from-a-courier" : "chat-from-customer", {
    name: message.firstName,
  });
  const from = message.orderCode ? `${who} · ${message.orderCode}` : who;
  const body = words.html("chat-relayed", { from, text: message.text ?? "" });
  const keyboard = new InlineKeyboard().text(
    words.plain("button-answer"),
    buttons.answer.pack([message.id], message.from),
  );
  if (message.orderId && message.orderCode)
    keyboard.text(
      words.plain("button-open-order", { code: message.orderCode }),
      buttons.order.pack([message.orderId], ANEW),
    );
  return message.mediaId
    ? { as: "media", mediaId: message.mediaId, text: body, keyboard }
    : { as: "text", text: body, keyboard };
}
