import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createClient } from "./client";
import type { Phone } from "./client/phone";
import type { PhoneChat } from "./client/phone-chat";
import { startTelegram, type Telegram } from "./start-telegram";
import { type RawBot, rawBot } from "./testing/raw-bot";

let telegram: Telegram;
let bot: RawBot;
let alice: Phone;
let chat: PhoneChat;
beforeAll(async () => {
  telegram = await startTelegram();
});
afterAll(() => telegram.stop());
beforeEach(async () => {
  bot = rawBot(telegram);
  alice = await telegram.client.person({ firstName: "Alice", languageCode: "uz" });
  chat = await alice.open(bot.username);
});
const newest = async () => (await bot.updates({ offset: -1 }))[0];

describe("a person's phone", () => {
  it("starts a bot by a deep link, and hands its parameter over", async () => {
    await alice.follow(`https://t.me/${bot.username}?start=branch-7`);
    expect((await newest())?.message).toMatchObject({
      text: "/start branch-7",
      entities: [{ type: "bot_command", offset: 0, length: 6 }],
      from: { id: alice.id, language_code: "uz", is_bot: false },
      chat: { id: alice.id, type: "private" },
    });
  });

  it("opens a chat without the bot hearing of it", async () => {
    expect(await bot.updates()).toEqual([]);
    expect(chat.messages).toEqual([]);
  });

  it("edits what was said, and the bot hears of the edit", async () => {
    await chat.start();
    const said = await chat.type("two plov");
    await chat.edit(said, "three plov");
    expect((await newest())?.edited_message).toMatchObject({
      message_id: said.message_id,
      text: "three plov",
      edit_date: expect.any(Number),
    });
  });

  it("shares its own number, or somebody else's card without hiding whose it is", async () => {
    await chat.start();
    await chat.shareContact();
    expect((await newest())?.message?.contact?.user_id).toBe(alice.id);
    await chat.shareContact({ phone_number: "+998901112233", first_name: "Other", user_id: 42 });
    expect((await newest())?.message?.contact).toMatchObject({ user_id: 42, phone_number: "+998901112233" });
  });

  it("votes, and may take the vote back", async () => {
    await chat.start();
    const question = { chat_id: alice.id, question: "How was it?", options: ["Good", "Bad"], is_anonymous: false };
    await bot.sends("sendPoll", question);
    const poll = await chat.sees("How was it?");
    await chat.vote(poll, 1);
    const answers = (await bot.updates()).flatMap(({ poll_answer }) => poll_answer ?? []);
    expect(answers).toMatchObject([{ option_ids: [1], user: { id: alice.id } }]);
    await chat.vote(poll);
    expect((await newest())?.poll?.total_voter_count).toBe(0);
  });

  it("counts what it has not read until the chat is opened", async () => {
    await chat.start();
    await bot.sends("sendMessage", { chat_id: alice.id, text: "one" });
    await bot.sends("sendMessage", { chat_id: alice.id, text: "two", disable_notification: true });
    await chat.shows((view) => view.unread === 2);
    expect((await chat.sees("two")).silent).toBe(true);
    expect((await chat.sees("one")).silent).toBe(false);
    await chat.read();
    await chat.shows((view) => view.unread === 0);
  });

  it("says what stood there when what it waited for never came", async () => {
    await chat.start();
    await bot.sends("sendMessage", { chat_id: alice.id, text: "something else" });
    await expect(chat.sees("your order", { within: 50 })).rejects.toThrow(
      /never saw your order(.|\n)*← something else/,
    );
  });

  it("cannot move a position that it stopped sharing", async () => {
    await chat.start();
    const live = await chat.shareLive({ latitude: 41.3, longitude: 69.2 });
    await live.stop();
    await expect(live.moveTo({ latitude: 41.4, longitude: 69.2 })).rejects.toThrow(/not shared live any more/);
  });

  it("tells the bot when it is blocked and let in again", async () => {
    await chat.start();
    await chat.block();
    expect((await newest())?.my_chat_member).toMatchObject({ new_chat_member: { status: "kicked" } });
    await expect(chat.type("hello?")).rejects.toThrow(/you blocked this bot/);
    await chat.unblock();
    expect((await newest())?.my_chat_member).toMatchObject({ new_chat_member: { status: "member" } });
  });

  it("tells whose phone was used by another hand, and that looking is no use", async () => {
    const mine = createClient({ ...telegram, hand: "mine" });
    const touched = async () => (await mine.call("touched", { notBy: "mine" })).map(({ person }) => person);
    const bob = await mine.person({ firstName: "Bob" });
    await (await bob.open(chat.id)).start();
    await telegram.client.call("openChat", { person: bob.id, chat: chat.id });
    expect(await touched()).not.toContain(bob.id);
    await telegram.client.call("start", { person: bob.id, chat: chat.id });
    expect(await touched()).toContain(bob.id);
    mine.close();
  });
});
