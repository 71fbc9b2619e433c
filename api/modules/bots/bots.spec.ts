import { afterAll, describe, expect, it } from "vitest";
import type { BotList, RunnableBots } from "#shared/contracts/bots";
import { createWorld } from "#sim/testing/world";

const world = await createWorld();
afterAll(() => world.close());

const service = world.caller({ authorization: `Bearer ${world.deps.config.SERVICE_TOKEN}` });
const runnable = async () => ((await service.get("/bots/runnable")).body as RunnableBots).bots;
const NEW = { kind: "customer", token: "123456789:AAaaBBbbCCccDDddEEeeFFff00112233445", username: "second_bot" };

describe("the bots", () => {
  it("are handed to the bots process with their tokens, and to nobody else", async () => {
    expect((await runnable()).map(({ kind }) => kind).sort()).toEqual(["courier", "customer", "staff"]);
    expect((await runnable()).every(({ token }) => /^\d+:/.test(token))).toBe(true);
    expect(await world.as("owner").get("/bots/runnable")).toMatchObject({ status: 200 }); // called by the bots process
    expect(await world.caller({ authorization: "Bearer x" }).get("/bots/runnable")).toMatchObject({ status: 403 });
    expect(await world.caller().get("/bots/runnable")).toMatchObject({ status: 401 });
  });

  it("are added by the owner, encrypted, and audited; the same token twice is refused", async () => {
    expect(await world.as("manager").post("/bots", NEW)).toMatchObject({ status: 403 });
    const added = await world.as("owner").post("/bots", NEW);
    expect(added).toMatchObject({ status: 200, body: { telegramId: 123_456_789, enabled: true } });
    expect(JSON.stringify(added.body)).not.toContain("AAaa");
    expect(await world.as("owner").post("/bots", NEW)).toMatchObject({
      status: 409,
      body: { code: "bot.already_known" },
    });
    const [row] = await world.owner`select token_encrypted from bots where telegram_id = 123456789`;
    expect(row!.token_encrypted).not.toContain("AAaa");
    expect(await world.owner`select action from audit_log`).toEqual([{ action: "bot.add" }]);
    expect((await runnable()).map(({ token }) => token)).toContain(NEW.token);
  });

  it("stop when they are disabled", async () => {
    const { bots } = (await world.as("owner").get("/bots")).body as BotList;
    const second = bots.find(({ username }) => username === "second_bot")!;
    await world.as("owner").post(`/bots/${second.id}/disable`);
    expect((await runnable()).map(({ id }) => id)).not.toContain(second.id);
    expect(await world.as("owner").post(`/bots/${world.deps.newId()}/enable`)).toMatchObject({ status: 404 });
  });
});
