import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createContext, type ReactNode, StrictMode, startTransition, useContext } from "react";
import { createRoot } from "react-dom/client";
import type { MeView } from "#shared/contracts/people";
import { ApiProblem } from "./api-problem";
import { followBusinessTime } from "./business-time";
import { LiveProvider } from "./live";
import { createQueries } from "./queries";
import { createRealtime, type Realtime } from "./realtime";
import { type Session, signIn } from "./session";
import { botId, hostOrigins } from "./settings";
import { spokenLanguage } from "./spoken-language";
import { type Launch, showApp, startTelegram } from "./telegram";
import { type AppTexts, loadTexts, SpeakProvider } from "./texts";
import { CrashGuard } from "./ui/CrashGuard";
import { Closed, Outside } from "./ui/Doors";
import { OfflineBar } from "./ui/OfflineBar";
import "./ui/theme.css";
import "./ui/ui.css";

export type Signed = { session: Session; launch: Launch; me: MeView };
const SignedContext = createContext<Signed | null>(null);

/** Who is here and how to ask the API. @throws Error outside of a started app: a bug */
export function useSigned(): Signed {
  const signed = useContext(SignedContext);
  if (!signed) throw new Error("the app is not started");
  return signed;
}

/** Asks for what the first screen shows, so that it is drawn once and with its content. */
export type Prepare = (signed: Signed, queries: QueryClient) => Promise<unknown>;
/** Whoever has to wait longer sees what the screen shows while it waits. */
const PREPARE_LIMIT_MS = 1_000;

type Draw = (texts: AppTexts, content: ReactNode) => void;
type Entrance = {
  app: ReactNode;
  prepare: Prepare;
  launch: Launch;
  bot: string;
  texts: Promise<AppTexts>;
  draw: Draw;
};

/**
 * Opens a mini-app: wakes Telegram, loads the language, signs in, draws. Outside Telegram, or with a link that names no
 * bot, it says how to get in.
 */
export async function startApp(app: ReactNode, prepare: Prepare = async () => {}): Promise<void> {
  const root = createRoot(document.getElementById("root")!);
  const draw: Draw = (texts, content) => {
    document.documentElement.lang = texts.language;
    // As a transition React draws in slices and lets taps between them: on a slow phone one piece takes 300 ms.
    startTransition(() =>
      root.render(
        <StrictMode>
          <SpeakProvider texts={texts}>{content}</SpeakProvider>
        </StrictMode>,
      ),
    );
  };
  await pause(); // reading the script took a slow phone a tenth of a second, and waking Telegram takes another
  const telegram = startTelegram(hostOf(document.referrer));
  const language = spokenLanguage(telegram?.launch.languageCode ?? navigator.language);
  document.documentElement.lang = language;
  const texts = loadTexts(language);
  const bot = botId();
  if (!telegram || !bot) return draw(await texts, <Outside />);
  await enter({ app, prepare, launch: telegram.launch, bot, texts, draw });
  await telegram.mounted;
  showApp();
}

const pause = (ms = 0) => new Promise((resolve) => setTimeout(resolve, ms));

async function enter(entrance: Entrance): Promise<void> {
  const { app, prepare, launch, bot, draw } = entrance;
  const again = () => void enter(entrance);
  try {
    const session = await signIn(location.origin, bot, launch.initData);
    const { me } = session;
    const first = await entrance.texts;
    const texts = first.language === me.language ? first : await loadTexts(me.language);
    followBusinessTime();
    const realtime = openRealtime(session);
    const queries = createQueries((problem) => {
      realtime.close();
      draw(texts, <Closed problem={problem} onRetry={again} />);
    });
    const signed = { session, launch, me };
    await Promise.race([prepare(signed, queries), pause(PREPARE_LIMIT_MS)]);
    draw(
      texts,
      <SignedContext value={signed}>
        <QueryClientProvider client={queries}>
          <LiveProvider realtime={realtime}>
            <OfflineBar />
            <CrashGuard>{app}</CrashGuard>
          </LiveProvider>
        </QueryClientProvider>
      </SignedContext>,
    );
  } catch (error) {
    const problem = error instanceof ApiProblem ? error : new ApiProblem("unknown");
    draw(await entrance.texts, <Closed problem={problem} onRetry={again} />);
  }
}

function openRealtime({ accessToken }: Session): Realtime {
  const url = new URL("/realtime", location.href);
  url.protocol = url.protocol.replace("http", "ws");
  const realtime = createRealtime({ url: url.href, accessToken });
  addEventListener("online", realtime.retryNow);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && realtime.retryNow());
  return realtime;
}

/** A local web client that the server vouches for; Telegram's own needs no word. */
const hostOf = (referrer: string): string | null =>
  hostOrigins().find((origin) => referrer.startsWith(`${origin}/`)) ?? null;
