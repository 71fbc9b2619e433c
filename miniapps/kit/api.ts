import { treaty } from "@elysiajs/eden";
import type { App } from "#api/app";

/** The API of our own origin, typed end to end. */
export type Api = ReturnType<typeof treaty<App>>;

/** @param token asked before every request; `null` sends none */
export const createApi = (origin: string, token: () => Promise<string | null>): Api =>
  treaty<App>(origin, {
    parseDate: false, // times are texts everywhere, as the contracts say
    headers: async () => {
      const bearer = await token();
      return bearer ? { authorization: `Bearer ${bearer}` } : {};
    },
  });
