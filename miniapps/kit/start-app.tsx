import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createContext, type ReactNode, StrictMode, useContext } from "react";
import { createRoot } from "react-dom/client";

import { ApiProblem } from "./api-problem";
import { type Session, signIn } from "./session";
import { botId, hostOrigins } from "./settings";
import { spokenLanguage } from "./spoken-language";
import { type Launch, startTelegram } from "./telegram";
import { loadTexts, SpeakProvider, type Texts } from "./texts";
import { Empty, Problem } from "./ui/States";
import "./ui/theme.css";
import "./ui/ui.css";

export type Signed = { session: Session; launch: Launch };
const SignedContext = createContext<Signed | null>(null);

/** Who is here and how to ask the API. @throws Error outside of a started app: a bug */
export function useSigned(): Signed {
  const signed = useContext(SignedContext);
  if (!signed) throw new Error("the app is not started");
  return signed;
}

/**
 * Opens a mini-app: wakes Telegram, loads the language, signs in, draws. Outside Telegram, or with a link that names no
 * bot, it says how to get in.
 */
export async function startApp(app: ReactNode): Promise<void> {
  const root = createRoot(document.getElementById("root")!);
  const launch = await startTelegram(hostOf(document.referrer));
  const texts = await loadTexts(spokenLanguage(launch?.languageCode ?? navigator.language));
  document.documentElement.lang = texts.language;
  const draw = (content: ReactNode) =>
    root.render(
      <StrictMode>
        <SpeakProvider texts={texts}>{content}</SpeakProvider>
      </StrictMode>,
    );
  const bot = botId();
  if (!launch || !bot) return draw(<Empty text={texts.t("ui-open-in-telegram")} />);
  await enter(app, { launch, bot, texts, draw });
}

type Entrance = { launch: Launch; bot: string; texts: Texts; draw: (content: ReactNode) => void };

async function enter(app: ReactNode, entrance: Entrance): Promise<void> {
  const { launch, bot, draw } = entrance;
  try {
    const session = await signIn(location.origin, bot, launch.initData);
    draw(
      <SignedContext value={{ session, launch }}>
        <QueryClientProvider client={createQueries()}>{app}</QueryClientProvider>
      </SignedContext>,
    );
  } catch (error) {
    const problem = error instanceof ApiProblem ? error : new ApiProblem("unknown");
    draw(<Problem problem={problem} onRetry={() => void enter(app, entrance)} />);
  }
}

/** A local web client that the server vouches for; Telegram's own needs no word. */
const hostOf = (referrer: string): string | null =>
  hostOrigins().find((origin) => referrer.startsWith(`${origin}/`)) ?? null;

const RETRIES = 3;

/** A business "no" is final; only silence is asked again. */
const createQueries = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (failures, error) => failures < RETRIES && error instanceof ApiProblem && error.code === "offline",
      },
      mutations: { retry: false },
    },
  });
