import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PhoneChat } from "../client/phone-chat";
import { startTelegram, type Telegram } from "../start-telegram";
import { type RawBot, rawBot } from "../testing/raw-bot";

let telegram: Telegram;
let bot: RawBot;
let chat: PhoneChat;
let chat_id: number;
beforeAll(async () => {
  telegram = await startTelegram({ limits: "off" });
  bot = rawBot(telegram);
  const alice = await telegram.client.person({ firstName: "Alice" });
  chat_id = alice.id;
  chat = await alice.open(bot.username);
  await chat.start();
});
afterAll(() => telegram.stop());

const fetchPath = async (path: string) => {
  const reply = await fetch(`${telegram.url}${path}`);
  return { status: reply.status, body: await reply.json() };
};

describe("the door of the Bot API", () => {
  it("says 401 to a token that is nobody's, 404 to one that is none", async () => {
    expect(await fetchPath("/bot123:abc/getMe")).toEqual({
      status: 401,
      body: { ok: false, error_code: 401, description: "Unauthorized" },
    });
    expect((await fetchPath("/botnonsense/getMe")).status).toBe(404);
  });

  it("takes a token whose colon is escaped, and survives an address that is no text", async () => {
    expect((await fetchPath(`/bot${bot.token.replace(":", "%3A")}/getMe`)).status).toBe(200);
    expect((await fetchPath("/bot%E0%A4/getMe")).status).toBe(404);
  });

  it("says 404 to a method it does not have", async () => {
    const reply = await bot.call("sendTelegram");
    expect(reply).toEqual({ ok: false, error_code: 404, description: "Not Found: method not found" });
  });

  it("takes a method in any case, by GET as well", async () => {
    expect((await fetchPath(`/bot${bot.token}/GETME`)).body).toMatchObject({
      ok: true,
      result: { username: bot.username },
    });
  });

  it("takes JSON, a form and multipart alike, numbers as text", async () => {
    const markup = JSON.stringify({ inline_keyboard: [[{ text: "A", callback_data: "a" }]] });
    const fields = { chat_id: String(chat_id), text: "same", reply_markup: markup };
    const multipart = new FormData();
    for (const [name, value] of Object.entries(fields)) multipart.set(name, value);
    const replies = await Promise.all([
      bot.call("sendMessage", { chat_id, text: "same", reply_markup: JSON.parse(markup) }),
      bot.post("sendMessage", new URLSearchParams(fields)),
      bot.post("sendMessage", multipart),
    ]);
    const withoutIds = replies.map(({ result }) => ({ ...(result as object), message_id: 0, date: 0 }));
    expect(withoutIds[0]).toMatchObject({ text: "same", reply_markup: JSON.parse(markup) });
    expect(withoutIds[1]).toEqual(withoutIds[0]);
    expect(withoutIds[2]).toEqual(withoutIds[0]);
  });
});

describe("sending", () => {
  it("wants a chat, and one that exists", async () => {
    expect(await bot.refusal("sendMessage", { text: "x" })).toBe("Bad Request: chat_id is empty");
    expect(await bot.refusal("sendMessage", { chat_id: 1, text: "x" })).toBe("Bad Request: chat not found");
    expect(await bot.refusal("sendMessage", { chat_id: "@nobody", text: "x" })).toBe("Bad Request: chat not found");
  });

  it("wants 1 to 4,096 characters of text after its markup, 1,024 of caption", async () => {
    expect(await bot.refusal("sendMessage", { chat_id, text: " \n " })).toBe("Bad Request: message text is empty");
    expect(await bot.refusal("sendMessage", { chat_id, text: "x".repeat(4_097) })).toBe(
      "Bad Request: message is too long",
    );
    const marked = { chat_id, text: `<b>${"x".repeat(4_096)}</b>`, parse_mode: "HTML" };
    expect((await bot.sends("sendMessage", marked)).text).toHaveLength(4_096);
    const caption = "x".repeat(1_025);
    const document = "https://t.me/none";
    expect(await bot.refusal("sendDocument", { chat_id, caption, document })).toMatch(/^Bad Request: /);
  });

  it("never reaches who did not start it, nor who blocked it", async () => {
    const bob = await telegram.client.person({ firstName: "Bob" });
    const closed = await bob.open(bot.username);
    expect(await bot.call("sendMessage", { chat_id: bob.id, text: "x" })).toMatchObject({
      error_code: 403,
      description: "Forbidden: bot can't initiate conversation with a user",
    });
    await closed.start();
    await closed.block();
    expect(await bot.refusal("sendMessage", { chat_id: bob.id, text: "x" })).toBe(
      "Forbidden: bot was blocked by the user",
    );
    await closed.start();
    expect((await bot.sends("sendMessage", { chat_id: bob.id, text: "x" })).text).toBe("x");
  });

  it("replies only to what is there, unless told not to mind", async () => {
    const reply_parameters = { message_id: 99_999 };
    const gone = { chat_id, text: "x", reply_parameters };
    expect(await bot.refusal("sendMessage", gone)).toBe("Bad Request: message to be replied not found");
    const careless = { ...gone, reply_parameters: { ...reply_parameters, allow_sending_without_reply: true } };
    expect((await bot.sends("sendMessage", careless)).reply_to_message).toBeUndefined();
    const first = await bot.sends("sendMessage", { chat_id, text: "first" });
    const second = await bot.sends("sendMessage", { chat_id, text: "second", reply_to_message_id: first.message_id });
    expect(second.reply_to_message).toMatchObject({ message_id: first.message_id, text: "first" });
  });

  it("shows what the bot is doing", async () => {
    expect((await bot.call("sendChatAction", { chat_id, action: "typing" })).ok).toBe(true);
    await chat.phone.until(
      () => chat.phone.actions.at(-1),
      2_000,
      () => "no typing",
    );
    expect(await bot.refusal("sendChatAction", { chat_id, action: "dancing" })).toBe(
      "Bad Request: wrong parameter action in request",
    );
  });
});

describe("editing", () => {
  it("refuses an edit that changes nothing", async () => {
    const keyboard = { inline_keyboard: [[{ text: "A", callback_data: "a" }]] };
    const { message_id } = await bot.sends("sendMessage", { chat_id, text: "card", reply_markup: keyboard });
    const same = { chat_id, message_id, text: "card", reply_markup: keyboard };
    expect(await bot.refusal("editMessageText", same)).toMatch(/^Bad Request: message is not modified: /);
    // Without a keyboard it is a change: the keyboard goes.
    const bare = await bot.sends("editMessageText", { chat_id, message_id, text: "card" });
    expect(bare.reply_markup).toBeUndefined();
    expect(bare.edit_date).toBeUndefined();
  });

  it("marks a changed text as edited, for the person too", async () => {
    const { message_id } = await bot.sends("sendMessage", { chat_id, text: "before" });
    await bot.sends("editMessageText", { chat_id, message_id, text: "after" });
    const seen = await chat.sees("after");
    expect(seen).toMatchObject({ message_id, edit_date: expect.any(Number) });
  });

  it("touches only its own messages that carry no reply keyboard", async () => {
    const theirs = await chat.type("mine");
    const text = "x";
    const edit = (message_id: number) => bot.refusal("editMessageText", { chat_id, message_id, text });
    expect(await edit(theirs.message_id)).toBe("Bad Request: message can't be edited");
    const asked = await bot.sends("sendMessage", { chat_id, text: "?", reply_markup: { force_reply: true } });
    expect(await edit(asked.message_id)).toBe("Bad Request: message can't be edited");
    expect(await edit(99_999)).toBe("Bad Request: message to edit not found");
    const place = await bot.sends("sendLocation", { chat_id, latitude: 1, longitude: 1 });
    expect(await edit(place.message_id)).toBe("Bad Request: there is no text in the message to edit");
  });

  it("deletes what it may, and says what it cannot find", async () => {
    const { message_id } = await bot.sends("sendMessage", { chat_id, text: "short-lived" });
    await chat.sees("short-lived");
    expect((await bot.call("deleteMessage", { chat_id, message_id })).ok).toBe(true);
    await chat.seesNo("short-lived");
    expect(await bot.refusal("deleteMessage", { chat_id, message_id })).toBe(
      "Bad Request: message to delete not found",
    );
    expect((await bot.call("deleteMessages", { chat_id, message_ids: [message_id] })).ok).toBe(true);
  });

  it("pins what is there and shows it on top", async () => {
    const { message_id } = await bot.sends("sendMessage", { chat_id, text: "on top" });
    await bot.call("pinChatMessage", { chat_id, message_id });
    await chat.shows((view) => view.pinned?.message_id === message_id);
    expect(await bot.refusal("pinChatMessage", { chat_id, message_id: 99_999 })).toBe(
      "Bad Request: message to pin not found",
    );
    await bot.call("unpinChatMessage", { chat_id });
    await chat.shows((view) => view.pinned === undefined);
  });
});

describe("a live pin of a bot", () => {
  it("moves, refuses to stand still, and ends", async () => {
    const pin = { chat_id, latitude: 41.3, longitude: 69.2 };
    const { message_id } = await bot.sends("sendLocation", { ...pin, live_period: 900 });
    await bot.sends("editMessageLiveLocation", { ...pin, message_id, latitude: 41.31 });
    await chat.sees((message) => message.message_id === message_id && message.location?.latitude === 41.31);
    const still = { ...pin, message_id, latitude: 41.31 };
    expect(await bot.refusal("editMessageLiveLocation", still)).toMatch(/message is not modified/);
    const ended = await bot.sends("stopMessageLiveLocation", { chat_id, message_id });
    expect(ended.location).toEqual({ latitude: 41.31, longitude: 69.2 });
    expect(await bot.refusal("editMessageLiveLocation", pin && { ...still, latitude: 1 })).toBe(
      "Bad Request: message can't be edited",
    );
  });

  it("lives 60 to 86,400 seconds", async () => {
    const pin = { chat_id, latitude: 0, longitude: 0 };
    for (const live_period of [59, 86_401])
      expect(await bot.refusal("sendLocation", { ...pin, live_period })).toBe(
        "Bad Request: wrong live location period specified",
      );
    expect((await bot.sends("sendLocation", { ...pin, live_period: 0x7fffffff })).location?.live_period).toBe(
      0x7fffffff,
    );
  });
});

describe("commands and menu", () => {
  it("offers the list of the narrowest scope in the person's language", async () => {
    const commands = (description: string) => [{ command: "help", description }];
    const ru = await telegram.client.person({ firstName: "Olga", languageCode: "ru" });
    const herChat = await ru.open(bot.username);
    await herChat.start();
    await bot.call("setMyCommands", { commands: commands("Help") });
    await bot.call("setMyCommands", { commands: commands("Помощь"), language_code: "ru" });
    await herChat.shows((view) => view.commands[0]?.description === "Помощь");
    await chat.shows((view) => view.commands[0]?.description === "Help");
    await bot.call("setMyCommands", { commands: commands("Hers"), scope: { type: "chat", chat_id: ru.id } });
    await herChat.shows((view) => view.commands[0]?.description === "Hers");
    expect(await bot.refusal("setMyCommands", { commands: [{ command: "Bad!", description: "x" }] })).toBe(
      "Bad Request: BOT_COMMAND_INVALID",
    );
  });

  it("gives the menu button to one person or to all", async () => {
    const menu_button = { type: "web_app", text: "Work", web_app: { url: "https://example.org/app" } };
    await bot.call("setChatMenuButton", { chat_id, menu_button });
    await chat.shows((view) => view.menuButton?.type === "web_app");
    const insecure = { ...menu_button, web_app: { url: "http://example.org" } };
    expect(await bot.refusal("setChatMenuButton", { menu_button: insecure })).toMatch(/Only HTTPS links are allowed/);
  });
});
