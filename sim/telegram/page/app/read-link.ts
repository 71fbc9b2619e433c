export type Link =
  | { kind: "chat"; username: string; start?: string }
  | { kind: "mini-app"; username: string; app: string; startParameter?: string }
  | { kind: "invoice"; bill: string }
  | { kind: "outside" };

/** What a `t.me` or `tg://` address means to a client. */
export function readLink(text: string): Link {
  const address = text.startsWith("@") ? `https://t.me/${text.slice(1)}` : text;
  const url = new URL(/^\w+:/.test(address) ? address : `https://${address}`);
  if (url.protocol === "tg:") return readLink(`https://t.me/${url.searchParams.get("domain") ?? ""}${url.search}`);
  if (!["t.me", "telegram.me"].includes(url.hostname)) return { kind: "outside" };
  const [username = "", app] = url.pathname.slice(1).split("/");
  if (username.startsWith("$")) return { kind: "invoice", bill: username.slice(1) };
  const startParameter = url.searchParams.get("startapp") ?? undefined;
  if (app || startParameter !== undefined)
    return { kind: "mini-app", username, app: app ?? "", startParameter: startParameter || undefined };
  return { kind: "chat", username, start: url.searchParams.get("start") ?? undefined };
}
