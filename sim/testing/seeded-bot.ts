import { LOCAL_BOTS } from "#drizzle/seed/tashkent";
import type { BotKind } from "#shared/kernel/role";

/** A bot of the seed as the local Telegram knows it, its token included. */
export const seededBot = (kind: BotKind) => LOCAL_BOTS.find((bot) => bot.kind === kind)!;
