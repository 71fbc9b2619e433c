import { afterAll, describe, expect, it } from "vitest";
import { carryToTheDoor, confirm, goOnline, placeOrder } from "#sim/testing/chat-steps";
import { createTelegramWorld } from "#sim/testing/telegram-world";

const world = await createTelegramWorld({ speed: 5 });
afterAll(() => world.close());
const PATIENT = 60_000;

describe("cash that a courier took at a door", () => {
  it(
    "is taken in by a dispatcher once, who counts it first, and the courier has it in writing",
    async () => {
      await world.owner`update accounts set language = 'en' where id = ${world.seeded.accounts.dispatcher!}`;
      const [customer, dispatcher] = [await world.chat("customer"), await world.chat("dispatcher")];
      const { chat: courier } = await goOnline(world, "courier1");
      await placeOrder(customer);
      const kitchen = await confirm(world);
      await carryToTheDoor({ courier, customer, kitchen });

      await dispatcher.type("/couriers");
      await dispatcher.tap(/Jasur/, { on: await dispatcher.sees("Couriers:") });
      const card = await dispatcher.sees("Cash in hand:");
      const amount = /Cash in hand: (.+)/.exec(card.text!)![1]!;
      await dispatcher.tap("💵 Take in", { on: card });
      const asked = await dispatcher.sees(`Did Jasur hand in ${amount}?`);
      const taps = asked.reply_markup!.inline_keyboard.flat();
      const yes = taps.find(({ text }) => text.includes("Osh Markazi"))!;
      const data = "callback_data" in yes ? yes.callback_data : "";
      await Promise.all([dispatcher.forgeTap(asked, data), dispatcher.forgeTap(asked, data)]);
      await dispatcher.sees(`Taken in: ${amount}`);
      await courier.sees(/topshirdingiz/);

      const moved = await world.owner`
        select m.kind, e.party_id from money_movements m
        join money_entries e on e.organisation_id = m.organisation_id and e.movement_id = m.id and e.account = 'till'`;
      expect(moved).toEqual([{ kind: "cash_hand_in", party_id: world.seeded.branches.plov }]);
      await dispatcher.tap("‹ Back");
      await dispatcher.sees(/Cash in hand: .*\b0/);
    },
    PATIENT,
  );
});
