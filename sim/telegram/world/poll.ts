import type { Poll } from "grammy/types";
import { userOf } from "./peers";
import { tellPeople } from "./post";
import type { Chat, PeerId, StoredMessage } from "./state";
import { deliver } from "./updates";
import type { World } from "./world";

/** @returns `false` when the poll is closed or has no such option */
export function vote(
  world: World,
  chat: Chat,
  stored: StoredMessage,
  person: PeerId,
  options: readonly number[],
): boolean {
  const poll = stored.content.poll;
  if (!poll || poll.is_closed || options.some((option) => !poll.options[option])) return false;
  stored.votes = new Map(stored.votes).set(person, [...options]);
  stored.content = { ...stored.content, poll: count(poll, stored.votes) };
  tellPeople(world, chat, stored, "edit");
  const bot = world.state.bots.get(stored.from);
  if (!bot) return true;
  if (!poll.is_anonymous)
    deliver(world, bot, "poll_answer", {
      poll_id: poll.id,
      user: userOf(world, person),
      option_ids: [...options],
      option_persistent_ids: options.map((option) => poll.options[option]!.persistent_id),
    });
  deliver(world, bot, "poll", stored.content.poll!);
  return true;
}

function count(poll: Poll, votes: Map<PeerId, number[]>): Poll {
  const chosen = [...votes.values()];
  return {
    ...poll,
    total_voter_count: chosen.filter((options) => options.length > 0).length,
    options: poll.options.map((option, index) => ({
      ...option,
      voter_count: chosen.filter((options) => options.includes(index)).length,
    })),
  };
}

export function closePoll(world: World, chat: Chat, stored: StoredMessage): Poll {
  const poll: Poll = { ...stored.content.poll!, is_closed: true };
  stored.content = { ...stored.content, poll };
  tellPeople(world, chat, stored, "edit");
  return poll;
}
