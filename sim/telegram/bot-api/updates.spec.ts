import type { Update } from "grammy/types";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PhoneChat } from "../client/phone-chat";
import { startTelegram, type Telegram } from "../start-telegram";
import { type RawBot, rawBot } from "../testing/raw-bot";

let telegram: Telegram;
beforeAll(async () => {
  telegram = await startTelegram({ limits: "off", timeouts: { webhookMs: 300, webhookRetryMs: 20 } });
});
afterAll(() => telegram.stop());

async function meet(): Promise<{ bot: RawBot; chat: PhoneChat }> {
  const bot = rawBot(telegram);
  const person = await telegram.client.person({ firstName: "Alice" });
  const chat = await person.open(bot.username);
  await chat.start();
  return { bot, chat };
}
const textsOf = (updates: Update[]) => updates.map((update) => update.message?.text);

describe("long polling", () => {
  it("gives an update again until a higher offset confirms it", async () => {
    const { bot, chat } = await meet();
    await chat.type("two");
    const [first, second] = await bot.updates();
    expect(textsOf(await bot.updates())).toEqual(["/start", "two"]);
    expect(textsOf(await bot.updates({ offset: second!.update_id }))).toEqual(["two"]);
    expect(second!.update_id).toBe(first!.update_id + 1);
    expect(await bot.updates({ offset: second!.update_id + 1 })).toEqual([]);
    expect(await bot.updates()).toEqual([]);
  });

  it("forgets all but the newest on a negative offset", async () => {
    const { bot, chat } = await meet();
    await chat.type("two");
    expect(textsOf(await bot.updates({ offset: -1 }))).toEqual(["two"]);
    expect(textsOf(await bot.updates())).toEqual(["two"]);
  });

  it("waits for the first update and gives it at once", async () => {
    const { bot, chat } = await meet();
    await bot.updates({ offset: -1 });
    const [start] = await bot.updates();
    const waiting = bot.updates({ offset: start!.update_id + 1, timeout: 50 });
    await chat.type("here I am");
    expect(textsOf(await waiting)).toEqual(["here I am"]);
  });

  it("throws the older of two pollers out with 409", async () => {
    const { bot } = await meet();
    const [start] = await bot.updates();
    const offset = start!.update_id + 1;
    const older = bot.call("getUpdates", { offset, timeout: 50 });
    // The older one must be waiting before the newer one comes.
    await bot.call("getMe");
    expect((await bot.call("getUpdates", { offset })).ok).toBe(true);
    expect(await older).toMatchObject({
      error_code: 409,
      description: "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    });
  });

  it("leaves out the kinds a bot did not ask for, and three that must be asked for", async () => {
    const { bot, chat } = await meet();
    const message = await chat.type("a");
    await chat.react(message, "👍");
    expect((await bot.updates()).some((update) => update.message_reaction)).toBe(false);
    await bot.updates({ allowed_updates: ["message_reaction"] });
    await chat.react(message, "🔥");
    await chat.type("not asked for");
    const kinds = (await bot.updates()).flatMap((update) => Object.keys(update).slice(1));
    expect(kinds).toEqual(["message", "message", "message_reaction"]);
  });
});

describe("a webhook", () => {
  type Hit = { secret: string | null; update: Update };
  const listen = (answer: (hits: Hit[]) => Response | Promise<Response>) => {
    const hits: Hit[] = [];
    const server = Bun.serve({
      hostname: "127.0.0.1",
      port: 0,
      fetch: async (request) => {
        const update = (await request.json()) as Update;
        hits.push({ secret: request.headers.get("x-telegram-bot-api-secret-token"), update });
        return answer(hits);
      },
    });
    return { hits, url: `http://127.0.0.1:${server.port}/hook`, stop: () => server.stop(true) };
  };

  it("gets updates with its secret, again until it says 200, and may answer with a call", async () => {
    const { bot, chat } = await meet();
    const target = chat.phone.id;
    const hook = listen((hits) =>
      hits.length === 1
        ? new Response("not now", { status: 500 })
        : Response.json({ method: "sendMessage", chat_id: target, text: "by reply" }),
    );
    const answered = await bot.call("setWebhook", { url: hook.url, secret_token: "s3cret_-" });
    expect(answered.ok).toBe(true);
    await chat.sees("by reply");
    expect(hook.hits.map(({ secret, update }) => [secret, update.message?.text])).toEqual([
      ["s3cret_-", "/start"],
      ["s3cret_-", "/start"],
    ]);
    expect(hook.hits[0]!.update.update_id).toBe(hook.hits[1]!.update.update_id);
    await expect
      .poll(async () => (await bot.call("getWebhookInfo")).result)
      .toMatchObject({
        pending_update_count: 0,
        last_error_message: "Wrong response from the webhook: 500 Internal Server Error",
      });
    hook.stop();
  });

  it("that is slow gets the same update again", async () => {
    const { bot } = await meet();
    const hook = listen(async (hits) => {
      // Twice the time it has: the first answer must come too late.
      if (hits.length === 1) await Bun.sleep(600);
      return new Response();
    });
    await bot.call("setWebhook", { url: hook.url });
    await expect.poll(() => hook.hits.length).toBe(2);
    hook.stop();
  });

  it("rules polling out until it is deleted", async () => {
    const { bot } = await meet();
    const hook = listen(() => new Response());
    await bot.call("setWebhook", { url: hook.url, drop_pending_updates: true });
    expect(await bot.refusal("getUpdates")).toMatch(/^Conflict: can't use getUpdates method while webhook is active/);
    await bot.call("deleteWebhook");
    expect(await bot.updates()).toEqual([]);
    hook.stop();
  });

  it("wants HTTPS for any other machine and a clean secret", async () => {
    const { bot } = await meet();
    expect(await bot.refusal("setWebhook", { url: "http://example.org" })).toBe(
      "Bad Request: bad webhook: An HTTPS URL must be provided for webhook",
    );
    expect(await bot.refusal("setWebhook", { url: "https://example.org", secret_token: "a b" })).toBe(
      "Bad Request: secret token contains unallowed characters",
    );
  });
});
