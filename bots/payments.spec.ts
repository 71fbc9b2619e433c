import { afterAll, describe, expect, it } from "vitest";
import { placeOrder } from "#sim/testing/chat-steps";
import { createTelegramWorld } from "#sim/testing/telegram-world";

const world = await createTelegramWorld({ speed: 5 });
afterAll(() => world.close());
const PATIENT = 60_000;

describe("a payment", () => {
  it(
    "that cannot be booked at the first try is booked at the next one, and nobody is told to try again",
    async () => {
      const customer = await world.chat("customer");
      await placeOrder(customer, "By card in Telegram");
      const waiting = await customer.sees("Waiting for your payment");
      await refuseMoney();
      await customer.pay();
      const problem = await firstTry();
      await takeMoney();
      const paid = await customer.sees("Waiting for the kitchen", { within: 20_000 });
      expect(paid.message_id).toBe(waiting.message_id);
      expect(problem).not.toBeNull(); // it did fail first
      expect(await world.owner`select status from orders`).toEqual([{ status: "placed" }]);
      expect(customer.messages.filter(({ text }) => text?.includes("went wrong"))).toEqual([]);
    },
    PATIENT,
  );

  /** Nothing can be written into the books until `takeMoney`, as if the database was away for a moment. */
  const refuseMoney = () =>
    world.owner.unsafe(`
      create function refuse_money() returns trigger language plpgsql as $$ begin raise 'away for a moment'; end $$;
      create trigger refuse_money before insert on money_movements for each row execute function refuse_money()`);
  const takeMoney = () => world.owner`drop trigger refuse_money on money_movements`;

  /** What the first try of the update that told of the payment ended with; `null`: well. */
  async function firstTry(): Promise<string | null> {
    const tried = () => world.owner<{ failed_reason: string | null }[]>`
      select failed_reason from inbound_updates
      where body #> '{message,successful_payment}' is not null
        and (failed_reason is not null or finished_at is not null)`;
    await expect.poll(tried, { timeout: 10_000 }).toHaveLength(1);
    return (await tried())[0]!.failed_reason;
  }
});
