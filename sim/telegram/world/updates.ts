import type { Message, Update } from "grammy/types";
import type { Bot } from "./state";
import type { World } from "./world";

export type UpdateKind = Exclude<keyof Update, "update_id">;

// "all update types except chat_member, message_reaction, and message_reaction_count (default)"
const NOT_BY_DEFAULT = new Set<UpdateKind>(["chat_member", "message_reaction", "message_reaction_count"]);

const wants = (bot: Bot, kind: UpdateKind): boolean =>
  bot.allowedUpdates?.length ? bot.allowedUpdates.includes(kind) : !NOT_BY_DEFAULT.has(kind);

/** The library's type of a message inside an update names fields as present that ours always carries. */
type Body<K extends UpdateKind> = K extends "message" | "edited_message" ? Message : NonNullable<Update[K]>;

/** Queue one happening for a bot, unless it asked not to hear of its kind. */
export function deliver<K extends UpdateKind>(world: World, bot: Bot, kind: K, body: Body<K>): void {
  if (!wants(bot, kind)) return;
  bot.updates.push({ update_id: ++bot.lastUpdateId, [kind]: body });
  world.wakeBot(bot.id);
}

/**
 * The oldest unconfirmed updates from `offset` on; what is older than it counts as confirmed and is gone. A negative
 * offset keeps only that many of the newest.
 */
export function takeUpdates(bot: Bot, offset: number, limit: number): Update[] {
  if (offset < 0) bot.updates = bot.updates.slice(offset);
  else bot.updates = bot.updates.filter((update) => update.update_id >= offset);
  return bot.updates.slice(0, limit);
}

export const dropUpdates = (bot: Bot): void => {
  bot.updates = [];
};
