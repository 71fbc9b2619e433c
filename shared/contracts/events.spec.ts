import { describe, expect, it } from "vitest";
import { EVENT_KINDS, EventKind, parseTopic, topic, topicsOf } from "./events";

const [ORGANISATION, ORDER, BRANCH] = [
  "0192f0c1-2b3c-7d4e-8f90-a1b2c3d4e5f6",
  "0192f0c1-2b3c-7d4e-8f90-a1b2c3d4e5f7",
  "0192f0c1-2b3c-7d4e-8f90-a1b2c3d4e5f8",
] as const;

describe("where an event is heard", () => {
  it("follows the ids that it carries, and the board of the organisation always", () => {
    expect(topicsOf("order.changed", ORGANISATION, { orderId: ORDER, branchId: BRANCH })).toEqual([
      `order:${ORDER}`,
      `branch:${BRANCH}`,
      `board:${ORGANISATION}`,
    ]);
  });

  it("leaves out the courier that a delivery does not have yet", () => {
    const topics = topicsOf("delivery.changed", ORGANISATION, { orderId: ORDER, branchId: BRANCH, courierId: null });
    expect(topics.some((each) => each.startsWith("courier:"))).toBe(false);
  });

  it("includes the board for every kind, so that a dispatcher misses nothing", () => {
    for (const kind of EventKind.options) expect(EVENT_KINDS[kind]).toContain("board");
  });
});

describe("a topic", () => {
  it("comes back from its text", () => {
    expect(parseTopic(topic("order", ORDER))).toEqual({ kind: "order", id: ORDER });
  });

  it.each(["", "order", "order:7", `kitchen:${ORDER}`, `order:${ORDER}:x`])("is not %j", (text) =>
    expect(parseTopic(text)).toBeNull(),
  );
});
