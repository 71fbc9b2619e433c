import postgres from "postgres";
import { afterAll, describe, expect, inject, it } from "vitest";
import { bringUpToDate } from "./bring-up-to-date";

const { adminUrl } = inject("servers");
const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
const name = `migrating_${process.pid}`;
const url = Object.assign(new URL(adminUrl), { pathname: `/${name}` }).href;
afterAll(async () => {
  await sql`drop database if exists ${sql(name)} with (force)`;
  await sql.end();
});

describe("a database that is brought up to date", () => {
  it("stays as it was when a migration is refused, and one line says why", async () => {
    await sql`create database ${sql(name)}`;
    const there = postgres(url, { max: 1, onnotice: () => {} });
    // A later migration makes this table, too.
    await there`create table orders (mine text)`;
    const refused = await bringUpToDate(url).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      name: "SetupProblem",
      message: expect.stringMatching(/^A migration was refused.*"orders" already exists.*bad-migration\.md says\.$/),
    });
    const tables = await there`select table_name from information_schema.tables where table_schema = 'public'`;
    expect(tables.map(({ table_name }) => table_name)).toEqual(["orders"]);
    await there.end();
  });
});
