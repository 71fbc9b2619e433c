import type { MeView } from "#shared/contracts/people";
import { type Api, createApi } from "./api";
import { ApiProblem, problemOf } from "./api-problem";

/** Renewed this long before it ends, so that no request meets an expired token. */
const RENEW_BEFORE_MS = 60_000;

type Tokens = { accessToken: string; refreshToken: string; accessSeconds: number };
type Held = Tokens & { renewAtMs: number };

/** Somebody signed in with the initData that opened the app. Renews itself silently. */
export type Session = {
  api: Api;
  /** Who it is, as the API knew them when the app opened. */
  me: MeView;
  /** A token for this moment. @throws ApiProblem when the session is over */
  accessToken(): Promise<string>;
  signOut(): Promise<void>;
};

/** @throws ApiProblem `auth.…`, `bot.not_found`, `offline` */
export async function signIn(origin: string, botId: string, initData: string): Promise<Session> {
  const open = createApi(origin, { token: async () => null });
  const exchange = () => ask(open.auth.telegram.post({ botId, initData }));
  const { me, ...first } = await exchange();
  let held = hold(first);
  let renewing: Promise<string> | null = null;

  const renewed = async (): Promise<Tokens> => {
    const { refreshToken } = held;
    return ask(open.auth.refresh.post({ refreshToken })).catch((problem: ApiProblem) => {
      if (problem.code === "offline") throw problem;
      return exchange(); // another tab may have used this refresh token; young initData signs in again
    });
  };
  const renew = (): Promise<string> => {
    renewing ??= renewed()
      .then((tokens) => {
        held = hold(tokens);
        return held.accessToken;
      })
      .finally(() => {
        renewing = null;
      });
    return renewing;
  };
  const accessToken = async () => (performance.now() < held.renewAtMs ? held.accessToken : renew());

  const api = createApi(origin, { token: accessToken, renew });
  return { api, me, accessToken, signOut: async () => void (await ask(api.auth["sign-out"].post())) };
}

/** Counted by the page's stopwatch from when it was heard: the device's clock may be wrong or set anew. */
const hold = ({ accessToken, refreshToken, accessSeconds }: Tokens): Held => ({
  accessToken,
  refreshToken,
  accessSeconds,
  renewAtMs: performance.now() + accessSeconds * 1_000 - Math.min(RENEW_BEFORE_MS, accessSeconds * 500),
});

/** What came back, in the shape that Eden's types give it. */
export type Reply<T> = { data: T | null; error: { status: unknown; value: unknown } | null };

/** Turns a reply into data. @throws ApiProblem */
export async function ask<T>(reply: Promise<Reply<T>>): Promise<T> {
  const { data, error } = await reply.catch((thrown: unknown) => {
    throw thrown instanceof ApiProblem ? thrown : new ApiProblem("offline");
  });
  if (error) throw problemOf({ status: Number(error.status), value: error.value });
  return data as T;
}
