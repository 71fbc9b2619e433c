import { describe, expect, it } from "vitest";
import type { EntryRefusal, Outbox } from "./outbox";
import { createOutboxStore, type OutboxDeps } from "./outbox-store";

const arrive = { do: "arrive", deliveryId: "d1", at: "pickup" } as const;
const pickUp = { do: "pick_up", deliveryId: "d1" } as const;

class Failed extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** A phone, and an API that answers as it is told, and else says yes. */
function phone(answers: string[] = [], kept: Outbox = []) {
  let stored = kept;
  let ids = 0;
  const sent: string[] = [];
  const pauses: number[] = [];
  const deps: OutboxDeps = {
    load: async () => stored,
    save: async (outbox) => {
      stored = outbox;
    },
    send: async ({ id, action }) => {
      sent.push(`${id} ${action.do}`);
      const code = answers.shift();
      if (code) throw new Failed(code);
    },
    refusalOf: (error): EntryRefusal => ({ code: error instanceof Failed ? error.code : "unknown", details: {} }),
    settled: async () => {},
    newId: () => {
      ids += 1;
      return `e${ids}`;
    },
    nowMs: () => 0,
    pause: async (ms) => void pauses.push(ms),
  };
  const store = createOutboxStore(deps);
  return { store, sent, pauses, stored: () => stored, deps };
}
const empty = (store: { entries(): Outbox }) => expect.poll(() => store.entries().length).toBe(0);

describe("the sender of a courier", () => {
  it("sends one thing after the other, with its own id, and forgets it once the API has it", async () => {
    const { store, sent, stored } = phone();
    await store.add(arrive);
    await store.add(pickUp);
    await empty(store);
    expect(sent).toEqual(["e1 arrive", "e2 pick_up"]);
    expect(stored()).toEqual([]);
  });

  it("comes again with the same id after silence, waits longer each time, and lets nothing overtake", async () => {
    const { store, sent, pauses } = phone(["offline", "request.busy"]);
    await store.add(arrive);
    await store.add(pickUp);
    await empty(store);
    expect(sent).toEqual(["e1 arrive", "e1 arrive", "e1 arrive", "e2 pick_up"]);
    expect(pauses).toEqual([1_000, 2_000]);
  });

  it("keeps what was refused for the courier to see, and goes on", async () => {
    const { store, sent } = phone(["delivery.action_not_allowed"]);
    await store.add(arrive);
    await store.add(pickUp);
    await expect.poll(() => sent).toEqual(["e1 arrive", "e2 pick_up"]);
    await expect
      .poll(() => store.entries().map(({ id, refusal }) => [id, refusal?.code]))
      .toEqual([["e1", "delivery.action_not_allowed"]]);
    store.dismiss("e1");
    expect(store.entries()).toEqual([]);
  });

  it("sends after a restart what the phone had kept", async () => {
    const kept = { id: "old", action: pickUp, doneAtMs: 0, tries: 3, refusal: null };
    const { store, sent } = phone([], [kept]);
    await empty(store);
    expect(sent).toEqual(["old pick_up"]);
  });

  it("has the thing on the phone before it says so", async () => {
    const { store, stored } = phone(["offline"]);
    const id = await store.add(arrive);
    expect(stored().map((entry) => entry.id)).toContain(id);
  });
});
