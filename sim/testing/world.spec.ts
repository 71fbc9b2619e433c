import { afterAll, describe, expect, it } from "vitest";
import { createWorld } from "./world";

const world = await createWorld();
afterAll(() => world.close());

describe("the seeded business", () => {
  it("has three branches whose menus have at least twelve items, in three languages", async () => {
    const rows = await world.owner`
      select b.id, count(i.id)::int as items, bool_and(i.name ? 'en' and i.name ? 'ru' and i.name ? 'uz') as spoken
      from branches b join items i on i.brand_id = b.brand_id group by b.id`;
    expect(rows).toHaveLength(3);
    for (const row of rows) expect(row).toMatchObject({ spoken: true, items: expect.any(Number) });
    expect(Math.min(...rows.map((row) => row.items))).toBeGreaterThanOrEqual(12);
  });

  it("cannot point from one organisation into another", async () => {
    const other = world.deps.newId();
    await world.owner`insert into organisations (id, name, created_at) values (${other}, 'Other', now())`;
    const [branch] = await world.owner`select * from branches limit 1`;
    const intruder = world.owner`
      insert into carts (organisation_id, id, account_id, branch_id, updated_at)
      values (${other}, ${world.deps.newId()}, ${world.seeded.accounts.customer!}, ${branch!.id}, now())`;
    await expect(intruder).rejects.toMatchObject({ code: "23503" });
  });

  it("keeps bot tokens encrypted", async () => {
    const [bot] = await world.owner`select token_encrypted from bots where kind = 'customer'`;
    expect(bot!.token_encrypted).not.toContain("local");
    expect(world.deps.secrets.decrypt(bot!.token_encrypted)).toMatch(/^7000001:local/);
  });

  it("refuses a movement of money that does not balance", async () => {
    const movement = world.deps.newId();
    const unbalanced = world.owner.begin(async (sql) => {
      await sql`insert into money_movements (organisation_id, id, kind, cause_id, currency, at)
        values (${world.seeded.organisationId}, ${movement}, 'tip', ${movement}, 'UZS', now())`;
      await sql`insert into money_entries (organisation_id, movement_id, position, account, amount_minor)
        values (${world.seeded.organisationId}, ${movement}, 0, 'till', 5)`;
    });
    await expect(unbalanced).rejects.toMatchObject({ code: "23514" });
  });

  it("answers a stranger with a code and a sentence", async () => {
    const reply = await world.caller().get("/nowhere");
    expect(reply).toMatchObject({ status: 404, body: { code: "request.not_found", message: expect.any(String) } });
  });
});
