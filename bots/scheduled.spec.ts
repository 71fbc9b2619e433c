import { afterAll, describe, expect, it } from "vitest";
import { buttonsOf } from "#sim/telegram/client/text-of";
import { placed } from "#sim/testing/place";
import { createTelegramWorld } from "#sim/testing/telegram-world";

const world = await createTelegramWorld();
afterAll(() => world.close());
const PATIENT = 60_000;

describe("an order for another day", () => {
  it(
    "stands in the dispatcher's list with its day, and one of today with its time alone",
    async () => {
      await world.chat("customer"); // who has no chat rings the staff
      const dispatcher = await world.chat("dispatcher");
      const tomorrow = await placed(world, { scheduledFor: "2026-03-03T08:00:00.000Z" });
      await world.as("kitchen").post(`/orders/${tomorrow.id}/confirm`, { readyInMinutes: 20 });
      const today = await placed(world);
      await dispatcher.type("/orders");
      // A ring has a button with an order's code, too: the list is what has both.
      const list = await dispatcher.sees((message) =>
        [today, tomorrow].every(({ code }) => buttonsOf(message).some((label) => label.includes(code))),
      );
      const labelOf = ({ code }: { code: string }) => buttonsOf(list).find((label) => label.includes(code));
      expect(labelOf(tomorrow)).toContain("03.03, 13:00");
      expect(labelOf(today)).not.toContain(".03");
    },
    PATIENT,
  );
});
