import { sign } from "@telegram-apps/init-data-node";

export type InitDataUser = { id: number; first_name: string; last_name?: string; language_code?: string };

/** initData as Telegram would sign it for this bot. */
export const initDataFor = (botToken: string, user: InitDataUser, signedAt: Date): string =>
  sign({ user, query_id: "AAF03", signature: "x".repeat(86) }, botToken, signedAt);
