import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, describe, expect, it } from "vitest";
import { dispatchRounds } from "#drizzle/schema/index";
import { confirmed, offersTo, ok, round, startWork } from "#sim/testing/courier-at-work";
import { createWorld } from "#sim/testing/world";

const root = join(import.meta.dirname, "../..");
const LIMIT_MS = 30_000;

const world = await createWorld();
afterAll(() => world.close());
await startWork(world, "courier1");
const { orderId, deliveryId, pin } = await confirmed(world);
await round(world);
const [recorded] = await world.deps.db.transaction((tx) => tx.select().from(dispatchRounds));

/** Runs a command of package.json's as its script does, about this world. */
async function run(script: string, ...words: string[]): Promise<{ code: number; said: string; complaint: string }> {
  const { DATABASE_URL, REDIS_URL, REDIS_PREFIX } = world.deps.config;
  const env = { ...process.env, DATABASE_URL, REDIS_URL, REDIS_PREFIX };
  const child = spawn(process.execPath, [script, ...words], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  const [said, complaint, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { code, said, complaint };
}

describe("dispatch:explain", { timeout: LIMIT_MS }, () => {
  it("tells how an order found its courier, by name, with the round in which it did", async () => {
    const { code, said } = await run("sim/dispatch/explain.ts", orderId);
    expect(code).toBe(0);
    expect(said).toContain(recorded!.id);
    const [{ name }] = await world.owner<[{ name: string }]>`
      select p.first_name as name from profiles p join couriers c using (organisation_id, account_id)
      where c.id = ${world.seeded.couriers.courier1!}`;
    expect(said).toContain(name);
    expect(said).toMatch(/What happened\n.* → /);
  });

  it("says in one line that there is no such order", async () => {
    const { code, complaint } = await run("sim/dispatch/explain.ts", "NOSUCH");
    expect(code).not.toBe(0);
    expect(complaint.trim()).toBe("No delivery of an order NOSUCH");
  });
});

describe("dispatch:replay", { timeout: LIMIT_MS }, () => {
  it("decides a recorded round again and finds it the same", async () => {
    const { code, said } = await run("sim/dispatch/replay.ts", recorded!.id);
    expect(code).toBe(0);
    expect(JSON.parse(said)).toMatchObject({ round: recorded!.id, same: true, policies: ["optimised"], offers: 1 });
  });

  it("tries another policy on the day's rounds", async () => {
    const day = recorded!.at.toISOString().slice(0, 10);
    const { code, said } = await run("sim/dispatch/replay.ts", "--policy", "score", "--day", day);
    expect(code).toBe(0);
    expect(JSON.parse(said.trim().split("\n").at(-1)!)).toMatchObject({ policy: "score", rounds: 1 });
  });
});

describe("learn:rebuild", { timeout: LIMIT_MS }, () => {
  it("learns anew from all that happened, and says of how much", async () => {
    const courier = world.as("courier1");
    const [offer] = await offersTo(world, "courier1");
    ok(await courier.post(`/offers/${offer!.id}/accept`));
    ok(await courier.post(`/deliveries/${deliveryId}/arrive`, { at: "pickup" }));
    ok(await courier.post(`/deliveries/${deliveryId}/pick-up`));
    world.clock.advance(600_000);
    ok(await courier.post(`/deliveries/${deliveryId}/arrive`, { at: "dropoff" }));
    ok(await courier.post(`/deliveries/${deliveryId}/hand-over`, { proof: { kind: "pin", pin } }));
    const first = await run("sim/forecast/rebuild.ts");
    expect(first).toMatchObject({ code: 0 });
    const { learnt } = JSON.parse(first.said);
    expect(learnt).toBeGreaterThan(0);
    expect(JSON.parse((await run("sim/forecast/rebuild.ts")).said)).toEqual({ learnt }); // anew, not on top
  });
});
