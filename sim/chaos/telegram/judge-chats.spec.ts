import { describe, expect, it } from "vitest";
import { courierButtons } from "#bots/courier/messages/buttons";
import { customerButtons } from "#bots/customer/messages/buttons";
import { staffButtons } from "#bots/dispatcher/messages/buttons";
import type { Id } from "#shared/kernel/ids";
import type { SeenMessage } from "#sim/telegram/world/person-event";
import { createJournal } from "../journal";
import { judgeChats } from "./judge-chats";
import type { OrderLife } from "./kitchen-cards";
import type { Outage } from "./outages";
import { createSeenLog } from "./seen-log";

const id = (n: number) => `00000000-0000-7000-8000-00000000000${n}` as Id;
const [ORDER, OFFER, ALERT, DELIVERY] = [id(1), id(2), id(3), id(4)] as const;
const CUSTOMER = 1;
const COURIER = 2;
const DISPATCHER = 3;
const KITCHEN = 4;
const BOT = 9;

const bubble = (message_id: number, text: string, ...data: string[]) =>
  ({
    message_id,
    mine: false,
    text,
    reply_markup: { inline_keyboard: data.map((callback_data) => [{ text: "·", callback_data }]) },
  }) as SeenMessage;
const board = (message: number, text: string, ...data: string[]) =>
  bubble(message, text, ...data, staffButtons.order.pack([ORDER]));
const card = (message: number, text: string) => bubble(message, text, customerButtons.writeShop.pack([ORDER]));

/** A delivered order, an accepted offer and an answered alert, as the phones should have shown them. */
function evening() {
  const log = createSeenLog();
  const journal = createJournal();
  journal.attempts.set("k", { customer: CUSTOMER, orderId: ORDER, refused: null });
  journal.listed.set(OFFER, { courier: COURIER, firstMs: 0, lastMs: 1 });
  journal.accepted.set(OFFER, { courier: COURIER, deliveryIds: [DELIVERY] });
  journal.handedOver.set(DELIVERY, COURIER);
  const says = (person: number, message: SeenMessage, atMs = 0) =>
    log.hear(person, { kind: "message", chat: BOT, message }, atMs);
  const edits = (person: number, message: SeenMessage, atMs = 1) =>
    log.hear(person, { kind: "edit", chat: BOT, message }, atMs);
  const alert = { id: ALERT, kind: "order_late" as const, openedAtMs: 0, endedAtMs: 20_000 };
  const life = { id: ORDER, placedAtMs: 0, endedAtMs: 60_000 };
  const verdict = (outages: Outage[] = [], lives: OrderLife[] = [life]) => {
    const people = { kitchen: KITCHEN, dispatcher: DISPATCHER };
    return judgeChats({
      log,
      journal,
      outages,
      ...people,
      statuses: new Map([[ORDER, "delivered"]]),
      alerts: [alert],
      lives,
    });
  };
  return { says, edits, verdict, journal };
}

function happy() {
  const scene = evening();
  scene.says(CUSTOMER, card(1, "🕐 Waiting for the kitchen"));
  scene.edits(CUSTOMER, card(1, "✅ Delivered. Enjoy!"));
  scene.says(KITCHEN, board(6, "New", staffButtons.confirm.pack([ORDER])));
  scene.edits(KITCHEN, board(6, "Delivered"));
  scene.says(COURIER, bubble(2, "New order", courierButtons.accept.pack([OFFER])));
  scene.edits(COURIER, bubble(2, "It is yours"));
  scene.says(COURIER, bubble(3, "Your trip", courierButtons.handOver.pack([DELIVERY])));
  scene.edits(COURIER, bubble(3, "Trip done"));
  scene.says(DISPATCHER, bubble(4, "The order is late", staffButtons.take.pack([ALERT])), 1_000);
  scene.edits(DISPATCHER, bubble(4, "Taken"), 20_000);
  return scene;
}

describe("what the phones showed", () => {
  it("is faultless when everything was seen and everything ended", () => {
    expect(happy().verdict()).toEqual({ lost: [], repeats: 0, lateRings: 0 });
  });

  it("lacks what never came", () => {
    const { lost, lateRings } = evening().verdict();
    expect(lost).toHaveLength(4);
    expect(lateRings).toBe(1);
  });

  it("lacks the end of a card that stands still", () => {
    const { edits, verdict } = happy();
    edits(CUSTOMER, card(1, "🛵 On the way to you"), 2);
    expect(verdict().lost).toEqual([`the card of order ${ORDER} does not show delivered`]);
  });

  it("finds an offer, a trip and an alert that still ask for an answer", () => {
    const { edits, verdict } = happy();
    edits(COURIER, bubble(2, "New order", courierButtons.accept.pack([OFFER])), 2);
    edits(COURIER, bubble(3, "Your trip", courierButtons.handOver.pack([DELIVERY])), 2);
    edits(DISPATCHER, bubble(4, "The order is late", staffButtons.take.pack([ALERT])), 30_000);
    expect(verdict().lost).toHaveLength(3);
  });

  it("forgives a second card only where something died around the first", () => {
    const { says, verdict } = happy();
    says(CUSTOMER, card(5, "✅ Delivered. Enjoy!"), 3);
    expect(verdict().lost).toEqual([`order ${ORDER} has two cards`]);
    expect(verdict([{ target: "bot", fromMs: 100, untilMs: 900 }])).toMatchObject({ lost: [], repeats: 1 });
  });

  it("lacks the end of an order in the kitchen, where its card may be tapped still", () => {
    const { edits, verdict } = happy();
    edits(KITCHEN, board(6, "New", staffButtons.confirm.pack([ORDER])), 2);
    expect(verdict().lost).toEqual(["still asks: New"]);
  });

  it("forgives a second card in the kitchen only where something died around the first", () => {
    const { says, verdict } = happy();
    says(KITCHEN, board(7, "Delivered"), 3);
    expect(verdict().lost).toEqual([`order ${ORDER} has two cards in the kitchen`]);
    expect(verdict([{ target: "bot", fromMs: 100, untilMs: 900 }])).toMatchObject({ lost: [], repeats: 1 });
  });

  it("spares the kitchen an order that was over before there was room for it, and no other", () => {
    const { says, verdict } = happy();
    const other = { id: id(9), placedAtMs: 100_000 };
    const unseen = [`the kitchen never saw order ${other.id}`];
    expect(verdict([], [{ ...other, endedAtMs: 104_000 }]).lost).toEqual([]);
    expect(verdict([], [{ ...other, endedAtMs: 120_000 }]).lost).toEqual(unseen);
    expect(verdict([], [{ ...other, endedAtMs: null }]).lost).toEqual(unseen);
    for (let n = 0; n < 20; n += 1) says(KITCHEN, bubble(100 + n, "Others"), 100_000 + n * 1_000);
    expect(verdict([], [{ ...other, endedAtMs: 120_000 }]).lost).toEqual([]);
  });

  it("wants an offer seen that stood open for long, and none that was gone at once", () => {
    const { journal, verdict } = happy();
    journal.listed.set(id(7), { courier: COURIER, firstMs: 0, lastMs: 15_000 });
    journal.listed.set(id(8), { courier: COURIER, firstMs: 0, lastMs: 900 });
    expect(verdict().lost).toEqual([`offer ${id(7)} was never seen`]);
  });
});
