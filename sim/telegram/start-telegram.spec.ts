import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isValid, parse } from "@telegram-apps/init-data-node";
import { afterEach, describe, expect, it } from "vitest";
import { startTelegram, type Telegram, type TelegramOptions } from "./start-telegram";
import { rawBot } from "./testing/raw-bot";

const running: Telegram[] = [];
const start = async (options?: TelegramOptions) => {
  const telegram = await startTelegram(options);
  running.push(telegram);
  return telegram;
};
afterEach(async () => {
  for (const telegram of running.splice(0)) await telegram.stop();
});

describe("the local Telegram", () => {
  it("keeps chats, bots and unconfirmed updates over a restart", async () => {
    const dataDirectory = await mkdtemp(join(tmpdir(), "telegram-"));
    const first = await start({ dataDirectory });
    const bot = rawBot(first);
    const alice = await first.client.person({ firstName: "Alice" });
    const chat = await alice.open(bot.username);
    await chat.start();
    await bot.sends("sendMessage", { chat_id: alice.id, text: "remember me" });
    await first.stop();

    const second = await start({ dataDirectory });
    expect(second.createBot({ username: bot.username, name: "Raw" })).toBe(bot.token);
    const again = await (await second.client.phoneOf(alice.id)).open(bot.username);
    await again.sees("remember me");
    const reply = await fetch(`${second.url}/bot${bot.token}/getUpdates`);
    expect(await reply.json()).toMatchObject({ result: [{ message: { text: "/start" } }] });
    await rm(dataDirectory, { recursive: true });
  });

  it("lets nobody act for people without its token", async () => {
    const telegram = await start();
    const act = (authorization: string) =>
      fetch(`${telegram.url}/client/people`, { method: "POST", body: "{}", headers: { authorization } });
    expect((await act("Bearer guess")).status).toBe(401);
    expect((await act(`Bearer ${telegram.token}`)).status).toBe(200);
    expect((await fetch(`${telegram.url}/client/watch?person=1&token=guess`)).status).toBe(401);
  });

  it("does not start where NODE_ENV is production", async () => {
    const main = join(import.meta.dirname, "main.ts");
    const child = Bun.spawn([process.execPath, main, "--port", "0"], {
      env: { ...process.env, NODE_ENV: "production" },
      stderr: "pipe",
      stdout: "pipe",
    });
    expect(await child.exited).toBe(1);
    expect(await new Response(child.stderr).text()).toMatch(/does not start when NODE_ENV is production/);
  });
});

describe("opening a mini-app", () => {
  const open = async (from: "inline" | "keyboard" | "link") => {
    const telegram = await start();
    const bot = rawBot(telegram);
    const olga = await telegram.client.person({ firstName: "Olga", languageCode: "ru", username: "olga_k" });
    const id = Number(bot.token.split(":")[0]);
    await telegram.client.call("setMiniApp", { bot: id, name: "work", url: "https://example.org/courier/" });
    const button =
      from === "link" ? { app: "work", startParameter: "trip-1" } : { url: "https://example.org/courier/" };
    return {
      bot,
      olga,
      opened: await telegram.client.call("openMiniApp", { person: olga.id, bot: id, from, ...button }),
    };
  };

  it("hands over who opened it, signed with the bot's own token", async () => {
    const { bot, olga, opened } = await open("inline");
    expect(isValid(opened.initData, bot.token)).toBe(true);
    expect(isValid(opened.initData, "1:another")).toBe(false);
    const data = parse(opened.initData);
    expect(data).toMatchObject({
      user: { id: olga.id, username: "olga_k", language_code: "ru" },
      query_id: expect.any(String),
    });
    expect(data.signature).toBeTruthy();
  });

  it("carries the start parameter of a direct link in address and data", async () => {
    const { opened } = await open("link");
    expect(new URL(opened.url).searchParams.get("tgWebAppStartParam")).toBe("trip-1");
    expect(parse(opened.initData).start_param).toBe("trip-1");
  });

  it("hands over nothing when it was opened from a reply keyboard", async () => {
    expect((await open("keyboard")).opened.initData).toBe("");
  });
});
