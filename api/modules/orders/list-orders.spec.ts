import { afterAll, describe, expect, it } from "vitest";
import type { OrderSummary } from "#shared/contracts/order";
import { placed } from "#sim/testing/place";
import { createWorld } from "#sim/testing/world";

const world = await createWorld();
afterAll(() => world.close());
const { plov, burger } = world.seeded.branches;

const open = async (who: string) =>
  ((await world.as(who).get("/orders/open")).body as OrderSummary[]).map(({ id }) => id);
const bind = (role: string, branch: string) =>
  world.owner`update memberships set branch_id = ${branch} where role = ${role}`;

describe("what is open, when no branch is named", () => {
  it("is that of every branch that the asker works for, and of no other", async () => {
    await bind("manager", plov!);
    await bind("dispatcher", burger!);
    const { id } = await placed(world);
    expect(await open("owner")).toEqual([id]);
    expect(await open("manager")).toEqual([id]);
    expect(await open("dispatcher")).toEqual([]);
  });

  it("is for the staff alone", async () => {
    for (const who of ["customer", "courier1"])
      expect(await world.as(who).get("/orders/open")).toMatchObject({
        status: 403,
        body: { code: "auth.not_allowed" },
      });
  });
});
