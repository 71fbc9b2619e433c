import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PhoneChat } from "../client/phone-chat";
import { startTelegram, type Telegram } from "../start-telegram";
import { PIXEL } from "../testing/pixel";
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

const newest = async () => (await bot.updates({ offset: -1 }))[0]!.message!;

describe("files", () => {
  it("download by the path that getFile names", async () => {
    await chat.send({ kind: "voice", base64: btoa("sound"), mimeType: "audio/ogg", durationS: 3 });
    const { voice } = await newest();
    expect(voice).toMatchObject({ duration: 3, mime_type: "audio/ogg" });
    const file = (await bot.call("getFile", { file_id: voice!.file_id })).result as { file_path: string };
    const reply = await fetch(`${telegram.url}/file/bot${bot.token}/${file.file_path}`);
    expect(await reply.text()).toBe("sound");
  });

  it("have ids that are valid for one bot only", async () => {
    await chat.send({ kind: "photo", base64: PIXEL, mimeType: "image/png" });
    const { photo } = await newest();
    const other = rawBot(telegram);
    const file_id = photo![0]!.file_id;
    expect(await other.refusal("getFile", { file_id })).toBe("Bad Request: invalid file_id");
    await (await chat.phone.open(other.username)).start();
    expect(await other.refusal("sendPhoto", { chat_id, photo: file_id })).toBe(
      "Bad Request: wrong file identifier/HTTP URL specified",
    );
    expect((await bot.sends("sendPhoto", { chat_id, photo: file_id })).photo![0]!.file_id).toBe(file_id);
  });

  it("are fetched from an address, when there is a picture", async () => {
    const shop = Bun.serve({
      port: 0,
      hostname: "127.0.0.1",
      fetch: ({ url }) =>
        url.endsWith("dish.png")
          ? new Response(Uint8Array.fromBase64(PIXEL), { headers: { "content-type": "image/png" } })
          : new Response("gone", { status: 404 }),
    });
    const photo = `http://127.0.0.1:${shop.port}/dish.png`;
    expect((await bot.sends("sendPhoto", { chat_id, photo, caption: "Plov" })).caption).toBe("Plov");
    expect(await bot.refusal("sendPhoto", { chat_id, photo: `${photo}x` })).toBe(
      "Bad Request: failed to get HTTP URL content",
    );
    shop.stop(true);
  });

  it("that a person sends together come one by one under one group id", async () => {
    const item = { kind: "photo" as const, base64: PIXEL, mimeType: "image/png" };
    const sent = await chat.sendAlbum([item, { ...item, caption: "both sides" }]);
    const ids = (await bot.updates({ offset: -2 })).map(({ message }) => message?.media_group_id);
    expect(ids).toEqual([sent[0]!.media_group_id, sent[0]!.media_group_id]);
    expect(ids[0]).toBeDefined();
  });

  it("must be pictures where a photo is wanted", async () => {
    const form = new FormData();
    form.set("chat_id", String(chat_id));
    form.set("photo", new File(["no picture"], "a.png", { type: "image/png" }));
    expect((await bot.post("sendPhoto", form)).description).toBe("Bad Request: IMAGE_PROCESS_FAILED");
    expect(await bot.refusal("sendPhoto", { chat_id })).toBe("Bad Request: there is no photo in the request");
  });

  it("change inside a message by editMessageMedia", async () => {
    const form = new FormData();
    form.set("chat_id", String(chat_id));
    form.set("document", new File(["one"], "menu.txt", { type: "text/plain" }));
    const sent = (await bot.post("sendDocument", form)).result as { message_id: number };
    const edit = new FormData();
    edit.set("chat_id", String(chat_id));
    edit.set("message_id", String(sent.message_id));
    edit.set("media", JSON.stringify({ type: "photo", media: "attach://new", caption: "now a picture" }));
    edit.set("new", new File([Uint8Array.fromBase64(PIXEL)], "a.png", { type: "image/png" }));
    expect((await bot.post("editMessageMedia", edit)).ok).toBe(true);
    expect(await chat.sees("now a picture")).toMatchObject({
      message_id: sent.message_id,
      photo: [{ width: 1, height: 1 }],
    });
  });
});
