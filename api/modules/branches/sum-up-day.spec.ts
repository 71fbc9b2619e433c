import { afterAll, describe, expect, it } from "vitest";
import { daySummary } from "#api/jobs/day-summary.job";
import { sweepOnce } from "#api/jobs/sweep";
import { placed } from "#sim/testing/place";
import { createWorld } from "#sim/testing/world";
import { daySummedUpAt, nextSummaryAt } from "./sum-up-day";

const world = await createWorld();
afterAll(() => world.close());
const { owner, clock, deps, seeded } = world;

const sweep = () => sweepOnce(deps, [daySummary]);
const told = () => owner<{ day: string; key: string; branchId: string }[]>`
  select n.body ->> 'day' as day, n.body ->> 'branchId' as "branchId", n.recipient_id as key from notifications n
  where n.kind = 'day.summary' order by n.created_at`;

describe("the moment at which a day is summed up", () => {
  it.each([
    ["2026-03-02T07:00:00Z", "Asia/Tashkent", "2026-03-02T19:30:00.000Z", "2026-03-02"],
    // Half past midnight has not come: the day before is still to be summed up.
    ["2026-03-02T19:10:00Z", "Asia/Tashkent", "2026-03-02T19:30:00.000Z", "2026-03-02"],
    ["2026-03-02T19:30:00Z", "Asia/Tashkent", "2026-03-03T19:30:00.000Z", "2026-03-03"],
    // Clocks jump in that night.
    ["2026-03-28T20:00:00Z", "Europe/Berlin", "2026-03-28T23:30:00.000Z", "2026-03-28"],
    ["2026-03-29T20:00:00Z", "Europe/Berlin", "2026-03-29T22:30:00.000Z", "2026-03-29"],
  ])("after %s in %s is %s, about %s", (at, timezone, summaryAt, day) => {
    const next = nextSummaryAt(new Date(at), timezone);
    expect(next.toISOString()).toBe(summaryAt);
    expect(daySummedUpAt(next, timezone)).toBe(day);
  });
});

describe("the summary of a day", () => {
  it("goes once to managers and owners, after midnight on the branch's wall, and only where something was ordered", async () => {
    for (const person of ["manager", "owner", "dispatcher"])
      await world.asBot("staff").post("/people/meet", {
        telegramId: await telegramIdOf(person),
        firstName: person,
      });
    const order = await placed(world);
    await sweep(); // plans all branches
    expect(await sweep()).toBe(0);
    clock.set(new Date("2026-03-02T19:29:00Z"));
    await sweep();
    expect(await told()).toEqual([]);

    clock.set(new Date("2026-03-02T19:31:00Z"));
    await Promise.all([sweep(), sweep()]);
    const rows = await told();
    expect(rows.map(({ key }) => key).sort()).toEqual([seeded.accounts.manager, seeded.accounts.owner].sort());
    expect(new Set(rows.map(({ day }) => day))).toEqual(new Set(["2026-03-02"]));
    const [{ branchId } = { branchId: "" }] =
      await owner`select branch_id as "branchId" from orders where id = ${order.id}`;
    expect(rows.every((row) => row.branchId === branchId)).toBe(true);

    clock.set(new Date("2026-03-03T19:31:00Z"));
    await sweep();
    expect(await told()).toHaveLength(rows.length); // a day without an order is no news
  });
});

async function telegramIdOf(person: string): Promise<number> {
  const [row] = await owner`select telegram_id from accounts where id = ${seeded.accounts[person]!}`;
  return Number(row!.telegram_id);
}
