import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Phone } from "../client/phone";
import type { PhoneChat } from "../client/phone-chat";
import { startTelegram, type Telegram } from "../start-telegram";
import { type RawBot, rawBot } from "../testing/raw-bot";

let telegram: Telegram;
let bot: RawBot;
let alice: Phone;
let chat: PhoneChat;
beforeAll(async () => {
  telegram = await startTelegram({ limits: "off", timeouts: { callbackMs: 400 } });
  bot = rawBot(telegram);
  alice = await telegram.client.person({ firstName: "Alice" });
  chat = await alice.open(bot.username);
  await chat.start();
});
afterAll(() => telegram.stop());

const inline = (button: object) => ({ chat_id: alice.id, text: "x", reply_markup: { inline_keyboard: [[button]] } });

describe("inline buttons", () => {
  it("carry 1 to 64 bytes of data, counted in bytes", async () => {
    expect((await bot.call("sendMessage", inline({ text: "A", callback_data: "ё".repeat(32) }))).ok).toBe(true);
    for (const callback_data of ["ё".repeat(33), "", "x".repeat(65)])
      expect(await bot.refusal("sendMessage", inline({ text: "A", callback_data }))).toBe(
        "Bad Request: BUTTON_DATA_INVALID",
      );
  });

  it("must do something and say something", async () => {
    expect(await bot.refusal("sendMessage", inline({ text: "A" }))).toMatch(
      /Text buttons are unallowed in the inline keyboard/,
    );
    expect(await bot.refusal("sendMessage", inline({ text: "", callback_data: "a" }))).toMatch(
      /can't parse inline keyboard button/,
    );
    expect(await bot.refusal("sendMessage", inline({ text: "A", url: "no link" }))).toMatch(/Wrong HTTP URL/);
  });

  it("open mini-apps in private chats only, over HTTPS or on this machine", async () => {
    const group = await alice.createGroup("Staff", [Number(bot.token.split(":")[0])]);
    const button = (url: string) => ({ text: "Open", web_app: { url } });
    const inGroup = { ...inline(button("https://example.org")), chat_id: group.id };
    expect(await bot.refusal("sendMessage", inGroup)).toBe("Bad Request: BUTTON_TYPE_INVALID");
    expect(await bot.refusal("sendMessage", inline(button("http://example.org")))).toMatch(
      /Only HTTPS links are allowed/,
    );
    expect((await bot.call("sendMessage", inline(button("http://127.0.0.1:3000/courier/")))).ok).toBe(true);
  });
});

describe("a tap", () => {
  const tapped = async () => {
    const { message_id } = await bot.sends("sendMessage", inline({ text: "Go", callback_data: "go" }));
    const on = await chat.sees((message) => message.message_id === message_id);
    const answer = chat.tap("Go", { on });
    await expect.poll(async () => (await lastQuery())?.message?.message_id).toBe(message_id);
    return { answer };
  };
  const lastQuery = async () => (await bot.updates({ offset: -1 }))[0]?.callback_query;

  it("is answered once; the second answer is too late", async () => {
    const { answer } = await tapped();
    const { id, message, chat_instance } = (await lastQuery())!;
    expect(message?.chat.id).toBe(alice.id);
    expect(chat_instance).toMatch(/^\d+$/);
    expect((await bot.call("answerCallbackQuery", { callback_query_id: id, text: "done" })).ok).toBe(true);
    expect(await answer).toMatchObject({ answer: { text: "done" } });
    expect(await bot.refusal("answerCallbackQuery", { callback_query_id: id })).toMatch(/query is too old/);
  });

  it("expires: the person waits no longer, the bot is told off", async () => {
    const { answer } = await tapped();
    const { id } = (await lastQuery())!;
    expect(await answer).toEqual({ kind: "callback" });
    expect(await bot.refusal("answerCallbackQuery", { callback_query_id: id })).toMatch(/query is too old/);
  });

  it("cannot be answered by another bot, nor with 201 characters", async () => {
    const { answer } = await tapped();
    const { id } = (await lastQuery())!;
    const stranger = rawBot(telegram);
    expect(await stranger.refusal("answerCallbackQuery", { callback_query_id: id })).toMatch(/query is too old/);
    const text = "x".repeat(201);
    expect(await bot.refusal("answerCallbackQuery", { callback_query_id: id, text })).toBe(
      "Bad Request: MESSAGE_TOO_LONG",
    );
    expect(await answer).toEqual({ kind: "callback" });
  });

  it("says what stood on the screen, though an edit has put another button there since", async () => {
    const sent = await bot.sends("sendMessage", inline({ text: "Go", callback_data: "go" }));
    const seen = await chat.sees((message) => message.message_id === sent.message_id);
    const { chat_id, reply_markup } = inline({ text: "Stop", callback_data: "stop" });
    await bot.sends("editMessageReplyMarkup", { chat_id, message_id: sent.message_id, reply_markup });
    await chat.sees((message) => message.message_id === sent.message_id && message.reply_markup !== seen.reply_markup);
    await chat.tap("Go", { on: seen, wait: false });
    await expect.poll(async () => (await lastQuery())?.data).toBe("go");
  });

  it("may carry data that no button has", async () => {
    const sent = await bot.sends("sendMessage", inline({ text: "Go", callback_data: "go" }));
    const seen = await chat.sees((message) => message.message_id === sent.message_id);
    await chat.forgeTap(seen, "order:everybody's", false);
    await expect.poll(async () => (await lastQuery())?.data).toBe("order:everybody's");
  });
});

describe("the keyboard below the input field", () => {
  it("stays until another message takes it away", async () => {
    const keyboard = { keyboard: [["One", { text: "Phone", request_contact: true }]], resize_keyboard: true };
    await bot.sends("sendMessage", { chat_id: alice.id, text: "choose", reply_markup: keyboard });
    await chat.shows(() => chat.keyboard.join() === "One,Phone");
    await bot.sends("sendMessage", { chat_id: alice.id, text: "still there" });
    await chat.sees("still there");
    expect(chat.keyboard).toEqual(["One", "Phone"]);
    await bot.sends("sendMessage", { chat_id: alice.id, text: "gone", reply_markup: { remove_keyboard: true } });
    await chat.shows(() => chat.keyboard.length === 0);
  });

  it("asks for phones and places in private chats only", async () => {
    const group = await alice.createGroup("Staff", [Number(bot.token.split(":")[0])]);
    const ask = (key: object) => ({
      chat_id: group.id,
      text: "x",
      reply_markup: { keyboard: [[{ text: "K", ...key }]] },
    });
    expect(await bot.refusal("sendMessage", ask({ request_contact: true }))).toBe(
      "Bad Request: phone number can be requested in private chats only",
    );
    expect(await bot.refusal("sendMessage", ask({ request_location: true }))).toBe(
      "Bad Request: location can be requested in private chats only",
    );
  });

  it("loses its inline buttons when a person forwards the message", async () => {
    await bot.sends("sendMessage", { ...inline({ text: "Buy", callback_data: "buy" }), text: "offer of the day" });
    const forwarded = await chat.forward(await chat.sees("offer of the day"), chat);
    expect(forwarded).toMatchObject({ text: "offer of the day", forward_origin: { type: "user" } });
    expect(forwarded.reply_markup).toBeUndefined();
  });
});
