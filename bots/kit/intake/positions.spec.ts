import type { Update } from "grammy/types";
import { pino } from "pino";
import { describe, expect, it } from "vitest";
import type { HeardPosition } from "#shared/contracts/position";
import { POSITIONS_MAX } from "#shared/contracts/position";
import { createPositionIntake } from "./positions";

const silent = pino({ level: "silent" });
const person = { id: 7, is_bot: false, first_name: "Anvar" };
const chat = { id: 7, type: "private" as const, first_name: "Anvar" };
const message = { message_id: 1, date: 1_000, chat, from: person };

const moved = (edit_date: number): Update => ({
  update_id: edit_date,
  edited_message: { ...message, edit_date, location: { latitude: 41.3, longitude: 69.2, live_period: 3_600 } },
});
const tap: Update = { update_id: 1, message: { ...message, text: "/start" } };
const ended: Update = {
  update_id: 2,
  edited_message: { ...message, edit_date: 2_000, location: { latitude: 41.3, longitude: 69.2 } },
};

/** What is told waits until it is let go, so that what comes meanwhile can be seen. */
function slowApi() {
  const told: HeardPosition[][] = [];
  let letGo: (answer: Promise<void>) => void = () => {};
  const tell = (positions: HeardPosition[]) => {
    told.push(positions);
    return new Promise<void>((resolve) => {
      letGo = resolve;
    });
  };
  const moments = () => told.map((positions) => positions.map(({ atMs }) => atMs / 1_000));
  return { tell, told, moments, answer: (how: Promise<void> = Promise.resolve()) => letGo(how) };
}

describe("live locations", () => {
  it("are kept from what the bot answers, which waits for none of them", () => {
    const { tell, moments } = slowApi();
    const intake = createPositionIntake({ tell, log: silent, everyMs: 0 });
    expect(intake.hear([moved(10), tap, ended])).toEqual([tap, ended]);
    expect(moments()).toEqual([[10]]);
  });

  it("travel together while the one before is on its way, in their order", async () => {
    const { tell, moments, answer } = slowApi();
    const intake = createPositionIntake({ tell, log: silent, everyMs: 0 });
    for (const at of [10, 11, 12]) intake.hear([moved(at)]);
    expect(moments()).toEqual([[10]]);
    answer();
    await expect.poll(moments).toEqual([[10], [11, 12]]);
    answer();
    await intake.drained();
  });

  it("that were lost with an answer are overtaken by the next", async () => {
    const { tell, moments, answer } = slowApi();
    const intake = createPositionIntake({ tell, log: silent, everyMs: 0 });
    intake.hear([moved(10)]);
    intake.hear([moved(11)]);
    answer(Promise.reject(new Error("away")));
    await expect.poll(moments).toEqual([[10], [11]]);
    answer();
    await intake.drained();
    intake.hear([moved(12)]);
    expect(moments()).toEqual([[10], [11], [12]]);
  });

  it("that nobody takes do not pile up: the oldest are let go, and no message is larger than the API takes", async () => {
    const { tell, told, moments, answer } = slowApi();
    const intake = createPositionIntake({ tell, log: silent, everyMs: 0 });
    intake.hear([moved(0)]);
    intake.hear(Array.from({ length: 3 * POSITIONS_MAX }, (_, index) => moved(1 + index)));
    const done = intake.drained();
    for (let message = 1; message <= 3; message += 1) {
      await expect.poll(() => told).toHaveLength(message);
      answer();
    }
    await done;
    expect(told.map(({ length }) => length)).toEqual([1, ...Array.from({ length: 2 }, () => POSITIONS_MAX)]);
    expect(moments()[1]![0]).toBe(1 + POSITIONS_MAX);
  });
});
