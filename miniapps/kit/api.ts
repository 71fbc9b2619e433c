import { treaty } from "@elysiajs/eden";
import type { App } from "#api/app";

/** The API of our own origin, typed end to end. */
export type Api = ReturnType<typeof treaty<App>>;

type Access = {
  /** Asked before every request; `null` sends none. */
  token(): Promise<string | null>;
  /** A new one, when the API says that this one has run out: a phone that slept cannot know. */
  renew?(): Promise<string>;
};

export const createApi = (origin: string, { token, renew }: Access): Api =>
  treaty<App>(origin, {
    parseDate: false, // times are texts everywhere, as the contracts say
    headers: async () => {
      const bearer = await token();
      const language = { "accept-language": document.documentElement.lang }; // of what the API refuses with
      return bearer ? { authorization: `Bearer ${bearer}`, ...language } : language;
    },
    ...(renew && { fetcher: fetchRenewing(renew) }),
  });

/** Asks once more with a fresh token where the old one was refused for its age. */
const fetchRenewing = (renew: () => Promise<string>) =>
  Object.assign(
    async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
      const reply = await fetch(input, init);
      if (reply.status !== 401) return reply;
      const { code } = await reply.clone().json();
      if (code !== "auth.token_expired") return reply;
      const headers = new Headers(init?.headers);
      headers.set("authorization", `Bearer ${await renew()}`);
      return fetch(input, { ...init, headers });
    },
    { preconnect: fetch.preconnect }, // of Bun's type of fetch; browsers have none
  );
