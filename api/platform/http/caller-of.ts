import { readAccessToken } from "#api/platform/auth/access-token";
import type { Deps } from "#api/platform/deps";
import { sameSecret } from "#api/platform/secrets";

export type Peer = { address: string | null };

/**
 * Under which name a request is counted: the account of a valid access token, the Telegram user whom the bots process
 * names, else the address. `null`: the bots process about its own business, which is not counted.
 */
export async function callerOf(deps: Deps, headers: Headers, peer: Peer): Promise<string | null> {
  const token = headers.get("authorization")?.split(" ")[1] ?? "";
  if (token && sameSecret(token, deps.config.SERVICE_TOKEN)) {
    const telegramId = headers.get("x-telegram-id");
    return telegramId ? `telegram:${telegramId.slice(0, 20)}` : null;
  }
  // A token that was made up must not buy its own budget.
  const subject = token ? await readAccessToken(deps.config, token, deps.clock.realNow()).catch(() => null) : null;
  return subject ? `account:${subject.accountId}` : `address:${addressOf(headers, peer, deps.config.PROXY_HOPS)}`;
}

/** Each proxy of ours adds the address that it saw; what stands further left is the client's own word. */
export function addressOf(headers: Headers, { address }: Peer, proxyHops: number): string {
  const forwarded = headers.get("x-forwarded-for")?.split(",") ?? [];
  const seen = proxyHops > 0 ? forwarded.at(-proxyHops)?.trim() : undefined;
  return (seen || address || "unknown").slice(0, 64);
}
