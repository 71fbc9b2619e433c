import { afterAll, describe, expect, it } from "vitest";
import { lockOrder } from "#api/modules/orders/lock-order";
import type { Id } from "#shared/kernel/ids";
import { placed } from "#sim/testing/place";
import { createWorld } from "#sim/testing/world";
import { systemActor } from "./actor";
import { withActor } from "./with-actor";

const world = await createWorld();
afterAll(() => world.close());

describe("a verb", () => {
  it("that Postgres rolls back to end a deadlock runs again, and both come through with their events once", async () => {
    const [one, two] = [(await placed(world)).id, (await placed(world)).id];
    const bothHold = Promise.withResolvers<void>();
    let holding = 0;
    let begun = 0;
    const hold = (first: Id, second: Id) =>
      withActor(world.deps, systemActor(world.seeded.organisationId), async (work) => {
        begun += 1;
        await lockOrder(work, first);
        work.emit({ kind: "order.changed", body: { orderId: first, branchId: second, status: "placed" } });
        holding += 1;
        if (holding === 2) bothHold.resolve();
        await bothHold.promise;
        return (await lockOrder(work, second)).id;
      });
    const before = await events();
    expect(await Promise.all([hold(one, two), hold(two, one)])).toEqual([two, one]);
    expect(begun).toBeGreaterThan(2);
    expect(await events()).toBe(before + 2);
  });
});

async function events(): Promise<number> {
  const [row] = await world.owner<{ count: number }[]>`select count(*)::int as count from events`;
  return row!.count;
}
