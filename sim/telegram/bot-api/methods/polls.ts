import type { Poll } from "grammy/types";
import { z } from "zod";
import { closePoll } from "../../world/poll";
import { badRequest } from "../api-error";
import type { Call, Methods } from "../call";
import { ownMessage } from "../own-message";
import { send } from "../send";

const Option = z.union([z.string(), z.looseObject({ text: z.string() }).transform((option) => option.text)]);
const Options = z.array(Option);

export const polls: Methods = {
  sendPoll: (call) => send(call, () => ({ content: { poll: readPoll(call) } })),

  stopPoll: (call) => {
    const { chat, stored } = ownMessage(call, "edit");
    if (!stored.content.poll) throw badRequest("message with poll to stop not found");
    if (stored.content.poll.is_closed) throw badRequest("poll has already been closed");
    return closePoll(call.world, chat, stored);
  },
};

function readPoll({ world, params }: Call): Poll {
  const question = params.text("question") ?? "";
  const options = params.json("options", Options, "poll options") ?? [];
  if (question === "" || question.length > 300) throw badRequest("poll question must be non-empty");
  if (options.length < 1 || options.length > 12) throw badRequest("poll must have at least 1 option");
  if (options.some((text) => text === "" || text.length > 100)) throw badRequest("poll options must be non-empty");
  return {
    id: `${world.nextId()}`,
    question,
    options: options.map((text, index) => ({ persistent_id: String(index), text, voter_count: 0 })),
    total_voter_count: 0,
    is_closed: params.flag("is_closed"),
    is_anonymous: params.has("is_anonymous") ? params.flag("is_anonymous") : true,
    type: "regular",
    allows_multiple_answers: params.flag("allows_multiple_answers"),
    allows_revoting: true,
    members_only: false,
  };
}
