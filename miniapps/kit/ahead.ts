/**
 * Asks for what the first screen waits for while the app itself is still on its way: this comes in a small script of its
 * own (`build/first-chunk.ts`), and a slow phone fetches the big one for most of a second. `createApi` takes the answers.
 * Whatever cannot be known yet the app asks for, as if this did not exist.
 */
import sources from "virtual:texts";
import type { SignedIn } from "#shared/contracts/sign-in";
import type { Language } from "#shared/kernel/language";
import { hasHost } from "./has-host";
import { appName, botId } from "./settings";
import { spokenLanguage } from "./spoken-language";

type Question = Pick<RequestInit, "method" | "headers" | "body">;

const begun = new Map<string, Promise<Response>>();

const nameOf = (address: string, { method, body }: Question): string => `${method} ${address} ${body ?? ""}`;

/** The answer to exactly this question where it was asked ahead. Given out once: whoever asks again, asks the network. */
export function takeAnswer(address: string, question: Question): Promise<Response> | undefined {
  const name = nameOf(address, question);
  const answer = begun.get(name);
  begun.delete(name);
  return answer;
}

function ask(path: string, question: Question): Promise<Response> {
  const address = location.origin + path;
  const answer = fetch(address, question);
  begun.set(nameOf(address, question), answer);
  return answer;
}

/** @throws Error without a network; whoever takes the answers hears of it too */
async function lookAhead(): Promise<void> {
  // As Telegram's SDK reads it; that one also finds it where a page that was loaded again has lost its address.
  const initData = new URLSearchParams(location.hash.slice(1)).get("tgWebAppData");
  const bot = botId();
  if (!initData || !bot || !hasHost()) return;
  const language = spokenLanguage(languageCodeIn(initData) ?? navigator.language);
  const signIn = ask("/auth/telegram", {
    method: "POST",
    headers: { "content-type": "application/json", "accept-language": language },
    body: JSON.stringify({ botId: bot, initData }), // in the order in which `session.ts` names them
  });
  void fetchTexts(language);
  setTimeout(() => new Intl.DateTimeFormat(language)); // the first one costs a slow phone 150 ms, which it has just now
  const reply = await signIn;
  if (!reply.ok) return;
  const { me, accessToken }: SignedIn = await reply.clone().json();
  void fetchTexts(me.language);
  const path = firstPath();
  if (path) await ask(path, { method: "GET", headers: { authorization: `Bearer ${accessToken}` } });
}

/** Only fills the browser's cache of modules: the app asks for its texts itself, and hears itself what fails. */
const fetchTexts = (language: Language) => sources[`${appName()}/${language}/first`]?.().catch(() => {});

function languageCodeIn(initData: string): string | undefined {
  try {
    return JSON.parse(new URLSearchParams(initData).get("user") ?? "{}").language_code;
  } catch {
    return undefined; // the server will refuse it
  }
}

/** What the page names as its first, `<html data-first="/orders/:order">`, where its address says which. */
function firstPath(): string | undefined {
  const values = new URLSearchParams(location.search);
  const said = (_: string, name: string) => encodeURIComponent(values.get(name) ?? "");
  const path = document.documentElement.dataset.first?.replace(/:(\w+)/, said);
  return path?.endsWith("/") ? undefined : path;
}

// Whoever takes an answer gets its failure with it; what nobody takes, nobody misses.
lookAhead().catch(() => {});
