import { afterAll, describe, expect, it, vi } from "vitest";
import { openAlert } from "#api/modules/alerts/open-alert";
import { systemActor } from "#api/platform/actor";
import { withActor } from "#api/platform/with-actor";
import { staffButtons } from "#bots/dispatcher/messages/buttons";
import { dataOf } from "#sim/telegram/client/text-of";
import { placed } from "#sim/testing/place";
import { createTelegramWorld } from "#sim/testing/telegram-world";

const world = await createTelegramWorld({ speed: 4 });
afterAll(() => world.close());
const PATIENT = 30_000;
const WAIT = { timeout: 15_000, interval: 50 };

async function summaryRow() {
  const [row] = await world.owner<{ state: string; attempts: number; leased: boolean }[]>`
    select state, attempts, leased_until > now() as leased from notifications where kind = 'day.summary'`;
  return row!;
}

/** The news of a day for the dispatcher, as often as told. */
const say = (times = 1) => {
  const { organisationId, accounts, bots, branches } = world.seeded;
  const body = { kind: "day.summary" as const, branchId: branches.plov!, day: "2026-03-02" };
  return withActor(world.deps, systemActor(organisationId), async (work) => {
    for (let version = 1; version <= times; version += 1)
      work.notify({ recipientId: accounts.dispatcher!, botId: bots.staff!, version, body });
  });
};

describe("what an outlet has in its hands", () => {
  it(
    "is kept while Telegram takes its time, and said once even when the ledger gives it out again",
    async () => {
      const chat = await world.chat("dispatcher");
      await chat.sees(({ mine }) => !mine);
      const before = chat.messages.length;
      await world.telegram.client.faults([{ kind: "slow", methods: ["sendMessage"], delayMs: 7_000 }]);
      await say();
      await vi.waitUntil(async () => (await summaryRow()).attempts === 1, WAIT);
      // As after an outage in which nobody could say that it is still worked on.
      await vi.waitUntil(async () => {
        await world.owner`update notifications set leased_until = now() - interval '1 s' where attempts = 1 and state = 'due'`;
        return (await summaryRow()).attempts === 2;
      }, WAIT);
      await vi.waitUntil(async () => (await summaryRow()).state === "sent", WAIT);
      expect((await summaryRow()).attempts).toBe(2);
      expect(chat.messages.length - before).toBe(1);
    },
    PATIENT,
  );
});

describe("a card whose lease ran out in the hands of its bot", () => {
  it(
    "is one message all the same: the newer one waits for it and edits it",
    async () => {
      const chat = await world.chat("kitchen");
      await world.telegram.client.faults([{ kind: "slow", methods: ["sendMessage"], delayMs: 4_000 }]);
      const { id } = await placed(world);
      const cards = () => world.owner<{ state: string; attempts: number }[]>`
        select state, attempts from notifications where subject_id = ${id} and kind = 'order.board_card' order by version`;
      await vi.waitUntil(async () => (await cards())[0]!.attempts === 1, WAIT);
      await world.as("customer").post(`/orders/${id}/cancel`, { reason: "changed_mind" });
      await vi.waitUntil(async () => {
        await world.owner`
          update notifications set leased_until = now() - interval '1 s'
          where subject_id = ${id} and kind = 'order.board_card' and version = 1 and state = 'due'`;
        return (await cards())[1]!.attempts === 1;
      }, WAIT);
      await vi.waitUntil(async () => (await cards()).every(({ state }) => state === "sent"), WAIT);
      const refresh = staffButtons.order.pack([id]);
      expect(chat.messages.filter((message) => dataOf(message).includes(refresh))).toHaveLength(1);
    },
    PATIENT,
  );
});

describe("a ring", () => {
  it(
    "goes ahead of everything that waits for the same chat, and is closed ahead of it",
    async () => {
      const chat = await world.chat("dispatcher");
      await world.telegram.client.faults([{ kind: "slow", methods: ["sendMessage"], delayMs: 1_500 }]);
      await world.owner`delete from notifications`;
      const before = chat.messages.length;
      const house = systemActor(world.seeded.organisationId);
      const about = { kind: "payment_trouble" as const, subjectId: world.deps.newId(), branchId: null };
      await say(30);
      await withActor(world.deps, house, (work) => openAlert(work, world.deps, about));
      await chat.tap("✋", { on: await chat.sees("🔔", { within: 10_000 }) });
      await chat.sees("✅", { within: 10_000 });
      expect(chat.messages.length - before).toBeLessThan(6);
    },
    PATIENT,
  );
});
