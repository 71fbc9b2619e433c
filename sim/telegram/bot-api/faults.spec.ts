import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createClock } from "#shared/kernel/clock";
import type { Phone } from "../client/phone";
import type { PhoneChat } from "../client/phone-chat";
import { startTelegram, type Telegram } from "../start-telegram";
import { type RawBot, rawBot } from "../testing/raw-bot";

let telegram: Telegram;
let nowMs: number;
beforeEach(async () => {
  nowMs = 1_800_000_000_000;
  telegram = await startTelegram({ clock: createClock(() => nowMs) });
});
afterEach(() => telegram.stop());

async function meet(): Promise<{ bot: RawBot; chat: PhoneChat; alice: Phone }> {
  const bot = rawBot(telegram);
  const alice = await telegram.client.person({ firstName: "Alice" });
  const chat = await alice.open(bot.username);
  await chat.start();
  return { bot, chat, alice };
}

describe("faults on demand", () => {
  it("refuse with 429 and how long to wait, as often as asked", async () => {
    const { bot, alice } = await meet();
    await telegram.client.faults([{ kind: "429", retryAfterS: 3, times: 1 }]);
    const body = { chat_id: alice.id, text: "x" };
    expect(await bot.call("sendMessage", body)).toEqual({
      ok: false,
      error_code: 429,
      description: "Too Many Requests: retry after 3",
      parameters: { retry_after: 3 },
    });
    expect((await bot.call("sendMessage", body)).ok).toBe(true);
  });

  it("strike only the methods they name", async () => {
    const { bot, alice } = await meet();
    await telegram.client.faults([{ kind: "5xx", methods: ["sendPhoto"] }]);
    expect((await bot.call("sendMessage", { chat_id: alice.id, text: "x" })).ok).toBe(true);
    expect((await bot.call("sendPhoto", {})).error_code).toBe(502);
  });

  it("act and lose the answer: the bot sees a broken connection, the person sees the message", async () => {
    const { bot, alice, chat } = await meet();
    await telegram.client.faults([{ kind: "lost", methods: ["sendMessage"], times: 1 }]);
    await expect(bot.call("sendMessage", { chat_id: alice.id, text: "did it arrive?" })).rejects.toThrow();
    await chat.sees("did it arrive?");
  });

  it("hang without acting until the bot gives up", async () => {
    const { bot, alice, chat } = await meet();
    await telegram.client.faults([{ kind: "hang", methods: ["sendMessage"], times: 1 }]);
    const giveUp = AbortSignal.timeout(100);
    const call = fetch(`${telegram.url}/bot${bot.token}/sendMessage?chat_id=${alice.id}&text=never`, {
      signal: giveUp,
    });
    await expect(call).rejects.toThrow();
    await bot.call("sendMessage", { chat_id: alice.id, text: "after" });
    await chat.sees("after");
    expect(chat.messages.map((message) => message.text)).toEqual(["/start", "after"]);
  });

  it("bring updates twice and out of order, none lost, the same way for the same seed", async () => {
    const { bot, chat } = await meet();
    for (const text of ["1", "2", "3", "4", "5", "6"]) await chat.type(text);
    const draw = async () => {
      await telegram.client.faults([{ kind: "duplicate", probability: 0.5 }, { kind: "shuffle" }], 7);
      return (await bot.updates()).map((update) => update.message!.text!);
    };
    const first = await draw();
    expect(new Set(first)).toEqual(new Set(["/start", "1", "2", "3", "4", "5", "6"]));
    expect(first.length).toBeGreaterThan(7);
    expect(first).not.toEqual([...first].sort());
    expect(await draw()).toEqual(first);
  });
});

describe("Telegram's own limits", () => {
  const burst = async (bot: RawBot, chat_id: number, count: number) => {
    const replies = [];
    for (let n = 0; n < count; n++) replies.push(await bot.call("sendMessage", { chat_id, text: `n${n}` }));
    return replies;
  };
  const accepted = (replies: { ok: boolean }[]) => replies.filter(({ ok }) => ok).length;

  it("let five messages through to one chat, then one a second", async () => {
    const { bot, alice } = await meet();
    const replies = await burst(bot, alice.id, 7);
    expect(accepted(replies)).toBe(5);
    expect(replies[6]).toMatchObject({ error_code: 429, parameters: { retry_after: 1 } });
    nowMs += 2_000;
    expect(accepted(await burst(bot, alice.id, 4))).toBe(2);
  });

  it("make room for answers when the person says something", async () => {
    const { bot, alice, chat } = await meet();
    await burst(bot, alice.id, 6);
    await chat.type("and?");
    expect(accepted(await burst(bot, alice.id, 6))).toBe(5);
  });

  it("allow a group twenty a minute, edits not counted", async () => {
    const { bot, alice } = await meet();
    const group = await alice.createGroup("Staff", [Number(bot.token.split(":")[0])]);
    const replies = await burst(bot, group.id, 21);
    expect(accepted(replies)).toBe(20);
    expect(replies[20]).toMatchObject({ parameters: { retry_after: 3 } });
    const { message_id } = replies[0]!.result as { message_id: number };
    expect((await bot.call("editMessageText", { chat_id: group.id, message_id, text: "edited" })).ok).toBe(true);
  });

  it("allow a bot thirty a second over all chats, edits counted", async () => {
    const { bot } = await meet();
    let let_through = 0;
    for (let person = 0; person < 8; person++) {
      const someone = await telegram.client.person({ firstName: `P${person}` });
      await (await someone.open(bot.username)).start();
      let_through += accepted(await burst(bot, someone.id, 5));
    }
    expect(let_through).toBe(30);
  });

  it("can be turned off", async () => {
    const { bot, alice } = await meet();
    await telegram.client.limits("off");
    expect(accepted(await burst(bot, alice.id, 60))).toBe(60);
  });
});
