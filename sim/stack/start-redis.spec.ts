import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { afterAll, describe, expect, it } from "vitest";
import type { Server } from "./server";
import { startRedis } from "./start-redis";

const folder = mkdtempSync(join(tmpdir(), "peyk-redis-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function using<T>({ url }: Server, work: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url);
  return work(redis).finally(() => redis.disconnect());
}

describe("a Redis of our own", () => {
  it("keeps its data over an orderly stop when it is durable", async () => {
    const dataDir = join(folder, "durable");
    const first = await startRedis({ dataDir, durable: true, port: 0 });
    await using(first, (redis) => redis.set("queue", "waits"));
    await first.stop();
    const second = await startRedis({ dataDir, durable: true, port: 0 });
    expect(await using(second, (redis) => redis.get("queue"))).toBe("waits");
    await second.kill9();
  });

  it("starts empty when it is not", async () => {
    const dataDir = join(folder, "forgetful");
    const first = await startRedis({ dataDir, port: 0 });
    await using(first, (redis) => redis.set("queue", "waits"));
    await first.stop();
    const second = await startRedis({ dataDir, port: 0 });
    expect(await using(second, (redis) => redis.dbsize())).toBe(0);
    await second.kill9();
  });

  it("tells when it ends", async () => {
    const server = await startRedis({ dataDir: join(folder, "ending"), port: 0 });
    await server.kill9();
    expect(await server.ended).toBe("SIGKILL");
  });
});
