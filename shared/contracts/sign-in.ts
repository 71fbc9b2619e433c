import { z } from "zod";
import { Id } from "#shared/kernel/ids";
import { MeView } from "./people";

/** What a mini-app holds when it opens: which bot it was opened from, and Telegram's word for who opened it. */
export const TelegramSignIn = z.object({ botId: Id, initData: z.string().min(1).max(8_192) });
export type TelegramSignIn = z.infer<typeof TelegramSignIn>;

/** The access token goes into `Authorization: Bearer …`; the refresh token is used once, for the next pair. */
export const Tokens = z.object({
  accessToken: z.string(),
  accessExpiresAt: z.iso.datetime(),
  /** The same as a length: a phone whose clock is wrong counts from when it heard it. */
  accessSeconds: z.int(),
  refreshToken: z.string(),
  refreshExpiresAt: z.iso.datetime(),
});
export type Tokens = z.infer<typeof Tokens>;

export const SignedIn = Tokens.extend({ me: MeView });
export type SignedIn = z.infer<typeof SignedIn>;

export const Refresh = z.object({ refreshToken: z.string().min(20).max(200) });
export type Refresh = z.infer<typeof Refresh>;

export const SignedOut = z.object({ signedOut: z.literal(true) });
export type SignedOut = z.infer<typeof SignedOut>;
