import { Elysia } from "elysia";
import type { Deps } from "#api/platform/deps";
import { signedIn } from "#api/platform/signed-in";
import { Refresh, SignedIn, SignedOut, TelegramSignIn, Tokens } from "#shared/contracts/sign-in";
import { refreshSession } from "./refresh-tokens";
import { signInWithTelegram } from "./sign-in-with-telegram";
import { signOut } from "./sign-out";

export const signInRoutes = (deps: Deps) =>
  new Elysia({ prefix: "/auth", tags: ["sign-in"] })
    .post("/telegram", ({ body }) => signInWithTelegram(deps, body), {
      body: TelegramSignIn,
      response: SignedIn,
      detail: { summary: "Sign in with Telegram's initData" },
    })
    .post("/refresh", ({ body }) => refreshSession(deps, body), {
      body: Refresh,
      response: Tokens,
      detail: { summary: "Exchange a refresh token for the next pair" },
    });

export const signOutRoutes = (deps: Deps) =>
  new Elysia({ prefix: "/auth", tags: ["sign-in"] })
    .use(signedIn(deps))
    .post("/sign-out", ({ actor }) => signOut(deps, actor), {
      response: SignedOut,
      detail: { summary: "Sign out, so that nothing of this sign-in opens anything any more" },
    });
