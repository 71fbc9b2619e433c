import { describe, expect, it } from "vitest";
import type { CourierAction } from "./courier-action";
import {
  dismiss,
  type Entry,
  enqueue,
  nextToSend,
  type Outbox,
  outcomeOf,
  pauseMs,
  settle,
  unsentCount,
} from "./outbox";

const entry = (id: string, action: CourierAction, change: Partial<Entry> = {}): Entry => ({
  id,
  action,
  doneAtMs: 0,
  tries: 0,
  refusal: null,
  ...change,
});
const arrive = { do: "arrive", deliveryId: "d1", at: "pickup" } as const;
const pickUp = { do: "pick_up", deliveryId: "d1" } as const;
const pin = (digits: string) => ({ do: "hand_over_pin", deliveryId: "d1", pin: digits }) as const;
const outbox = (...entries: Entry[]): Outbox => entries.reduce<Outbox>(enqueue, []);
const refused = { code: "delivery.pin_wrong", details: { triesLeft: 4 }, sentence: "The PIN is wrong." };

describe("the outbox of a courier", () => {
  it("sends in the order of doing, each thing once it is its turn", () => {
    const two = outbox(entry("1", arrive), entry("2", pickUp));
    expect(nextToSend(two)?.id).toBe("1");
    expect(nextToSend(settle(two, "1", { is: "sent" }))?.id).toBe("2");
  });

  it("takes a double tap for one, and two equal messages for two", () => {
    expect(outbox(entry("1", arrive), entry("2", arrive))).toHaveLength(1);
    const write = { do: "write", orderId: "o1", to: "customer", text: "Here" } as const;
    expect(outbox(entry("1", write), entry("2", write))).toHaveLength(2);
  });

  it("keeps what nobody answered at the head, and waits longer each time", () => {
    const tried = settle(outbox(entry("1", arrive), entry("2", pickUp)), "1", { is: "unanswered" });
    expect(nextToSend(tried)).toMatchObject({ id: "1", tries: 1 });
    expect([0, 1, 2, 3, 9].map(pauseMs)).toEqual([0, 1_000, 2_000, 4_000, 20_000]);
  });

  it("sets what was refused aside for the courier, and goes on with the rest", () => {
    const tried = settle(outbox(entry("1", pin("1111")), entry("2", { do: "go_offline" })), "1", {
      is: "refused",
      refusal: refused,
    });
    expect(nextToSend(tried)?.id).toBe("2");
    expect(unsentCount(tried)).toBe(1);
    expect(dismiss(tried, "1")).toHaveLength(1);
  });

  it("lets a new PIN or a photo take the place of the one that was refused", () => {
    const wrong = settle(outbox(entry("1", pin("1111"))), "1", { is: "refused", refusal: refused });
    expect(enqueue(wrong, entry("2", pin("2222"))).map(({ id }) => id)).toEqual(["2"]);
    expect(enqueue(wrong, entry("2", { do: "hand_over_photo", deliveryId: "d1" })).map(({ id }) => id)).toEqual(["2"]);
    expect(enqueue(wrong, entry("2", { do: "hand_over_photo", deliveryId: "d2" }))).toHaveLength(2);
  });

  it("knows a no from silence", () => {
    expect(outcomeOf({ code: "offline", details: {} }, 50)).toEqual({ is: "unanswered" });
    expect(outcomeOf({ code: "request.busy", details: {} }, 50)).toEqual({ is: "unanswered" });
    expect(outcomeOf(refused, 0)).toEqual({ is: "refused", refusal: refused });
  });

  it("gives up on what fails without a reason, so that the rest is not held up for ever", () => {
    expect(outcomeOf({ code: "unknown", details: {} }, 0)).toEqual({ is: "unanswered" });
    expect(outcomeOf({ code: "unknown", details: {} }, 4)).toMatchObject({ is: "refused" });
  });
});
