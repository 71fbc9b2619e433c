import { sign } from "@telegram-apps/init-data-node";
import type { Bot, Person } from "../world/state";
import type { World } from "../world/world";

type Launch = { from: "inline" | "menu" | "link"; startParameter?: string };

/** What Telegram tells a mini-app about who opened it, signed with the bot's token. Its age counts in machine time. */
export function initDataFor(world: World, bot: Bot, person: Person, { from, startParameter }: Launch): string {
  const chat =
    from === "link" ? { chat_type: "sender" as const, chat_instance: String(Bun.hash(`${person.id}:${bot.id}`)) } : {};
  const user = {
    id: person.id,
    first_name: person.firstName,
    last_name: person.lastName ?? "",
    ...(person.username && { username: person.username }),
    language_code: person.languageCode ?? "en",
    allows_write_to_pm: true,
  };
  return sign(
    {
      ...(from !== "link" && { query_id: `AAE${world.secret(20)}` }),
      user,
      ...chat,
      ...(startParameter && { start_param: startParameter }),
      // The Ed25519 signature for third parties: clients insist on its presence, only Telegram could make a true one.
      signature: world.secret(86),
    },
    bot.token,
    world.clock.realNow(),
  );
}
