import type { BotDeps } from "./create-bot";

/** The mini-apps that a bot opens from its chat. */
export type MiniApp = "courier" | "dispatch" | "admin" | "track";

/**
 * Where a mini-app of this bot is, or `null` when none can be opened from a chat: Telegram takes HTTPS alone, a local
 * Telegram also takes pages of this machine.
 */
export function miniappUrl({ config, identity }: Pick<BotDeps, "config" | "identity">, app: MiniApp): string | null {
  const { MINIAPPS_URL: base, TELEGRAM_API_ROOT } = config;
  if (!base) return null;
  const { protocol, hostname } = new URL(base);
  const isLocal = isThisMachine(hostname) && isThisMachine(new URL(TELEGRAM_API_ROOT).hostname);
  if (protocol !== "https:" && !isLocal) return null;
  const url = new URL(`/app/${app}/`, base);
  url.searchParams.set("bot", identity.id);
  return url.href;
}

const isThisMachine = (hostname: string): boolean => hostname === "localhost" || hostname === "127.0.0.1";
