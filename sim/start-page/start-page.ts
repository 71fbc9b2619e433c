import { readFileSync } from "node:fs";
import type postgres from "postgres";
import { wordsIn } from "#bots/kit/words";
import type { Clock } from "#shared/kernel/clock";
import { type Language, languageOf } from "#shared/kernel/language";
import { isOfTheCity } from "#sim/city/cast";
import { CITY_HAND, takenUntilMs } from "#sim/city/hands";
import type { Caller } from "#sim/telegram/client/caller";
import type { Touch } from "#sim/telegram/client-api/touches";
import type { Person } from "#sim/telegram/world/state";
import { checkHealth, type Part } from "./check-health";
import { doorsOf, type Places } from "./links";
import { readBots, readDeeds, readFigures } from "./read-deeds";
import { type PageView, renderPage } from "./render-page";
import { type Did, type Step, stepsDone } from "./steps";

export type StartPageOptions = {
  port: number;
  sql: postgres.Sql;
  clock: Clock;
  /** The local Telegram's client API. */
  call: Caller;
  parts: readonly Part[];
  places: Omit<Places, "bots">;
  hasCity: boolean;
};

export type StartPage = { url: string; stop(): Promise<void> };

/** Steps are looked for even while nobody looks at the page: a phone may have been given back meanwhile. */
const LOOK_EVERY_MS = 5_000;
/** A tap is noted before what it causes, and the next one may come at once. */
const TOUCH_SLACK_MS = 10_000;

/** The page that `npm start` leads to: what runs, where it is, what to try and what of it has happened. */
export function serveStartPage(options: StartPageOptions): StartPage {
  const assets = { css: read("page.css"), script: read("refresh.js") };
  const since = options.clock.now();
  const done = new Set<Step>();
  const look = async (): Promise<Touch[]> => {
    const touched = await options.call("touched", { notBy: CITY_HAND }).catch(() => []);
    const deeds = await readDeeds(options.sql, since);
    for (const step of stepsDone(deeds.filter((did) => isNewcomers(did, touched, options.clock)))) done.add(step);
    return touched;
  };
  const timer = setInterval(() => void look().catch(() => undefined), LOOK_EVERY_MS);

  const server = Bun.serve({
    hostname: "127.0.0.1",
    port: options.port,
    fetch: async (request) => {
      if (!isOurs(request)) return new Response("Not Found", { status: 404 });
      const language = languageOf(request.headers.get("accept-language") ?? undefined);
      const touched = await look().catch((): Touch[] => []);
      const html = renderPage(await viewOf(options, { since, done, touched }), wordsIn(language), assets);
      return new Response(html, { headers: headersFor(language) });
    },
  });
  return {
    url: `http://localhost:${server.port}`,
    stop: async () => {
      clearInterval(timer);
      await server.stop(true);
    },
  };
}

type Seen = { since: Date; done: ReadonlySet<Step>; touched: readonly Touch[] };

async function viewOf(options: StartPageOptions, { since, done, touched }: Seen): Promise<PageView> {
  const { sql, call, parts, places, hasCity, clock } = options;
  const [bots, figures, health, people] = await Promise.all([
    readBots(sql).catch(() => ({})),
    hasCity ? readFigures(sql, since).catch(() => null) : null,
    checkHealth(parts),
    call("people", {}).catch((): Person[] => []),
  ]);
  const nowMs = clock.realNow().getTime();
  const taken = touched
    .filter((touch) => isOfTheCity(touch.person) && takenUntilMs(touch) > nowMs)
    .map((touch) => ({
      name: people.find(({ id }) => id === touch.person)?.firstName ?? String(touch.person),
      until: new Date(takenUntilMs(touch)).toTimeString().slice(0, 5),
    }));
  return { doors: doorsOf({ ...places, bots }), health, done, figures, taken };
}

/** Done by one of the newcomer's own people, or by one of the city whose phone they used. */
function isNewcomers({ telegramId, atMs }: Did, touched: readonly Touch[], clock: Clock): boolean {
  if (!isOfTheCity(telegramId)) return true;
  const nowMs = clock.realNow().getTime();
  const businessMs = (realMs: number) => clock.now().getTime() - (nowMs - realMs) * clock.speed;
  return touched.some(
    (touch) =>
      touch.person === telegramId &&
      atMs >= businessMs(touch.atMs - TOUCH_SLACK_MS) &&
      atMs <= businessMs(takenUntilMs(touch)),
  );
}

/** Asked for by its own name: a page elsewhere cannot reach it under a name of its own. */
const isOurs = (request: Request): boolean => {
  const { hostname, pathname } = new URL(request.url);
  return pathname === "/" && (hostname === "localhost" || hostname === "127.0.0.1");
};

const headersFor = (language: Language) => ({
  "content-type": "text/html; charset=utf-8",
  "content-language": language,
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-frame-options": "DENY",
});

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");
