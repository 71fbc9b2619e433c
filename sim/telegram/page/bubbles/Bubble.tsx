import { memo } from "react";
import type { SeenMessage } from "../../world/person-event";
import { useUi } from "../app/phone-ui";
import { showMessage } from "../chat/show-message";
import { previewOf } from "../chats/preview";
import { call } from "../connection";
import { colourOf } from "../ui/Avatar";
import { Icon } from "../ui/Icon";
import { Menu, type MenuEntry } from "../ui/Menu";
import { clockTime } from "../ui/time";
import { usePhone } from "../ui/use-phone";
import { BubbleBody, isBare } from "./BubbleBody";
import type { ChatPlace } from "./chat-place";
import { InlineKeyboard } from "./InlineKeyboard";

type Props = { chat: ChatPlace; message: SeenMessage; isFirst: boolean; isLast: boolean };

/** One message with everything that hangs on it. Drawn anew only when the message is another object. */
export const Bubble = memo(function Bubble({ chat, message, isFirst, isLast }: Props) {
  const { mine, from, reply_to_message: replied, reply_markup: markup } = message;
  const showsName = chat.kind === "group" && !mine && isFirst;
  const classes = ["row", mine ? "mine" : "theirs", isLast ? "last" : "", isFirst ? "first" : ""].join(" ");
  return (
    <div className={classes} data-message={message.message_id}>
      <div className="stack">
        <article
          className={`bubble ${isBare(message) ? "bare" : ""}`}
          aria-label={`${mine ? "You" : from?.first_name}: ${previewOf(message)}`}
        >
          {showsName && (
            <b className="sender" style={{ color: colourOf(from?.id ?? 0) }}>
              {from?.first_name}
            </b>
          )}
          <Forwarded message={message} />
          {replied && (
            <button
              type="button"
              className="quote"
              onClick={(event) => showMessage(event.currentTarget, replied.message_id)}
            >
              <b>{replied.from?.first_name}</b>
              <span>{previewOf(replied as SeenMessage)}</span>
            </button>
          )}
          <BubbleBody message={message} chat={chat} />
          <Foot message={message} />
          <Reactions message={message} />
        </article>
        {markup && markup.inline_keyboard.length > 0 && (
          <InlineKeyboard chat={chat} message={message} rows={markup.inline_keyboard} />
        )}
      </div>
      <Actions chat={chat} message={message} />
    </div>
  );
});

function Forwarded({ message: { forward_origin: origin } }: { message: SeenMessage }) {
  if (!origin) return null;
  const name = origin.type === "user" ? origin.sender_user.first_name : "somebody";
  return (
    <p className="forwarded">
      Forwarded from <b>{name}</b>
    </p>
  );
}

/** Time, "edited", and the two ticks of what arrived. */
export const Foot = ({ message: { date, edit_date, mine, silent, location } }: { message: SeenMessage }) => (
  <span className="foot">
    {silent && !mine && <Icon name="muted" size={11} />}
    {edit_date !== undefined && !location && <i>edited</i>}
    <time>{clockTime(date)}</time>
    {mine && (
      <svg width="16" height="10" viewBox="0 0 16 10" aria-label="delivered" role="img">
        <path
          d="M1 5.500 4 8.500 10.500 1.500M7 8l.5.500L15 1.500"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.500"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    )}
  </span>
);

function Reactions({ message: { reactions } }: { message: SeenMessage }) {
  if (reactions.length === 0) return null;
  const counts = Map.groupBy(reactions, ({ emoji }) => emoji);
  return (
    <span className="reactions">
      {[...counts].map(([emoji, list]) => (
        <span key={emoji}>
          {emoji} {list.length > 1 && list.length}
        </span>
      ))}
    </span>
  );
}

/** What one can do with a message; shown when the pointer or the focus is there. */
function Actions({ chat, message }: { chat: ChatPlace; message: SeenMessage }) {
  const phone = usePhone();
  const { set, attempt } = useUi();
  const at = { person: phone.id, chat: chat.id, message: message.message_id };
  const hasReacted = message.reactions.some(({ by }) => by === phone.id);
  const entries: MenuEntry[] = [
    { label: "Reply", icon: "reply", onChoose: () => set({ replyTo: message, editing: undefined }) },
    {
      label: hasReacted ? "Take the reaction back" : "React with 👍",
      icon: "smile",
      onChoose: () => attempt(() => call("react", { ...at, emojis: hasReacted ? [] : ["👍"] })),
    },
    { label: "Forward here", icon: "forward", onChoose: () => attempt(() => call("forward", { ...at, to: chat.id })) },
  ];
  if (message.mine && message.text)
    entries.push({ label: "Edit", icon: "edit", onChoose: () => set({ editing: message, replyTo: undefined }) });
  if (message.mine || chat.kind === "private")
    entries.push({
      label: "Delete",
      icon: "trash",
      tone: "danger",
      onChoose: () => attempt(() => call("deleteMessage", at)),
    });
  return (
    <div className="row-actions">
      <Menu label="Message actions" icon="more" entries={entries} />
    </div>
  );
}
