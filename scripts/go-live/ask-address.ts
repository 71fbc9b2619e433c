import type { Asker, Reading } from "./asker";
import type { LiveSettings } from "./live-settings";

type Addresses = Pick<LiveSettings, "BOTS_MODE" | "PUBLIC_URL" | "MINIAPPS_URL" | "WEBHOOK_URL">;

/** Where people reach the mini-apps, and whether Telegram calls us or we ask it. */
export async function askAddress({ ask, tell }: Asker, ports: { api: string; bots: string }): Promise<Addresses> {
  tell(`Mini-apps (menu, zones, board, couriers' app) need a public HTTPS address that leads to port ${ports.api}.`);
  tell("Without one people have the chats: ordering, offers, alerts. You can name it later, as PUBLIC_URL in .env.");
  const address = await ask("Public HTTPS address, or Enter for none", httpsOrigin);
  if (!address) return { BOTS_MODE: "polling" };
  const webhook = await ask(
    `Does ${address}/telegram lead to port ${ports.bots}? Then Telegram can call us; otherwise we ask it (y/n)`,
    yesOrNo,
    "n",
  );
  const pages = { PUBLIC_URL: address, MINIAPPS_URL: address };
  return webhook
    ? { ...pages, BOTS_MODE: "webhook", WEBHOOK_URL: `${address}/telegram` }
    : { ...pages, BOTS_MODE: "polling" };
}

const httpsOrigin: Reading<string | null> = (answer) => {
  if (!answer) return { yes: null };
  const url = URL.canParse(answer) ? new URL(answer) : undefined;
  if (url?.protocol === "https:" && url.pathname === "/" && !url.search) return { yes: url.origin };
  return { no: "Telegram takes HTTPS alone, and no path: write one like https://shop.example.org" };
};

const yesOrNo: Reading<boolean> = (answer) => {
  const said = answer.toLowerCase();
  return /^(y|yes|n|no)$/.test(said) ? { yes: said.startsWith("y") } : { no: "y or n, please." };
};
