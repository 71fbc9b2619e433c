import { Redis } from "ioredis";
import postgres from "postgres";
import { afterAll, describe, expect, it } from "vitest";
import { createTestDatabase } from "./database";

const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
const owner = postgres(one.ownerUrl, { max: 1 });
const app = postgres(one.appUrl, { max: 1 });
const stranger = postgres(other.ownerUrl, { max: 1 });

afterAll(async () => {
  await Promise.all([owner, app, stranger].map((sql) => sql.end()));
  await Promise.all([one.drop(), other.drop()]);
});

describe("a suite's own database", () => {
  it("has every table of the schema", async () => {
    const [row] = await owner`select count(*)::int as tables from pg_tables where schemaname = 'public'`;
    expect(row?.tables).toBeGreaterThan(20);
  });

  it("is PostgreSQL 18, ready for change data capture with a capped slot", async () => {
    expect((await owner`show server_version_num`)[0]?.server_version_num).toMatch(/^18/);
    expect((await owner`show wal_level`)[0]?.wal_level).toBe("logical");
    expect((await owner`show max_slot_wal_keep_size`)[0]?.max_slot_wal_keep_size).not.toBe("-1");
  });

  it("is invisible to the next suite", async () => {
    await owner`create table only_here (id int)`;
    expect((await stranger`select to_regclass('only_here') as found`)[0]?.found).toBeNull();
  });

  it("lets the application in as a role that owns nothing", async () => {
    const [row] = await app`
      select session_user as name, count(c.oid)::int as owned
      from pg_roles r left join pg_class c on c.relowner = r.oid where r.rolname = session_user group by 1`;
    expect(row).toEqual({ name: "peyk_app", owned: 0 });
    await expect(app`create table mine (id int)`).rejects.toMatchObject({ code: "42501" });
  });

  it("comes with a Redis prefix of its own on a server that never drops a key", async () => {
    const redis = new Redis(one.redisUrl);
    await redis.set(`${one.redisPrefix}:greeting`, "hello");
    expect(await redis.get(`${other.redisPrefix}:greeting`)).toBeNull();
    expect(await redis.config("GET", "maxmemory-policy")).toEqual(["maxmemory-policy", "noeviction"]);
    await redis.quit();
  });
});
