import { Api, GrammyError } from "grammy";
import { BotToken } from "#shared/contracts/bots";
import type { BotKind } from "#shared/kernel/role";
import type { Asker, Reading } from "./asker";

export type OwnBot = { kind: BotKind; token: string; telegramId: number; username: string };

const PURPOSES: readonly { kind: BotKind; purpose: string }[] = [
  { kind: "customer", purpose: "customers order here" },
  { kind: "courier", purpose: "couriers work here" },
  { kind: "staff", purpose: "kitchens, dispatchers and managers work here" },
];
/** Of the Bot API: the token was revoked or never existed. */
const UNKNOWN: readonly number[] = [401, 404];

/** Three bots of @BotFather's, each asked of Telegram itself; one bot cannot be two. */
export async function askTokens({ ask, tell }: Asker, apiRoot: string): Promise<OwnBot[]> {
  tell("Three bots are needed. In Telegram write /newbot to @BotFather three times; each time it gives a token.");
  const bots: OwnBot[] = [];
  for (const { kind, purpose } of PURPOSES) {
    const bot = await ask(`Token of the ${kind} bot (${purpose})`, (token) => reading(token, kind, bots, apiRoot));
    tell(`@${bot.username} it is`);
    bots.push(bot);
  }
  return bots;
}

async function reading(
  token: string,
  kind: BotKind,
  others: readonly OwnBot[],
  apiRoot: string,
): Promise<Awaited<ReturnType<Reading<OwnBot>>>> {
  if (!BotToken.safeParse(token).success)
    return { no: "That is no token: it looks like 123456789:AAE… Copy all of it." };
  const twin = others.find(({ telegramId }) => telegramId === Number(token.split(":")[0]));
  if (twin) return { no: `That is the ${twin.kind} bot already: each needs a bot of its own.` };
  try {
    const { id, username } = await new Api(token, { apiRoot, timeoutSeconds: 15 }).getMe();
    return { yes: { kind, token, telegramId: id, username } };
  } catch (error) {
    const refused = error instanceof GrammyError && UNKNOWN.includes(error.error_code);
    return {
      no: refused
        ? "Telegram does not know this token: copy it again."
        : `${hostOf(apiRoot)} does not answer: try again.`,
    };
  }
}

const hostOf = (url: string): string => new URL(url).host;
