import { Bot, InlineKeyboard, InputFile, Keyboard } from "grammy";
import { Bot as OtherBot, InputFile as OtherFile } from "node-telegram-bot-api";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startTelegram, type Telegram } from "./start-telegram";
import { PIXEL } from "./testing/pixel";

let telegram: Telegram;
const ending: (() => unknown)[] = [];
beforeEach(async () => {
  telegram = await startTelegram();
});
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
  await telegram.stop();
});

describe("a grammY bot, told nothing but another API root", () => {
  const startBot = async (prepare: (bot: Bot) => void) => {
    const token = telegram.createBot({ username: "peyk_test_bot", name: "Peyk" });
    const bot = new Bot(token, { client: { apiRoot: telegram.url } });
    prepare(bot);
    await bot.init();
    const running = bot.start({
      allowed_updates: ["message", "edited_message", "callback_query", "pre_checkout_query"],
    });
    ending.push(async () => {
      await bot.stop();
      await running;
    });
    return bot;
  };

  it("answers /start, edits its card on a tap and shows a toast", async () => {
    await startBot((bot) => {
      bot.command("start", (ctx) =>
        ctx.reply(`Hello <b>${ctx.match}</b>`, {
          parse_mode: "HTML",
          reply_markup: new InlineKeyboard().text("Accept", "ok"),
        }),
      );
      bot.callbackQuery("ok", async (ctx) => {
        await ctx.editMessageText("Taken");
        await ctx.answerCallbackQuery("It is yours");
      });
    });
    const alice = await telegram.client.person({ firstName: "Alice" });
    const chat = await alice.open("peyk_test_bot");
    await chat.start("order-7");

    const card = await chat.sees("Hello order-7");
    expect(card.entities).toEqual([{ type: "bold", offset: 6, length: 7 }]);
    expect(await chat.tap("Accept")).toEqual({
      kind: "callback",
      answer: { kind: "callback", text: "It is yours", alert: false },
    });
    const edited = await chat.sees("Taken");
    expect(edited.message_id).toBe(card.message_id);
    expect(edited.edit_date).toBeDefined();
  });

  it("gets a contact, a position, and a live position that moves and ends", async () => {
    const heard: unknown[] = [];
    await startBot((bot) => {
      bot.command("start", (ctx) =>
        ctx.reply("Share", { reply_markup: new Keyboard().requestContact("My phone").requestLocation("I am here") }),
      );
      bot.on("message:contact", (ctx) => ctx.reply(`phone ${ctx.message.contact.phone_number}`));
      bot.on("edited_message:location", (ctx) => {
        heard.push(ctx.editedMessage.location);
        return ctx.reply(ctx.editedMessage.location.live_period ? "moved" : "ended");
      });
      bot.on("message:location", (ctx) => ctx.reply(`at ${ctx.message.location.latitude}`));
    });
    const courier = await telegram.client.person({ firstName: "Bek", phone: "+998001112233" });
    const chat = await courier.open("peyk_test_bot");
    await chat.start();
    await chat.press("My phone");
    await chat.sees("phone +998001112233");
    await chat.press("I am here", { latitude: 41.3, longitude: 69.2 });
    await chat.sees("at 41.3");
    const live = await chat.shareLive({ latitude: 41.3, longitude: 69.2 });
    await live.moveTo({ latitude: 41.31, longitude: 69.21, heading: 90 });
    await chat.sees("moved");
    await live.stop();
    await chat.sees("ended");
    expect(heard).toEqual([
      { latitude: 41.31, longitude: 69.21, heading: 90, live_period: 3_600 },
      { latitude: 41.31, longitude: 69.21 },
    ]);
  });

  it("sends an uploaded photo and downloads what a person sent", async () => {
    let received: Uint8Array | undefined;
    await startBot((bot) => {
      bot.command("start", (ctx) =>
        ctx.replyWithPhoto(new InputFile(Buffer.from(PIXEL, "base64"), "dot.png"), { caption: "dot" }),
      );
      bot.on("message:photo", async (ctx) => {
        const file = await ctx.getFile();
        const reply = await fetch(`${telegram.url}/file/bot${bot.token}/${file.file_path}`);
        received = new Uint8Array(await reply.arrayBuffer());
        await ctx.reply("got it");
      });
    });
    const alice = await telegram.client.person({ firstName: "Alice" });
    const chat = await alice.open("peyk_test_bot");
    await chat.start();
    expect((await chat.sees("dot")).photo).toHaveLength(1);
    await chat.send({ kind: "photo", base64: PIXEL, mimeType: "image/png" });
    await chat.sees("got it");
    expect(Buffer.from(received!).toString("base64")).toBe(PIXEL);
  });
});

describe("a bot of node-telegram-bot-api, told nothing but another API root", () => {
  it("talks, edits and uploads just the same", async () => {
    const token = telegram.createBot({ username: "second_bot", name: "Second" });
    const bot = new OtherBot(token, { apiRoot: telegram.url });
    bot.command("start", (ctx) =>
      ctx.reply("Pick", { reply_markup: { inline_keyboard: [[{ text: "One", callback_data: "1" }]] } }),
    );
    bot.on("callback_query", async (ctx) => {
      const { id, message, from } = ctx.callbackQuery!;
      await ctx.api.answerCallbackQuery({ callback_query_id: id, text: "ok", show_alert: true });
      await ctx.api.editMessageText({ chat_id: from.id, message_id: message!.message_id, text: "Picked" });
      await ctx.api.sendMediaGroup({
        chat_id: from.id,
        media: [1, 2].map(() => ({
          type: "photo" as const,
          media: new OtherFile(Buffer.from(PIXEL, "base64"), { filename: "dot.png" }),
        })),
      });
    });
    const running = bot.startPolling();
    ending.push(async () => {
      bot.stop();
      await running;
    });
    const bob = await telegram.client.person({ firstName: "Bob" });
    const chat = await bob.open("second_bot");
    await chat.start();
    expect(await chat.tap("One")).toMatchObject({ answer: { text: "ok", alert: true } });
    await chat.sees("Picked");
    const album = await chat.sees("[photo]");
    await expect
      .poll(() => chat.messages.filter((message) => message.media_group_id === album.media_group_id))
      .toHaveLength(2);
  });
});
