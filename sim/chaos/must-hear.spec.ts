import { describe, expect, it } from "vitest";
import { createJournal, noteStatus } from "./journal";
import { mustHear, repeats, unheard } from "./must-hear";
import type { Sent } from "./sent-log";

const CUSTOMER = 10;
const COURIER = 20;
const COOK = 30;
const ring = { chat: COOK, kind: "alert.ring", subjectId: "a1", about: "o1", shows: null };
const cast = { kitchenOf: () => [COOK], ended: ["delivered", "cancelled"] };
const sent = (change: Partial<Sent>): Sent => ({
  messageId: 1,
  chat: CUSTOMER,
  kind: "order.card",
  subjectId: "o1",
  version: 1,
  shows: "placed",
  about: null,
  ...change,
});

function delivered() {
  const journal = createJournal();
  journal.attempts.set("k1", { customer: CUSTOMER, orderId: "o1", refused: null });
  journal.accepted.set("f1", { courier: COURIER, deliveryIds: ["d1"] });
  noteStatus(journal, "o1", "placed");
  noteStatus(journal, "o1", "delivered");
  return journal;
}

describe("what must be heard", () => {
  it("misses a card that was never sent", () => {
    expect(unheard(mustHear(delivered(), cast), []).map((one) => one.what)).toEqual([
      "order o1 placed",
      "new order o1 to the kitchen",
      "order o1 delivered",
      "offer f1",
    ]);
  });

  it("misses the end of an order whose card stopped moving", () => {
    const log = [sent({}), sent(ring), sent({ chat: COURIER, kind: "offer.made", subjectId: "f1" })];
    expect(unheard(mustHear(delivered(), cast), log).map((one) => one.what)).toEqual(["order o1 delivered"]);
  });

  it("misses the end of an order that the kitchen saw, and nothing of one that it never saw", () => {
    const log = [
      sent({ shows: "delivered" }),
      sent(ring),
      sent({ chat: COURIER, kind: "offer.made", subjectId: "f1" }),
    ];
    const board = sent({ chat: COOK, kind: "order.board_card" });
    const missed = (...more: Sent[]) => unheard(mustHear(delivered(), cast), [...log, ...more]).map((one) => one.what);
    expect(missed()).toEqual([]);
    expect(missed(board)).toEqual(["order o1 delivered to the kitchen"]);
    expect(missed(board, { ...board, shows: "delivered" })).toEqual([]);
  });

  it("is content when everybody saw everything", () => {
    const log = [
      sent({ shows: "delivered", version: 5 }),
      sent(ring),
      sent({ chat: COURIER, kind: "offer.closed", subjectId: "f1" }),
    ];
    expect(unheard(mustHear(delivered(), cast), log)).toEqual([]);
  });

  it("asks nothing of an order that nobody was promised", () => {
    const journal = createJournal();
    journal.attempts.set("k1", { customer: CUSTOMER, orderId: null, refused: null });
    expect(mustHear(journal, cast)).toEqual([]);
  });

  it("counts a repeat of the same version, and not a new version", () => {
    expect(repeats([sent({}), sent({}), sent({ version: 2 })])).toBe(1);
  });
});
