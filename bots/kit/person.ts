import type { Chat, User } from "grammy/types";
import type { MeView } from "#shared/contracts/people";
import { type Api, ask, askUnless } from "./api";

/** Who wrote, in the organisation and in the roles of this bot. */
export type Person = MeView;

/**
 * Somebody wrote: in private the bot may answer them from now on; in a group it is only told who they are, if anybody.
 * @throws ApiRefusal `auth.suspended`
 */
export function meet(asBot: Api, asPerson: Api, from: User, chat: Chat | undefined): Promise<Person | null> {
  if (chat && chat.type !== "private") return askUnless("auth.missing", asPerson.me.get());
  const { id: telegramId, first_name: firstName, last_name: lastName, username, language_code: languageCode } = from;
  return ask(asBot.people.meet.post({ telegramId, firstName, lastName, username, languageCode }));
}
