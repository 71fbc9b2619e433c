import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Phone } from "../client/phone";
import type { PhoneChat } from "../client/phone-chat";
import { startTelegram, type Telegram } from "../start-telegram";
import { type RawBot, rawBot } from "../testing/raw-bot";

let telegram: Telegram;
let bot: RawBot;
let boss: Phone;
let cook: Phone;
let group: PhoneChat;
beforeAll(async () => {
  telegram = await startTelegram({ limits: "off" });
  boss = await telegram.client.person({ firstName: "Boss" });
  cook = await telegram.client.person({ firstName: "Cook" });
});
afterAll(() => telegram.stop());
beforeEach(async () => {
  bot = rawBot(telegram);
  group = await boss.createGroup("Kitchen", [cook.id, botId()]);
});
const botId = () => Number(bot.token.split(":")[0]);
const heard = async () => (await bot.updates()).flatMap(({ message }) => message?.text ?? []);

describe("a bot in a group", () => {
  it("is told that it came in, and who else came", async () => {
    const updates = await bot.updates();
    expect(updates.map((update) => Object.keys(update)[1])).toEqual(["my_chat_member", "message"]);
    expect(updates[0]!.my_chat_member).toMatchObject({
      chat: { id: group.id, type: "supergroup", title: "Kitchen" },
      old_chat_member: { status: "left" },
      new_chat_member: { status: "member", user: { id: botId() } },
    });
  });

  it("reads commands and replies to itself, not the chatter", async () => {
    const asked = await bot.sends("sendMessage", { chat_id: group.id, text: "who?" });
    const question = await group.sees("who?");
    await group.type("just talking");
    await group.type("/orders");
    await group.type(`/orders@${bot.username}`);
    await group.type("/orders@another_bot");
    await group.type("me", question);
    expect(await heard()).toEqual(["/orders", `/orders@${bot.username}`, "me"]);
    expect(asked.chat).toMatchObject({ id: group.id, type: "supergroup" });
  });

  it("reads everything as administrator, and hears who comes and goes when it asks", async () => {
    await group.promote(botId());
    await bot.updates({ allowed_updates: ["message", "chat_member"] });
    await group.type("just talking");
    await group.remove(cook.id);
    const updates = await bot.updates();
    expect(updates.at(-2)?.chat_member?.new_chat_member).toMatchObject({ status: "kicked", user: { id: cook.id } });
    expect(updates.map(({ message }) => message?.text ?? message?.left_chat_member?.first_name)).toEqual(
      expect.arrayContaining(["just talking", "Cook"]),
    );
  });

  it("pins and deletes others' words only as administrator", async () => {
    const word = await group.type("/order 12");
    const on = { chat_id: group.id, message_id: word.message_id };
    expect(await bot.refusal("pinChatMessage", on)).toBe(
      "Bad Request: not enough rights to manage pinned messages in the chat",
    );
    expect(await bot.refusal("deleteMessage", on)).toBe("Bad Request: message can't be deleted for everyone");
    await group.promote(botId());
    expect((await bot.call("pinChatMessage", on)).ok).toBe(true);
    expect((await bot.call("deleteMessage", on)).ok).toBe(true);
  });

  it("cannot write once it is shown out", async () => {
    await group.remove(botId());
    expect(await bot.refusal("sendMessage", { chat_id: group.id, text: "x" })).toBe(
      "Forbidden: bot was kicked from the supergroup chat",
    );
    const stranger = rawBot(telegram);
    expect(await stranger.refusal("sendMessage", { chat_id: group.id, text: "x" })).toBe(
      "Forbidden: bot is not a member of the supergroup chat",
    );
  });

  it("tells one member's status, the administrators and the count", async () => {
    const member = { chat_id: group.id, user_id: boss.id };
    expect((await bot.call("getChatMember", member)).result).toMatchObject({ status: "creator" });
    const admins = (await bot.call("getChatAdministrators", { chat_id: group.id })).result;
    expect(admins).toMatchObject([{ user: { first_name: "Boss" } }]);
    expect((await bot.call("getChatMemberCount", { chat_id: group.id })).result).toBe(3);
  });

  it("writes to all members; each sees the same message", async () => {
    const { message_id } = await bot.sends("sendMessage", { chat_id: group.id, text: "New order" });
    const hers = await (await cook.open(group.id)).sees("New order");
    expect(hers.message_id).toBe(message_id);
    expect((await group.sees("New order")).message_id).toBe(message_id);
  });
});
