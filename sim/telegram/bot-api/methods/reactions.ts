import { z } from "zod";
import { react } from "../../world/reactions";
import { badRequest } from "../api-error";
import type { Methods } from "../call";
import { messageIn, writableChat } from "../target";

const Reactions = z.array(z.object({ type: z.string(), emoji: z.string().optional() }));

/** What every account may react with (core.telegram.org/bots/api#reactiontypeemoji). */
const EMOJIS = new Set(
  "❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡".split(
    " ",
  ),
);

export const isReaction = (emoji: string): boolean => EMOJIS.has(emoji);

export const reactions: Methods = {
  setMessageReaction: (call) => {
    const chat = writableChat(call);
    const stored = messageIn(chat, call, "react");
    const wanted = call.params.json("reaction", Reactions, "reaction types") ?? [];
    if (wanted.length > 1) throw badRequest("REACTIONS_TOO_MANY");
    const emojis = wanted.map(({ emoji }) => emoji ?? "");
    if (!emojis.every(isReaction)) throw badRequest("REACTION_INVALID");
    react(call.world, chat, stored, call.bot.id, emojis);
    return true;
  },
};
