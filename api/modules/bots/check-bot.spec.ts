import { serve } from "bun";
import { afterAll, describe, expect, it } from "vitest";
import { LOCAL_BOTS } from "#drizzle/seed/tashkent";
import type { BotList } from "#shared/contracts/bots";
import { startTelegram } from "#sim/telegram/start-telegram";
import { createTestClock } from "#sim/testing/test-clock";
import { createWorld, NOON } from "#sim/testing/world";

const clock = createTestClock(NOON);
const telegram = await startTelegram({ clock });
for (const { username, token, kind } of LOCAL_BOTS) telegram.createBot({ username, token, name: `Peyk ${kind}` });
/** What the API believes to be Telegram; it can be sent to sleep. */
let away = false;
const front = serve({
  port: 0,
  fetch: (request) =>
    away ? new Response("bad gateway", { status: 502 }) : fetch(telegram.url + new URL(request.url).pathname),
});
const world = await createWorld({ TELEGRAM_API_ROOT: `http://127.0.0.1:${front.port}` }, clock);
afterAll(async () => {
  await world.close();
  await front.stop(true);
  await telegram.stop();
});
const owner = world.as("owner");
const { bots } = (await owner.get("/bots")).body as BotList;
const courier = bots.find(({ kind }) => kind === "courier")!;
const NEVER_MADE = `${courier.telegramId}:AAaaBBbbCCccDDddEEeeFFff00112233445`;
const check = async () => (await owner.get(`/bots/${courier.id}/check`)).body;

describe("the live check of a bot", () => {
  it("names the bot behind a token that works", async () => {
    expect(await check()).toMatchObject({
      works: true,
      problem: null,
      username: courier.username,
      name: "Peyk courier",
    });
  });

  it("says so when Telegram does not know the token", async () => {
    await world.owner`update bots set token_encrypted = ${world.deps.secrets.encrypt(NEVER_MADE)} where id = ${courier.id}`;
    expect(await check()).toMatchObject({ works: false, problem: "token_refused" });
  });

  it("is the owner's alone, and knows own bots only", async () => {
    expect(await world.as("manager").get(`/bots/${courier.id}/check`)).toMatchObject({ status: 403 });
    expect(await owner.get(`/bots/${world.deps.newId()}/check`)).toMatchObject({ status: 404 });
  });
});

describe("a new token", () => {
  it("is taken when Telegram knows it as this bot's", async () => {
    const put = (token: string) => owner.put(`/bots/${courier.id}/token`, { token });
    expect(await put(NEVER_MADE)).toMatchObject({ status: 422, body: { code: "bot.token_refused" } });
    const another = LOCAL_BOTS.find(({ kind }) => kind === "staff")!.token;
    expect(await put(another)).toMatchObject({ status: 422, body: { code: "bot.token_of_another" } });
    const { token } = LOCAL_BOTS.find(({ kind }) => kind === "courier")!;
    expect(await put(token)).toMatchObject({ status: 200 });
    expect(await check()).toMatchObject({ works: true });
    const log = JSON.stringify(await world.owner`select * from audit_log`);
    expect(log).toContain("bot.replace_token");
    expect(log).not.toContain(token.split(":")[1]);
  });

  it("of a further bot brings its name along", async () => {
    const username = "further_bot";
    const token = telegram.createBot({ username, name: "Further" });
    expect(await owner.post("/bots", { kind: "customer", token })).toMatchObject({ status: 200, body: { username } });
    expect(await owner.post("/bots", { kind: "customer", token: NEVER_MADE })).toMatchObject({ status: 422 });
  });
});

describe("a Telegram that is away", () => {
  it("is a finding of the check, and keeps a token from being replaced", async () => {
    away = true;
    expect(await check()).toMatchObject({ works: false, problem: "telegram_away" });
    expect(await owner.put(`/bots/${courier.id}/token`, { token: NEVER_MADE })).toMatchObject({ status: 503 });
  });
});
