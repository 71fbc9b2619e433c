import { loadConfig } from "#api/config";
import { loadBotsConfig } from "#bots/config";
import type { Env } from "../start/environment";
import { causeOf, type Finding, good, note, problem } from "./finding";

const WHAT = "configuration";
/** Stands in where npm start brings its own server and it does not run now. */
const SERVERS = { DATABASE_URL: "postgres://not.started/peyk", REDIS_URL: "redis://not.started" };

/** Every problem that keeps a process from starting, and what an owner should know of the address. */
export function checkConfiguration(env: Env): Finding[] {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value));
  const problems = new Set([
    ...problemsOf(() => loadConfig({ ...SERVERS, ...given })),
    ...problemsOf(() => loadBotsConfig({ ...SERVERS, ...given })),
  ]);
  if (problems.size > 0) return [...problems].map((text) => problem(WHAT, text, "mend it in .env"));
  return [good(WHAT, "every variable can be used"), addressFinding(env)];
}

function problemsOf(load: () => unknown): string[] {
  try {
    load();
    return [];
  } catch (error) {
    return causeOf(error)
      .split("\n")
      .filter((line) => line.startsWith("  - "))
      .map((line) => line.slice(4));
  }
}

function addressFinding({ PUBLIC_URL = "http://localhost:3000", LOCAL_TELEGRAM_URL }: Env): Finding {
  if (LOCAL_TELEGRAM_URL || PUBLIC_URL.startsWith("https://")) return good("address", PUBLIC_URL);
  const says = `${PUBLIC_URL} is not HTTPS, so Telegram opens no mini-app: people have the chats only`;
  return note("address", says, "set PUBLIC_URL to a public HTTPS address that leads to the API");
}
