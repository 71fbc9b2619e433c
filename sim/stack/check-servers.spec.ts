import { createServer, type Server } from "node:net";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { SetupProblem } from "#shared/kernel/setup-problem";
import { checkPostgres, checkRedis, versionProblem } from "./check-servers";
import { freePort } from "./free-port";

// Speaks just enough of Redis' protocol to say how old it is.
const info = "# Server\r\nredis_version:5.0.14\r\n";
const oldRedis: Server = createServer((socket) => {
  const answer = `$${info.length}\r\n${info}\r\n`;
  socket.on("data", (commands) => socket.write(answer.repeat(String(commands).match(/^\*/gm)?.length ?? 0)));
});
let oldUrl: string;
beforeAll(async () => {
  const port = await freePort();
  oldUrl = `redis://127.0.0.1:${port}`;
  await new Promise<void>((resolve) => oldRedis.listen(port, "127.0.0.1", resolve));
});
afterAll(() => oldRedis.close());

const problemOf = (check: Promise<void>): Promise<unknown> =>
  check.then(() => undefined).catch((error: unknown) => error);

describe("the person's own servers", () => {
  it("are taken when they answer and are new enough", async () => {
    const { adminUrl, redisUrl } = inject("servers");
    await checkPostgres(adminUrl);
    await checkRedis(redisUrl);
  });

  it("are refused in one line when they are too old", async () => {
    expect(await problemOf(checkRedis(oldUrl))).toMatchObject({
      name: "SetupProblem",
      message: "Redis 5.0.14 is too old, 7 or newer is needed: mend REDIS_URL, or unset it to use our own.",
    });
    expect(versionProblem("PostgreSQL", "15.18 (Debian)", 18, "DATABASE_URL")).toBeInstanceOf(SetupProblem);
    expect(versionProblem("PostgreSQL", "18.4", 18, "DATABASE_URL")).toBeUndefined();
  });

  it("are named without their password when they do not answer", async () => {
    const port = await freePort();
    const problem = await problemOf(checkPostgres(`postgres://peyk:hush@127.0.0.1:${port}/peyk`));
    expect(problem).toBeInstanceOf(SetupProblem);
    expect(String(problem)).toMatch(new RegExp(`PostgreSQL at 127.0.0.1:${port} .*ECONNREFUSED.*DATABASE_URL`));
    expect(String(problem)).not.toMatch(/hush|\n/);
    expect(await problemOf(checkRedis(`redis://127.0.0.1:${port}`))).toBeInstanceOf(SetupProblem);
  });
});
