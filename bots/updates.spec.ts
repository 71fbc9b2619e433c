import { afterAll, describe, expect, it } from "vitest";
import { chooseDish, placeOrder } from "#sim/testing/chat-steps";
import { createTelegramWorld } from "#sim/testing/telegram-world";

const world = await createTelegramWorld({ speed: 20 });
afterAll(() => world.close());
/** With `UPDATES=10000` the whole proof; a tenth in every run of the tests. */
const UPDATES = Number(process.env.UPDATES ?? 1_000);
/** Telegram takes 28 edits a second from a bot at most, and each tap is one. */
const PATIENT = 120_000 + UPDATES * 60;

describe("updates that come twice and out of order", () => {
  it(
    `end in the same state as the clean sequence, ${UPDATES} of them`,
    async () => {
      const chat = await world.chat("customer");
      await placeOrder(chat);
      await chat.start();
      await chat.tap("Order", { on: await chat.sees("Hello,", { after: chat.last! }) });
      await chat.tap("Chorsu 12");
      await chooseDish(chat);
      const cart = await chat.sees("Your cart");
      const line = await lineId();
      await world.telegram.client.faults(
        [
          { kind: "duplicate", probability: 0.5 },
          { kind: "shuffle", probability: 0.8 },
        ],
        7,
      );
      // Each tap names the quantity it wants; the last one is sent when the others are through.
      const taps = Array.from({ length: UPDATES }, (_, i) => `cart.line:${short(line)}:${1 + (i % 9)}`);
      for (let i = 0; i < taps.length; i += 50)
        await Promise.all(taps.slice(i, i + 50).map((data) => chat.forgeTap(cart, data, false)));
      await chat.forgeTap(cart, `cart.line:${short(line)}:7`, true).catch(() => {});
      await world.telegram.client.faults([]);
      await settled();
      await chat.forgeTap(cart, `cart.line:${short(line)}:7`, true);
      const [quantity] = await world.owner`select quantity from cart_lines`;
      expect(quantity!.quantity).toBe(7);
      await settled(); // the answer comes before the report
      const [counted] = await world.owner`
        select count(*)::int as all, count(*) filter (where finished_at is null)::int as open,
          count(*) filter (where failed_reason is not null)::int as failed from inbound_updates`;
      expect(counted).toMatchObject({ open: 0, failed: 0 });
      expect(counted!.all).toBeGreaterThanOrEqual(UPDATES);
      expect(await world.owner`select id from orders`).toHaveLength(1);
    },
    PATIENT,
  );

  it(
    "are taken up again when the bots were stopped in the middle",
    async () => {
      const chat = await world.chat("customer");
      const stopped = world.restartBots();
      await chat.type("/help");
      await stopped;
      await chat.sees("Order with /start", { within: 15_000 });
    },
    PATIENT,
  );

  /** Until Telegram has nothing left to give and every update is through. @throws Error when nothing moves any more */
  async function settled(): Promise<void> {
    let most = -1;
    for (let stuck = 0; stuck < 300; stuck += 1) {
      const waiting = await world.undelivered("customer");
      const [row] = await world.owner<{ done: number; open: number }[]>`
        select count(finished_at)::int as done, count(*) filter (where finished_at is null)::int as open
        from inbound_updates`;
      if (waiting === 0 && row!.open === 0) return;
      if (row!.done > most) stuck = 0;
      most = Math.max(most, row!.done);
      await Bun.sleep(100);
    }
    throw new Error(`only ${most} updates were ever finished`);
  }

  const lineId = async () => (await world.owner`select id from cart_lines`)[0]!.id as string;
  const short = (id: string) => Buffer.from(id.replaceAll("-", ""), "hex").toString("base64url");
});
