import type { SeenMessage } from "../../world/person-event";
import { useUi } from "../app/phone-ui";
import { call } from "../connection";
import { usePhone } from "../ui/use-phone";
import type { ChatPlace } from "./chat-place";

/** A question with bars once one has voted. */
export function PollPart({ message, chat }: { message: SeenMessage; chat: ChatPlace }) {
  const phone = usePhone();
  const { attempt } = useUi();
  const { question, options, total_voter_count, is_anonymous, is_closed } = message.poll!;
  const mine = message.my_votes ?? [];
  const hasVoted = mine.length > 0 || is_closed;
  const vote = (option: number) =>
    attempt(() =>
      call("vote", {
        person: phone.id,
        chat: chat.id,
        message: message.message_id,
        options: mine.includes(option) ? [] : [option],
      }),
    );
  return (
    <div className="poll">
      <b>{question}</b>
      <small>{is_closed ? "Final results" : is_anonymous ? "Anonymous poll" : "Poll"}</small>
      {options.map(({ text, voter_count }, index) => {
        const share = total_voter_count > 0 ? Math.round((100 * voter_count) / total_voter_count) : 0;
        return (
          <button
            key={text}
            type="button"
            disabled={is_closed}
            aria-pressed={mine.includes(index)}
            onClick={() => vote(index)}
          >
            <span>{hasVoted ? `${share}%` : mine.includes(index) ? "●" : "○"}</span>
            <span>{text}</span>
            {hasVoted && <i style={{ width: `${share}%` }} />}
          </button>
        );
      })}
      <small>{total_voter_count} votes</small>
    </div>
  );
}
