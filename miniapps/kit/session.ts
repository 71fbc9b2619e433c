import { type Api, createApi } from "./api";
import { ApiProblem, problemOf } from "./api-problem";

/** Renewed this long before it ends, so that no request meets an expired token. */
const RENEW_BEFORE_MS = 60_000;

type Tokens = { accessToken: string; refreshToken: string; expiresAtMs: number };

/** Somebody signed in with the initData that opened the app. Renews itself silently. */
export type Session = {
  api: Api;
  /** A token for this moment. @throws ApiProblem when the session is over */
  accessToken(): Promise<string>;
  signOut(): Promise<void>;
};

/** @throws ApiProblem `auth.…`, `offline` */
export async function signIn(origin: string, botId: string, initData: string): Promise<Session> {
  const open = createApi(origin, async () => null);
  let tokens = await exchange(open, botId, initData);
  let renewing: Promise<Tokens> | null = null;

  const renew = async (): Promise<Tokens> => {
    const renewed = await ask(open.auth.refresh.post({ refreshToken: tokens.refreshToken })).catch(
      (problem: ApiProblem) => {
        // Another tab may have used this refresh token; the initData signs in again while it is young.
        if (problem.code === "offline") throw problem;
        return null;
      },
    );
    return renewed ? tokensOf(renewed) : exchange(open, botId, initData);
  };

  const accessToken = async () => {
    if (tokens.expiresAtMs - Date.now() > RENEW_BEFORE_MS) return tokens.accessToken;
    renewing ??= renew().finally(() => {
      renewing = null;
    });
    tokens = await renewing;
    return tokens.accessToken;
  };

  const api = createApi(origin, accessToken);
  return {
    api,
    accessToken,
    signOut: async () => {
      await ask(api.auth["sign-out"].post());
    },
  };
}

async function exchange(api: Api, botId: string, initData: string): Promise<Tokens> {
  return tokensOf(await ask(api.auth.telegram.post({ botId, initData })));
}

const tokensOf = (reply: { accessToken: string; refreshToken: string; accessSeconds: number }): Tokens => ({
  accessToken: reply.accessToken,
  refreshToken: reply.refreshToken,
  expiresAtMs: Date.now() + reply.accessSeconds * 1_000,
});

/** Turns an Eden reply into data. @throws ApiProblem */
export async function ask<T>(
  reply: Promise<{ data: T | null; error: { status: unknown; value: unknown } | null }>,
): Promise<T> {
  const { data, error } = await reply.catch(() => {
    throw new ApiProblem("offline");
  });
  if (error) throw problemOf({ status: Number(error.status), value: error.value });
  return data as T;
}
